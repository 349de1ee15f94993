import { describe, expect, it } from 'vitest';
import { leftOut } from '../../../../src/dataset/formats/left-out.ts';
import { writeDataset } from '../../../../src/dataset/formats/write.ts';
import { parsePack } from '../../../../src/dataset/parse.ts';
import { Entity, type Pack, Quote, Pack as Schema, Source } from '../../../../src/dataset/schema.ts';
import { harbour } from '../../../support/packs.ts';
import { draftOf } from './drafts.ts';

/** A pack with one person, one quote, one source, and `extra` in them. */
function small(extra: { entity?: object; quote?: object; source?: object; pack?: object } = {}): Pack {
  const parsed = parsePack({
    formatVersion: 1,
    id: 'small',
    version: '1.0.0',
    title: { en: 'Small' },
    licence: 'CC0 1.0',
    checked: '2020-01-01',
    entities: [
      {
        id: 'ada-quill',
        type: 'person',
        name: { en: 'Ada Quill' },
        aliases: [{ text: 'Ada Quill', lang: 'en' }],
        ...extra.entity,
      },
      { id: 'fair', type: 'event', name: { en: 'The fair' }, aliases: [{ text: 'The fair', lang: 'en' }] },
    ],
    quotes: [
      {
        id: 'q',
        speaker: 'ada-quill',
        lang: 'en',
        source: 's',
        parts: [{ exact: 'I kept the light.', start: 0, end: 17 }],
        ...extra.quote,
      },
    ],
    sources: [{ id: 's', title: { en: 'Herald' }, kind: 'news', date: '2020', lang: 'en', ...extra.source }],
    references: { r: { url: 'https://example.org/r', publisher: 'R', kind: 'news' } },
    ...extra.pack,
  });
  if (!parsed.ok) expect.fail(JSON.stringify(parsed.problems));
  return parsed.pack;
}

const references = { kind: 'references', references: ['r'] };
const span = { source: 's', exact: 'light', start: 11, end: 16 };
const en = (text: string) => ({ en: text });

/** Every field that a pack may have or not, with something in it. */
const ENTITY: Partial<Record<keyof typeof Entity.entries, unknown>> = {
  nativeNames: [{ text: 'آدا', lang: 'fa' }],
  sameAs: ['wikidata:Q42'],
  detect: false,
  aliases: [{ text: 'Ada Quill', lang: 'en', grade: 'strong' }],
  context: [{ atLeast: 1, window: 5, words: ['light'] }],
  exclude: [{ window: 5, words: ['dark'] }],
  status: { text: en('Keeper'), date: '2020', references: ['r'] },
  sourceRole: { text: en('Keeper'), span, asOf: '2020' },
  background: [{ text: en('She kept it.'), basis: references }],
  since: [{ text: en('She left.'), date: '2021', references: ['r'] }],
  disputed: [{ id: 'd', verdict: 'opinion', said: span }],
  related: ['fair'],
};
const QUOTE: Partial<Record<keyof typeof Quote.entries, unknown>> = {
  quotedBy: 'fair',
  manner: 'written',
  date: '2020-02-03',
  occasion: 'fair',
  excerpts: [{ start: 0, end: 17, aboutStated: ['fair'] }],
  sic: [{ start: 2, end: 6 }],
  inserted: [{ start: 11, end: 16 }],
  link: 'https://example.org/a#:~:text=light',
  note: en('Said at night.'),
};
const SOURCE: Partial<Record<keyof typeof Source.entries, unknown>> = {
  url: 'https://example.org/a',
  side: { id: 'town', text: en('The town') },
  length: 100,
  sha256: 'a'.repeat(64),
  note: en('Read twice.'),
};
const PACK: Partial<Record<keyof typeof Schema.entries, unknown>> = {
  home: 'https://example.org/pack.json',
  corrections: 'a@example.org',
  sensitive: true,
  wordLists: { sea: ['light'] },
  patterns: [{ id: 'p', entity: 'ada-quill', window: 5, groups: [['light'], ['kept']] }],
  retracted: [{ kind: 'quote', id: 'gone', reason: en('Wrong.'), date: '2020-01-01' }],
};

/** `containedIn` needs a second quote; the bare pack has all that must be there. */
const ALWAYS: Record<string, readonly string[]> = {
  entity: ['id', 'type', 'name'],
  quote: ['id', 'speaker', 'lang', 'source', 'parts', 'containedIn'],
  source: ['id', 'title', 'kind', 'date', 'lang'],
  pack: [
    ...['formatVersion', 'id', 'version', 'title', 'licence', 'checked'],
    ...['entities', 'quotes', 'sources', 'references'],
  ],
};

const FIELDS = [
  ...Object.entries(ENTITY).map(([key, value]) => ['entity', key, value] as const),
  ...Object.entries(QUOTE).map(([key, value]) => ['quote', key, value] as const),
  ...Object.entries(SOURCE).map(([key, value]) => ['source', key, value] as const),
  ...Object.entries(PACK).map(([key, value]) => ['pack', key, value] as const),
];

const holderOf = (pack: Pack, holder: string): object | undefined =>
  ({ entity: pack.entities[0], quote: pack.quotes[0], source: pack.sources[0], pack })[holder];

describe.each(['csv', 'json-ld'] as const)('a file of %s', (format) => {
  const bare = leftOut(small(), format);

  it.each(FIELDS)('has the field of the %s, or it is told that it is left out: %s', (holder, key, value) => {
    const pack = small({ [holder]: { [key]: value } });
    const told = leftOut(pack, format);
    // A table tells of every pack that nothing of its head is there.
    if (told.length > bare.length || (format === 'csv' && holder === 'pack')) {
      expect(told).toEqual(expect.arrayContaining(bare));
      return;
    }
    const { pack: again } = draftOf(writeDataset(pack, format).text);
    const kept = Reflect.get(holderOf(again, holder) ?? {}, key);
    // Ids of references are made anew; names by which nobody is named otherwise are aliases.
    if (key === 'background') expect(kept).toMatchObject([{ text: en('She kept it.') }]);
    else if (key === 'nativeNames') expect(JSON.stringify(again.entities)).toContain('آدا');
    else expect(kept).toEqual(Reflect.get(holderOf(pack, holder) ?? {}, key));
  });
});

describe('what is left out', () => {
  it('is known of every field of the schema', () => {
    const schemas = { entity: Entity, quote: Quote, source: Source, pack: Schema };
    for (const [holder, schema] of Object.entries(schemas)) {
      const known = FIELDS.filter(([of]) => of === holder).map(([, key]) => key);
      expect(new Set([...known, ...(ALWAYS[holder] ?? [])])).toEqual(new Set(Object.keys(schema.entries)));
    }
  });

  it('of a pack file is nothing', () => {
    expect(leftOut(harbour, 'pack')).toEqual([]);
  });

  it('of a dossier is what only finds names, and what is nothing to read', () => {
    expect(leftOut(small({ quote: QUOTE, pack: PACK }), 'markdown')).toEqual([
      ...['head', 'patterns', 'wordLists', 'retracted', 'excerpts', 'notes', 'inserted', 'places'],
    ]);
  });
});
