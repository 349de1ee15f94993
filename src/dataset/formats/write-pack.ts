/** The JSON of a pack: a line for each row, so that two versions can be compared line by line. */
import type { Pack } from '../schema.ts';

/** Keys of rows that the format fills in: left out where they hold nothing else. Texts by language hold no lists. */
const FILLED_IN: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['detect', true],
  ['manner', 'spoken'],
  ['prefix', ''],
  ['suffix', ''],
]);
const EMPTY_LISTS: ReadonlySet<string> = new Set([
  ...['nativeNames', 'aliases', 'context', 'exclude', 'background', 'since', 'disputed', 'related'],
  ...['langs', 'aboutStated', 'excerpts', 'sic', 'inserted'],
]);

/** `parsePack` gives the same pack back. */
export function writePack(pack: Pack): string {
  const { wordLists, entities, patterns, quotes, sources, references, retracted, ...head } = pack;
  const parts = [
    ...Object.entries(head).flatMap(([key, value]) => (value === undefined ? [] : [member(key, value)])),
    ...record('wordLists', wordLists),
    ...list('entities', entities),
    ...list('patterns', patterns),
    ...list('quotes', quotes),
    ...list('sources', sources),
    ...record('references', references),
    ...(retracted === undefined ? [] : [`"retracted": [${lines(retracted.map(row))}]`]),
  ];
  return `{\n  ${parts.join(',\n  ')}\n}\n`;
}

function member(key: string, value: unknown): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
}

function list(key: string, rows: readonly object[]): string[] {
  return rows.length === 0 ? [] : [`"${key}": [${lines(rows.map(row))}]`];
}

function record(key: string, values: Readonly<Record<string, unknown>>): string[] {
  const members = Object.entries(values).map(([id, value]) => member(id, value));
  return members.length === 0 ? [] : [`"${key}": {${lines(members)}}`];
}

function lines(rows: readonly string[]): string {
  return rows.length === 0 ? '' : `\n    ${rows.join(',\n    ')}\n  `;
}

function row(value: object): string {
  return JSON.stringify(value, (key, field) => {
    if (EMPTY_LISTS.has(key) && Array.isArray(field) && field.length === 0) return undefined;
    return FILLED_IN.has(key) && FILLED_IN.get(key) === field ? undefined : field;
  });
}
