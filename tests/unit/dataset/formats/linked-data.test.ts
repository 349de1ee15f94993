import { describe, expect, it } from 'vitest';
import { writeDataset } from '../../../../src/dataset/formats/write.ts';
import { parsePack } from '../../../../src/dataset/parse.ts';
import type { Pack, Quote } from '../../../../src/dataset/schema.ts';
import { harbourFile } from '../broken-pack.ts';
import { draftOf } from './drafts.ts';

function harbour(): Pack {
  const parsed = parsePack(harbourFile());
  if (!parsed.ok) expect.fail(JSON.stringify(parsed.problems));
  return parsed.pack;
}

describe('JSON-LD', () => {
  it('gives persons, organizations and events with their names, languages and identifiers', () => {
    const { pack } = draftOf(
      JSON.stringify({
        '@context': ['https://schema.org', { '@language': 'en' }],
        '@graph': [
          {
            '@type': 'Person',
            name: 'Ada Quill',
            alternateName: [{ '@value': 'آدا', '@language': 'fa' }, 'Quill'],
            sameAs: ['https://www.wikidata.org/wiki/Q42'],
          },
          {
            '@type': ['schema:GovernmentOrganization'],
            name: [{ '@value': 'Lorn Coastguard' }, { '@value': 'Garde de Lorn', '@language': 'fr' }],
          },
          { '@type': 'http://schema.org/PublicationEvent', name: 'The Lorn Storm' },
        ],
      }),
    );
    expect(pack.entities).toMatchObject([
      { id: 'ada-quill', type: 'person', name: { en: 'Ada Quill' }, sameAs: ['wikidata:Q42'] },
      { type: 'organization', name: { en: 'Lorn Coastguard', fr: 'Garde de Lorn' } },
      { type: 'event' },
    ]);
    expect(pack.entities[0]?.aliases.map(({ text, lang }) => [text, lang])).toEqual([
      ['Ada Quill', 'en'],
      ['آدا', 'fa'],
      ['Quill', 'en'],
    ]);
  });

  it('gives quotations with speaker and source, wherever these stand', () => {
    const { pack, invalid } = draftOf(
      JSON.stringify({
        '@type': 'Quotation',
        text: 'I kept the light.',
        inLanguage: 'en',
        creator: { '@type': 'Person', name: 'Ada Quill' },
        isPartOf: {
          '@type': 'NewsArticle',
          headline: 'Storm',
          url: 'https://example.org/s',
          datePublished: '1998-02-03T10:00:00Z',
        },
      }),
    );
    expect(invalid).toEqual([]);
    expect(pack.quotes).toMatchObject([
      { speaker: 'ada-quill', source: 'storm', parts: [{ exact: 'I kept the light.' }] },
    ]);
    expect(pack.sources).toMatchObject([{ kind: 'news', date: '1998-02-03', url: 'https://example.org/s' }]);
  });

  it('tells what it leaves out: other kinds, descriptions without a page, quotations without a speaker', () => {
    const { warnings, invalid } = draftOf(
      JSON.stringify([
        { '@type': 'Place', name: 'Cape Lorn' },
        { '@type': 'Person', name: 'Ada Quill', description: 'Keeper' },
        {
          '@type': 'Quotation',
          text: 'Words.',
          isPartOf: { '@type': 'Book', name: 'B', datePublished: '1998' },
        },
      ]),
    );
    expect(warnings).toContainEqual(
      expect.objectContaining({ kind: 'entries-skipped', count: 1, names: ['Place'] }),
    );
    expect(invalid).toMatchObject([
      { field: 'description', reason: 'missing', lost: 'field' },
      { list: 'quotes', field: 'creator', reason: 'missing', lost: 'row' },
    ]);
  });

  it('of a pack is schema.org with the places of words as Web Annotation selectors', () => {
    const graph: Record<string, unknown>[] = JSON.parse(writeDataset(harbour(), 'json-ld').text)['@graph'];
    expect(graph[0]).toMatchObject({
      '@type': 'Dataset',
      identifier: 'harbour',
      version: '1.2.0',
      license: 'CC0 1.0',
    });
    const quote = graph.find((node) => node['@type'] === 'Quotation');
    expect(quote).toMatchObject({
      creator: { '@id': '#entity-mara-tennick' },
      isPartOf: { '@id': '#source-harbour-article' },
      'oa:hasSelector': [
        { '@type': 'oa:TextQuoteSelector', 'oa:refinedBy': { '@type': 'oa:TextPositionSelector' } },
        {},
      ],
    });
  });

  it('of a pack gives names, quotes and sources when it is read again', () => {
    const pack = harbour();
    const { pack: again, invalid } = draftOf(writeDataset(pack, 'json-ld').text);
    expect(invalid).toEqual([]);
    expect(again).toMatchObject({
      id: pack.id,
      version: pack.version,
      title: pack.title,
      licence: pack.licence,
      checked: pack.checked,
    });
    expect(again.entities.map(({ id, type, name }) => [id, type, name])).toEqual(
      pack.entities.map(({ id, type, name }) => [id, type, name]),
    );
    expect(again.quotes.map(({ id, speaker, parts }) => [id, speaker, parts])).toEqual(
      pack.quotes.map(({ id, speaker, parts }) => [id, speaker, parts]),
    );
    expect(again.sources.map(({ id, url, date, side, note }) => [id, url, date, side, note])).toEqual(
      pack.sources.map(({ id, url, date, side, note }) => [id, url, date, side, note]),
    );
  });

  it('of a quote keeps who reports it, how and where it was said, its link, note and remarks', () => {
    const pack = harbour();
    const link = 'https://example.org/harbour#:~:text=words';
    pack.quotes = pack.quotes.map((quote) => ({ ...quote, link }));
    const said = (quotes: readonly Quote[]) =>
      quotes.map(({ id, quotedBy, manner, occasion, link: to, note, sic, inserted, parts }) => [
        ...[id, quotedBy, manner, occasion, to, note, sic, inserted, parts],
      ]);
    const { pack: again, warnings } = draftOf(writeDataset(pack, 'json-ld').text);
    expect(said(again.quotes)).toEqual(said(pack.quotes));
    expect(warnings.filter(({ kind }) => kind === 'entries-skipped')).toEqual([]);
  });

  it('of others does not make the address or the kind of a quotation into what a pack means by them', () => {
    const quotation = {
      '@type': 'Quotation',
      additionalType: 'aphorism',
      text: 'All of it.',
      url: 'https://quotes.example.org/7',
      creator: { '@type': 'Person', name: 'Ada Quill' },
      isPartOf: { '@type': 'NewsArticle', name: 'The storm', datePublished: '2020', description: 'A teaser' },
    };
    const { pack, invalid } = draftOf(JSON.stringify({ '@context': 'https://schema.org', ...quotation }));
    expect(invalid).toEqual([]);
    expect(pack.quotes).toMatchObject([{ manner: 'spoken' }]);
    expect(pack.quotes[0]).not.toHaveProperty('link');
    expect(pack.sources[0]).not.toHaveProperty('note');
  });
});

describe('Wikidata', () => {
  const item = (id: string, claims: object, label = 'Ada Quill') => ({
    id,
    modified: '2024-01-02T03:04:05Z',
    labels: {
      en: { language: 'en', value: label },
      fa: { language: 'fa', value: 'آدا کوئیل' },
      simple: { language: 'simple', value: 'Ada' },
    },
    aliases: {
      en: [
        { language: 'en', value: 'A. Quill' },
        { language: 'en', value: 'Q' },
      ],
    },
    descriptions: { en: { language: 'en', value: 'lighthouse keeper' } },
    claims,
  });
  const instanceOf = (id: string) => ({ P31: [{ mainsnak: { datavalue: { value: { id } } } }] });

  it('gives an entity with its labels, aliases, identifier, and its description with the page', () => {
    const file = JSON.stringify({ entities: { Q42: item('Q42', instanceOf('Q43229')) } });
    const { pack, invalid } = draftOf(file);
    expect(pack.entities).toMatchObject([
      {
        id: 'q42',
        type: 'organization',
        name: { en: 'Ada Quill', fa: 'آدا کوئیل' },
        sameAs: ['wikidata:Q42'],
        background: [{ text: { en: 'lighthouse keeper' }, basis: { references: ['wikidata-org-wiki-q42'] } }],
      },
    ]);
    expect(pack.references).toEqual({
      'wikidata-org-wiki-q42': {
        url: 'https://www.wikidata.org/wiki/Q42',
        publisher: 'Wikidata',
        kind: 'reference-work',
        date: '2024-01-02',
      },
    });
    expect(pack.entities[0]?.aliases.map(({ text }) => text)).toEqual(['Ada Quill', 'آدا کوئیل', 'A. Quill']);
    expect(invalid).toMatchObject([{ reason: 'one-letter', value: 'Q', lost: 'field' }]);
  });

  it('leaves the descriptions of people out, and says so: they name offices without a date, or an ethnicity', () => {
    const { pack, warnings } = draftOf(JSON.stringify(item('Q42', instanceOf('Q5'))));
    expect(pack.entities).toMatchObject([{ id: 'q42', type: 'person', background: [] }]);
    expect(pack.references).toEqual({});
    expect(warnings).toContainEqual(expect.objectContaining({ kind: 'values-left-out' }));
  });

  it.each([
    ['Q43229', 'organization'],
    ['Q198', 'event'],
    ['Q131569', 'agreement'],
    ['Q49848', 'document'],
  ])('knows what is an instance of %s: %s', (id, type) => {
    expect(draftOf(JSON.stringify(item('Q7', instanceOf(id)))).pack.entities[0]?.type).toBe(type);
  });

  it('takes what it does not know for nothing, unless the reader says what it is', () => {
    const file = JSON.stringify({
      entities: { Q1: item('Q1', instanceOf('Q6256'), 'Lornland'), Q2: item('Q2', { P570: [] }) },
    });
    const draft = draftOf(file);
    expect(draft.pack.entities.map(({ id }) => id)).toEqual(['q2']);
    expect(draft.warnings).toContainEqual(
      expect.objectContaining({ kind: 'entries-skipped', names: ['Lornland'] }),
    );
    expect(draftOf(file, { type: 'organization' }).pack.entities.map(({ type }) => type)).toEqual([
      'organization',
      'person',
    ]);
  });
});

describe('FollowTheMoney', () => {
  const line = (schema: string, properties: object, id = 'NK-a'): string =>
    JSON.stringify({ id, schema, caption: 'Ada Quill', properties: { name: ['Ada Quill'], ...properties } });

  it('gives names and identifiers; weak names only follow a full one', () => {
    const { pack } = draftOf(
      line('Person', { alias: ['A. Quill'], weakAlias: ['The Lamp'], wikidataId: ['Q42'] }),
    );
    expect(pack.entities).toMatchObject([
      { id: 'nk-a', type: 'person', sameAs: ['wikidata:Q42', 'ftm:NK-a'] },
    ]);
    expect(pack.entities[0]?.aliases).toEqual([
      { text: 'Ada Quill', lang: 'und' },
      { text: 'A. Quill', lang: 'und' },
      { text: 'The Lamp', lang: 'und', grade: 'never' },
    ]);
  });

  it('labels nobody: topics and sanctions are not taken over, positions only with their page', () => {
    const properties = {
      topics: ['sanction', 'crime'],
      program: ['LIST-1'],
      religion: ['x'],
      ethnicity: ['y'],
      position: ['Minister'],
    };
    const without = draftOf(line('Person', properties)).pack;
    expect(JSON.stringify(without)).not.toMatch(/sanction|crime|LIST-1|religion|ethnicity|Minister/);
    const withPage = draftOf(line('Person', { ...properties, sourceUrl: ['https://example.org/m'] })).pack;
    expect(withPage.entities[0]?.background).toMatchObject([
      { text: { en: 'Position given by the source, now or in the past: Minister' } },
    ]);
  });

  it('leaves out what cannot be named, and tells a line that is broken', () => {
    const { pack, warnings, invalid } = draftOf(
      [line('Company', {}), line('Address', {}), '{"id":', line('Person', {}, 'b'), '7'].join('\n'),
    );
    expect(pack.entities.map(({ type }) => type)).toEqual(['organization', 'person']);
    expect(warnings).toContainEqual(expect.objectContaining({ kind: 'entries-skipped', names: ['Address'] }));
    expect(invalid.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'unreadable'],
      [5, 'unreadable'],
    ]);
  });
});

describe('a Markdown dossier', () => {
  it('holds every quote verbatim with speaker, date and source', () => {
    const pack = harbour();
    const { text, fileName } = writeDataset(pack, 'markdown');
    expect(fileName).toBe('harbour-1.2.0.md');
    const shown = text.replace(/^> ?/gm, '').replace(/\\([^\w\s])/g, '$1');
    for (const { parts } of pack.quotes) for (const { exact } of parts) expect(shown).toContain(exact);
    expect(text).toContain('— Mara Tennick, 2019-05-03, \\[sic\\] [^s-harbour-article]');
    expect(text).toMatch(/^\[\^s-harbour-article\]: .*2019-05-03/m);
  });

  it('leads to the very words of a quote in its source, where the pack knows the way', () => {
    const pack = harbour();
    const [first] = pack.quotes;
    if (first) first.link = 'https://example.org/a#:~:text=kept,<light>';
    const { text } = writeDataset(pack, 'markdown');
    expect(text).toContain('[in the source](<https://example.org/a#:~:text=kept,%3Clight%3E>)');
  });

  it('never shows a role of the source as what is verified', () => {
    const { text } = writeDataset(harbour(), 'markdown');
    expect(text).toContain('- **The source says** (2019-05-03): “Mara Tennick, chair of the EDU”');
    expect(text).not.toMatch(/\*\*Verified\*\*.*chair of the EDU/);
  });

  it('makes no markup of the words of a pack', () => {
    const pack = harbour();
    pack.title = { en: '<img src=x> **bold** [x](javascript:alert(1)) # `code`' };
    const [first] = writeDataset(pack, 'markdown').text.split('\n');
    expect(first).toBe('# \\<img src=x\\> \\*\\*bold\\*\\* \\[x\\](javascript:alert(1)) \\# \\`code\\`');
  });

  it('is in the language of the reader, as far as the pack is', () => {
    const { text } = writeDataset(harbour(), 'markdown', { langs: ['fa'] });
    expect(text).toMatch(/^# بندر الری/);
  });
});

describe('whom and which day a quotation of JSON-LD means', () => {
  const paper = { '@id': '#s', '@type': 'NewsArticle', name: 'Herald', datePublished: '2020-01-02' };
  const says = (creator: string, more: object) => ({
    '@type': 'Quotation',
    text: 'Words.',
    creator: { '@id': creator },
    isPartOf: { '@id': '#s' },
    ...more,
  });

  it('is not the day on which the words were printed', () => {
    const person = { '@id': '#a', '@type': 'Person', name: 'Ada Quill' };
    const graph = [person, paper, says('#a', { datePublished: '2020-01-02' })];
    const { pack } = draftOf(JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }));
    expect(pack.quotes).toHaveLength(1);
    expect(pack.quotes[0]?.date).toBeUndefined();
  });

  it('is the one with the identifier, not one whose made-up id is the same', () => {
    const graph = [
      { '@id': '#a', '@type': 'Person', name: 'Ada Quill' },
      { '@id': '#b', '@type': 'Person', name: 'Another Quill', identifier: 'ada-quill' },
      paper,
      says('#b', {}),
    ];
    const { pack } = draftOf(JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }));
    const speaker = pack.entities.find(({ id }) => id === pack.quotes[0]?.speaker);
    expect(Object.values(speaker?.name ?? {})).toEqual(['Another Quill']);
  });
});
