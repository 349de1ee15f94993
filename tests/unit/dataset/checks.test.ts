import { describe, expect, it } from 'vitest';
import { parsePack } from '../../../src/dataset/parse.ts';
import { formatProblem } from '../../../src/dataset/problem.ts';
import { changed, harbourFile } from './broken-pack.ts';

function linesOf(pack: unknown): string[] {
  const parsed = parsePack(pack);
  return parsed.ok ? [] : parsed.problems.map(formatProblem);
}

it('the invented pack can be used', () => {
  expect(linesOf(harbourFile())).toEqual([]);
});

describe('an id that stands twice', () => {
  it.each([
    ['entities.1.id', 'mara-tennick', 'entities[1].id: "mara-tennick" found, which entities[0] has already'],
    ['patterns.1.id', 'p-fire-en', 'patterns[1].id: "p-fire-en" found, which patterns[0] has already'],
    ['quotes.4.id', 'h01', 'quotes[4].id: "h01" found, which quotes[0] has already'],
    [
      'sources.1.id',
      'harbour-article',
      'sources[1].id: "harbour-article" found, which sources[0] has already',
    ],
    [
      'entities.1.disputed.1.id',
      'd-office',
      'entities[1].disputed[1].id: "d-office" found, which entities[1].disputed[0] has already',
    ],
  ])('at %s is told', (path, id, line) => {
    expect(linesOf(changed(path, id))).toContain(`${line}; expected an id of its own`);
  });
});

describe('an id that leads nowhere', () => {
  it.each([
    ['entities.0.related.0', 'entities[0].related[0]', 'the id of an entity of this pack'],
    ['patterns.0.entity', 'patterns[0].entity', 'the id of an entity of this pack'],
    ['quotes.0.speaker', 'quotes[0].speaker', 'the id of an entity of this pack'],
    ['quotes.0.occasion', 'quotes[0].occasion', 'the id of an entity of this pack'],
    ['quotes.2.quotedBy', 'quotes[2].quotedBy', 'the id of an entity of this pack'],
    [
      'quotes.0.excerpts.0.aboutStated.0',
      'quotes[0].excerpts[0].aboutStated[0]',
      'the id of an entity of this pack',
    ],
    ['quotes.0.source', 'quotes[0].source', 'the id of a source of this pack'],
    [
      'entities.0.sourceRole.span.source',
      'entities[0].sourceRole.span.source',
      'the id of a source of this pack',
    ],
    [
      'entities.0.background.0.basis.span.source',
      'entities[0].background[0].basis.span.source',
      'the id of a source of this pack',
    ],
    [
      'entities.0.disputed.0.said.source',
      'entities[0].disputed[0].said.source',
      'the id of a source of this pack',
    ],
    [
      'entities.0.status.references.0',
      'entities[0].status.references[0]',
      'the id of a reference of this pack',
    ],
    [
      'entities.0.background.1.basis.references.0',
      'entities[0].background[1].basis.references[0]',
      'the id of a reference of this pack',
    ],
    [
      'entities.0.since.0.references.0',
      'entities[0].since[0].references[0]',
      'the id of a reference of this pack',
    ],
    [
      'entities.0.disputed.0.others.references.0',
      'entities[0].disputed[0].others.references[0]',
      'the id of a reference of this pack',
    ],
    ['quotes.2.containedIn', 'quotes[2].containedIn', 'the id of a longer quote of this pack'],
  ])('at %s is told', (path, where, expected) => {
    expect(linesOf(changed(path, 'nobody'))).toContain(`${where}: "nobody" found; expected ${expected}`);
  });

  it.each([
    ['entities.0.context.0.words.0', 'entities[0].context[0].words[0]'],
    ['entities.1.exclude.0.words.0', 'entities[1].exclude[0].words[0]'],
    ['patterns.0.groups.0.0', 'patterns[0].groups[0][0]'],
    ['patterns.0.anyNear.words.0', 'patterns[0].anyNear.words[0]'],
    ['patterns.0.alsoNear.words.0', 'patterns[0].alsoNear.words[0]'],
    ['patterns.0.noneNear.words.0', 'patterns[0].noneNear.words[0]'],
  ])('a word list that does not exist, at %s, is told', (path, where) => {
    expect(linesOf(changed(path, '@nothing'))).toContain(
      `${where}: "@nothing" found; expected a word, or "@" and the name of one of wordLists`,
    );
  });

  it('a quote is never part of itself, nor of one that is not longer', () => {
    expect(linesOf(changed('quotes.0.containedIn', 'h01'))).toHaveLength(1);
    expect(linesOf(changed('quotes.0.containedIn', 'h04'))).toHaveLength(1);
  });
});

describe('offsets that cannot be', () => {
  const part = (start: number, end: number) => ({ exact: 'x'.repeat(Math.max(1, end - start)), start, end });
  const quote = (fields: object) => {
    const pack = changed('quotes.4.excerpts', []);
    Object.assign((pack.quotes as object[])[4] ?? {}, fields);
    return linesOf(pack);
  };

  it('a span that ends where it starts, or before, is told', () => {
    expect(quote({ parts: [part(9, 9)] })).toEqual([
      'quotes[4].parts[0].end: 9 found; expected more than the start, 9',
    ]);
    expect(linesOf(changed('entities.0.sourceRole.span.end', 3))[0]).toMatch(
      /^entities\[0\]\.sourceRole\.span\.end: 3 found; expected more than the start/,
    );
  });

  it('words that are longer or shorter than their span are told', () => {
    expect(quote({ parts: [{ exact: 'abc', start: 0, end: 4 }] })).toEqual([
      'quotes[4].parts[0].exact: 3 UTF-16 code units found; expected 4, as from 0 to 4',
    ]);
    expect(linesOf(changed('entities.0.disputed.0.said.exact', 'chair'))).toHaveLength(1);
  });

  it('parts that overlap or stand in the wrong order are told', () => {
    expect(quote({ parts: [part(10, 20), part(15, 30)] })).toEqual([
      'quotes[4].parts[1].start: 15 found; expected 20 or more, after the one before it',
    ]);
    expect(quote({ parts: [part(10, 20), part(0, 5)] })).toHaveLength(1);
    expect(quote({ parts: [part(10, 20), part(20, 25)] })).toEqual([]);
  });

  it('an excerpt outside the parts is told; one that runs over two parts is not', () => {
    const parts = [part(10, 20), part(30, 40)];
    expect(quote({ parts, excerpts: [{ start: 9, end: 15 }] })).toEqual([
      'quotes[4].excerpts[0]: 9 to 15 found; expected a stretch of the parts of the quote',
    ]);
    expect(quote({ parts, excerpts: [{ start: 15, end: 25 }] })).toHaveLength(1);
    expect(quote({ parts, excerpts: [{ start: 15, end: 35 }] })).toEqual([]);
  });

  it('a remark outside the parts, or over two of them, is told', () => {
    const parts = [part(10, 20), part(30, 40)];
    const line = (key: string, at: string) =>
      `quotes[4].${key}[0]: ${at} found; expected a stretch of one part of the quote`;
    expect(quote({ parts, sic: [{ start: 40, end: 45 }] })).toEqual([line('sic', '40 to 45')]);
    expect(quote({ parts, inserted: [{ start: 15, end: 35 }] })).toEqual([line('inserted', '15 to 35')]);
    expect(quote({ parts, sic: [{ start: 12, end: 15 }], inserted: [{ start: 15, end: 20 }] })).toEqual([]);
  });

  it('remarks that overlap one another are told', () => {
    const parts = [part(10, 20)];
    const overlapping = [
      { start: 10, end: 15 },
      { start: 14, end: 16 },
    ];
    expect(quote({ parts, sic: overlapping })).toHaveLength(1);
    expect(quote({ parts, sic: [{ start: 10, end: 15 }], inserted: [{ start: 14, end: 16 }] })).toEqual([
      'quotes[4].sic[0]: 10 to 15 found, within what was inserted; expected words of the speaker',
    ]);
  });
});
