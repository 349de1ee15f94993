import type { ReadOptions } from '../../../src/dataset/formats/types.ts';
import { settingsBox } from '../../../src/settings/store.ts';
import type {
  ChangeName,
  ImportChoice,
  ImportRun,
  ImportTarget,
  Manager,
} from '../../../src/store/manager-api.ts';
import { createManager } from '../../../src/store/manager-client.ts';

export { openDatabase } from '../../../src/store/database.ts';

/** As the options page makes it. */
export function open(): Manager {
  return createManager({
    startWorker: () => new Worker('/store-worker.js'),
    settings: settingsBox,
    changed: () => {
      writes += 1;
    },
  });
}

/** How often the background was told. */
export let writes = 0;

export const NAME: ChangeName = { what: 'saved', name: 'Osric Vane' };

export const GO: ImportChoice = { withoutInvalid: true, replace: false, name: NAME };

export function start(
  manager: Manager,
  source: string | Blob,
  read: ReadOptions = {},
  into?: ImportTarget,
): { run: ImportRun; cancel: () => void; stages: Set<string> } {
  const stop = new AbortController();
  const stages = new Set<string>();
  const run = manager.startImport(source, {
    read,
    ...(into === undefined ? {} : { into }),
    progress: ({ stage }) => stages.add(stage),
    signal: stop.signal,
  });
  return { run, cancel: () => stop.abort(new Error('cancelled')), stages };
}

/** @returns the token of its Undo, and the pack's id */
export async function importText(
  manager: Manager,
  source: string,
  choice = GO,
): Promise<{ undo: string; packId: string }> {
  const { run } = start(manager, source);
  await run.preview;
  return run.commit(choice);
}

export const ALL = {
  text: '',
  types: [],
  packs: [],
  edited: false,
  sort: 'best',
  descending: false,
  langs: ['en'],
} as const;
