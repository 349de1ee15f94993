/** The manager's store as the pages have it: a worker does the work, `storage.local` holds the settings. */
import { report, SidelightError } from '../errors.ts';
import { type Caller, callerOf } from './calls.ts';
import type {
  ChangeName,
  ImportOptions,
  ImportPreview,
  ImportRun,
  Manager,
  Saved,
  UndoToken,
} from './manager-api.ts';
import type { StoreCalls } from './worker.ts';

export interface ManagerParts {
  /** Of `entrypoints/store-worker`. Each import gets one of its own. */
  startWorker: () => Worker;
  settings: SettingsBox;
  /** Called after each write: the background reads its packs anew. */
  changed: () => void;
}

/** Everything in `storage.local`, by key. */
export interface SettingsBox {
  readAll(): Promise<Record<string, unknown>>;
  /** Sets these entries; null takes one out. */
  write(entries: Record<string, unknown>): Promise<void>;
  /** Takes everything out but `withoutBundled`, what is kept in memory too. */
  clear(): Promise<void>;
  /** The entry that keeps the bundled pack from coming back by itself. */
  readonly withoutBundled: { key: string };
}

type AnswerTo<Name extends keyof StoreCalls> = StoreCalls[Name] extends (
  ...args: never[]
) => Promise<infer Answer>
  ? Answer
  : never;

type Ask = <Name extends keyof StoreCalls>(name: Name, ...args: unknown[]) => Promise<AnswerTo<Name>>;

function askOf(caller: Caller, progress?: (now: never) => void): Ask {
  return async <Name extends keyof StoreCalls>(name: Name, ...args: unknown[]): Promise<AnswerTo<Name>> =>
    // Both ends are one build of one extension: the answer has the type of the contract.
    (await caller.call(name, args, progress)) as AnswerTo<Name>;
}

export function createManager({ startWorker, settings, changed }: ManagerParts): Manager {
  const caller = callerOf(startWorker());
  const ask = askOf(caller);
  // A page that was closed between a restore and its settings: they are written now.
  const settled = settle(ask, settings).catch(report);

  const token = async (name: ChangeName, work: Promise<UndoToken>) => {
    const undo = await work;
    changed();
    return { undo, name };
  };
  const saved = async <Done extends Saved>(work: Promise<Done>): Promise<Done> => {
    const done = await work;
    if (done.ok) changed();
    return done;
  };
  const bundled = async (packId: string) =>
    (await ask('packs')).some(({ id, origin }) => id === packId && origin === 'bundled');

  return {
    packs: () => ask('packs'),
    createPack: (pack, entries, name) => saved(ask('createPack', pack, entries, name)),
    changePack: (packId, change, entries, name) => saved(ask('changePack', packId, change, entries, name)),
    wordLists: (packId) => ask('wordLists', packId),
    async removePack(packId, name) {
      // First the setting: the background puts the bundled pack back where it is wanted and missing.
      const { key } = settings.withoutBundled;
      const isBundled = await bundled(packId);
      if (isBundled) await settings.write({ [key]: true });
      return token(name, ask('removePack', packId, name, isBundled ? { [key]: null } : undefined));
    },
    wholePack: (packId, edits) => ask('wholePack', packId, edits),
    exportPack: (packId, format, edits, options = {}) => ask('exportPack', packId, format, edits, options),
    exportLosses: (packId, edits) => ask('exportLosses', packId, edits),

    rows: (query, from, to) => ask('rows', query, from, to),
    keys: (query) => ask('keys', query),
    entity: (key) => ask('entity', key),
    around: (key, draft) => ask('around', key, draft),
    sources: (packId, text = '') => ask('sources', packId, text),
    change: (packId, entries, name) => saved(ask('change', packId, entries, name)),
    check: (packId, entries) => ask('check', packId, entries),
    revert: (packId, entries, name) => saved(ask('revert', packId, entries, name)),
    move: (keys, toPack, name) => saved(ask('move', keys, toPack, name)),
    freeId: (packId, kind, name) => ask('freeId', packId, kind, name),
    explain: (question) => ask('explain', question),

    startImport: (source, options) => startImport(callerOf(startWorker()), source, options, changed),

    async undo(undone) {
      await settled;
      await ask('undo', undone);
      await settle(ask, settings);
      changed();
    },
    lastChange: () => ask('lastChange'),
    putAway: (token) => ask('putAway', token),

    backup: async () => ask('backup', await settings.readAll()),
    previewRestore: (file) => ask('previewRestore', file),
    async restore(file, name) {
      await settled;
      const { undo } = await ask('restore', file, name, await settings.readAll());
      await settle(ask, settings);
      changed();
      return { undo, name };
    },

    async storage() {
      const { usage = 0, quota = 0 } = await navigator.storage.estimate();
      return { usage, quota, persisted: await navigator.storage.persisted() };
    },
    persist: () => navigator.storage.persist(),
    async wipe() {
      await settings.write({ [settings.withoutBundled.key]: true });
      await ask('clear');
      await settings.clear();
      changed();
    },
    recover: () => ask('recover'),
  };
}

/** Brings the settings of a restore, or of its Undo, from the database to where settings lie. */
async function settle(ask: Ask, settings: SettingsBox): Promise<void> {
  const pending = await ask('pendingSettings');
  if (pending === undefined) return;
  await settings.write(pending);
  await ask('settingsWritten');
}

function startImport(
  caller: Caller,
  source: Blob | string,
  { read, into, progress, signal }: ImportOptions,
  changed: () => void,
): ImportRun {
  const ask = askOf(caller, progress);
  const cancel = () => caller.end(signal.reason);
  if (signal.aborted) cancel();
  else signal.addEventListener('abort', cancel, { once: true });
  const readIt = (options: typeof read, target: typeof into): Promise<ImportPreview> =>
    ask('readImport', source, options, target);
  return {
    preview: readIt(read, into),
    readAgain: readIt,
    async commit(choice) {
      const done = await ask('commitImport', choice).catch((error: unknown) => {
        // The worker may have been through with it when it was ended.
        if (signal.aborted) changed();
        throw error;
      });
      signal.removeEventListener('abort', cancel);
      caller.end(new SidelightError('gone', 'This import has ended.'));
      changed();
      return { ...done, name: choice.name };
    },
  };
}
