import { expect, it, describe as suite } from 'vitest';
import type { CardContent, QuotePiece } from '../../../src/dataset/card-content.ts';
import { describe } from '../../../src/dataset/describe.ts';
import { spansNaming } from '../../../src/dataset/naming.ts';
import type { Pack } from '../../../src/dataset/schema.ts';
import { bundled, harbour, harbourText } from '../../support/packs.ts';

const joined = (pieces: readonly QuotePiece[]) => pieces.map(({ text }) => text).join('');

function card(pack: Pack, id: string, langs = ['en']): CardContent {
  const content = describe(pack, id, langs);
  if (content === null) throw new Error(`no ${id} in ${pack.id}`);
  return content;
}

const cardsOf = (pack: Pack) => pack.entities.map(({ id }) => card(pack, id));

const packs = [
  { name: 'the invented pack', pack: harbour },
  ...(bundled === undefined ? [] : [{ name: 'the bundled pack', pack: bundled }]),
];

suite.each(packs)('every card of $name', ({ pack }) => {
  it('gives the words of each quote to the letter', () => {
    for (const { quotesBy, quotesAbout } of cardsOf(pack)) {
      for (const view of [...quotesBy, ...quotesAbout]) {
        const quote = pack.quotes.find(({ id }) => id === view.id);
        expect(view.paragraphs.map(joined)).toEqual(quote?.parts.map(({ exact }) => exact));
        expect(quote?.parts.some(({ exact }) => exact.includes(joined(view.shown)))).toBe(true);
      }
    }
  });

  it('says that words name the entity only where a name of it stands in them', () => {
    for (const { key, quotesBy, quotesAbout } of cardsOf(pack)) {
      const entity = pack.entities.find(({ id }) => `${pack.id}/${id}` === key);
      if (entity === undefined) throw new Error(key);
      const patterns = pack.patterns.filter((pattern) => pattern.entity === entity.id);
      for (const view of [...quotesBy, ...quotesAbout].filter(({ namesEntity }) => namesEntity)) {
        const words = joined(view.shown);
        expect(spansNaming(words, entity, patterns, pack.wordLists)).not.toEqual([]);
        const shown = pack.quotes
          .find(({ id }) => id === view.id)
          ?.excerpts.filter(({ aboutStated }) => aboutStated.includes(entity.id));
        expect(shown?.some(({ start, end }) => end - start === words.length)).toBe(true);
      }
    }
  });

  it('numbers footnotes from one, in order of their first use, and refers to no other', () => {
    for (const { status, background, said, since, footnotes } of cardsOf(pack)) {
      const answers = said.flatMap(({ answers }) => answers.flatMap(({ others }) => others ?? []));
      const used = [status, ...background, ...answers, ...since].flatMap((each) => each?.notes ?? []);
      const order = footnotes.map(({ number }) => number);
      expect([...new Set(used)]).toEqual(order);
      expect(order).toEqual(order.map((_, i) => i + 1));
    }
  });

  it('never gives a role that the source prints as what is verified now', () => {
    for (const { status, said } of cardsOf(pack)) {
      for (const { exact } of said) expect(status?.text).not.toBe(exact.text);
    }
  });
});

suite('a card', () => {
  it('is nothing for an entity that the pack does not hold', () => {
    expect(describe(harbour, 'nobody', ['en'])).toBeNull();
  });

  it('quotes at the offsets of the document', () => {
    const [quote] = card(harbour, 'osric-vane').quotesAbout;
    expect(harbourText).toContain(joined(quote?.shown ?? []));
  });

  it('shows the sentence that names the entity, and says that words before and after it are left out', () => {
    const [quote] = card(harbour, 'osric-vane').quotesAbout;
    expect(quote).toMatchObject({ id: 'h01', namesEntity: true, cutBefore: true, cutAfter: true });
    expect(quote?.shown).toEqual([
      { text: 'Warehouse 9 had no working hydrants, and ' },
      { text: 'Osric Vane', about: true },
      { text: ' knew it.' },
    ]);
  });

  it('shows a quote once that a longer one holds, and alone where the longer one is not on the card', () => {
    expect(card(harbour, 'mara-tennick').quotesBy.map(({ id }) => id)).toEqual(['h01']);
    expect(card(harbour, 'bram-oakes').quotesBy.map(({ id }) => id)).toEqual(['h03']);
  });

  it('leads to the very words where the pack knows the way, and nowhere else', () => {
    const link = 'https://example.org/a#:~:text=kept';
    const [first, ...others] = harbour.quotes;
    if (first === undefined) throw new Error('no quote');
    const pack = { ...harbour, quotes: [{ ...first, link }, ...others] };
    const views = card(pack, first.speaker).quotesBy;
    expect(views.find(({ id }) => id === first.id)?.link).toBe(link);
    expect(views.filter((view) => view.id !== first.id && 'link' in view)).toEqual([]);
  });

  it('tells who reported words that come at second hand', () => {
    const [quote] = card(harbour, 'bram-oakes').quotesBy;
    expect(quote?.speaker.name.text).toBe('Bram Oakes');
    expect(quote?.quotedBy?.name.text).toBe('Paria Saheli');
  });

  it('marks what is printed so and what the source put in', () => {
    const remarks = [card(harbour, 'mara-tennick'), card(harbour, 'paria-saheli')]
      .flatMap(({ quotesBy }) => quotesBy.flatMap(({ paragraphs }) => paragraphs.flat()))
      .filter(({ remark }) => remark !== undefined);
    expect(remarks).toEqual([
      { text: 'Nobody have', remark: 'sic', note: { text: 'for “nobody has”', lang: 'en' } },
      { text: '[The fire of] ', remark: 'inserted', note: { text: 'put in by the article', lang: 'en' } },
    ]);
  });

  it('puts what others say beside the longest words of the source that they answer', () => {
    const { said } = card(harbour, 'mara-tennick');
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({
      id: 'role',
      exact: { text: 'Mara Tennick, chair of the EDU', lang: 'en' },
      asOf: '2019-05-03',
      answers: [{ verdict: 'outdated', others: { text: 'She left the chair in 2020.' } }],
    });
  });

  it('speaks the reader’s language where the pack does, and says which language it speaks', () => {
    expect(card(harbour, 'paria-saheli', ['fa-IR', 'en']).name).toEqual({ text: 'پریا ساحلی', lang: 'fa' });
    expect(card(harbour, 'mara-tennick', ['fa']).name).toEqual({ text: 'Mara Tennick', lang: 'en' });
  });

  it('counts how one-sided its quotes are', () => {
    expect(card(harbour, 'osric-vane').balance).toEqual({
      quotes: 2,
      sources: 2,
      occasions: expect.any(Number),
      sides: [null, { text: 'The dock union', lang: 'en' }],
      oneSided: false,
    });
    expect(card(harbour, 'paria-saheli').balance).toMatchObject({ quotes: 1, oneSided: true });
    expect(card(harbour, 'quay-accord').balance).toMatchObject({ quotes: 0, sides: [], oneSided: false });
  });
});

suite('a name in words', () => {
  const names = (...aliases: { text: string; caseSensitive?: boolean }[]) => ({
    name: { en: 'Josée Müller-Roß' },
    nativeNames: [],
    aliases: aliases.map((alias) => ({ lang: 'en', ...alias })),
  });

  it.each([
    ['stands whole', 'by Josée Müller-Roß.', ['Josée Müller-Roß']],
    ['stands without its marks and in capitals', 'JOSEE MULLER ROß said', ['JOSEE MULLER ROß']],
    ['stands over a line break', 'Josée\nMüller-Roß’s', ['Josée\nMüller-Roß']],
    ['is not part of a word', 'Josée Müller-Roßberg', []],
    ['keeps the case that the alias asks for', 'mek and MEK', ['MEK']],
    ['is found in Persian with a joiner or another yeh', 'از ساحلي', ['ساحلي']],
  ])('%s', (_, text, expected) => {
    const spans = spansNaming(text, names({ text: 'MEK', caseSensitive: true }, { text: 'ساحلی' }), [], {});
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it('may be a pattern whose groups all stand in the words', () => {
    const pattern = {
      id: 'p',
      entity: 'e',
      langs: [],
      window: 9,
      groups: [['@fire'], ['2017']],
    };
    const find = (text: string) => spansNaming(text, names(), [pattern], { fire: ['fire', 'blaze'] });
    expect(find('the blaze of 2017')).toHaveLength(2);
    expect(find('the blaze of 2016')).toEqual([]);
  });
});
