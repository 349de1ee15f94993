/** Everything that a reader has, in one JSON file, and back: all of it or nothing. */
import * as v from 'valibot';
import { checkEntry } from '../dataset/check-entry.ts';
import type { Edit } from '../dataset/overlay.ts';
import { PROBLEM_LIMIT, parsePack, toProblem } from '../dataset/parse.ts';
import type { FieldProblem } from '../dataset/problem.ts';
import type { Pack } from '../dataset/schema.ts';
import { SidelightError } from '../errors.ts';
import type { Database, Flags, Origin } from './database.ts';
import { editRow } from './entries.ts';
import {
  type BadBackup,
  type ChangeName,
  ENTRY_KINDS,
  type RestorePreview,
  type UndoToken,
} from './manager-api.ts';
import { editsOf, packHeads, putPack, wholePack } from './packs.ts';
import { clearPack } from './tables.ts';
import { recorded } from './undo.ts';

/**
 * Of the file; a newer one is refused. 1 had no changes of patterns, and settings without their version: it is read as it
 * is. 2 has both, and 3 has changes of lists of words too.
 */
const BACKUP_VERSION = 3;

/** The settings of a file under this version; `newer` where only a later version could say what they mean. */
export type ReadSettings = (saved: Record<string, unknown>) => Record<string, unknown> | 'newer';

/** Bytes. Larger than the largest set of packs that the browser would hold with ease. */
const FILE_LIMIT = 500_000_000;

const SavedPack = v.object({
  origin: v.picklist(['bundled', 'imported', 'own']),
  shippedWith: v.optional(v.string()),
  flags: v.object({ sensitive: v.optional(v.boolean()), quietOnly: v.optional(v.boolean()) }),
  pack: v.unknown(),
  edits: v.array(
    v.object({
      kind: v.picklist(ENTRY_KINDS),
      id: v.string(),
      value: v.unknown(),
      added: v.optional(v.literal(true)),
    }),
  ),
});

const BackupFile = v.object({
  sidelightBackup: v.number(),
  made: v.pipe(v.string(), v.isoTimestamp()),
  settings: v.record(v.string(), v.unknown()),
  packs: v.array(SavedPack),
});

interface Restorable {
  made: string;
  settings: Record<string, unknown>;
  packs: { origin: Origin; flags: Flags; pack: Pack; edits: Edit[] }[];
}

/** @param settings entries of `storage.local` */
export async function writeBackup(database: Database, settings: Record<string, unknown>): Promise<Blob> {
  const parts: string[] = [];
  // In one transaction: a pack that another window changes meanwhile is in the file as it was, or as it is.
  await database.transaction('r', database.tables, async () => {
    for (const { id, origin, shippedWith, flags } of await packHeads(database)) {
      const pack = await wholePack(database, id, 'without');
      const edits = (await editsOf(database, id)).map(({ pack: _, about: __, ...edit }) => edit);
      // A text for each pack: together they may be longer than one text can be.
      parts.push(parts.length === 0 ? '' : ',', JSON.stringify({ origin, shippedWith, flags, pack, edits }));
    }
  });
  const head = { sidelightBackup: BACKUP_VERSION, made: new Date().toISOString(), settings };
  return new Blob([`${JSON.stringify(head).slice(0, -1)},"packs":[`, ...parts, ']}\n'], {
    type: 'application/json',
  });
}

type Read = { ok: true; backup: Restorable } | Extract<RestorePreview, { ok: false }>;

async function readBackup(file: Blob, readSettings: ReadSettings): Promise<Read> {
  const refuse = (why: BadBackup): Read => ({ ok: false, why, problems: [] });
  if (file.size > FILE_LIMIT) return refuse('too-large');
  let data: unknown;
  try {
    data = JSON.parse(await file.text());
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error;
    return refuse('not-json');
  }
  const version = data instanceof Object ? Reflect.get(data, 'sidelightBackup') : undefined;
  if (typeof version !== 'number') return refuse('no-backup');
  if (version > BACKUP_VERSION) return refuse('newer-form');
  const parsed = v.safeParse(BackupFile, data);
  if (!parsed.success)
    return { ok: false, why: 'unfit', problems: parsed.issues.slice(0, PROBLEM_LIMIT).map(toProblem) };
  const settings = readSettings(parsed.output.settings);
  return settings === 'newer' ? refuse('newer-form') : restorable({ ...parsed.output, settings });
}

function restorable({ made, settings, packs }: v.InferOutput<typeof BackupFile>): Read {
  const problems: FieldProblem[] = [];
  const restored: Restorable['packs'] = [];
  const ids = new Set<string>();
  for (const [at, { origin, shippedWith, flags, pack: data, edits }] of packs.entries()) {
    const parsed = parsePack(data);
    if (!parsed.ok) {
      problems.push(...parsed.problems.map((each) => within(`packs[${at}].pack`, each)));
      continue;
    }
    const { pack } = parsed;
    if (ids.has(pack.id)) {
      problems.push({
        path: `packs[${at}].pack.id`,
        code: 'repeated-id',
        value: pack.id,
      });
    }
    ids.add(pack.id);
    const own: Edit[] = [];
    for (const [e, edit] of edits.entries()) {
      const checked = editOf(pack.id, edit);
      if (checked.ok) own.push(checked.edit);
      else {
        const path = `packs[${at}].edits[${e}]`;
        problems.push(...checked.problems.map((each) => within(path, each)));
      }
    }
    restored.push({
      origin: origin === 'bundled' ? { origin, shippedWith: shippedWith ?? '' } : { origin },
      flags: flagsOf(flags),
      pack,
      edits: own,
    });
  }
  return problems.length > 0
    ? { ok: false, why: 'unfit', problems }
    : { ok: true, backup: { made, settings, packs: restored } };
}

function within(place: string, { path, code, value }: FieldProblem): FieldProblem {
  return { path: `${place}.${path}`, code, ...(value === undefined ? {} : { value }) };
}

function flagsOf({ sensitive, quietOnly }: v.InferOutput<typeof SavedPack>['flags']): Flags {
  return {
    ...(sensitive === undefined ? {} : { sensitive }),
    ...(quietOnly === undefined ? {} : { quietOnly }),
  };
}

function editOf(
  pack: string,
  { kind, id, value, added }: v.InferOutput<typeof SavedPack>['edits'][number],
): { ok: true; edit: Edit } | { ok: false; problems: FieldProblem[] } {
  const base = { pack, id, ...(added ? { added } : {}) };
  if (value === null) return { ok: true, edit: { ...base, kind, value } };
  const checked = checkEntry(kind, value);
  // What was checked as an entry of this kind is one.
  return checked.ok ? { ok: true, edit: { ...base, kind, value: checked.value } as Edit } : checked;
}

export async function previewRestore(
  database: Database,
  file: Blob,
  readSettings: ReadSettings,
): Promise<RestorePreview> {
  const read = await readBackup(file, readSettings);
  if (!read.ok) return read;
  const { made, settings, packs } = read.backup;
  const coming = new Set(packs.map(({ pack }) => pack.id));
  const count = (prefix: string) => Object.keys(settings).filter((key) => key.startsWith(prefix)).length;
  return {
    ok: true,
    made,
    packs: packs.map(({ pack, origin, edits }) => ({
      id: pack.id,
      title: pack.title,
      version: pack.version,
      origin: origin.origin,
      entities: pack.entities.length,
      edited: edits.length,
    })),
    lost: (await packHeads(database)).filter(({ id }) => !coming.has(id)).map(({ title }) => title),
    rules: count('site:'),
    muted: count('muted:'),
  };
}

/**
 * Puts the packs of a backup in place of all that are there, in one transaction. Settings lie elsewhere: they are left in
 * `pending`, in the same transaction, until `storage.local` has them.
 * @param now the settings that are there, for Undo
 */
export async function restoreBackup(
  database: Database,
  file: Blob,
  name: ChangeName,
  now: Record<string, unknown>,
  readSettings: ReadSettings,
): Promise<{ undo: UndoToken; settings: Record<string, unknown> }> {
  const read = await readBackup(file, readSettings);
  if (!read.ok) throw new SidelightError('bad-file', 'This is not a backup that can be restored.');
  const { packs, settings: wanted } = read.backup;
  const settings = patch(now, wanted);
  const there = (await packHeads(database)).map(({ id }) => id);
  const all = [...new Set([...there, ...packs.map(({ pack }) => pack.id)])];
  const undo = await recorded(database, name, all, async (before) => {
    await before.keepSettings(patch(wanted, now));
    for (const id of all) {
      await before.keepPack(id);
      await clearPack(database, id);
    }
    for (const { pack, origin, flags, edits } of packs) {
      await database.edits.bulkAdd(edits.map(editRow));
      await putPack(database, pack, origin, flags);
    }
    await database.pending.put({ key: 'settings', settings });
  });
  return { undo, settings };
}

/** What makes `to` of `from`: null takes an entry out. */
function patch(from: Record<string, unknown>, to: Record<string, unknown>): Record<string, unknown> {
  const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  return { ...Object.fromEntries(gone.map((key) => [key, null])), ...to };
}
