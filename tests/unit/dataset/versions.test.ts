import { describe, expect, it } from 'vitest';
import { diffPacks, isOlder } from '../../../src/dataset/diff.ts';
import { mend } from '../../../src/dataset/mend.ts';
import { applyEdits, type Edit } from '../../../src/dataset/overlay.ts';
import { parsePack } from '../../../src/dataset/parse.ts';
import type { Entity, Pack } from '../../../src/dataset/schema.ts';
import { harbourFile } from './broken-pack.ts';

function harbour(changes: Partial<Pack> = {}): Pack {
  const parsed = parsePack({ ...harbourFile(), ...changes });
  if (!parsed.ok) expect.fail(JSON.stringify(parsed.problems));
  return parsed.pack;
}

function isValid(pack: Pack): boolean {
  return parsePack(structuredClone(pack)).ok;
}

describe('the difference of two versions', () => {
  it('is empty for the same pack', () => {
    const { added, changed, removed, same } = diffPacks(harbour(), harbour());
    expect({ added, changed, removed, same }).toEqual({ added: [], changed: [], removed: [], same: 27 });
  });

  it('of a pack that is new is everything in it', () => {
    const { added, changed, removed } = diffPacks(undefined, harbour());
    expect([added.length, changed, removed]).toEqual([26, [], []]);
    expect(added[0]).toEqual({
      kind: 'entity',
      id: 'mara-tennick',
      name: { text: 'Mara Tennick', lang: 'en' },
    });
  });

  it('tells what was added, changed and removed by id, with the fields that differ', () => {
    const older = harbour();
    const newer = harbour();
    newer.version = '1.3.0';
    const [mara] = newer.entities;
    if (mara) Object.assign(mara, { detect: false, name: { en: 'Mara Tennick-Hale' } });
    newer.quotes = newer.quotes.slice(1);
    newer.wordLists = { ...newer.wordLists, ships: ['Gull'] };
    const { added, changed, removed } = diffPacks(older, newer);
    expect(added).toMatchObject([{ kind: 'word-list', id: 'ships' }]);
    expect(changed).toMatchObject([
      { kind: 'head', fields: ['version'] },
      { kind: 'entity', id: 'mara-tennick', fields: ['name', 'detect'] },
    ]);
    expect(removed).toMatchObject([{ kind: 'quote', id: older.quotes[0]?.id, name: { lang: 'en' } }]);
  });

  it.each<[string, Partial<Pack>, string]>([
    ['its title', { title: { en: 'Another' } }, 'title'],
    ['its licence', { licence: 'CC BY 4.0' }, 'licence'],
    ['the day of its check', { checked: '2026-09-09' }, 'checked'],
    ['its home', { home: 'https://example.org/elsewhere' }, 'home'],
    ['where corrections go', { corrections: 'https://example.org/other' }, 'corrections'],
    ['that it is sensitive', { sensitive: true }, 'sensitive'],
  ])('is told where %s is all that differs', (_, change, field) => {
    const { added, changed, removed } = diffPacks(harbour(), harbour(change));
    expect([added, removed]).toEqual([[], []]);
    expect(changed).toEqual([expect.objectContaining({ kind: 'head', fields: [field] })]);
  });

  it('is told where a reference or a list of words is all that differs', () => {
    const newer = harbour();
    const [[id = '', reference] = []] = Object.entries(newer.references);
    const [list = ''] = Object.keys(newer.wordLists);
    if (reference) newer.references = { ...newer.references, [id]: { ...reference, publisher: 'Renamed' } };
    newer.wordLists = { ...newer.wordLists, [list]: ['other'] };
    expect(diffPacks(harbour(), newer).changed).toMatchObject([
      { kind: 'reference', id, fields: ['publisher'] },
      { kind: 'word-list', id: list, fields: ['words'] },
    ]);
  });

  it('names entries in the language of the reader', () => {
    const name = diffPacks(undefined, harbour(), ['fa']).added.find(({ id }) => id === 'paria-saheli')?.name;
    expect(name?.text).toMatch(/\S/);
  });

  it('says why an entry was taken back', () => {
    const reason = {
      kind: 'source' as const,
      id: 'gone',
      reason: { en: 'It was forged.' },
      date: '2026-01-01',
    };
    const older = harbour();
    const source = older.sources[0];
    if (source) older.sources.push({ ...source, id: 'gone' });
    expect(diffPacks(older, harbour({ retracted: [reason] })).removed).toMatchObject([
      { id: 'gone', retracted: reason },
    ]);
    // Told once: with the entry where it was there, by itself where it was not.
    expect(diffPacks(older, harbour({ retracted: [reason] })).added).toEqual([]);
    expect(diffPacks(harbour(), harbour({ retracted: [reason] })).added).toMatchObject([
      { kind: 'retraction', id: 'source gone', name: { text: 'It was forged.' } },
    ]);
  });

  it.each([
    ['1.2.3', '1.2.4', true],
    ['1.9.0', '1.10.0', true],
    ['2.0.0', '1.99.99', false],
    ['1.0.0', '1.0.0', false],
  ])('version %s is older than %s: %s', (version, than, older) => {
    expect(isOlder(version, than)).toBe(older);
  });
});

describe('the edits of a reader', () => {
  const entity = (id: string, name: string): Entity => ({
    ...{ id, type: 'person', name: { en: name }, nativeNames: [], detect: true, aliases: [], context: [] },
    ...{ exclude: [], background: [], since: [], disputed: [], related: [] },
  });
  const edit = (id: string, value: Entity | null, added?: true): Edit => ({
    pack: 'harbour',
    kind: 'entity',
    id,
    value,
    ...(added ? { added } : {}),
  });

  it('lie over the pack: changed, added, taken out', () => {
    const { pack, aside } = applyEdits(harbour(), [
      edit('osric-vane', entity('osric-vane', 'O. Vane')),
      edit('mine', entity('mine', 'Mine'), true),
      edit('bram-oakes', null),
    ]);
    expect(aside).toEqual([]);
    expect(pack.entities.find(({ id }) => id === 'osric-vane')?.name.en).toBe('O. Vane');
    expect(pack.entities.map(({ id }) => id)).toEqual(expect.arrayContaining(['mine']));
    expect(pack.entities.map(({ id }) => id)).not.toContain('bram-oakes');
    expect(isValid(pack)).toBe(true);
  });

  it('take with an entry what cannot stand without it, and say so', () => {
    const { pack, lost } = applyEdits(harbour(), [edit('bram-oakes', null)]);
    expect(lost).toContainEqual(expect.objectContaining({ list: 'quotes', id: 'h03', lost: 'row' }));
    expect(lost).toContainEqual(expect.objectContaining({ list: 'entities', lost: 'field' }));
    expect(isValid(pack)).toBe(true);
  });

  it('survive a newer version; those whose entry is gone are kept aside', () => {
    const edits = [
      edit('mara-tennick', entity('mara-tennick', 'M. T.')),
      edit('left-long-ago', entity('left-long-ago', 'Gone')),
    ];
    const { pack, aside } = applyEdits(harbour({ version: '9.0.0' }), edits);
    expect(pack.entities[0]?.name.en).toBe('M. T.');
    expect(aside).toEqual([{ edit: edits[1], why: 'gone' }]);
  });

  it('do not bring back what the pack has taken back', () => {
    const retracted = [
      { kind: 'entity' as const, id: 'mine', reason: { en: 'Wrong person.' }, date: '2026-01-01' },
    ];
    const { pack, aside } = applyEdits(harbour({ retracted }), [edit('mine', entity('mine', 'Mine'), true)]);
    expect(aside).toMatchObject([{ why: 'retracted' }]);
    expect(pack.entities.map(({ id }) => id)).not.toContain('mine');
  });

  it('that name what is gone are kept aside too', () => {
    const quote = harbour().quotes[0];
    if (!quote) expect.fail();
    const value = { ...quote, id: 'own', speaker: 'nobody' };
    const { pack, aside } = applyEdits(harbour(), [
      { pack: 'harbour', kind: 'quote', id: 'own', value, added: true },
    ]);
    expect(aside).toMatchObject([{ why: 'unresolved', edit: { id: 'own' } }]);
    expect(isValid(pack)).toBe(true);
  });

  it('of other packs change nothing, and the later of two counts', () => {
    const pack = harbour();
    expect(applyEdits(pack, [{ ...edit('osric-vane', null), pack: 'other' }]).pack).toBe(pack);
    const both = [edit('osric-vane', null), edit('osric-vane', entity('osric-vane', 'Vane'))];
    expect(applyEdits(pack, both).pack.entities.find(({ id }) => id === 'osric-vane')?.name.en).toBe('Vane');
  });

  it('may be of references: a statement that rests on one goes with it, the entity stays', () => {
    const { pack, lost } = applyEdits(harbour(), [
      { pack: 'harbour', kind: 'reference', id: 'r-register', value: null },
    ]);
    expect(pack.references).not.toHaveProperty('r-register');
    expect(lost.length).toBeGreaterThan(0);
    expect(isValid(pack)).toBe(true);
  });
});

describe('a pack that does not fit together', () => {
  it('is mended by taking out the least that can go', () => {
    const pack = harbour();
    const [mara] = pack.entities;
    mara?.related.push('nobody');
    const { pack: mended, lost } = mend(pack);
    expect(lost).toMatchObject([
      { list: 'entities', index: 0, id: 'mara-tennick', lost: 'field', problem: { path: 'related[3]' } },
    ]);
    expect(mended.entities[0]?.related).toEqual(['edu', 'harbour-inquiry', 'osric-vane']);
    expect(mara?.related).toContain('nobody');
  });

  it('loses the later of two rows with one id', () => {
    const pack = harbour();
    const [source] = pack.sources;
    if (source) pack.sources.push({ ...source, date: '1999' });
    const { pack: mended, lost } = mend(pack);
    expect(mended.sources).toEqual(harbour().sources);
    expect(lost).toMatchObject([{ list: 'sources', index: 2 }]);
  });
});
