/** Contents of cards: from the invented pack, from the bundled one, and such as nobody should write. */
import bundledJson from '../../assets/packs/uk-conference-2020.json' with { type: 'json' };
import type { CardContent, QuoteView } from '../../src/dataset/card-content.ts';
import { describe } from '../../src/dataset/describe.ts';
import { parsePack } from '../../src/dataset/parse.ts';
import type { Pack } from '../../src/dataset/schema.ts';
import { t } from '../../src/i18n.ts';
import harbourJson from '../fixtures/packs/harbour.json' with { type: 'json' };

function read(json: unknown): Pack {
  const parsed = parsePack(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 3)));
  return parsed.pack;
}

export const harbour = read(harbourJson);
export const bundled = read(bundledJson);

export function content(pack: Pack, id: string): CardContent {
  const found = describe(pack, id, [t('uiLang')]);
  if (found === null) throw new Error(`no ${id}`);
  return found;
}

export function byKey(key: string): CardContent | null {
  const [packId, id = ''] = key.split('/');
  const pack = [harbour, bundled].find((each) => each.id === packId);
  return pack === undefined ? null : describe(pack, id, [t('uiLang')]);
}

/** The invented entity in a second pack, that knows it by the same identifier and has verified later what holds. */
export function inTwoPacks(): CardContent[] {
  const first = { ...content(harbour, 'osric-vane'), sameAs: ['wikidata:Q0'] };
  return [
    first,
    {
      ...first,
      key: 'port/osric-vane',
      status: { text: 'Harbour master of Port Ellery until 2026', lang: 'en', notes: [], date: '2026-10-30' },
      background: first.background.slice(0, 1),
      said: [],
      since: [],
      quotesAbout: [],
      related: [],
      pack: {
        ...first.pack,
        id: 'port',
        title: { text: 'People of the port', lang: 'en' },
        version: '0.4.0',
      },
    },
  ];
}

const LONG = 20_000;

/** Long, unbroken, in both directions, full of control characters and very many. */
export function hostile(): CardContent {
  const base = content(harbour, 'osric-vane');
  const [quote] = base.quotesAbout;
  if (quote === undefined) throw new Error('the invented pack quotes somebody on Osric Vane');
  const words = 'He said that the water had been cold. '.repeat(LONG / 38);
  const many: QuoteView[] = Array.from({ length: 500 }, (_, i) => ({
    ...quote,
    id: `q${i}`,
    namesEntity: i < 1,
    shown: [{ text: i === 0 ? words : `No ${i}.` }],
    paragraphs: [[{ text: words }]],
  }));
  return {
    ...base,
    name: { text: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(9).slice(0, 300), lang: 'de' },
    nativeNames: [
      { text: 'אבג 123 ابراهيم \u202eevil\u202c abc', lang: 'he' },
      { text: 'bell\u0007 null\u0000 tab\t zero\u200bwidth', lang: 'en' },
    ],
    background: [
      {
        text: `\u202eright to left override and https://example.org/${'x'.repeat(400)}`,
        lang: 'en',
        notes: [1],
      },
    ],
    quotesAbout: many,
    balance: { ...base.balance, quotes: 500, oneSided: false },
    related: Array.from({ length: 100 }, (_, i) => ({
      id: `r${i}`,
      type: 'person' as const,
      name: { text: i === 0 ? 'Unbreakable'.repeat(30) : `Somebody ${i}`, lang: 'en' },
    })),
  };
}
