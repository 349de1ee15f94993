/** One entity of the list, or one that it led to, with the content of its card. */
import { ArrowLeft } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CardBody, CardHead, Kind } from '../card/CardBody.tsx';
import { Icon } from '../card/Icon.tsx';
import type { CardContent, RelatedView } from '../dataset/card-content.ts';
import { t } from '../i18n.ts';
import type { EntityKey } from '../matching/types.ts';
import { copyWords } from '../ui/copy.ts';
import type { PopupApi } from './api.ts';

export interface Place {
  entity: EntityKey;
  name: string;
}

interface EntityViewProps {
  place: Place;
  api: PopupApi;
  back: () => void;
  follow: (place: Place) => void;
}

export function EntityView({ place: { entity, name }, api: { ask }, back, follow }: EntityViewProps): VNode {
  const [contents, setContents] = useState<CardContent[] | null>();
  const [failed, setFailed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const left = new AbortController();
    const unlessLeft =
      <T,>(take: (value: T) => void) =>
      (value: T) =>
        left.signal.aborted || take(value);
    setContents(undefined);
    setFailed(false);
    ask('describe', { entities: [entity] }).then(
      unlessLeft(setContents),
      unlessLeft(() => setFailed(true)),
    );
    button.current?.focus();
    return () => left.abort();
  }, [ask, entity]);
  const [first] = contents ?? [];
  return (
    <main class="entity" data-type={first?.type}>
      <div class="bar">
        <button type="button" class="back" ref={button} onClick={back}>
          <Icon of={ArrowLeft} class="lead way" />
          {t('card.back')}
        </button>
        {first && <Kind type={first.type} />}
      </div>
      {first && <CardHead content={first} />}
      {contents?.map((content) => (
        <CardBody
          key={content.key}
          content={content}
          copy={copyWords}
          follow={(related: RelatedView) =>
            follow({ entity: `${content.pack.id}/${related.id}`, name: related.name.text })
          }
        />
      ))}
      {contents === undefined && !failed && <p class="trouble soft">{t('card.loading', { name })}</p>}
      {contents !== undefined && first === undefined && <p class="trouble">{t('card.gone', { name })}</p>}
      {failed && <p class="trouble">{t('card.failed')}</p>}
    </main>
  );
}
