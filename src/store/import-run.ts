/** One import: read a file, compare it with what is there, write it in one transaction. Runs in a worker of its own. */
import { type DiffEntry, type DiffKind, diffPacks, isOlder, type PackDiff } from '../dataset/diff.ts';
import { BYTE_LIMIT, readInSteps } from '../dataset/formats/read.ts';
import type { Draft, ReadOptions, ReadResult } from '../dataset/formats/types.ts';
import { freeId, mergeInto } from '../dataset/merge.ts';
import type { Pack } from '../dataset/schema.ts';
import { SidelightError } from '../errors.ts';
import { bestGrade } from '../matching/ungraded.ts';
import type { Database, EditRow, Flags, Origin, PackHead } from './database.ts';
import {
  type AsideEdit,
  CHANGES_LISTED,
  type ChangeList,
  type ChangeLists,
  type HeadChange,
  type HeadField,
  type ImportChoice,
  type ImportDraft,
  type ImportPreview,
  type ImportProgress,
  type ImportStatus,
  type ImportTarget,
  type ListedChange,
  type UndoToken,
} from './manager-api.ts';
import { editedPack } from './overlay.ts';
import { changeOwn } from './own-pack.ts';
import { flagsOf, newPack, packRow, takenIds } from './pack-admin.ts';
import { editsOf, putPack, wholePack } from './packs.ts';
import { headOf } from './rows.ts';
import { headToChange } from './tables.ts';
import { recorded } from './undo.ts';

type Tell = (now: ImportProgress) => void;

export interface ImportAnswer {
  undo: UndoToken;
  packId: string;
}

/** What `commit` would do. */
interface Plan {
  draft: Draft;
  /** That would stand there. */
  pack: Pack;
  origin: Origin;
  flags: Flags;
  status: ImportStatus;
  /** The stamp of the pack that the preview has compared with. */
  stamp?: string;
}

export function createImport(database: Database) {
  let plan: Plan | undefined;

  return {
    async read(
      source: Blob | string,
      options: ReadOptions,
      into: ImportTarget | undefined,
      tell: Tell,
    ): Promise<ImportPreview> {
      plan = undefined;
      const result = await readSource(source, options, tell);
      if (!result.ok) return result;
      tell({ stage: 'compare', done: 0, total: 1 });
      plan = await planFor(database, result.draft, into);
      const preview = await previewOf(database, plan);
      const sha256 = typeof source === 'string' ? undefined : await sha256Of(source);
      tell({ stage: 'compare', done: 1, total: 1 });
      return { ok: true, ...preview, ...(sha256 === undefined ? {} : { sha256 }) };
    },

    async commit(choice: ImportChoice, tell: Tell): Promise<ImportAnswer> {
      if (plan === undefined)
        throw new SidelightError('refused', 'Nothing has been read that could be imported.');
      return commit(database, plan, choice, tell);
    },
  };
}

async function readSource(source: Blob | string, options: ReadOptions, tell: Tell): Promise<ReadResult> {
  if (typeof source !== 'string' && source.size > BYTE_LIMIT) {
    const text = `${source.size.toLocaleString('en')} bytes found; expected at most ${BYTE_LIMIT.toLocaleString('en')}`;
    return { ok: false, problems: [{ reason: 'too-large', text }], invalid: [] };
  }
  const input = typeof source === 'string' ? source : new Uint8Array(await source.arrayBuffer());
  const steps = readInSteps(input, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    tell({ stage: 'read', ...step.value });
  }
}

/** In hexadecimal digits, as the programs write it with which a reader may compare. */
async function sha256Of(file: Blob): Promise<string> {
  const sum = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function planFor(database: Database, draft: Draft, into: ImportTarget | undefined): Promise<Plan> {
  if (into !== undefined) return planInto(database, draft, into);
  const installed = await database.packs.get(draft.pack.id);
  const own = { origin: 'own' } as const;
  if (draft.format === 'pack') {
    if (installed === undefined) {
      return { draft, pack: draft.pack, origin: { origin: 'imported' }, flags: {}, status: 'new' };
    }
    const { stamp, flags } = installed;
    return {
      draft,
      pack: draft.pack,
      origin: originOf(installed),
      flags,
      status: statusOf(draft.pack, installed),
      stamp,
    };
  }
  // A list has no id of its own: one made of its file's name never stands in for somebody else's pack.
  if (installed?.origin === 'own') {
    return {
      draft,
      pack: draft.pack,
      origin: own,
      flags: installed.flags,
      status: 'own',
      stamp: installed.stamp,
    };
  }
  const taken = await takenIds(database);
  const pack = { ...draft.pack, id: freeId(draft.pack.id, (id) => taken.has(id)) };
  return { draft, pack, origin: own, flags: {}, status: 'new' };
}

async function planInto(database: Database, draft: Draft, into: ImportTarget): Promise<Plan> {
  const origin = { origin: 'own' } as const;
  if (typeof into !== 'string') {
    const empty = newPack(into.create, await takenIds(database));
    const { pack } = mergeInto(empty, draft.pack, 'same');
    return { draft, pack, origin, flags: flagsOf(into.create), status: 'new' };
  }
  const head = await headToChange(database, into);
  if (head.origin !== 'own')
    throw new SidelightError('not-own', 'Entries can be added to a pack of your own only.');
  const there = await wholePack(database, into, 'without');
  const pack = there === undefined ? draft.pack : mergeInto(there, draft.pack, 'same').pack;
  return { draft, pack, origin, flags: head.flags, status: 'into', stamp: head.stamp };
}

/** A newer import of the bundled pack stays the bundled one: the next version of the extension looks for it. */
function originOf(installed: PackHead): Origin {
  if (installed.origin !== 'bundled') return { origin: installed.origin };
  return { origin: 'bundled', shippedWith: installed.shippedWith };
}

function statusOf({ version }: Pack, installed: PackHead): ImportStatus {
  if (installed.origin === 'own') return 'own';
  if (isOlder(version, installed.version)) return 'older';
  return isOlder(installed.version, version) ? 'newer' : 'same';
}

async function previewOf(database: Database, plan: Plan): Promise<ImportDraft> {
  const { draft, pack, origin, flags, status } = plan;
  const installed = await database.packs.get(pack.id);
  const before = await wholePack(database, pack.id, 'without');
  const edits = await editsOf(database, pack.id);
  const edited = editedPack(pack, edits);
  const { pack: _, ...said } = draft;
  const { bytes: __, ...row } = packRow(headOf(edited.pack, origin, flags));
  const diff = diffPacks(before, pack);
  const types = new Map([...(before?.entities ?? []), ...pack.entities].map(({ id, type }) => [id, type]));
  // Whoever makes a pack has thought of the grades.
  const grades = new Map(
    draft.format === 'pack' ? [] : pack.entities.map((entity) => [entity.id, bestGrade(entity)]),
  );
  const added = diff.added.filter(({ kind }) => kind === 'entity').map(({ id }) => grades.get(id));
  const listed = (entries: readonly DiffEntry[], kind: DiffKind): ChangeList =>
    listOf(
      entries.filter((entry) => entry.kind === kind),
      ({ id, name, fields, retracted }) => {
        const type = kind === 'entity' ? types.get(id) : undefined;
        const grade = kind === 'entity' && fields === undefined ? grades.get(id) : undefined;
        return {
          id,
          name: name.text,
          ...(type === undefined ? {} : { type }),
          ...(grade === undefined ? {} : { grade }),
          ...(fields === undefined ? {} : { fields }),
          ...(retracted === undefined ? {} : { retracted }),
        };
      },
    );
  const lists = (kind: DiffKind): ChangeLists => ({
    added: listed(diff.added, kind),
    changed: listed(diff.changed, kind),
    removed: listed(diff.removed, kind),
  });
  return {
    ...said,
    pack: { ...row, counts: { ...row.counts, edited: edits.length } },
    status,
    ...(installed === undefined ? {} : { installed: packRow(installed) }),
    changes: {
      entities: lists('entity'),
      patterns: lists('pattern'),
      quotes: lists('quote'),
      sources: lists('source'),
      references: lists('reference'),
      wordLists: lists('word-list'),
      retracted: lists('retraction'),
    },
    head: before === undefined ? [] : headChanges(before, pack, diff),
    unsure: added.filter((grade) => grade === 'context' || grade === 'never').length,
    known: status === 'into' ? knownIn(before, draft.pack) : { count: 0, first: [] },
    editsKept: edits.length - edited.aside.length,
    editsAside: edited.aside.map(asideEdit),
  };
}

/** In the order in which a reader looks for them. */
const HEAD_FIELDS: readonly HeadField[] = [
  'version',
  'title',
  'licence',
  'checked',
  'home',
  'corrections',
  'sensitive',
];

function headChanges(before: Pack, after: Pack, { changed }: PackDiff): HeadChange[] {
  const differing = changed.find(({ kind }) => kind === 'head')?.fields ?? [];
  return HEAD_FIELDS.filter((field) => differing.includes(field)).map((field) => {
    const [was, is] = [before[field], after[field]];
    return {
      field,
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    };
  });
}

function knownIn(before: Pack | undefined, added: Pack): ChangeList {
  if (before === undefined) return { count: 0, first: [] };
  const known = new Set(mergeInto(before, added, 'same').known);
  return listOf(
    before.entities.filter(({ id }) => known.has(id)),
    ({ id, name, type }) => ({ id, name: Object.values(name)[0] ?? id, type }),
  );
}

function listOf<Entry>(entries: readonly Entry[], tell: (entry: Entry) => ListedChange): ChangeList {
  return { count: entries.length, first: entries.slice(0, CHANGES_LISTED).map(tell) };
}

function asideEdit({ edit, why }: ReturnType<typeof editedPack>['aside'][number]): AsideEdit {
  return { kind: edit.kind, id: edit.id, name: nameIn(edit), why };
}

function nameIn({ id, value }: Pick<EditRow, 'id' | 'value'>): string {
  if (value === null) return id;
  if (Array.isArray(value)) return `@${id}`;
  if ('name' in value) return Object.values(value.name)[0] ?? id;
  if ('parts' in value) return value.parts[0]?.exact ?? id;
  if ('groups' in value) return value.groups.map(([word]) => word).join(' … ');
  if ('title' in value) return Object.values(value.title)[0] ?? id;
  return value.publisher;
}

async function commit(
  database: Database,
  { draft, pack, origin, flags, status, stamp }: Plan,
  { withoutInvalid, replace, name }: ImportChoice,
  tell: Tell,
): Promise<ImportAnswer> {
  if (draft.invalid.length > 0 && !withoutInvalid) {
    throw new SidelightError('refused', 'Some rows are invalid. Import without them, or mend the file.');
  }
  if ((status === 'older' || status === 'own') && !replace) {
    throw new SidelightError(
      'refused',
      'What is there is newer, or your own. Say that it is to be replaced.',
    );
  }
  const undo = await recorded(database, name, [pack.id], async (before) => {
    const there = await database.packs.get(pack.id);
    if (there?.stamp !== stamp) {
      throw new SidelightError('overtaken', 'The pack was changed while you looked. Read the file again.');
    }
    if (status === 'into') {
      await changeOwn(database, pack.id, (own) => mergeInto(own, draft.pack, 'same').pack, before);
      return;
    }
    if (there === undefined) await before.clearPack(pack.id);
    else await before.keepPack(pack.id);
    await putPack(database, pack, origin, flags, (done, total) => tell({ stage: 'write', done, total }));
  });
  return { undo, packId: pack.id };
}
