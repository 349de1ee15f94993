/** Texts of a pack: each in its own language and direction, so that none disturbs the words around it. */
import type { VNode } from 'preact';
import type { Footnote, Noted, Words } from '../dataset/card-content.ts';
import { directionOf, t } from '../i18n.ts';

export function Text({ words, class: name }: { words: Words; class?: string }): VNode {
  return (
    <bdi lang={words.lang} dir={directionOf(words.lang)} class={name}>
      {words.text}
    </bdi>
  );
}

/** A statement and the numbers of its footnotes, each a link to what it rests on; they stand where its text ends. */
export function Statement({ noted, footnotes }: { noted: Noted; footnotes: readonly Footnote[] }): VNode {
  return (
    <bdi lang={noted.lang} dir={directionOf(noted.lang)}>
      {noted.text}
      {noted.notes.map((number) => {
        const footnote = footnotes.find((each) => each.number === number);
        return footnote && <NoteMark key={number} footnote={footnote} />;
      })}
    </bdi>
  );
}

function NoteMark({ footnote: { number, publisher, url } }: { footnote: Footnote }): VNode {
  const label = t('card.reference', { number, name: publisher });
  if (url === undefined) {
    return (
      <sup title={publisher}>
        <span class="hidden">{label}</span>
        <span aria-hidden="true">{number}</span>
      </sup>
    );
  }
  return (
    <sup>
      <Away to={url} label={label} title={publisher}>
        {String(number)}
      </Away>
    </sup>
  );
}

interface AwayProps {
  to: string;
  label?: string;
  title?: string;
  children: string | VNode;
}

/** A link out: the page that opens learns neither from where nor can it reach back. */
export function Away({ to, label, title, children }: AwayProps): VNode {
  return (
    <a href={to} target="_blank" rel="noreferrer noopener" aria-label={label} title={title}>
      {children}
    </a>
  );
}
