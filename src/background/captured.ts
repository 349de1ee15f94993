/** What was selected, as the form takes it: from what the browser says of the click, and what the page says of itself. */
import type { Captured, Speaker } from '../dataset/capture-form.ts';
import { CAPS, type Selected } from '../messages/selected.ts';
import { statedDate } from './stated-date.ts';

/** What the browser knows, whatever the page says. */
export interface Clicked {
  /** In one line; all there is where the page's document may not be read. */
  selectionText: string;
  /** Of the document that was clicked. */
  url: string;
  title: string;
  /** The day of the click, as `2026-11-23`. */
  today: string;
}

export function capturedFrom(
  { selectionText, url, title, today }: Clicked,
  selected: Selected | undefined,
  speakers: Speaker[],
): Captured {
  const pageDate = selected && statedDate(selected);
  const lang = selected && languageOf(selected.lang);
  return {
    exact: (selected?.exact || selectionText).slice(0, CAPS.words),
    prefix: selected?.prefix ?? '',
    suffix: selected?.suffix ?? '',
    ...(selected?.fragment === undefined ? {} : { fragment: selected.fragment }),
    pageTitle: (selected?.title || title).slice(0, CAPS.title),
    url: url.slice(0, CAPS.address),
    ...(selected?.canonical ? { canonicalUrl: selected.canonical } : {}),
    // A page of tomorrow is a mistake of the page.
    ...(pageDate === undefined || pageDate > today ? {} : { pageDate }),
    accessDate: today,
    ...(lang === undefined ? {} : { lang }),
    speakers,
  };
}

/** A tag as packs have it: `EN-gb` is `en-GB`. */
function languageOf(written: string): string | undefined {
  try {
    const [tag] = Intl.getCanonicalLocales(written.trim());
    return tag?.replace(/-[ux]-.*/, '');
  } catch {
    // What is no tag says nothing.
    return undefined;
  }
}
