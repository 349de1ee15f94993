/** The style of marks: put in with a document's first mention and taken out with its last, under the document's own names. */
import type { EntityType } from '../dataset/schema.ts';
import { flashName, highlightName, MARKED_TYPES } from '../messages/page.ts';
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

/** The sheet for one document. Screen only: a printed page is as if nothing were there. */
export function marksStyle(document: string, style: MarkStyle): string {
  const rule = (name: string, colour: string) =>
    `::highlight(${name}){${DECLARATIONS[style](colour)};text-underline-offset:.18em;text-decoration-skip-ink:none}`;
  const names = MARKED_TYPES.map((type) => `::highlight(${highlightName(document, type)})`).join(',');
  const rules = MARKED_TYPES.map((type) => rule(highlightName(document, type), MARK_COLOURS[type])).join('');
  const flash = (colours: string) => `::highlight(${flashName(document)}){${colours}}`;
  const forced = `${names}{text-decoration-color:LinkText}${flash(FLASH_FORCED)}`;
  return `@media screen{${rules}${flash(FLASH)}@media (forced-colors:active){${forced}}}`;
}
