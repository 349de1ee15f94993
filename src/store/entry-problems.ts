/** Whether changed entries fit their pack: held against as much of it as they name, with the checks of a whole pack. */
import { lengthOf } from '../dataset/checks.ts';
import { parsePack } from '../dataset/parse.ts';
import type { Entity, Pack, Quote, Reference, WordList } from '../dataset/schema.ts';
import { referenceUses, sourceUses, wordUses } from '../dataset/walk.ts';
import type { Database, PackHead } from './database.ts';
import type { EntryChange, EntryKind, EntryProblem } from './manager-api.ts';
import { entriesOf, retractedOf, wordListsOf } from './overlay.ts';
import { wholePack } from './packs.ts';
import { headSays } from './rows.ts';

export type CheckedChanges =
  /** As they are to be kept: blanks at the ends are gone. */
  { ok: true; changes: EntryChange[] } | { ok: false; problems: EntryProblem[] };

/** Paths of problems start at the entry. Within a transaction. */
export async function checkChanges(
  database: Database,
  head: PackHead,
  changes: readonly EntryChange[],
): Promise<CheckedChanges> {
  const set = changes.filter(({ value }) => value !== null);
  const early = [
    ...(await stillCited(database, head, changes)),
    ...takenBack(head, set),
    ...otherIds(set),
    ...(await tooShort(database, head, set)),
  ];
  if (early.length > 0) return { ok: false, problems: early };
  const pack = await packAroundChanges(database, head, set);
  const parsed = parsePack(pack);
  if (!parsed.ok) {
    const problems = parsed.problems.map(({ path, code, value }): EntryProblem => {
      const place = placeOf(path, pack);
      const change = set.find(({ kind, id }) => kind === place?.kind && id === place.id) ?? set[0];
      if (change === undefined) throw new RangeError(`a pack without changes has a problem at "${path}"`);
      return {
        kind: change.kind,
        id: change.id,
        path: place?.path ?? path,
        code,
        ...(value === undefined ? {} : { value }),
      };
    });
    return { ok: false, problems };
  }
  return { ok: true, changes: changes.map((change) => asParsed(change, parsed.pack)) };
}

function otherIds(changes: readonly EntryChange[]): EntryProblem[] {
  return changes.flatMap(({ kind, id, value }): EntryProblem[] => {
    const own = value === null || !('id' in value) ? id : value.id;
    return own === id ? [] : [{ kind, id, path: 'id', code: 'bad-id', value: own }];
  });
}

/** Under the id of an entry that the pack has taken back nothing is shown any more. */
function takenBack(head: PackHead, changes: readonly EntryChange[]): EntryProblem[] {
  return changes
    .filter(({ kind, id }) => retractedOf(head, kind).has(id))
    .map(({ kind, id }) => ({
      kind,
      id,
      path: 'id',
      code: 'taken-back',
    }));
}

/** A quote that others are parts of stays longer than they are. */
async function tooShort(
  database: Database,
  head: PackHead,
  changes: readonly EntryChange[],
): Promise<EntryProblem[]> {
  const quotes = changes.flatMap((each) =>
    each.kind === 'quote' && each.value !== null ? [each.value] : [],
  );
  const ids = quotes.map(({ id }) => id);
  const before = await entriesOf(database, head, 'quote', ids);
  const cut = quotes.filter((quote) => lengthOf(quote) < lengthOf(before.get(quote.id)?.value ?? quote));
  if (cut.length === 0) return [];
  const changed = new Set(ids);
  const others = (await wholePack(database, head.id))?.quotes.filter(({ id }) => !changed.has(id)) ?? [];
  return cut.flatMap((quote) => {
    const within = others.filter(({ containedIn }) => containedIn === quote.id);
    const longest = Math.max(0, ...within.map(lengthOf));
    return lengthOf(quote) > longest
      ? []
      : [{ kind: 'quote', id: quote.id, path: 'parts', code: 'not-longer' }];
  });
}

function asParsed(change: EntryChange, pack: Pack): EntryChange {
  if (change.value === null) return change;
  const of = <Row extends { id: string }>(rows: readonly Row[]) => rows.find(({ id }) => id === change.id);
  switch (change.kind) {
    case 'entity':
      return { ...change, value: of(pack.entities) ?? change.value };
    case 'pattern':
      return { ...change, value: of(pack.patterns) ?? change.value };
    case 'quote':
      return { ...change, value: of(pack.quotes) ?? change.value };
    case 'source':
      return { ...change, value: of(pack.sources) ?? change.value };
    case 'reference':
      return { ...change, value: pack.references[change.id] ?? change.value };
    case 'word-list':
      return { ...change, value: pack.wordLists[change.id] ?? change.value };
  }
}

const KINDS = { entities: 'entity', patterns: 'pattern', quotes: 'quote', sources: 'source' } as const;

function placeOf(path: string, pack: Pack): { kind: EntryKind; id: string; path: string } | undefined {
  const row = /^(entities|patterns|quotes|sources)\[(\d+)\]\.?(.*)$/u.exec(path);
  if (row !== null) {
    const [, list, index, rest = ''] = row;
    if (list !== 'entities' && list !== 'patterns' && list !== 'quotes' && list !== 'sources')
      return undefined;
    const id = pack[list][Number(index)]?.id;
    return id === undefined ? undefined : { kind: KINDS[list], id, path: rest };
  }
  for (const [kind, list] of [
    ['reference', 'references'],
    ['word-list', 'wordLists'],
  ] as const) {
    const within = Object.keys(pack[list]).flatMap((id) => {
      const start = `${list}.${id}`;
      const rest = path.startsWith(start) ? path.slice(start.length) : undefined;
      return rest === undefined || !/^(?:$|[.[])/u.test(rest) ? [] : [{ id, path: rest.replace(/^\./u, '') }];
    });
    // Of `a` and `a.b` the longer is meant.
    const [place] = within.toSorted((a, b) => b.id.length - a.id.length);
    if (place !== undefined) return { kind, ...place };
  }
  return undefined;
}

/** The changed entries, and of whatever they name as much as makes it an entry. */
async function packAroundChanges(
  database: Database,
  head: PackHead,
  changes: readonly EntryChange[],
): Promise<Pack> {
  const set = {
    entities: changes.flatMap((each) => (each.kind === 'entity' && each.value !== null ? [each.value] : [])),
    patterns: changes.flatMap((each) => (each.kind === 'pattern' && each.value !== null ? [each.value] : [])),
    quotes: changes.flatMap((each) => (each.kind === 'quote' && each.value !== null ? [each.value] : [])),
    sources: changes.flatMap((each) => (each.kind === 'source' && each.value !== null ? [each.value] : [])),
    references: changes.flatMap((each): [string, Reference][] =>
      each.kind === 'reference' && each.value !== null ? [[each.id, each.value]] : [],
    ),
    wordLists: changes.flatMap((each): [string, WordList][] =>
      each.kind === 'word-list' && each.value !== null ? [[each.id, each.value]] : [],
    ),
  };
  const stored = async <Kind extends EntryKind>(kind: Kind, ids: Iterable<string>) => {
    const changed = new Set(changes.filter((change) => change.kind === kind).map(({ id }) => id));
    const wanted = [...new Set(ids)].filter((id) => !changed.has(id));
    const found = await entriesOf(database, head, kind, wanted);
    return [...found.values()].flatMap(({ id, value }) => (value === undefined ? [] : [{ id, value }]));
  };
  const containers = await stored(
    'quote',
    set.quotes.flatMap(({ containedIn }) => containedIn ?? []),
  );
  const quotes = [...set.quotes, ...containers.map(({ value }) => bareQuote(value))];
  const entityIds = [
    ...set.entities.flatMap(({ related }) => related),
    ...set.patterns.map(({ entity }) => entity),
    ...quotes.flatMap(({ speaker, quotedBy, occasion, excerpts }) => [
      speaker,
      ...[quotedBy, occasion].filter((id) => id !== undefined),
      ...excerpts.flatMap(({ aboutStated }) => aboutStated),
    ]),
  ];
  const others = await stored('entity', entityIds);
  const pack: Pack = {
    ...headSays(head),
    entities: [...set.entities, ...others.map(({ value }) => bareEntity(value))],
    quotes,
    patterns: set.patterns,
    wordLists: Object.fromEntries([
      ...(await wordListsOf(database, head)).flatMap(({ id, value }): [string, WordList][] =>
        value === undefined ? [] : [[id, value]],
      ),
      ...set.wordLists,
    ]),
    sources: set.sources,
    references: {},
  };
  delete pack.retracted;
  const sources = await stored(
    'source',
    [...sourceUses(pack)].map(({ value }) => value),
  );
  const references = await stored(
    'reference',
    [...referenceUses(pack)].map(({ value }) => value),
  );
  return {
    ...pack,
    sources: [...pack.sources, ...sources.map(({ value }) => value)],
    references: Object.fromEntries([
      ...set.references,
      ...references.map(({ id, value }): [string, Reference] => [id, value]),
    ]),
  };
}

/** Who it is, and no more; nobody looks for it. */
export function bareEntity({ id, type, name }: Entity): Entity {
  return {
    id,
    type,
    name,
    nativeNames: [],
    detect: false,
    aliases: [],
    context: [],
    exclude: [],
    background: [],
    since: [],
    disputed: [],
    related: [],
  };
}

function bareQuote({ quotedBy: _, occasion: __, containedIn: ___, ...quote }: Quote): Quote {
  return { ...quote, excerpts: [], sic: [], inserted: [] };
}

/** A source, a reference or a list of words that is still cited cannot be deleted: what rests on it would go with it. */
const CITED: ReadonlySet<EntryKind> = new Set(['source', 'reference', 'word-list']);

async function stillCited(
  database: Database,
  head: PackHead,
  changes: readonly EntryChange[],
): Promise<EntryProblem[]> {
  const gone = changes.filter(({ kind, value }) => value === null && CITED.has(kind));
  if (gone.length === 0) return [];
  const changed = new Set(changes.map(({ kind, id }) => `${kind} ${id}`));
  const rest = await wholePack(database, head.id);
  if (rest === undefined) return [];
  const cited = (kind: EntryKind, uses: Iterable<{ value: string }>) =>
    [...uses].map(({ value }) => `${kind} ${value}`);
  const kept: Pack = {
    ...rest,
    entities: [
      ...rest.entities.filter(({ id }) => !changed.has(`entity ${id}`)),
      ...changes.flatMap((each) => (each.kind === 'entity' && each.value !== null ? [each.value] : [])),
    ],
    quotes: [
      ...rest.quotes.filter(({ id }) => !changed.has(`quote ${id}`)),
      ...changes.flatMap((each) => (each.kind === 'quote' && each.value !== null ? [each.value] : [])),
    ],
    patterns: [
      ...rest.patterns.filter(({ id }) => !changed.has(`pattern ${id}`)),
      ...changes.flatMap((each) => (each.kind === 'pattern' && each.value !== null ? [each.value] : [])),
    ],
  };
  const lists = [...wordUses(kept)].filter(({ value }) => value.startsWith('@'));
  const uses = new Set([
    ...cited('source', sourceUses(kept)),
    ...cited('reference', referenceUses(kept)),
    ...lists.map(({ value }) => `word-list ${value.slice(1)}`),
  ]);
  return gone
    .filter(({ kind, id }) => uses.has(`${kind} ${id}`))
    .map(({ kind, id }) => ({
      kind,
      id,
      path: '',
      code: 'still-cited',
    }));
}
