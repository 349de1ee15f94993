/**
 * All names of some packs as one text, for search as the reader types. It is built once, kept as a blob beside the
 * compiled index, and searched as it is: nothing is parsed, and no row is read, before the first answer.
 *
 * Three sections of lines. Entities: type, pack, id, and how many names. Names, folded, each after a space: so a word
 * begins where a space stands before it. Names as they are written, in the same order; the first of an entity is its
 * name in the reader's language.
 */
import { pickText } from '../dataset/localized.ts';
import type { Entity, EntityType, Pack } from '../dataset/schema.ts';
import { wordsOf } from './scan.ts';
import type { EntityKey } from './types.ts';

/** Changes with the form of the text. */
export const SEARCH_LIST_VERSION = 1;

const SECTION = '\0';
const LINE = '\n';
const FIELD = '\t';

export interface SearchList {
  folded: string;
  shown: string;
  /** Where each name begins: in `folded` its space, in `shown` its first letter. One more stands for the end. */
  foldedAt: Uint32Array;
  shownAt: Uint32Array;
  /** The entity of each name. */
  owner: Uint32Array;
  /** Of each entity the first of its names. */
  firstName: Uint32Array;
  entities: string[];
}

export interface Found {
  entity: EntityKey;
  name: string;
  type: EntityType;
  /** Id of the pack. */
  pack: string;
  /** The name that matched, where it is another. */
  alias?: string;
}

/** @param langs the reader's, the preferred one first */
export function buildSearchList(packs: readonly Pack[], langs: readonly string[]): string {
  const entities: string[] = [];
  const folded: string[] = [];
  const shown: string[] = [];
  for (const pack of packs) {
    for (const entity of pack.entities) {
      const names = namesOf(entity, langs);
      entities.push([entity.type, pack.id, entity.id, names.size].join(FIELD));
      folded.push(...[...names.keys()].map((name) => ` ${name}`));
      shown.push(...names.values());
    }
  }
  return [entities, folded, shown].map((lines) => lines.join(LINE)).join(SECTION);
}

/** Folded form to name as it is written, the name to show first. */
function namesOf(entity: Entity, langs: readonly string[]): Map<string, string> {
  const names = [
    pickText(entity.name, langs).text,
    ...Object.values(entity.name),
    ...entity.nativeNames.map(({ text }) => text),
    ...entity.aliases.map(({ text }) => text),
  ];
  const byFolded = new Map<string, string>();
  for (const name of names) {
    const folded = wordsOf(name).join(' ');
    if (!byFolded.has(folded)) byFolded.set(folded, name.replace(/\s+/g, ' '));
  }
  return byFolded;
}

/** Opens what `buildSearchList` made. */
export function openSearchList(text: string): SearchList {
  const [heads = '', folded = '', shown = ''] = text.split(SECTION);
  const entities = heads === '' ? [] : heads.split(LINE);
  const counts = entities.map((line) => Number(line.slice(line.lastIndexOf(FIELD) + 1)));
  const names = counts.reduce((sum, count) => sum + count, 0);
  const owner = new Uint32Array(names);
  const firstName = new Uint32Array(entities.length);
  let at = 0;
  for (const [entity, count] of counts.entries()) {
    firstName[entity] = at;
    owner.fill(entity, at, at + count);
    at += count;
  }
  return {
    folded,
    shown,
    foldedAt: lineStarts(folded, names),
    shownAt: lineStarts(shown, names),
    owner,
    firstName,
    entities,
  };
}

function lineStarts(text: string, lines: number): Uint32Array {
  const starts = new Uint32Array(lines + 1);
  for (let line = 1; line < lines; line++) starts[line] = text.indexOf(LINE, starts[line - 1]) + 1;
  starts[lines] = text.length + 1;
  return starts;
}

/** Best first: the whole name, then names that begin so, then names with these words; each before an alias that does. */
const RANKS = { whole: 0, begins: 2, words: 4 };
const ALIAS = 1;

/**
 * The entities of which one name has, for each word of `text`, a word that begins so; in any order.
 * Of names of equal rank the shorter comes first.
 */
export function searchNames(
  list: SearchList,
  text: string,
  limit: number,
): { found: Found[]; total: number } {
  const words = wordsOf(text);
  const longest = words.toSorted((one, other) => other.length - one.length)[0];
  if (longest === undefined) return { found: [], total: 0 };
  const first = ` ${longest}`;
  const others = words.filter((word) => word !== longest).map((word) => ` ${word}`);
  const query = ` ${words.join(' ')}`;
  const { folded, foldedAt, firstName, owner } = list;
  const names = owner.length;
  const best = new Float64Array(list.entities.length).fill(Number.POSITIVE_INFINITY);
  let line = 0;
  let total = 0;
  for (let hit = folded.indexOf(first); hit !== -1; hit = folded.indexOf(first, foldedAt[line + 1])) {
    line = lineAt(foldedAt, hit, line);
    const start = foldedAt[line] ?? 0;
    const end = (foldedAt[line + 1] ?? 0) - 1;
    // Few letters are in most names: what can be told without a copy of the name is.
    if (others.length > 0 && !hasAll(folded.slice(start, end), others)) continue;
    const entity = owner[line] ?? 0;
    const rank = rankOf(list, start, end, query) + (firstName[entity] === line ? 0 : ALIAS);
    const score = (rank * 1_000 + Math.min(end - start, 999)) * names + line;
    const known = best[entity] ?? 0;
    if (known === Number.POSITIVE_INFINITY) total++;
    if (score < known) best[entity] = score;
  }
  return { found: smallest(best, limit).map((score) => entry(list, score % names)), total };
}

function hasAll(name: string, needles: readonly string[]): boolean {
  return needles.every((needle) => name.includes(needle));
}

function rankOf({ folded }: SearchList, start: number, end: number, query: string): number {
  if (!folded.startsWith(query, start)) return RANKS.words;
  return start + query.length === end ? RANKS.whole : RANKS.begins;
}

/** The smallest few, in order. Sorting all of them would take longer than finding them. */
function smallest(values: Float64Array, count: number): number[] {
  const kept: number[] = [];
  for (const value of values) {
    if (value === Number.POSITIVE_INFINITY) continue;
    if (kept.length === count && value >= (kept.at(-1) ?? 0)) continue;
    const place = kept.findIndex((other) => value < other);
    kept.splice(place === -1 ? kept.length : place, 0, value);
    if (kept.length > count) kept.pop();
  }
  return kept;
}

/** The line that holds an offset; `from` is one that is not behind it. */
function lineAt(starts: Uint32Array, offset: number, from: number): number {
  // Most often the next one or one soon after: steps that double find where to look.
  let low = from;
  let step = 1;
  while (low + step < starts.length - 1 && (starts[low + step] ?? 0) <= offset) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, starts.length - 1);
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

function entry(list: SearchList, line: number): Found {
  const owner = list.owner[line] ?? 0;
  const [type = '', pack = '', id = ''] = (list.entities[owner] ?? '').split(FIELD);
  const first = list.firstName[owner] ?? 0;
  return {
    entity: `${pack}/${id}`,
    name: shownAt(list, first),
    type: type as EntityType,
    pack,
    ...(line === first ? {} : { alias: shownAt(list, line) }),
  };
}

function shownAt({ shown, shownAt }: SearchList, line: number): string {
  return shown.slice(shownAt[line], (shownAt[line + 1] ?? 0) - 1);
}
