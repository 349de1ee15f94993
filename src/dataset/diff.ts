/** Two versions of a pack, entry by entry: what an update adds, changes and takes away. */
import type { Words } from './card-content.ts';
import { pickText } from './localized.ts';
import type { Pack, Retraction } from './schema.ts';

/** `retraction`: of an entry that the older version does not hold; of one that it holds, the removed entry tells. */
export type DiffKind =
  | 'head'
  | 'entity'
  | 'quote'
  | 'source'
  | 'pattern'
  | 'reference'
  | 'word-list'
  | 'retraction';

export interface DiffEntry {
  kind: DiffKind;
  id: string;
  /** What a reader knows it by: a name, a title, the first words of a quote. */
  name: Words;
  /** Keys whose values differ; for changed entries only. */
  fields?: string[];
  /** Why the newer pack has taken it back, where it says so; for removed entries only. */
  retracted?: Retraction;
}

export interface PackDiff {
  added: DiffEntry[];
  changed: DiffEntry[];
  removed: DiffEntry[];
  /** Entries that are the same in both. */
  same: number;
}

interface Row {
  kind: DiffKind;
  id: string;
  value: object;
  name: () => Words;
}

/** Entries in the newer pack's order. Without an older pack all entries are added. `langs` are those of the reader. */
export function diffPacks(older: Pack | undefined, newer: Pack, langs: readonly string[] = []): PackDiff {
  const before = new Map<string, Row>();
  if (older !== undefined) for (const row of rowsOf(older, langs)) before.set(keyOf(row), row);
  const retracted = new Map((newer.retracted ?? []).map((each) => [keyOf(each), each]));
  const diff: PackDiff = { added: [], changed: [], removed: [], same: 0 };
  for (const row of rowsOf(newer, langs)) {
    const old = before.get(keyOf(row));
    before.delete(keyOf(row));
    if (old === undefined) {
      if (row.kind !== 'head') diff.added.push(entryOf(row));
      continue;
    }
    const fields = differing(old.value, row.value);
    if (fields.length === 0) diff.same++;
    else diff.changed.push({ ...entryOf(row), fields });
  }
  for (const row of before.values()) {
    if (row.kind === 'head') continue;
    const reason = retracted.get(keyOf(row));
    diff.removed.push({ ...entryOf(row), ...(reason === undefined ? {} : { retracted: reason }) });
  }
  const told = new Set(diff.removed.flatMap(({ retracted: by }) => (by === undefined ? [] : [keyOf(by)])));
  diff.added = diff.added.filter(({ kind, id }) => kind !== 'retraction' || !told.has(id));
  return diff;
}

/** Whether version `version` came before `than`, both as in `1.10.0`. */
export function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split('.').map(Number));
  const at = [0, 1, 2].find((place) => a?.[place] !== b?.[place]);
  return at !== undefined && (a?.[at] ?? 0) < (b?.[at] ?? 0);
}

function keyOf({ kind, id }: { kind: string; id: string }): string {
  return `${kind} ${id}`;
}

function entryOf({ kind, id, name }: Row): DiffEntry {
  return { kind, id, name: name() };
}

/** The most of a quote that stands for it in a list. */
const FIRST_WORDS = 80;

function* rowsOf(pack: Pack, langs: readonly string[]): Generator<Row> {
  const { entities, patterns, quotes, sources, references, wordLists, retracted = [], ...head } = pack;
  const names = new Map(entities.map((entity) => [entity.id, entity.name]));
  // The head of a pack of the same id is the same entry, whatever its title.
  yield { kind: 'head', id: '', value: head, name: () => pickText(pack.title, langs) };
  for (const value of entities) {
    yield { kind: 'entity', id: value.id, value, name: () => pickText(value.name, langs) };
  }
  for (const value of patterns) {
    const name = () => pickText(names.get(value.entity) ?? { und: value.id }, langs);
    yield { kind: 'pattern', id: value.id, value, name };
  }
  for (const value of quotes) {
    const words = value.parts[0]?.exact ?? '';
    const text = words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS).trimEnd()} …` : words;
    yield { kind: 'quote', id: value.id, value, name: () => ({ text, lang: value.lang }) };
  }
  for (const value of sources) {
    yield { kind: 'source', id: value.id, value, name: () => pickText(value.title, langs) };
  }
  for (const [id, value] of Object.entries(references)) {
    yield { kind: 'reference', id, value, name: () => ({ text: value.publisher, lang: 'und' }) };
  }
  for (const [id, value] of Object.entries(wordLists)) {
    yield { kind: 'word-list', id, value: { words: value }, name: () => ({ text: id, lang: 'und' }) };
  }
  for (const value of retracted) {
    yield { kind: 'retraction', id: keyOf(value), value, name: () => pickText(value.reason, langs) };
  }
}

/** Keys whose values differ; keys with `undefined` count as missing. */
function differing(a: object, b: object): string[] {
  if (isSame(a, b)) return [];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].filter((key) => !isSame(Reflect.get(a, key), Reflect.get(b, key)));
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((each, at) => isSame(each, b[at]));
  }
  return Object.entries(a).every(([key, value]) => isSame(value, Reflect.get(b, key))) && !addsTo(a, b);
}

function addsTo(a: object, b: object): boolean {
  return Object.entries(b).some(([key, value]) => value !== undefined && Reflect.get(a, key) === undefined);
}
