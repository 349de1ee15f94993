/** Changes of single entries: in a pack of the reader's own they change the pack, over any other they lie as edits. */
import { mergeInto } from '../dataset/merge.ts';
import type { Edit } from '../dataset/overlay.ts';
import type { Entity, Pack, Pattern, Quote } from '../dataset/schema.ts';
import { SidelightError } from '../errors.ts';
import type { EntityKey } from '../matching/types.ts';
import { patternsAround, quotesAround, withCited } from './around.ts';
import type { Database, EditRow, PackHead } from './database.ts';
import { bareEntity, checkChanges } from './entry-problems.ts';
import type { ChangeName, EntryChange, EntryKind, EntryProblem, EntryRef, Saved } from './manager-api.ts';
import { entriesOf, type Overlaid, wordListsOf } from './overlay.ts';
import { changeOwn, setOwn, withChanges } from './own-pack.ts';
import { aboutOf, newStamp, tally } from './rows.ts';
import { headToChange, rowsOfPack } from './tables.ts';
import { type Before, recorded } from './undo.ts';

/** Ends a transaction that has found problems: nothing of it stays. */
class Unfit extends Error {
  readonly problems: EntryProblem[];
  constructor(problems: EntryProblem[]) {
    super('the entries do not fit');
    this.problems = problems;
  }
}

/** Runs a change and gives its problems as data. */
export async function saved(name: ChangeName, work: () => Promise<string>): Promise<Saved> {
  try {
    return { ok: true, undo: await work(), name };
  } catch (error) {
    if (error instanceof Unfit) return { ok: false, problems: error.problems };
    throw error;
  }
}

export function changeEntries(
  database: Database,
  packId: string,
  changes: readonly EntryChange[],
  name: ChangeName,
): Promise<Saved> {
  return saved(name, () =>
    recorded(database, name, [packId], async (before) => {
      const head = await headToChange(database, packId);
      await applyChanges(database, head, changes, before);
    }),
  );
}

/** What would keep the changes from being written. */
export function problemsOf(
  database: Database,
  packId: string,
  changes: readonly EntryChange[],
): Promise<EntryProblem[]> {
  return database.transaction('r', database.tables, async () => {
    const checked = await checkChanges(database, await headToChange(database, packId), changes);
    return checked.ok ? [] : checked.problems;
  });
}

/** Within a transaction. Throws where the entries do not fit the pack. */
export async function applyChanges(
  database: Database,
  head: PackHead,
  wanted: readonly EntryChange[],
  before: Before,
): Promise<void> {
  const checked = await checkChanges(database, head, wanted);
  if (!checked.ok) throw new Unfit(checked.problems);
  const { changes } = checked;
  if (head.origin !== 'own') await layEdits(database, head, changes, before);
  else if (changes.every(({ value }) => value !== null)) await setOwn(database, head, changes, before);
  else await changeOwn(database, head.id, (pack) => withChanges(pack, changes), before);
}

export async function revertEntries(
  database: Database,
  packId: string,
  entries: readonly EntryRef[],
  name: ChangeName,
): Promise<Saved> {
  return saved(name, () =>
    recorded(database, name, [packId], async (before) => {
      const head = await headToChange(database, packId);
      await withEdits(database, head, entries, before, async () => {
        await database.edits.bulkDelete(
          entries.map(({ kind, id }): [string, EntryKind, string] => [packId, kind, id]),
        );
      });
    }),
  );
}

/** Entities with their quotes, and what these cite, out of their packs into one of the reader's own. */
export async function moveEntities(
  database: Database,
  keys: readonly EntityKey[],
  toPack: string,
  name: ChangeName,
): Promise<Saved & { keys: EntityKey[] }> {
  const byPack = new Map<string, string[]>();
  for (const key of keys) {
    const slash = key.indexOf('/');
    const pack = key.slice(0, slash);
    byPack.set(pack, [...(byPack.get(pack) ?? []), key.slice(slash + 1)]);
  }
  const moved: EntityKey[] = [];
  const done = await saved(name, () =>
    recorded(database, name, [...new Set([...byPack.keys(), toPack])], async (before) => {
      const target = await headToChange(database, toPack);
      if (target.origin !== 'own' || byPack.has(toPack)) {
        throw new SidelightError(
          'not-own',
          'Entries can be moved to another pack, and only to one of your own.',
        );
      }
      for (const [packId, ids] of byPack) {
        const head = await headToChange(database, packId);
        const { part, quoters } = await partOf(database, head, ids);
        await changeOwn(
          database,
          toPack,
          (pack) => {
            const there = new Set(pack.entities.map((each) => JSON.stringify(each)));
            const coming = quoters.filter((each) => !there.has(JSON.stringify(each)));
            const entities = [...part.entities, ...coming];
            const merged = mergeInto(pack, { ...part, entities }, 'other');
            for (const { id } of part.entities) moved.push(`${toPack}/${merged.ids.get(id) ?? id}`);
            return merged.pack;
          },
          before,
        );
        const changes = part.entities.map(({ id }): EntryChange => ({ kind: 'entity', id, value: null }));
        await applyChanges(database, head, changes, before);
      }
    }),
  );
  return { ...done, keys: moved };
}

/**
 * These entities, the quotes by them, their patterns, and all that these cite. What they name in their pack stays there,
 * but for whoever has handed a quote down: without `quoters` it would read as heard from the speaker.
 */
async function partOf(
  database: Database,
  head: PackHead,
  ids: readonly string[],
): Promise<{ part: Pack; quoters: Entity[] }> {
  const found = await entriesOf(database, head, 'entity', ids);
  const entities = [...found.values()].flatMap(({ value }) => (value === undefined ? [] : [value]));
  const quotes: Quote[] = [];
  for (const { id } of entities) {
    for (const { value } of await quotesAround(database, head, id)) {
      if (value?.speaker === id) quotes.push(value);
    }
  }
  const here = new Set(entities.map(({ id }) => id));
  const quotedBy = new Set(quotes.flatMap((quote) => quote.quotedBy ?? []).filter((id) => !here.has(id)));
  const others = await entriesOf(database, head, 'entity', [...quotedBy]);
  const quoters = [...others.values()].flatMap(({ value }) =>
    value === undefined ? [] : [bareEntity(value)],
  );
  const lists = await wordListsOf(database, head);
  const wordLists = Object.fromEntries(
    lists.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]])),
  );
  const cited = await withCited(database, head, entities, quotes);
  const patterns: Pattern[] = [];
  for (const id of here) {
    for (const { value } of await patternsAround(database, head, id)) {
      if (value !== undefined) patterns.push(value);
    }
  }
  return { part: strip({ ...cited, entities, wordLists, patterns }), quoters };
}

/** Without ids of entities that do not come along. */
function strip(part: Pack): Pack {
  const here = new Set(part.entities.map(({ id }) => id));
  const quotes = new Set(part.quotes.map(({ id }) => id));
  return {
    ...part,
    entities: part.entities.map((entity) => ({
      ...entity,
      related: entity.related.filter((id) => here.has(id)),
    })),
    quotes: part.quotes.map(({ occasion, containedIn, ...quote }) => ({
      ...quote,
      ...(occasion !== undefined && here.has(occasion) ? { occasion } : {}),
      ...(containedIn !== undefined && quotes.has(containedIn) ? { containedIn } : {}),
      excerpts: quote.excerpts.map((excerpt) => ({
        ...excerpt,
        aboutStated: excerpt.aboutStated.filter((id) => here.has(id)),
      })),
    })),
  };
}

// Over a pack that is not the reader's own ----------------------------------------------------------------------------

async function layEdits(
  database: Database,
  head: PackHead,
  changes: readonly EntryChange[],
  before: Before,
): Promise<void> {
  await withEdits(database, head, changes, before, async (there) => {
    for (const change of changes) {
      const entry = there.get(change);
      const original = entry?.original ?? (entry?.edit === null ? entry.value : undefined);
      const isAsPublished =
        original !== undefined && JSON.stringify(original) === JSON.stringify(change.value);
      if (isAsPublished || (change.value === null && original === undefined)) {
        await database.edits.delete([head.id, change.kind, change.id]);
      } else {
        const added = original === undefined ? ({ added: true } as const) : {};
        await database.edits.put(editRow({ ...change, pack: head.id, ...added }));
      }
    }
  });
}

/** Keeps the edits for Undo, runs a change of them, and brings the head up to date. */
async function withEdits<Ref extends EntryRef>(
  database: Database,
  head: PackHead,
  refs: readonly Ref[],
  before: Before,
  change: (there: ReadonlyMap<Ref, Overlaid<unknown>>) => Promise<void>,
): Promise<void> {
  await before.keepRows(
    'edits',
    refs.map(({ kind, id }): [string, EntryKind, string] => [head.id, kind, id]),
  );
  const counts = { ...head.counts };
  // The head does not know yet of edits that this change makes.
  const asked = { ...head, counts: { ...counts, edited: 1 } };
  const entries = async (sign: 1 | -1) => {
    const found = new Map<Ref, Overlaid<unknown>>();
    for (const ref of refs) {
      const entry = (await entriesOf(database, asked, ref.kind, [ref.id])).get(ref.id);
      if (entry === undefined) continue;
      found.set(ref, entry);
      if (entry.value !== undefined) tally(counts, ref.kind, entry.value, sign);
      // With an entity go the quotes of which it is the speaker.
      if (ref.kind !== 'entity' || entry.value === undefined) continue;
      for (const { value } of await quotesAround(database, asked, ref.id)) {
        if (value?.speaker === ref.id) counts.quotes += sign;
      }
    }
    return found;
  };
  await change(await entries(-1));
  await entries(1);
  counts.edited = await rowsOfPack(database, 'edits', head.id).count();
  await database.packs.put({ ...head, counts, stamp: newStamp() });
}

export function editRow(edit: Edit): EditRow {
  if (edit.kind !== 'quote' || edit.value === null) return { ...edit, about: [] };
  const { pack, value } = edit;
  return { ...edit, about: [...new Set([`${pack}/${value.speaker}`, ...aboutOf(pack, value)])] };
}
