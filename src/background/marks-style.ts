/** The style of marks: put in with a document's first mention and taken out with its last, under the document's own names. */
import type { EntityType } from '../dataset/schema.ts';
import { ANY_ELEMENT, flashName, highlightName, MARKED_TYPES } from '../messages/page.ts';
import type { MarkStyle } from '../settings/schema.ts';

/**
 * One colour for each type of entity. Each has a contrast of 3:1 or more on white and on black (WCAG 1.4.11), because
 * the page's own background is not asked for; a test computes it.
 */
export const MARK_COLOURS: Record<EntityType, string> = {
  person: '#c2622d',
  organization: '#3b7dd8',
  event: '#b8569b',
  document: '#7d7f3f',
  agreement: '#2f8f76',
};

/** What is declared for a mark of a colour. Each has a line, because a ground alone has too little contrast. */
const DECLARATIONS: Record<MarkStyle, (colour: string) => string> = {
  underline: (colour) => `text-decoration:underline 2px ${colour}`,
  dotted: (colour) => `text-decoration:underline 2px dotted ${colour}`,
  thick: (colour) => `text-decoration:underline 4px ${colour}`,
  background: (colour) => `background-color:${colour}40;text-decoration:underline 1px ${colour}`,
};

/** Words that a jump has gone to: black on yellow, 15:1, whatever the page's own colours are. */
const FLASH = 'background-color:#ffdb4d;color:#000';
const FLASH_FORCED = 'background-color:Highlight;color:HighlightText';

/**
 * The sheet for one document. Screen only: a printed page is as if nothing were there.
 * @param elements the names of those that marked text stands in. A rule for every element would make the browser work the
 *   style of the whole page out anew: 9 to 26 ms on pages of 750 to 2,200 elements, against 1 to 4 ms for the names of some
 *   (measured in Chromium 156).
 */
export function marksStyle(document: string, style: MarkStyle, elements: readonly string[]): string {
  const select = (name: string) =>
    elements.map((element) => `${element === ANY_ELEMENT ? '' : element}::highlight(${name})`).join(',');
  const rule = (name: string, colour: string) =>
    `${select(name)}{${DECLARATIONS[style](colour)};text-underline-offset:.18em;text-decoration-skip-ink:none}`;
  const names = MARKED_TYPES.map((type) => select(highlightName(document, type))).join(',');
  const rules = MARKED_TYPES.map((type) => rule(highlightName(document, type), MARK_COLOURS[type])).join('');
  const flash = (colours: string) => `${select(flashName(document))}{${colours}}`;
  const forced = `${names}{text-decoration-color:LinkText}${flash(FLASH_FORCED)}`;
  return `@media screen{${rules}${flash(FLASH)}@media (forced-colors:active){${forced}}}`;
}
