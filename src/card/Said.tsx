/** Words of the source on the entity, labelled as such, and beside them what others say. */
import type { VNode } from 'preact';
import type { CardContent, Footnote, SaidView } from '../dataset/card-content.ts';
import { directionOf, formatDate, t } from '../i18n.ts';
import { Statement, Text } from './Text.tsx';

export function Said({ said, footnotes }: Pick<CardContent, 'said' | 'footnotes'>): VNode | null {
  if (said.length === 0) return null;
  const answered = said.some(({ answers }) => answers.some(({ others }) => others !== undefined));
  return (
    <section>
      <h3>{t(answered ? 'card.saidAndOthers' : 'card.said')}</h3>
      {said.map((each, i) => (
        <Claim
          key={each.id}
          said={each}
          footnotes={footnotes}
          again={labelOf(each) === labelOf(said[i - 1])}
        />
      ))}
    </section>
  );
}

function labelOf(said: SaidView | undefined): string | undefined {
  if (said === undefined) return undefined;
  const { source, asOf } = said;
  return t('card.asOf', { source: t(`sourceKind.${source.kind}`), date: formatDate(asOf) });
}

interface ClaimProps {
  said: SaidView;
  footnotes: readonly Footnote[];
  /** The same source has just been named. */
  again: boolean;
}

function Claim({ said, footnotes, again }: ClaimProps): VNode {
  const { exact, role, answers } = said;
  return (
    <div class="claim">
      <p>
        {role && (
          <>
            <Text words={role} />:{' '}
          </>
        )}
        <q lang={exact.lang} dir={directionOf(exact.lang)}>
          {exact.text}
        </q>{' '}
        <span class={again ? 'hidden' : 'soft'}>{labelOf(said)}</span>
      </p>
      {answers.map(({ verdict, others }) => (
        <p key={`${verdict} ${others?.text}`} class="answer">
          <b class={verdict}>{t(`verdict.${verdict}`)}</b>{' '}
          {others && <Statement noted={others} footnotes={footnotes} />}
        </p>
      ))}
    </div>
  );
}
