import { describe, expect, it } from 'vitest';
import { cleanAddress, withTextFragment } from '../../../src/dataset/address.ts';
import { addName, addQuote, nameForm, quoteForm } from '../../../src/dataset/capture.ts';
import type { Captured, NameForm, QuoteForm } from '../../../src/dataset/capture-form.ts';
import { parsePack } from '../../../src/dataset/parse.ts';
import type { Pack } from '../../../src/dataset/schema.ts';
import { slugOf } from '../../../src/dataset/slug.ts';

const OWN: Pack = {
  ...{
    formatVersion: 1,
    id: 'own',
    version: '1.0.0',
    title: { en: 'Mine' },
    licence: 'mine',
    checked: '2026-11-23',
  },
  ...{ wordLists: {}, entities: [], patterns: [], quotes: [], sources: [], references: {} },
};

const CAPTURED: Captured = {
  exact: ' I kept the light. ',
  prefix: 'At last she said: “',
  suffix: '” Nobody answered her then.',
  fragment: { prefix: 'she said: “', textStart: 'I kept the light.', suffix: '” Nobody' },
  pageTitle: 'The storm\n at Lorn',
  url: 'https://www.example.org/storm?id=7&utm_source=mail&fbclid=x#top',
  canonicalUrl: 'https://example.org/storm?id=7',
  pageDate: '1998-02-03',
  accessDate: '2026-11-23',
  lang: 'en',
  speakers: [{ name: 'Ada Quill', lang: 'en', type: 'person', elsewhere: true, sameAs: ['wikidata:Q42'] }],
};

/** A form with what only the reader can tell. */
const filledIn = <Form extends QuoteForm | NameForm>(form: Form): Form => ({
  ...form,
  sourceKind: 'advocacy',
});

const NOTE = { fa: 'خوانده‌شده در ۲۳ نوامبر ۲۰۲۶.' };

describe('the form of a quote', () => {
  it('is filled in with the words, what is around them, the page, its date and the likely speaker', () => {
    expect(quoteForm(CAPTURED)).toEqual({
      exact: 'I kept the light.',
      prefix: 'At last she said: “',
      suffix: '” Nobody answered her then.',
      lang: 'en',
      speaker: CAPTURED.speakers[0],
      manner: 'spoken',
      date: '',
      sourceTitle: 'The storm at Lorn',
      sourceKind: '',
      sourceDate: '1998-02-03',
      sourceUrl: 'https://example.org/storm?id=7',
      link: 'https://example.org/storm?id=7#:~:text=she%20said%3A%20%E2%80%9C-,I%20kept%20the%20light.,-%E2%80%9D%20Nobody',
      accessDate: '2026-11-23',
    });
  });

  it('holds no date where the page states none: the day of access is not when it was published', () => {
    const { pageDate: _, ...undated } = CAPTURED;
    expect(quoteForm(undated)).toMatchObject({ sourceDate: '', accessDate: '2026-11-23' });
    expect(nameForm(undated)).toMatchObject({ sourceDate: '', accessDate: '2026-11-23' });
  });

  it('has no link where nothing in the page leads to the words alone', () => {
    const { fragment: _, ...rest } = CAPTURED;
    expect(quoteForm(rest)).toMatchObject({ sourceUrl: 'https://example.org/storm?id=7', link: '' });
  });

  it('takes no address that is not https', () => {
    const { canonicalUrl: _, ...rest } = CAPTURED;
    const form = quoteForm({ ...rest, url: 'http://example.org/x' });
    expect(form).toMatchObject({ sourceUrl: '', link: '' });
  });

  it('does not believe a page that gives the address of another site as its own', () => {
    const form = quoteForm({ ...CAPTURED, canonicalUrl: 'https://elsewhere.example.net/' });
    expect(form.sourceUrl).toBe('https://www.example.org/storm?id=7');
  });
});

describe('adding a quote', () => {
  it('brings speaker and source with it, and makes a pack that holds', () => {
    const added = addQuote(OWN, filledIn(quoteForm(CAPTURED)), NOTE);
    if (!added.ok) expect.fail(JSON.stringify(added.problems));
    expect(added.entities).toMatchObject([{ id: 'ada-quill', detect: false, sameAs: ['wikidata:Q42'] }]);
    expect(added.sources).toMatchObject([
      { id: 'example-org-storm-id-7', kind: 'advocacy', date: '1998-02-03', note: NOTE },
    ]);
    expect(added.quotes).toMatchObject([
      {
        id: 'i-kept-the-light',
        speaker: 'ada-quill',
        parts: [{ exact: 'I kept the light.', start: 0, end: 17 }],
      },
    ]);
    expect(parsePack(structuredClone(added.pack)).ok).toBe(true);
  });

  it('of the same page and person again uses what is there', () => {
    const first = addQuote(OWN, filledIn(quoteForm(CAPTURED)), NOTE);
    if (!first.ok) expect.fail();
    const second = addQuote(first.pack, filledIn(quoteForm(CAPTURED)), NOTE);
    expect(second).toMatchObject({
      ok: true,
      entities: [],
      sources: [],
      quotes: [{ id: 'i-kept-the-light-2' }],
    });
  });

  it('of the same page, called otherwise by the reader, is not put under what it was called before', () => {
    const first = addQuote(OWN, filledIn(quoteForm(CAPTURED)), NOTE);
    if (!first.ok) expect.fail();
    const second = addQuote(first.pack, { ...quoteForm(CAPTURED), sourceKind: 'official' }, NOTE);
    expect(second).toMatchObject({
      sources: [{ kind: 'official' }],
      quotes: [{ source: 'example-org-storm-id-7-2' }],
    });
  });

  it('asks for the kind and the date of the page where nobody has told them', () => {
    const { pageDate: _, ...undated } = CAPTURED;
    const added = addQuote(OWN, quoteForm(undated), NOTE);
    expect(added).toMatchObject({ ok: false });
    if (!added.ok)
      expect(added.problems).toEqual([
        { field: 'sourceKind', code: 'missing' },
        { field: 'sourceDate', code: 'missing' },
      ]);
  });

  it('takes a year as the date of its page', () => {
    const added = addQuote(OWN, { ...filledIn(quoteForm(CAPTURED)), sourceDate: '1998' }, NOTE);
    expect(added).toMatchObject({ ok: true, sources: [{ date: '1998' }] });
  });

  it.each([
    ['speaker', { speaker: undefined }, 'missing'],
    ['date', { date: 'yesterday' }, 'bad-date'],
    ['exact', { exact: '' }, 'empty'],
    ['sourceTitle', { sourceTitle: ' ' }, 'empty'],
    ['sourceDate', { sourceDate: '2020-13' }, 'bad-date'],
    ['sourceUrl', { sourceUrl: 'javascript:alert(1)' }, 'bad-address'],
    ['lang', { lang: 'english' }, 'bad-language'],
  ])('tells the field that cannot stay: %s', (field, changes, code) => {
    const added = addQuote(OWN, Object.assign(filledIn(quoteForm(CAPTURED)), changes), NOTE);
    expect(added).toMatchObject({ ok: false });
    if (!added.ok) expect(added.problems).toContainEqual(expect.objectContaining({ field, code }));
  });
});

describe('adding a name', () => {
  const form = filledIn(nameForm({ ...CAPTURED, exact: ' Ada\n Quill ' }));

  it('gives an ungraded entity; what is said of it rests on the page', () => {
    const added = addName(OWN, {
      ...form,
      description: 'Keeper of the light.',
      aliases: ['Quill', 'ada quill'],
    });
    if (!added.ok) expect.fail(JSON.stringify(added.problems));
    expect(added.entities).toMatchObject([
      {
        id: 'ada-quill',
        type: 'person',
        name: { en: 'Ada Quill' },
        aliases: [{ text: 'Ada Quill' }, { text: 'Quill' }],
        background: [{ text: { en: 'Keeper of the light.' } }],
      },
    ]);
    expect(Object.values(added.pack.references)).toMatchObject([
      { url: 'https://example.org/storm?id=7', kind: 'advocacy', date: '1998-02-03' },
    ]);
    expect(parsePack(structuredClone(added.pack)).ok).toBe(true);
  });

  it('with a statement asks what kind of page it rests on, and needs no date of it', () => {
    const described = { ...form, description: 'Keeper of the light.', sourceDate: '' };
    const added = addName(OWN, described);
    if (!added.ok) expect.fail(JSON.stringify(added.problems));
    expect(Object.values(added.pack.references)[0]).not.toHaveProperty('date');
    expect(addName(OWN, { ...described, sourceKind: '' })).toEqual({
      ok: false,
      problems: [{ field: 'sourceKind', code: 'missing' }],
    });
  });

  it('with a statement that rests on a page called otherwise before keeps both', () => {
    const first = addName(OWN, { ...form, description: 'Keeper of the light.' });
    if (!first.ok) expect.fail();
    const second = addName(first.pack, { ...form, description: 'Kept it.', sourceKind: 'official' });
    if (!second.ok) expect.fail();
    expect(Object.values(second.pack.references)).toMatchObject([{ kind: 'advocacy' }, { kind: 'primary' }]);
  });

  it('that the pack has already adds to it', () => {
    const first = addName(OWN, form);
    if (!first.ok) expect.fail();
    const second = addName(first.pack, { ...form, name: 'ADA QUILL', aliases: ['The Lamp'] });
    if (!second.ok) expect.fail();
    expect(second.pack.entities).toMatchObject([
      { id: 'ada-quill', aliases: [{ text: 'Ada Quill' }, { text: 'The Lamp' }] },
    ]);
  });

  it.each([
    ['A', 'one-letter'],
    ['Ada\u202e', 'hidden-characters'],
    ['', 'empty'],
  ])('tells a name that cannot be one: %j', (name, code) => {
    expect(addName(OWN, { ...form, name })).toMatchObject({
      ok: false,
      problems: [{ field: 'name', code }],
    });
  });
});

describe('an address', () => {
  it.each([
    ['https://example.org/a?utm_source=x&id=1&gclid=2&mc_eid=3&igshid=4', 'https://example.org/a?id=1'],
    ['https://example.org/a?fbclid=x', 'https://example.org/a'],
    ['https://user:secret@example.org/a#part', 'https://example.org/a'],
    ['https://example.org/a?q=utm_source', 'https://example.org/a?q=utm_source'],
  ])('is kept without what tells of the reader: %s', (address, clean) => {
    expect(cleanAddress(address)).toBe(clean);
  });

  it.each(['http://example.org/', 'javascript:alert(1)', 'about:blank', 'https://localhost/', 'nonsense'])(
    'that is no page for others is none: %s',
    (address) => {
      expect(cleanAddress(address)).toBeUndefined();
    },
  );

  it('leads to words by their beginning and end, and escapes what a text directive would read', () => {
    const fragment = { textStart: 'one, two-three & four', textEnd: 'the very last', suffix: 'so' };
    expect(withTextFragment('https://example.org/', fragment)).toBe(
      'https://example.org/#:~:text=one%2C%20two%2Dthree%20%26%20four,the%20very%20last,-so',
    );
  });

  it('leads to long words of other scripts too, whose letters stay as they are where they would be too long', () => {
    const words = '灯台守は嵐の夜も、'.repeat(33);
    expect(withTextFragment('https://example.org/', { textStart: words })).toBe(
      `https://example.org/#:~:text=${words.replaceAll('、', '%E3%80%81')}`,
    );
    expect(withTextFragment('https://example.org/', { textStart: 'آب سرد' })).toBe(
      'https://example.org/#:~:text=%D8%A2%D8%A8%20%D8%B3%D8%B1%D8%AF',
    );
  });

  it('never grows longer than a pack takes', () => {
    expect(withTextFragment('https://example.org/', { textStart: 'x'.repeat(1_980) })).toBeUndefined();
  });
});

describe('an id made of a name', () => {
  it.each([
    ['Maryam Rajavi', 'maryam-rajavi'],
    ['Zoë Núñez', 'zoe-nunez'],
    ['O’Brien & Sons', 'o-brien-sons'],
    ['constructor', 'constructor'],
  ])('is readable where Latin letters spell it: %s', (name, id) => {
    expect(slugOf(name)).toBe(id);
  });

  it('is the same every time for a name in another script, and another for another', () => {
    expect(slugOf('مریم رجوی')).toBe(slugOf('مریم  رجوی '));
    expect(slugOf('李')).toMatch(/^n[0-9a-z]+$/);
    expect(slugOf('李')).not.toBe(slugOf('王'));
  });
});
