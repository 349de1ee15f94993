import { describe, expect, it } from 'vitest';
import { draftOf } from './drafts.ts';

const csv = (...rows: string[]): string => rows.join('\r\n');

describe('a table', () => {
  it('gives an entity for each row, with its names as they are or with a grade', () => {
    const { pack } = draftOf(
      csv('name,type,lang,aliases', 'Ada Quill,person,en,Quill [context]|Ada [never]|The \\| Lamp'),
    );
    expect(pack.entities).toMatchObject([
      {
        id: 'ada-quill',
        name: { en: 'Ada Quill' },
        aliases: [
          { text: 'Ada Quill', lang: 'en' },
          { text: 'Quill', lang: 'en', grade: 'context' },
          { text: 'Ada', lang: 'en', grade: 'never' },
          { text: 'The | Lamp', lang: 'en' },
        ],
      },
    ]);
    expect(pack.entities[0]?.aliases[0]).not.toHaveProperty('grade');
  });

  it('tells what it leaves out of a row without a quote: a date and a speaker say nothing of an entity', () => {
    const { warnings } = draftOf(csv('name,date', 'Ada Quill,2020-13-40', 'Bo Lin,'));
    expect(warnings).toContainEqual(
      expect.objectContaining({ kind: 'values-left-out', count: 1, names: ['2020-13-40'] }),
    );
  });

  it('takes a description with the page that it rests on, and only then', () => {
    const { pack, invalid } = draftOf(
      csv(
        'name,description,sourceUrl,sourceKind,sourceTitle',
        'Ada Quill,Keeper.,https://example.org/a,news,Lorn News',
        'Bo Lin,Keeper.,,,',
        'Cy Ash,Keeper.,javascript:alert(1),news,',
      ),
    );
    expect(pack.entities[0]?.background).toEqual([
      { text: { und: 'Keeper.' }, basis: { kind: 'references', references: ['example-org-a'] } },
    ]);
    expect(pack.references).toMatchObject({ 'example-org-a': { publisher: 'Lorn News', kind: 'news' } });
    expect(pack.entities.slice(1).map(({ background }) => background)).toEqual([[], []]);
    expect(invalid).toMatchObject([
      { row: 3, field: 'description', reason: 'missing', lost: 'field' },
      { row: 4, field: 'sourceUrl', reason: 'bad-address' },
    ]);
  });

  it('takes quotes with speaker and source; rows of one id are parts of one quote', () => {
    const { pack } = draftOf(
      csv(
        'id,name,quote,speaker,date,lang,sourceTitle,sourceKind,sourceDate',
        ',Ada Quill,,,,en,,,',
        'q1,,"I ""kept"" the light,',
        'by hand.",Ada Quill,1998,en,Letter,own,1998-02',
        'q1,,All night.,,,,,,',
      ),
    );
    expect(pack.quotes).toMatchObject([
      {
        id: 'q1',
        speaker: 'ada-quill',
        date: '1998',
        source: 'letter',
        parts: [
          { exact: 'I "kept" the light,\r\nby hand.', start: 0, end: 29 },
          { exact: 'All night.', start: 30, end: 40 },
        ],
      },
    ]);
    expect(pack.sources).toMatchObject([
      { id: 'letter', title: { en: 'Letter' }, kind: 'own', date: '1998-02' },
    ]);
  });

  it('with a quote on the row of a name makes that the speaker', () => {
    const { pack } = draftOf(
      csv(
        'name;quote;sourceUrl;sourceKind;sourceDate',
        'Ada Quill;I kept it.;https://example.org/a;news;2020',
      ),
    );
    expect(pack.quotes[0]?.speaker).toBe(pack.entities[0]?.id);
  });

  it('refuses a quote that nobody said, that has no source, or an impossible date', () => {
    const head = 'id,quote,speaker,date,sourceTitle,sourceKind,sourceDate,name';
    const { invalid, pack } = draftOf(
      csv(
        head,
        ',,,,,,,Ada Quill',
        'a,Words,,2020,T,news,2020,',
        'b,Words,Ada Quill,2020,,,,',
        'c,Words,Ada Quill,10/09/2020,T,news,2020,',
        'd,Words,nobody,2020,T,news,2020,',
      ),
    );
    expect(pack.quotes).toEqual([]);
    expect(invalid.map(({ row, field, reason }) => [row, field, reason])).toEqual([
      [3, 'speaker', 'missing'],
      [4, 'sourceTitle', 'missing'],
      [5, 'date', 'bad-date'],
      [6, 'speaker', 'unresolved'],
    ]);
  });

  it('joins rows of one name and says so; an id that stands twice is told', () => {
    const { pack, warnings, invalid } = draftOf(
      csv('id,name,aliases', ',Ada Quill,Quill', ',ADA  QUILL,Lamp', 'x,Bo Lin,', 'x,Cy Ash,'),
    );
    expect(pack.entities.map(({ aliases }) => aliases.map(({ text }) => text))).toEqual([
      ['Ada Quill', 'Quill', 'Lamp'],
      ['Bo Lin'],
    ]);
    expect(warnings).toContainEqual(expect.objectContaining({ kind: 'rows-joined', count: 1 }));
    expect(invalid).toMatchObject([{ row: 5, field: 'id', reason: 'repeated-id', lost: 'row' }]);
  });

  it('offers a column for each header that it does not know, and takes the choice', () => {
    const text = csv('Full name;aka;Shoe size', 'Ada Quill;Quill;38');
    const columns = { 'Full name': 'name', aka: 'aliases', 'Shoe size': null } as const;
    const draft = draftOf(text, { fileName: 'x.csv', columns });
    expect(draft.pack.entities[0]?.aliases.map(({ text }) => text)).toEqual(['Ada Quill', 'Quill']);
    expect(draft.columns).toEqual([
      { header: 'Full name', readAs: 'name' },
      { header: 'aka', readAs: 'aliases' },
      { header: 'Shoe size' },
    ]);
    expect(draft.warnings).toContainEqual(
      expect.objectContaining({ kind: 'columns-left-out', names: ['Shoe size'] }),
    );
  });

  it.each([',', ';', '\t', '|'])('may have any usual delimiter and line end: %j', (delimiter) => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { pack } = draftOf(
        ['name', 'type', 'lang'].join(delimiter) +
          end +
          ['"Ada; Quill, | \t"', 'person', 'en'].join(delimiter) +
          end,
      );
      expect(pack.entities.map(({ name, type }) => [name, type])).toEqual([
        [{ en: expect.stringContaining('Ada; Quill') }, 'person'],
      ]);
    }
  });

  it('with a quotation mark that is never closed is read to its end', () => {
    const { rows } = draftOf(`name,aliases\nAda Quill,"${'Bo Lin,x\n'.repeat(20)}`);
    expect(rows).toBe(1);
  });
});

describe('whom and what a row means', () => {
  const refused = (field: string) =>
    expect.arrayContaining([expect.objectContaining({ field, lost: 'row' })]);

  it('attributes no quote to a name that two rows bear', () => {
    const head = 'kind,id,name,quote,speaker,sourceTitle,sourceKind,sourceDate';
    const people = ['entity,ada-1,Ada Quill,,,,,', 'entity,ada-2,Ada Quill,,,,,'];
    const by = (speaker: string) => `quote,,,Words.,${speaker},Herald,news,2020-01-01`;
    const { pack, invalid } = draftOf([head, ...people, by('Ada Quill'), by('ada-2')].join('\n'));
    expect(pack.quotes.map(({ speaker }) => speaker)).toEqual(['ada-2']);
    expect(invalid).toMatchObject([{ row: 4, field: 'speaker', lost: 'row' }]);
  });

  it('makes up no id that a later row has', () => {
    const { pack } = draftOf('id,name\n,Ada Quill\nada-quill,Another Quill\n');
    expect(pack.entities.map(({ id, name }) => [id, name.und])).toEqual([
      ['ada-quill-2', 'Ada Quill'],
      ['ada-quill', 'Another Quill'],
    ]);
  });

  it('cites no other page under the id of a source, and no other day', () => {
    const head = 'quote,speaker,sourceId,sourceTitle,sourceUrl,sourceKind,sourceDate';
    const row = (words: string, id: string, path: string, day: string) =>
      `${words},Ada Quill,${id},Herald,${path === '' ? '' : `https://example.org/${path}`},news,${day}`;
    const withIds = draftOf(
      [head, row('One.', 'herald', 'a', '2020-01-01'), row('Two.', 'herald', 'b', '2020-01-01')].join('\n'),
    );
    expect(withIds.pack.quotes).toHaveLength(1);
    expect(withIds.invalid).toEqual(refused('sourceUrl'));
    const bare = draftOf(
      [head, row('One.', '', '', '2020-01-01'), row('Two.', '', '', '2021-02-02')].join('\n'),
    );
    const dates = new Map(bare.pack.sources.map(({ id, date }) => [id, date]));
    expect(bare.pack.quotes.map(({ source }) => dates.get(source))).toEqual(['2020-01-01', '2021-02-02']);
  });

  it('lets each description rest on its own page, whatever id the pages share', () => {
    const { pack } = draftOf(
      [
        'name,description,sourceId,sourceUrl,sourceKind',
        'Ada Quill,Keeper.,herald,https://example.org/a,news',
        'Bram Quill,Pilot.,herald,https://example.org/b,news',
      ].join('\n'),
    );
    const pages = pack.entities.map(({ background }) => {
      const basis = background[0]?.basis;
      return basis?.kind === 'references' ? pack.references[basis.references[0] ?? '']?.url : undefined;
    });
    expect(pages).toEqual(['https://example.org/a', 'https://example.org/b']);
  });
});
