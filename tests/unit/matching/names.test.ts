import { describe, expect, it } from 'vitest';
import { entity, found, indexOf, pack, refused } from './pack.ts';

const RAISI = entity('raisi', ['Ebrahim Raisi', 'Raisi|context', 'ابراهیم رئیسی', 'رئیسی|never'], {
  context: [{ atLeast: 1, window: 40, words: ['Iran', 'Tehran'] }],
  exclude: [{ window: 40, words: ['Interpol'] }],
});
const JONES = entity('jones', ['David Jones|context', 'David Ian Jones'], {
  context: [{ atLeast: 2, window: 60, words: ['Clwyd West', 'Welsh', 'MP'] }],
});
const GUARDS = entity('guards', ['Islamic Revolutionary Guard Corps', 'IRGC|context|case', 'Guards|never'], {
  type: 'organization',
  context: [{ atLeast: 1, window: 40, words: ['Iran'] }],
});
const index = indexOf(pack([RAISI, JONES, GUARDS]));

describe('a strong name stands by itself', () => {
  it.each([
    ['as it is', 'Ebrahim Raisi spoke.', 'Ebrahim Raisi'],
    ['in capitals', 'EBRAHIM RAISI WINS', 'EBRAHIM RAISI'],
    [
      'over a line break, a no-break space, a soft hyphen',
      'Ebra\u00adhim\n\u00a0Raisi',
      'Ebra\u00adhim\n\u00a0Raisi',
    ],
    ['without its possessive', 'Ebrahim Raisi’s death', 'Ebrahim Raisi'],
    ['surname first', 'Raisi, Ebrahim: 214', 'Raisi, Ebrahim'],
    ['with a Persian conjunction written to it', 'گفت وابراهیم رئیسی', 'وابراهیم رئیسی'],
  ])('%s', (_, text, surface) => {
    expect(found(index, text)).toEqual([`${surface} = raisi`]);
  });

  it('never across a block border or the end of a sentence', () => {
    expect(found(index, 'He met Ebrahim\u2029Raisi spoke. So did Ebrahim. Raisi left.')).toEqual([]);
  });

  it('not as part of a longer word', () => {
    expect(found(index, 'Ebrahim Raisin, Ebrahim Raisi-Khan, Ebrahimi Raisi')).toEqual([]);
  });
});

describe('a name with the grade context', () => {
  it('is a mention where its words stand nearby', () => {
    expect(found(index, 'In Tehran, Raisi spoke.')).toEqual(['Raisi = raisi (context-words)']);
    expect(found(index, `Raisi ${'and '.repeat(50)} Tehran`)).toEqual([]);
  });

  it('is none where its words stand in navigation alone, farther than a few words', () => {
    const text = `Tehran\u2029${'word '.repeat(24)}Raisi spoke.`;
    expect(found(index, text)).toHaveLength(1);
    expect(found(index, text, { asides: [0] })).toEqual([]);
  });

  it('needs as many different words as the pack asks for', () => {
    expect(found(index, 'The MP, an MP and David Jones')).toEqual([]);
    expect(found(index, 'David Jones, MP for Clwyd West')).toEqual(['David Jones = jones (context-words)']);
  });

  it('is none where an excluding word is nearer', () => {
    expect(found(index, 'Tehran watched. Interpol named Raisi.')).toEqual([]);
    expect(found(index, 'Interpol watched. Tehran named Raisi.')).toEqual(['Raisi = raisi (context-words)']);
  });

  it('is a mention where the same page has the full name, before or after', () => {
    expect(found(index, 'Raisi spoke.\u2029Ebrahim Raisi left.')).toEqual([
      'Raisi = raisi (same-entity)',
      'Ebrahim Raisi = raisi',
    ]);
  });

  it('finds its words in the title and the address too', () => {
    expect(found(index, 'Raisi spoke.', { title: 'News from Tehran' })).toEqual([
      'Raisi = raisi (context-words)',
    ]);
    expect(found(index, 'Raisi spoke.', { url: 'https://example.org/iran/news' })).toEqual([
      'Raisi = raisi (context-words)',
    ]);
  });

  it('keeps its case where it asks for it', () => {
    expect(found(index, 'Iran: irgc Irgc IRGC')).toEqual(['IRGC = guards (context-words)']);
  });
});

describe('what stands around a person’s name makes it another', () => {
  it.each([
    ['another given name', 'In Tehran Mojtaba Raisi spoke.', ['Raisi: other-name']],
    ['an Arabic particle', 'In Tehran, Naser al-Raisi spoke.', ['Raisi: other-name']],
    ['an initial of another name', 'In Tehran, K. Raisi spoke.', ['Raisi: other-name']],
    ['a street', 'Raisi Street in Tehran', ['Raisi: other-name']],
    ['a given name before a full name', 'Thomas David Jones, Welsh MP', ['David Jones: other-name']],
    ['a second surname', 'David Jones-Smith, Welsh MP', ['David Jones: other-name']],
  ])('%s', (_, text, expected) => {
    expect(found(index, text)).toEqual([]);
    expect(refused(index, text)).toEqual(expected);
  });

  it('a title is no part of the name and does not change it', () => {
    expect(found(index, 'Tehran said President Raisi had left.')).toEqual(['Raisi = raisi (context-words)']);
  });

  it('an initial of the name is part of it', () => {
    expect(found(index, 'Tehran: E. Raisi left.')).toEqual(['E. Raisi = raisi (context-words)']);
  });

  it('after another bearer the surname is the other’s, until the full name comes', () => {
    const text = 'In Tehran, Dina Raisi spoke. Later Raisi left. Ebrahim Raisi came. Then Raisi sat.';
    expect(found(index, text)).toEqual(['Ebrahim Raisi = raisi', 'Raisi = raisi (context-words)']);
  });
});

describe('a surname that is a common word, in a script without capitals', () => {
  it.each([
    ['is the person at the beginning of a sentence', 'ابراهیم رئیسی رفت. رئیسی گفت', 2],
    ['is the person after a form of address', 'ابراهیم رئیسی رفت و آقای رئیسی گفت', 2],
    ['is the person after a particle', 'ابراهیم رئیسی رفت. گفتند که رئیسی آمد', 2],
    ['is a word after a noun', 'ابراهیم رئیسی رفت. هدف رئیسی این طرح', 1],
    ['is a word after a noun in Arabic', 'ابراهیم رئیسی. السبب الرئيسي للحريق', 1],
  ])('%s', (_, text, count) => {
    expect(found(index, text)).toHaveLength(count);
  });
});

describe('short forms follow the full name', () => {
  it('a surname that the pack does not list', () => {
    const text = 'Jones. David Jones, MP for Clwyd West, asked. Jones sat down; Andrew Jones rose.';
    expect(found(index, text)).toEqual([
      'David Jones = jones (context-words)',
      'Jones = jones (same-entity)',
    ]);
  });

  it('a name with the grade never, only after an anchor', () => {
    expect(found(index, 'رئیسی گفت. ابراهیم رئیسی رفت. رئیسی گفت.')).toEqual([
      'ابراهیم رئیسی = raisi',
      'رئیسی = raisi (same-entity)',
    ]);
    expect(
      found(
        index,
        'the Islamic Revolutionary Guard Corps and then the Guards, not the guards of a bank nor any Coast Guards',
      ),
    ).toEqual(['Islamic Revolutionary Guard Corps = guards', 'Guards = guards (same-entity)']);
  });

  it('an acronym in brackets after the full name', () => {
    const text = 'The Islamic Revolutionary Guard Corps (IRG) met. The IRG left.';
    expect(found(index, text)).toEqual([
      'Islamic Revolutionary Guard Corps = guards',
      'IRG = guards (introduced)',
      'IRG = guards (introduced)',
    ]);
  });

  it('an acronym that was introduced for something else is not the pack’s', () => {
    const text = 'Iran joined the International Risk Governance Council (IRGC). The IRGC met.';
    expect(found(index, text)).toEqual([]);
    expect(refused(index, text)).toEqual(['IRGC: other-acronym', 'IRGC: other-acronym']);
  });
});

describe('several entities', () => {
  it('with the same name make one mention with both, the better supported first', () => {
    const a = entity('a', ['Ali Karimi|context'], { context: [{ atLeast: 1, window: 9, words: ['judge'] }] });
    const b = entity('b', ['Ali Karimi']);
    expect(found(indexOf(pack([a, b])), 'the judge Ali Karimi')).toEqual(['Ali Karimi = b or a']);
  });

  it('of two packs that share an identifier are one', () => {
    const one = pack([entity('a', ['Ali Karimi'], { sameAs: ['wikidata:Q1'] })]);
    const two = pack([entity('b', ['Ali Karimi', 'Karimi Ali'], { sameAs: ['wikidata:Q1'] })], [], {
      id: 'two',
    });
    expect(found(indexOf(one, two), 'Ali Karimi, Karimi Ali')).toEqual(['Ali Karimi = a', 'Karimi Ali = a']);
  });

  it('the longest name wins', () => {
    const a = entity('a', ['Iran deal'], { type: 'agreement' });
    const b = entity('b', ['new Iran deal'], { type: 'agreement' });
    expect(found(indexOf(pack([a, b])), 'a new Iran deal')).toEqual(['new Iran deal = b']);
  });

  it('that are muted or refused are not shown', () => {
    expect(found(index, 'Ebrahim Raisi', {}, { muted: new Set(['test/raisi']) })).toEqual([]);
    expect(found(index, 'Ebrahim Raisi', {}, { refused: new Set(['test/raisi']) })).toEqual([]);
  });
});

describe('spellings by rule, where the pack asks for them', () => {
  const asked = entity('raisi', []);
  asked.aliases = [{ text: 'Ebrahim Raisi', lang: 'en', grade: 'strong', variants: ['persian-latin'] }];
  it.each(['Ibrahim Raeisi', 'Ebrahim Raisi', 'Ebrahim Raissi', 'Ibrahim Raeesi'])('%s', (text) => {
    expect(found(indexOf(pack([asked])), text)).toEqual([`${text} = raisi`]);
    expect(found(indexOf(pack([entity('raisi', ['Ebrahim Raisi'])])), text)).toHaveLength(
      text === 'Ebrahim Raisi' ? 1 : 0,
    );
  });
});

describe('a name that nobody has graded', () => {
  const ungraded = indexOf(
    pack([entity('a', ['Egidijus Vareikis']), entity('b', ['John Jones']), entity('c', ['Zorro'])]),
  );

  it('of several words stands by itself, with its capitals', () => {
    expect(found(ungraded, 'said Egidijus Vareikis; egidijus vareikis')).toEqual(['Egidijus Vareikis = a']);
  });

  it('of a common given and a common family name does not', () => {
    expect(found(ungraded, 'said John Jones')).toEqual([]);
  });

  it('of one word does not', () => {
    expect(found(ungraded, 'said Zorro')).toEqual([]);
  });
});
