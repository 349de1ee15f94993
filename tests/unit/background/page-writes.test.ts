import { describe, expect, it } from 'vitest';
import type { DocumentRecord } from '../../../src/background/documents.ts';
import { entryFor } from '../../../src/background/page-writes.ts';
import { SidelightError } from '../../../src/errors.ts';
import type { PageWrite } from '../../../src/messages/page.ts';
import { parseSettings } from '../../../src/settings/schema.ts';

const SITE = 'a.example';
const ADA = 'p/ada';

function newRecord(): DocumentRecord {
  return {
    document: 'h1',
    read: false,
    evidence: '',
    targets: [
      {
        entities: [ADA],
        type: 'person',
        name: 'Ada',
        grade: 'strong',
        because: { rule: 'full-name', words: [] },
      },
    ],
    blocks: {},
    hidden: [],
    pending: [],
    offered: [],
    changed: {},
  };
}

/** Lets a page write, one after the other; gives what is stored after it. */
function storedAfter(stored: Record<string, unknown>, writes: readonly PageWrite[], record = newRecord()) {
  const now = new Map(Object.entries(stored));
  for (const write of writes) {
    const settings = parseSettings(Object.fromEntries(now), 'marks');
    const entry = entryFor(write, SITE, settings, record);
    if (entry?.value === undefined) now.delete(entry?.key ?? '');
    else now.set(entry.key, entry.value);
  }
  return Object.fromEntries(now);
}

const off = (on: boolean): PageWrite => ({ kind: 'siteOff', on });
const mute = (on: boolean, entity = ADA): PageWrite => ({ kind: 'mute', entity, on });
const refuse = (on: boolean): PageWrite => ({ kind: 'notThisPerson', entity: ADA, on });

describe('a write of a page', () => {
  it.each<[string, PageWrite, Record<string, unknown>]>([
    ['mutes what it mentions', mute(true), { 'muted:p/ada': true }],
    ['says "not this person" on its own site', refuse(true), { 'refused:a.example p/ada': true }],
    ['switches its own site off', off(true), { 'site:a.example': 'off' }],
  ])('%s', (_, write, stored) => {
    expect(storedAfter({}, [write])).toEqual(stored);
  });

  it.each<[string, Record<string, unknown>, PageWrite[]]>([
    ['a rule that was there', { 'site:a.example': 'quiet' }, [off(true), off(false)]],
    ['a rule, though it was asked twice', { 'site:a.example': 'quiet' }, [off(true), off(true), off(false)]],
    ['no rule', {}, [off(true), off(false), off(false)]],
    ['a name that was shown', {}, [mute(true), mute(false), mute(false)]],
    ['a person', {}, [refuse(true), refuse(true), refuse(false)]],
  ])('is taken back to %s', (_, stored, writes) => {
    expect(storedAfter(stored, writes)).toEqual(stored);
  });

  it.each<[string, Record<string, unknown>, PageWrite]>([
    ['a rule that keeps it quiet', { 'site:a.example': 'quiet' }, off(false)],
    ['a rule that keeps it off', { 'site:a.example': 'off' }, off(false)],
    ['a name that the reader has muted', { 'muted:p/ada': true }, mute(false)],
    ['a person whom the reader has refused', { 'refused:a.example p/ada': true }, refuse(false)],
  ])('never takes away what its page has not put there: %s', (_, stored, write) => {
    expect(storedAfter(stored, [write])).toEqual(stored);
    // Nor by asking for it first.
    expect(storedAfter(stored, [{ ...write, on: true }, write])).toEqual(stored);
  });

  it('leaves alone what the reader has chosen since', () => {
    const record = newRecord();
    storedAfter({}, [off(true)], record);
    expect(storedAfter({ 'site:a.example': 'quiet' }, [off(false)], record)).toEqual({
      'site:a.example': 'quiet',
    });
  });

  it('is refused for an entity that its page does not mention', () => {
    expect(() => storedAfter({}, [mute(true, 'p/eve')])).toThrow(SidelightError);
    expect(storedAfter({}, [mute(true, 'p/eve')], { ...newRecord(), offered: ['p/eve'] })).toEqual({
      'muted:p/eve': true,
    });
  });
});
