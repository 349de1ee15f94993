/** The content of an entity's card, asked for when it is shown. */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { CardBody, CardHead } from '../card/CardBody.tsx';
import type { CardContent, RelatedView } from '../dataset/card-content.ts';
import { t } from '../i18n.ts';
import type { EntityKey } from '../matching/types.ts';
import type { AskAsUi } from '../messages/ui.ts';
import { copyWords } from './copy.ts';

export interface Place {
  entity: EntityKey;
  name: string;
}

interface ContentsProps {
  place: Place;
  ask: AskAsUi;
  follow: (place: Place) => void;
  /** What stands above the content, once it is known. */
  above?: (first: CardContent | undefined) => ComponentChildren;
}

export function Contents({ place: { entity, name }, ask, follow, above }: ContentsProps): VNode {
  const [contents, setContents] = useState<CardContent[] | null>();
  const [failed, setFailed] = useState(false);
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
    return () => left.abort();
  }, [ask, entity]);
  const [first] = contents ?? [];
  return (
    <div data-type={first?.type}>
      {above?.(first)}
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
      {contents === undefined && !failed && (
        <p class="trouble soft" role="status">
          {t('card.loading', { name })}
        </p>
      )}
      {contents !== undefined && first === undefined && <p class="trouble">{t('card.gone', { name })}</p>}
      {failed && <p class="trouble">{t('card.failed')}</p>}
    </div>
  );
}
