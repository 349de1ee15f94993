/** Tables that are written, and what is the same when they are read again. */
import { describe, expect, it } from 'vitest';
import { writeDataset } from '../../../../src/dataset/formats/write.ts';
import { parsePack } from '../../../../src/dataset/parse.ts';
import type { Pack, Quote } from '../../../../src/dataset/schema.ts';
import { POISON } from '../../../fuzz/broken-files.ts';
import { harbourFile } from '../broken-pack.ts';
import { draftOf } from './drafts.ts';

describe('a written table', () => {
  const withNames = (names: readonly string[]): Pack => {
    const parsed = parsePack({
      ...harbourFile(),
      quotes: [],
      patterns: [],
      entities: names.map((name, at) => ({
        id: `e${at}`,
        type: 'person',
        name: { en: name },
        aliases: [{ text: name, lang: 'en' }],
      })),
    });
    if (!parsed.ok) expect.fail(JSON.stringify(parsed.problems));
    return parsed.pack;
  };

  const FORMULAS = [
    '=HYPERLINK("https://example.org")',
    '+1 555',
    '-1+1|cmd',
    '@SUM(1)',
    "'=1+1",
    "''@xy",
    '＝1+1',
    '=a,"b"\'c',
  ];

  it.each(FORMULAS)('holds no cell that a spreadsheet takes for a formula: %s', (name) => {
    const { text } = writeDataset(withNames([name]), 'csv');
    const cells = text
      .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)|\r\n/)
      .map((cell) => cell.replace(/^\uFEFF?"?/, ''));
    expect(cells.filter((cell) => /^[=+\-@\t\r\uff1d]/.test(cell))).toEqual([]);
  });

  it('gives the same texts when it is read again', () => {
    const { text } = writeDataset(withNames(FORMULAS), 'csv');
    expect(draftOf(text).pack.entities.map(({ name }) => name.en)).toEqual(FORMULAS);
  });

  it('gives hostile quotes back as the text that they are', () => {
    const words = POISON.filter(
      (text) => text.trim() === text && text !== '' && text.isWellFormed() && !/[\r\0]/.test(text),
    );
    const parsed = parsePack({
      ...harbourFile(),
      quotes: words.map((exact, at) => ({
        id: `q${at}`,
        speaker: 'osric-vane',
        lang: 'en',
        source: 'harbour-article',
        parts: [{ exact, start: 0, end: exact.length }],
      })),
    });
    if (!parsed.ok) expect.fail(JSON.stringify(parsed.problems));
    const again = draftOf(writeDataset(parsed.pack, 'csv').text).pack.quotes;
    expect(again.map(({ parts }) => parts[0]?.exact)).toEqual(words);
  });

  it('carries names, first statements and quotes of a whole pack', () => {
    const parsed = parsePack(harbourFile());
    if (!parsed.ok) expect.fail();
    const { pack } = parsed;
    const { pack: again, invalid } = draftOf(writeDataset(pack, 'csv').text);
    expect(invalid).toEqual([]);
    expect(again.entities.map(({ id, type, related }) => [id, type, related])).toEqual(
      pack.entities.map(({ id, type, related }) => [id, type, related]),
    );
    expect(again.quotes.map(({ parts }) => parts.map(({ exact }) => exact))).toEqual(
      pack.quotes.map(({ parts }) => parts.map(({ exact }) => exact)),
    );
    expect(again.sources.map(({ id, date, kind }) => [id, date, kind])).toEqual(
      pack.sources.map(({ id, date, kind }) => [id, date, kind]),
    );
  });
});

describe('a quote in a table', () => {
  const wordsOf = (quotes: readonly Quote[], key: 'sic' | 'inserted') =>
    quotes.map(({ parts, [key]: remarks }) =>
      remarks.map(({ start, end }) => {
        const part = parts.find((each) => each.start <= start && end <= each.end);
        return part?.exact.slice(start - part.start, end - part.start).trim();
      }),
    );

  it('keeps who reports it, how and at which occasion it was said, its link, and the words to be read with care', () => {
    const parsed = parsePack(harbourFile());
    if (!parsed.ok) expect.fail();
    const { pack } = parsed;
    const link = 'https://example.org/harbour#:~:text=words';
    pack.quotes = pack.quotes.map((quote) => ({ ...quote, link }));
    const { quotes } = draftOf(writeDataset(pack, 'csv').text).pack;
    const said = (all: readonly Quote[]) =>
      all.map(({ id, quotedBy, manner, occasion, link: to, note }) => [
        ...[id, quotedBy, manner, occasion, to, note?.en],
      ]);
    expect(said(quotes)).toEqual(said(pack.quotes));
    expect(pack.quotes.some(({ quotedBy }) => quotedBy !== undefined)).toBe(true);
    for (const key of ['sic', 'inserted'] as const) {
      expect(wordsOf(quotes, key)).toEqual(wordsOf(pack.quotes, key));
      expect(wordsOf(quotes, key).flat().length).toBeGreaterThan(0);
    }
  });

  const HEAD = 'quote,speaker,quotedBy,sourceTitle,sourceKind,sourceDate,sic';
  const row = (quote: string, sic: string) => `${quote},Ada Quill,The Herald,Herald,news,2020-01-01,${sic}`;

  it('has its marked words by their place where they stand there more than once', () => {
    const { pack } = draftOf([HEAD, row('to to to go', 'to [2]|go')].join('\n'));
    expect(pack.quotes[0]?.sic).toEqual([
      { start: 3, end: 5 },
      { start: 9, end: 11 },
    ]);
    const again = draftOf(writeDataset(pack, 'csv').text).pack;
    expect(again.quotes[0]?.sic).toEqual(pack.quotes[0]?.sic);
  });

  it('is kept without marked words that do not stand in it, and that is told', () => {
    const { pack, invalid } = draftOf([HEAD, row('All of it.', 'none')].join('\n'));
    expect(pack.quotes).toMatchObject([{ quotedBy: 'the-herald', sic: [] }]);
    expect(invalid).toMatchObject([{ row: 2, field: 'sic', reason: 'not-in-quote', lost: 'field' }]);
  });
});

describe('a name in a table', () => {
  it('keeps what is known of it: grade, case, spellings by rule, language', () => {
    const cell = 'MEK [strong case]|Mojahedin [context persian-latin]|مجاهدین [lang=fa]|Ada [of Lorn]';
    const { pack } = draftOf(`name,lang,detect,aliases\nThe Movement,en,no,${cell}\n`);
    const expected = [
      { text: 'The Movement', lang: 'en' },
      { text: 'MEK', lang: 'en', grade: 'strong', caseSensitive: true },
      { text: 'Mojahedin', lang: 'en', grade: 'context', variants: ['persian-latin'] },
      { text: 'مجاهدین', lang: 'fa' },
      { text: 'Ada [of Lorn]', lang: 'en' },
    ];
    expect(pack.entities).toMatchObject([{ detect: false, aliases: expected }]);
    expect(draftOf(writeDataset(pack, 'csv').text).pack.entities).toEqual(pack.entities);
  });
});
