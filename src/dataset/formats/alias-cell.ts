/** A name in the cell of a table, with what is known of it behind it: `Quill [context]`, `MEK [strong case lang=en]`. */
import { type Alias, Grade, VariantFamily } from '../schema.ts';

const BEHIND = /\s*\[([^[\]]+)\]$/;
const CASE = 'case';
const LANG = 'lang=';

/** @param lang of the row, which need not be said again */
export function aliasCell({ text, lang, grade, caseSensitive, variants = [] }: Alias, ofRow: string): string {
  const known = [
    ...(grade === undefined ? [] : [grade]),
    ...(caseSensitive === true ? [CASE] : []),
    ...variants,
    ...(lang === ofRow ? [] : [LANG + lang]),
  ];
  // A name that ends as if something were known of it.
  if (known.length === 0 && knownOf(text) !== undefined) return `${text} [${LANG}${lang}]`;
  return known.length === 0 ? text : `${text} [${known.join(' ')}]`;
}

/** What stands in brackets is a part of the name, unless all of it is known. */
export function aliasOf(cell: string, ofRow: string): Alias {
  return { text: cell, lang: ofRow, ...knownOf(cell) };
}

function knownOf(cell: string): Partial<Alias> | undefined {
  const [end, inside = ''] = BEHIND.exec(cell) ?? [];
  if (end === undefined) return undefined;
  const alias: Partial<Alias> = { text: cell.slice(0, -end.length) };
  for (const word of inside.split(/[\s,]+/u)) {
    const grade = Grade.options.find((each) => each === word);
    const variant = VariantFamily.options.find((each) => each === word);
    if (grade !== undefined) alias.grade = grade;
    else if (variant !== undefined) alias.variants = [...(alias.variants ?? []), variant];
    else if (word === CASE) alias.caseSensitive = true;
    else if (word.startsWith(LANG)) alias.lang = word.slice(LANG.length);
    else return undefined;
  }
  return alias;
}
