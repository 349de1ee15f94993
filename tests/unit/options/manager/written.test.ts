import { beforeEach, describe, expect, it } from 'vitest';
import { SidelightError } from '../../../../src/errors.ts';
import {
  announce,
  changedElsewhere,
  changeText,
  offerLastChange,
  undoFailure,
} from '../../../../src/options/manager/written.ts';
import type { ChangeName, LastChange, Manager } from '../../../../src/store/manager-api.ts';
import { createNotices } from '../../../../src/ui/notices.ts';
import { managerApi } from '../../../gallery/manager-api.ts';
import { speak } from '../../../support/messages.ts';

const SAVED: ChangeName = { what: 'saved', name: 'Osric Vane' };
const last = (undo: string, name: ChangeName = SAVED): LastChange => ({
  undo,
  name,
  packs: ['harbour'],
  at: 1,
});

/** A page with a store that answers with these last changes, one after the other. */
function page(...changes: (LastChange | null)[]) {
  const asked: string[] = [];
  const store: Partial<Manager> = {
    lastChange: async () => (changes.length > 1 ? changes.shift() : changes[0]) ?? null,
    undo: async (token) => void asked.push(`undo ${token}`),
    putAway: async (token) => void asked.push(`put away ${token}`),
  };
  return { api: managerApi({ store, api: { notices: createNotices(undoFailure) } }), asked };
}

beforeEach(() => speak('en'));

describe('the last change', () => {
  it('is offered after a reload in the words in which it was told, and is taken back', async () => {
    const before = page();
    announce(before.api, last('u1'));
    const { api, asked } = page(last('u1'));
    await offerLastChange(api.store, api.notices);
    expect(api.notices.current?.text).toBe(before.api.notices.current?.text);
    expect(api.notices.current).toMatchObject({ text: 'Osric Vane was saved.', step: 'offered' });
    await api.notices.undo();
    expect(asked).toEqual(['undo u1']);
  });

  it('is offered in the language that the interface has now', async () => {
    speak('fa');
    const { api } = page(last('u1', { what: 'names-added', count: 20, title: 'My names' }));
    await offerLastChange(api.store, api.notices);
    expect(api.notices.current?.text).toContain('۲۰');
  });

  it('never takes the place of what was done meanwhile', async () => {
    const { api } = page(last('u1'));
    const offered = offerLastChange(api.store, api.notices);
    api.notices.done('Something else was done.');
    await offered;
    expect(api.notices.current?.text).toBe('Something else was done.');
  });

  it('is not offered again once it was put away', async () => {
    const { api, asked } = page(last('u1'));
    await offerLastChange(api.store, api.notices);
    api.notices.dismiss();
    expect(asked).toEqual(['put away u1']);
  });

  it('is nothing to speak of where the database cannot be opened', async () => {
    const { api } = page();
    api.store.lastChange = () => Promise.reject(new SidelightError('store-broken', 'broken'));
    await offerLastChange(api.store, api.notices);
    expect(api.notices.current).toBeUndefined();
  });
});

describe('a change in another window', () => {
  it('has the lists read anew, and takes away what cannot be undone any more', async () => {
    const { api, asked } = page(last('u1'), last('u2'));
    await offerLastChange(api.store, api.notices);
    const before = api.notices.revision;
    await changedElsewhere(api.store, api.notices);
    expect(api.notices.revision).toBeGreaterThan(before);
    expect(api.notices.current).toBeUndefined();
    // It was not the reader who put it away.
    expect(asked).toEqual([]);
  });

  it('leaves what can still be undone', async () => {
    const { api } = page(last('u1'));
    await offerLastChange(api.store, api.notices);
    await changedElsewhere(api.store, api.notices);
    expect(api.notices.current?.step).toBe('offered');
  });
});

it('every kind of change has words of its own, in both languages', () => {
  const names: ChangeName[] = [
    ...(['made', 'changed', 'removed', 'imported', 'saved', 'moved', 'reverted'] as const).map((what) => ({
      what,
      name: 'Osric Vane',
    })),
    { what: 'names-added', count: 2, title: 'My names' },
    { what: 'restored' },
  ];
  for (const lang of ['en', 'fa'] as const) {
    speak(lang);
    expect(new Set(names.map(changeText)).size).toBe(names.length);
  }
});
