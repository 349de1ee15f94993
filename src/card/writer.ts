/** Changes that the reader makes from a card: saved in every pack that knows the entity, or in none. */
import type { CardHost } from '../messages/card-seam.ts';
import type { PageWrite } from '../messages/page.ts';
import { isGone } from './gone.ts';
import type { CardEvent, Change, Notice } from './state.ts';

type Save = NonNullable<CardHost['write']>;

/** Makes a change (`on`) or takes it back. */
export type Write = (change: Change, on: boolean) => void;

export function writer(save: Save, send: (event: CardEvent) => void): Write {
  return (change, on) => {
    const tell = (step: Notice['step']) => send({ type: 'notice', notice: { ...change, step } });
    tell(on ? 'saving' : 'undoing');
    saveAll(save, change, on).then(
      () => tell(on ? 'done' : 'undone'),
      (error) => (isGone(error) ? send({ type: 'orphaned' }) : tell(on ? 'failed' : 'kept')),
    );
  };
}

async function saveAll(save: Save, { kind, entities }: Change, on: boolean): Promise<void> {
  const writes: PageWrite[] =
    kind === 'siteOff' ? [{ kind, on }] : entities.map((entity) => ({ kind, entity, on }));
  const saved: PageWrite[] = [];
  try {
    for (const write of writes) {
      await save(write);
      saved.push(write);
    }
  } catch (error) {
    // The reader is told that nothing was changed.
    await Promise.allSettled(saved.map((write) => save({ ...write, on: !on })));
    throw error;
  }
}
