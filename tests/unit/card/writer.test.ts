import { describe, expect, it } from 'vitest';
import type { CardEvent, Change } from '../../../src/card/state.ts';
import { writer } from '../../../src/card/writer.ts';
import type { PageWrite } from '../../../src/messages/page.ts';

const MUTE: Change = { kind: 'mute', entities: ['harbour/osric-vane', 'port/vane'], name: 'Osric Vane' };

/** Makes changes one after the other; a write of an entity in `broken` fails. */
async function afterWriting(
  changes: readonly [Change, boolean][],
  broken: readonly string[] = [],
  error = new Error('no'),
) {
  const stored = new Set<string>();
  const told: string[] = [];
  const save = async (write: PageWrite) => {
    const what = 'entity' in write ? write.entity : write.kind;
    if (broken.includes(`${write.on ? '+' : '-'}${what}`)) throw error;
    if (write.on) stored.add(what);
    else stored.delete(what);
  };
  const tell = (event: CardEvent) =>
    told.push(event.type === 'notice' ? `${event.notice.name} ${event.notice.step}` : event.type);
  for (const [change, on] of changes) {
    writer(save, tell)(change, on);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { stored: [...stored], told };
}

describe('a change made from a card', () => {
  it('reaches the entity in every pack, and is taken back in every pack', async () => {
    expect((await afterWriting([[MUTE, true]])).stored).toEqual(MUTE.entities);
    expect(
      await afterWriting([
        [MUTE, true],
        [MUTE, false],
      ]),
    ).toEqual({
      stored: [],
      told: ['Osric Vane saving', 'Osric Vane done', 'Osric Vane undoing', 'Osric Vane undone'],
    });
  });

  it('of the site is saved once', async () => {
    expect((await afterWriting([[{ ...MUTE, kind: 'siteOff' }, true]])).stored).toEqual(['siteOff']);
  });

  it('is in no pack where one could not be saved', async () => {
    expect(await afterWriting([[MUTE, true]], ['+port/vane'])).toEqual({
      stored: [],
      told: ['Osric Vane saving', 'Osric Vane failed'],
    });
  });

  it('holds in every pack, and is said to hold, where it could not be taken back in one', async () => {
    const { stored, told } = await afterWriting(
      [
        [MUTE, true],
        [MUTE, false],
      ],
      ['-port/vane'],
    );
    expect(stored.toSorted()).toEqual(MUTE.entities);
    expect(told.slice(2)).toEqual(['Osric Vane undoing', 'Osric Vane kept']);
  });

  it('says so where the extension has gone', async () => {
    const gone = Object.assign(new Error('gone'), { trouble: 'gone' });
    expect((await afterWriting([[MUTE, true]], ['+harbour/osric-vane'], gone)).told).toEqual([
      'Osric Vane saving',
      'orphaned',
    ]);
  });
});
