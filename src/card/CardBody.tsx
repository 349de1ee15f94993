/** All that a pack knows of one entity, in the order of trust: what is verified, what is said, who says it. */
import { BadgeCheck, ChevronRight } from 'lucide';
import { type ComponentChildren, Fragment, type VNode } from 'preact';
import type { CardContent, Footnote, QuoteView, RelatedView } from '../dataset/card-content.ts';
import type { EntityType } from '../dataset/schema.ts';
import { count, formatDate, formatNumber, t } from '../i18n.ts';
import { Balance } from './Balance.tsx';
import { openQuotes } from './entities.ts';
import { Icon } from './Icon.tsx';
import { type CopyWords, FoldedQuote, Quote } from './Quote.tsx';
import { Said } from './Said.tsx';
import { Some } from './Some.tsx';
import { Away, Statement, Text } from './Text.tsx';
import { TYPE_ICONS } from './type-icon.ts';

/** So many folded quotes and related entities are listed before a button for the others. */
const FOLDED_FIRST = 5;
const RELATED_FIRST = 12;

export interface BodyProps {
  content: CardContent;
  /** The quotes that stand open; where it is not said, those of an entity that one pack alone knows. */
  open?: ReadonlySet<QuoteView>;
  copy: CopyWords;
  follow: (related: RelatedView) => void;
}

/** What sort of thing the entity is. */
export function Kind({ type }: { type: EntityType }): VNode {
  return (
    <span class="kind" data-type={type}>
      <Icon of={TYPE_ICONS[type]} />
      {t(`type.${type}`)}
    </span>
  );
}

interface HeadProps {
  content: CardContent;
  /** Says what is verified now, where several packs know the entity. */
  current?: CardContent | undefined;
}

export function CardHead({ content, current = content }: HeadProps): VNode {
  const { type, name, nativeNames } = content;
  const { status, footnotes } = current;
  return (
    <header class="head">
      <h2>
        <Text words={name} />
        {nativeNames
          .filter(({ text }) => text !== name.text)
          .map((native) => (
            <Fragment key={native.text}>
              {' '}
              <Text words={native} class="native" />
            </Fragment>
          ))}
      </h2>
      {status ? (
        <p class="status">
          <Statement noted={status} footnotes={footnotes} />{' '}
          <span class="checked soft">
            <Icon of={BadgeCheck} class="lead" />
            {t('card.checked', { date: formatDate(status.date) })}
          </span>
        </p>
      ) : (
        (type === 'person' || type === 'organization') && <p class="status soft">{t('card.unknownNow')}</p>
      )}
    </header>
  );
}

export function CardBody({ content, open = openQuotes([content]), copy, follow }: BodyProps): VNode {
  const { background, said, since, footnotes, related } = content;
  return (
    <>
      {background.length > 0 && (
        <section>
          <h3 class="hidden">{t('card.background')}</h3>
          {background.map((noted) => (
            <p key={noted.text}>
              <Statement noted={noted} footnotes={footnotes} />
            </p>
          ))}
        </section>
      )}
      <Said said={said} footnotes={footnotes} />
      {since.length > 0 && (
        <section>
          <h3>{t('card.since')}</h3>
          <dl class="pairs">
            {since.map((noted) => (
              <Dated key={noted.text} date={noted.date}>
                <Statement noted={noted} footnotes={footnotes} />
              </Dated>
            ))}
          </dl>
        </section>
      )}
      <Quotes content={content} open={open} copy={copy} />
      {related.length > 0 && (
        <section class="related">
          <h3 class="hidden">{t('card.related')}</h3>
          <Some first={RELATED_FIRST}>
            {related.map((each) => (
              <button key={each.id} type="button" data-type={each.type} onClick={() => follow(each)}>
                <Icon of={TYPE_ICONS[each.type]} class="lead" />
                <Text words={each.name} />
              </button>
            ))}
          </Some>
        </section>
      )}
      {footnotes.length > 0 && <References footnotes={footnotes} />}
      <PackLine pack={content.pack} />
    </>
  );
}

function Dated({ date, children }: { date: string; children: ComponentChildren }): VNode {
  return (
    <>
      <dt>{formatDate(date)}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Quotes({ content, open, copy }: Required<Omit<BodyProps, 'follow'>>): VNode | null {
  const { quotesBy, quotesAbout, balance } = content;
  if (balance.quotes === 0) return null;
  const list = (quotes: readonly QuoteView[]) => (
    <>
      {quotes.map((quote) => open.has(quote) && <Quote key={quote.id} quote={quote} copy={copy} />)}
      <Some first={FOLDED_FIRST}>
        {quotes
          .filter((quote) => !open.has(quote))
          .map((quote) => (
            <FoldedQuote key={quote.id} quote={quote} copy={copy} />
          ))}
      </Some>
    </>
  );
  return (
    <section>
      {quotesBy.length > 0 && (
        <>
          <h3>{count('card.quotesBy', quotesBy.length)}</h3>
          {list(quotesBy)}
        </>
      )}
      {quotesAbout.length > 0 && (
        <>
          <h3>{count('card.quotesAbout', quotesAbout.length)}</h3>
          {list(quotesAbout)}
        </>
      )}
      <Balance counts={balance} />
    </section>
  );
}

function References({ footnotes }: { footnotes: readonly Footnote[] }): VNode {
  return (
    <section>
      <details class="references">
        <summary>
          <Icon of={ChevronRight} class="lead way" />
          {t('card.references')} <span class="soft">{formatNumber(footnotes.length)}</span>
        </summary>
        <ol>
          {footnotes.map(({ number, publisher, kind, url, date }) => (
            <li key={number}>
              {url === undefined ? <bdi>{publisher}</bdi> : <Away to={url}>{publisher}</Away>}
              <span class="soft"> {kindAndDate(kind, date)}</span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

/** Who speaks, and when it was last held against its references. */
function PackLine({ pack: { title, version, checked } }: Pick<CardContent, 'pack'>): VNode {
  return (
    <section class="pack-line soft">
      <Text words={title} /> {t('card.packLine', { version, date: formatDate(checked) })}
    </section>
  );
}

const NOTE_KINDS = {
  news: 'noteKind.news',
  primary: 'noteKind.primary',
  'reference-work': 'noteKind.referenceWork',
  advocacy: 'noteKind.advocacy',
  'advocacy-party': 'noteKind.advocacyParty',
  source: 'noteKind.source',
} as const;

function kindAndDate(kind: Footnote['kind'], date: string | undefined): string {
  const name = t(NOTE_KINDS[kind]);
  return date === undefined ? name : t('card.asOf', { source: name, date: formatDate(date) });
}
