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
      <dl class="pairs">
        {said.map((each) => (
          <Pair key={each.id} said={each} footnotes={footnotes} />
        ))}
      </dl>
    </section>
  );
}

function Pair({ said, footnotes }: { said: SaidView; footnotes: readonly Footnote[] }): VNode {
  const { exact, role, asOf, source, answers } = said;
  return (
    <>
      <dt>{t('card.asOf', { source: t(`sourceKind.${source.kind}`), date: formatDate(asOf) })}</dt>
      <dd>
        {role && (
          <>
            <Text words={role} />:{' '}
          </>
        )}
        <q lang={exact.lang} dir={directionOf(exact.lang)}>
          {exact.text}
        </q>
      </dd>
      {answers.map(({ verdict, others }) => (
        <Answer key={`${verdict} ${others?.text}`}>
          <span class={`verdict ${verdict}`}>{t(`verdict.${verdict}`)}</span>
          {others && (
            <>
              {' '}
              <Statement noted={others} footnotes={footnotes} />
            </>
          )}
        </Answer>
      ))}
    </>
  );
}

function Answer({ children }: { children: (VNode | false | undefined)[] | VNode }): VNode {
  return (
    <>
      <dt>{t('card.others')}</dt>
      <dd>{children}</dd>
    </>
  );
}
