/** The card as it will be, drawn by the card's own parts with the card's own style, apart from the styles of this page. */
import { render, type VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { CardBody, CardHead, Kind } from '../../../card/CardBody.tsx';
import contentStyle from '../../../card/content.css?inline';
import tokensStyle from '../../../card/tokens.css?inline';
import type { CardContent } from '../../../dataset/card-content.ts';
import { t, uiDirection } from '../../../i18n.ts';
import { copyWords } from '../../../ui/copy.ts';
import frameStyle from './preview.css?inline';

export function CardPreview({ content }: { content: CardContent }): VNode {
  const host = useRef<HTMLDivElement>(null);
  const root = useRef<ShadowRoot>(undefined);
  useEffect(() => {
    if (host.current === null) return;
    if (root.current === undefined) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`${tokensStyle}${contentStyle}${frameStyle}`);
      root.current = host.current.attachShadow({ mode: 'open' });
      root.current.adoptedStyleSheets = [sheet];
    }
    render(
      <div class="card" data-type={content.type} lang={t('uiLang')} dir={uiDirection()}>
        <div class="bar">
          <Kind type={content.type} />
        </div>
        <CardHead content={content} />
        <CardBody content={content} copy={copyWords} follow={() => {}} />
      </div>,
      root.current,
    );
  }, [content]);
  useEffect(() => () => root.current && render(null, root.current), []);
  return <div ref={host} class="card-preview" />;
}
