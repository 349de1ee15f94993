/** A block quote with its attribution and source. The words are the pack's to the letter; marks and [sic] are styles. */
import { Check, ChevronRight, Copy } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { QuotePiece, QuoteView, Words } from '../dataset/card-content.ts';
import { directionOf, formatDate, t } from '../i18n.ts';
import { copyText, pair, whenOf, wordsOf } from './copy-text.ts';
import { COPIED_MS } from './delays.ts';
import { Icon } from './Icon.tsx';
import { Away, Text } from './Text.tsx';

/** Resolves to false where the browser does not let us write to the clipboard. */
export type CopyWords = (text: string) => Promise<boolean>;

/** UTF-16 code units: an excerpt longer than this would push everything else out of the card, and is shown in part. */
const LONG = 700;

interface QuoteProps {
  quote: QuoteView;
  copy: CopyWords;
}

/** Speaker and date in one line; the quote opens under it. */
export function FoldedQuote({ quote, copy }: QuoteProps): VNode {
  return (
    <details class="folded">
      <summary>
        <Icon of={ChevronRight} class="lead way" />
        <span>
          <Speaker quote={quote} />
        </span>
      </summary>
      <Quote quote={quote} copy={copy} anonymous />
    </details>
  );
}

export function Quote({ quote, copy, anonymous = false }: QuoteProps & { anonymous?: boolean }): VNode {
  const [whole, setWhole] = useState(false);
  const { shown, cutBefore, cutAfter, paragraphs, lang } = quote;
  const long = wordsOf(shown).length > LONG;
  const cut = cutBefore || cutAfter || long;
  const pieces = whole ? paragraphs.flat() : shown;
  return (
    <figure class="quote">
      <blockquote>
        {whole ? (
          paragraphs.map((paragraph) => <Paragraph key={paragraph[0]?.text} lang={lang} pieces={paragraph} />)
        ) : (
          <Paragraph
            lang={lang}
            pieces={shown}
            class={[cutBefore && 'cut-before', cutAfter && 'cut-after', long && 'long']
              .filter(Boolean)
              .join(' ')}
          />
        )}
      </blockquote>
      <figcaption>
        {!anonymous && (
          <p>
            <Speaker quote={quote} />
          </p>
        )}
        <p class="soft">
          <From quote={quote} />
        </p>
        {pieces.some(({ remark }) => remark === 'sic') && <p class="soft">{t('card.sicNote')}</p>}
        {pieces.some(({ remark }) => remark === 'inserted') && <p class="soft">{t('card.insertedNote')}</p>}
        {notesIn(pieces).map(({ words, note }) => (
          <p key={words} class="soft">
            <q lang={lang} dir={directionOf(lang)}>
              {words}
            </q>
            : <Text words={note} />
          </p>
        ))}
        {quote.note && (
          <p class="soft">
            <Text words={quote.note} />
          </p>
        )}
        <p class="acts">
          {cut && (
            <button type="button" aria-expanded={whole} onClick={() => setWhole(!whole)}>
              {whole ? t('card.excerptOnly') : t('card.wholeQuote')}
            </button>
          )}
          <CopyButton text={copyText(quote, whole)} copy={copy} />
        </p>
      </figcaption>
    </figure>
  );
}

/** What the pack says on words of the quote; those that a name cuts in two are told once. */
function notesIn(pieces: readonly QuotePiece[]): { words: string; note: Words }[] {
  const notes: { words: string; note: Words }[] = [];
  pieces.forEach(({ text, note }, i) => {
    const last = notes.at(-1);
    if (note === undefined) return;
    if (last !== undefined && pieces[i - 1]?.note?.text === note.text) last.words += text;
    else notes.push({ words: text, note });
  });
  return notes;
}

interface ParagraphProps {
  lang: string;
  pieces: readonly QuotePiece[];
  class?: string;
}

function Paragraph({ lang, pieces, class: name }: ParagraphProps): VNode {
  return (
    <p lang={lang} dir={directionOf(lang)} class={name}>
      {pieces.map(({ text, remark, about }, i) => {
        const kind = [remark, about && 'named'].filter(Boolean).join(' ');
        return kind === '' ? (
          text
        ) : (
          <span key={`${i}`} class={kind} data-sic={remark === 'sic' ? t('card.sic') : undefined}>
            {text}
          </span>
        );
      })}
    </p>
  );
}

function Speaker({ quote: { speaker, quotedBy, date, manner } }: { quote: QuoteView }): VNode {
  const rest = [
    ...(quotedBy === undefined ? [] : [t('card.quotedBy', { name: quotedBy.name.text })]),
    ...(manner === 'spoken' ? [] : [t(`card.${manner}`)]),
    whenOf(date),
  ].reduce(pair);
  return (
    <>
      <b>
        <Text words={speaker.name} />
      </b>
      <span class="soft">{pair('', rest)}</span>
    </>
  );
}

function From({ quote: { source, link } }: { quote: QuoteView }): VNode {
  const title = <Text words={source.title} />;
  return (
    <>
      {t('card.asOf', { source: t(`sourceKind.${source.kind}`), date: formatDate(source.date) })}:{' '}
      {source.url === undefined ? title : <Away to={source.url}>{title}</Away>}
      {link !== undefined && (
        <>
          {' · '}
          <Away to={link}>{t('card.inSource')}</Away>
        </>
      )}
    </>
  );
}

/** Where the browser refuses the clipboard (a page without https, a restricted frame) the text stands selected. */
function CopyButton({ text, copy }: { text: string; copy: CopyWords }): VNode {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), COPIED_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const press = async () => setState((await copy(text)) ? 'copied' : 'refused');
  return (
    <>
      <button
        type="button"
        {...(state === 'copied' ? {} : { 'aria-label': t('card.copyLabel') })}
        onClick={press}
      >
        <Icon of={state === 'copied' ? Check : Copy} class="lead" />
        {t(state === 'copied' ? 'card.copied' : 'card.copy')}
      </button>
      <span role="status" class="hidden">
        {state === 'copied' && t('card.copied')}
      </span>
      {state === 'refused' && (
        <label class="by-hand">
          {t('card.copyByHand')}
          <textarea readOnly rows={4} value={text} ref={(area) => area?.select()} />
        </label>
      )}
    </>
  );
}
