/** A few sentences with their marks and cards: what Sidelight does, before it may read anything. */
import type { VNode } from 'preact';
import { useCallback, useEffect } from 'preact/hooks';
import { detach } from '../errors.ts';
import { t } from '../i18n.ts';
import type { CardHost } from '../messages/card-seam.ts';
import type { AskAsUi } from '../messages/ui.ts';
import { SAMPLE_PACK, type SampleSentence, sampleSentences } from './sample.ts';
import { type MentionEvents, useCard } from './use-card.ts';

export function Sample({ ask }: { ask: AskAsUi }): VNode {
  const describe = useCallback<CardHost['describe']>(
    (entities) => ask('sample', { entities: [...entities] }),
    [ask],
  );
  // So that the first card does not wait for the pack's file.
  useEffect(() => detach(describe([`${SAMPLE_PACK}/jcpoa`])), [describe]);
  const eventsOf = useCard(describe);
  return (
    <figure class="sample-text" aria-labelledby="sample">
      {sampleSentences().map((sentence, i) => (
        <p key={i}>
          <Sentence sentence={sentence} eventsOf={eventsOf} />
        </p>
      ))}
      <figcaption id="sample" class="soft">
        {t('welcome.sample.from')}
      </figcaption>
    </figure>
  );
}

interface SentenceProps {
  sentence: SampleSentence;
  eventsOf: (mention: Exclude<SampleSentence[number], string>) => MentionEvents;
}

function Sentence({ sentence, eventsOf }: SentenceProps): VNode {
  return (
    <>
      {sentence.map((piece) =>
        typeof piece === 'string' ? (
          piece
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: a button is not broken between lines, as a name in a text is
          <span
            key={piece.entity}
            class="mention"
            role="button"
            tabIndex={0}
            data-type={piece.type}
            {...eventsOf(piece)}
          >
            {piece.name}
          </span>
        ),
      )}
    </>
  );
}
