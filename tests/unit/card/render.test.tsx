import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Card } from '../../../src/card/Card.tsx';
import { type CardEvent, CLOSED, changeTo, type Notice, reduce, shown } from '../../../src/card/state.ts';
import type { Write } from '../../../src/card/writer.ts';
import type { CardContent, QuoteView } from '../../../src/dataset/card-content.ts';
import { describe as describeEntity } from '../../../src/dataset/describe.ts';
import type { Pack } from '../../../src/dataset/schema.ts';
import { formatDate } from '../../../src/i18n.ts';
import { speak } from '../../support/messages.ts';
import { bundled, harbour } from '../../support/packs.ts';

const PACKS = [harbour, ...(bundled ? [bundled] : [])];

let root: HTMLElement;
beforeEach(() => {
  speak('en');
  const { document } = parseHTML('<!doctype html><body></body>');
  vi.stubGlobal('document', document);
  root = document.body;
});
afterEach(() => {
  render(null, root);
  vi.unstubAllGlobals();
});

function contentOf(pack: Pack, id: string): CardContent {
  const content = describeEntity(pack, id, ['en']);
  if (content === null) throw new Error(`no ${id}`);
  return content;
}

const cards = PACKS.flatMap((pack) => pack.entities.map(({ id }) => contentOf(pack, id)));

interface Drawing {
  /** What happens after the content has come. */
  since?: readonly CardEvent[];
  write?: Write;
  copy?: (text: string) => Promise<boolean>;
}

/** Draws the card of what one mention refers to. */
async function draw(
  contents: readonly CardContent[],
  { since = [], write, copy }: Drawing = {},
): Promise<void> {
  const [first] = contents;
  if (first === undefined) throw new Error('nothing to draw');
  const { name, type } = first;
  const request = { entities: [first.key], type, name: name.text, openedBy: 'pointer' as const };
  const events: CardEvent[] = [{ type: 'open', request }, { type: 'answered', turn: 1, contents }, ...since];
  const state = events.reduce(reduce, CLOSED);
  const view = shown(state);
  if (view === undefined) throw new Error('nothing is shown');
  await act(() =>
    render(
      <Card
        state={state}
        view={view}
        because={{ rule: 'full-name', words: [] }}
        found={1}
        send={() => {}}
        copy={copy ?? (async () => true)}
        write={write}
      />,
      root,
    ),
  );
}

const words = (selector: string) => [...root.querySelectorAll(selector)].map((each) => each.textContent);
const press = (selector: string, nth = 0) =>
  act(() => {
    const all = [...root.querySelectorAll<HTMLElement>(selector)];
    all.at(nth)?.click();
  });

/** What is said of a verdict, written down a second time. */
const VERDICTS = {
  confirmed: 'Others confirm this',
  wrong: 'Others contradict this',
  outdated: 'No longer current',
  contested: 'Contested',
  misleading: 'Misleading as it stands',
  unverified: 'Could not be verified',
  opinion: 'An opinion',
  spelling: 'Misspelt in the source',
};

/** The words of a card in the order of trust. */
function inOrder(content: CardContent): string[] {
  const { name, nativeNames, status, type, background, said, since, quotesBy, quotesAbout } = content;
  const canBeUnknown = type === 'person' || type === 'organization';
  return [
    name.text,
    ...nativeNames.map(({ text }) => text),
    ...(status ? [status.text, `Checked ${formatDate(status.date)}`] : []),
    ...(!status && canBeUnknown ? ['What holds today has not been verified.'] : []),
    'Full name',
    ...background.map(({ text }) => text),
    ...said.flatMap(({ role, exact, asOf, answers }) => [
      ...(role ? [role.text] : []),
      exact.text,
      formatDate(asOf),
      ...answers.flatMap(({ verdict, others }) => [VERDICTS[verdict], ...(others ? [others.text] : [])]),
    ]),
    ...since.flatMap(({ date, text }) => [formatDate(date), text]),
    ...(quotesBy.length > 0 ? [`Speaker of ${quotesBy.length} quote`] : []),
    ...(quotesAbout.length > 0 ? [`Named in ${quotesAbout.length} quote`] : []),
    ...content.related.slice(0, 12).map((related) => related.name.text),
    ...(content.footnotes.length > 0 ? ['References'] : []),
    content.pack.title.text,
    `version ${content.pack.version}`,
  ];
}

const MANNERS = { spoken: '', written: ', in writing', reported: ', as reported' };

function saidBy({ speaker, quotedBy, manner, date }: QuoteView): string {
  const through = quotedBy === undefined ? '' : `, quoted by ${quotedBy.name.text}`;
  const when = date === undefined ? 'date not given' : formatDate(date);
  return `${speaker.name.text}${through}${MANNERS[manner]}, ${when}`;
}

/** Where a card stops to have its words in this order; `undefined` where it has. */
function firstMissing(text: string, parts: readonly string[]): string | undefined {
  let at = 0;
  return parts.find((part) => {
    const found = text.indexOf(part, at);
    at = found + part.length;
    return found === -1;
  });
}

describe('a card', () => {
  it('says what its pack says, in the order of trust, for every entity', async () => {
    for (const content of cards) {
      await draw([content]);
      const given = content.nativeNames.filter(({ text }) => text !== content.name.text);
      expect([
        content.key,
        firstMissing(root.textContent, inOrder({ ...content, nativeNames: given })),
      ]).toEqual([content.key, undefined]);
    }
  });

  it('gives the words of every quote to the letter, with who said them, how and when', async () => {
    for (const content of cards) {
      await draw([content]);
      while (root.querySelector('.folded ~ .more')) await press('.folded ~ .more');
      const quotes = [...content.quotesBy, ...content.quotesAbout];
      const given = [...root.querySelectorAll('.quote')].map((figure) => {
        const attribution = (figure.closest('.folded') ?? figure).querySelector('summary, figcaption p');
        return [figure.querySelector('blockquote')?.textContent, attribution?.textContent];
      });
      const expected = quotes.map((quote) => [quote.shown.map(({ text }) => text).join(''), saidBy(quote)]);
      expect([content.key, given.toSorted()]).toEqual([content.key, expected.toSorted()]);
    }
  });

  it('says of all quotes together how one-sided they are', async () => {
    for (const content of cards) {
      const { key, balance } = content;
      await draw([content]);
      const [line = ''] = words('.balance');
      expect([key, line !== '']).toEqual([key, balance.quotes > 0]);
      if (balance.quotes === 0) continue;
      expect(line).toContain(
        balance.quotes === 1 ? '1 quote from one source' : `${balance.quotes} quotes from`,
      );
      expect([key, line.includes('No other view in this pack.')]).toEqual([key, balance.oneSided]);
      for (const side of balance.sides) expect(line).toContain(side?.text ?? 'none stated');
    }
  });

  it('shows a quote that is the only one, and says that it gives one view', async () => {
    const alone = cards.filter(({ balance }) => balance.quotes === 1 && balance.oneSided);
    expect(alone.length).toBeGreaterThan(0);
    for (const content of alone) {
      await draw([content]);
      const names = [...content.quotesBy, ...content.quotesAbout].some(({ namesEntity }) => namesEntity);
      expect(root.querySelectorAll('section > .quote')).toHaveLength(names ? 1 : 0);
      expect(words('.balance')[0]).toContain('No other view in this pack.');
    }
  });

  it('tells under a quote what its pack notes on single words', async () => {
    await draw([contentOf(harbour, 'mara-tennick')]);
    await press('.folded summary');
    await press('.folded .acts button');
    expect(words('.folded figcaption p')).toContain('Nobody have: for “nobody has”');
  });

  it('copies what is shown: the excerpt, or the whole quote once that is asked for', async () => {
    const content = contentOf(harbour, 'osric-vane');
    const [quote] = content.quotesAbout;
    const copy = vi.fn(async (_text: string) => true);
    await draw([content], { copy });
    await press('section > .quote .acts button', 1);
    await press('section > .quote .acts button', 0);
    await press('section > .quote .acts button', 1);
    const whole = quote?.paragraphs.map((pieces) => pieces.map(({ text }) => text).join('')).join('\n\n');
    const [[excerpt], [all]] = copy.mock.calls as [[string], [string]];
    expect(excerpt).not.toContain(whole);
    expect(all).toContain(`“${whole}”\n— `);
  });
});

describe('the card of an entity that two packs know', () => {
  const first = { ...contentOf(harbour, 'osric-vane'), sameAs: ['wikidata:Q0'] };
  const later = { text: 'Harbour master until 2026', lang: 'en', notes: [], date: '2026-10-01' };
  const second = { ...first, key: 'port/vane', status: later };

  it('says once what holds now, by the pack that verified it last', async () => {
    const { status: _, ...unknown } = first;
    for (const contents of [
      [first, second],
      [unknown, second],
      [second, unknown],
    ]) {
      await draw(contents);
      expect(words('.status')).toEqual([`${later.text} Checked ${formatDate(later.date)}`]);
    }
  });

  it('has two open quotes at most', async () => {
    const [quote] = first.quotesAbout;
    if (quote === undefined) throw new Error('nobody quotes anything about Osric Vane');
    const two = (content: CardContent) => ({
      ...content,
      quotesAbout: ['1', '2'].map((id) => ({ ...quote, id })),
    });
    await draw([two(first), two(second)]);
    expect(root.querySelectorAll('section > .quote')).toHaveLength(2);
  });

  it.each([
    ['mute', '.foot .acts button'],
    ['notThisPerson', '.why button'],
  ])('changes it in both packs: %s', async (kind, button) => {
    const write = vi.fn();
    await draw([first, second], { write });
    await press(button);
    const change = { kind, entities: [first.key, second.key], name: first.name.text };
    expect(write.mock.calls).toEqual([[change, true]]);
  });
});

describe('the way to report an error', () => {
  const vane = contentOf(harbour, 'osric-vane');

  it.each([
    ['https://example.org/errors', 'https://example.org/errors'],
    ['errors@example.org', 'mailto:errors@example.org'],
  ])('is a link, whatever the pack gives: %s', async (corrections, address) => {
    await draw([{ ...vane, pack: { ...vane.pack, corrections } }]);
    expect(root.querySelector('.foot a')?.getAttribute('href')).toBe(address);
  });
});

describe('what became of a change', () => {
  const vane = contentOf(harbour, 'osric-vane');
  const oakes = contentOf(harbour, 'bram-oakes');
  const noticed = (kind: Notice['kind'], step: Notice['step'], of = vane): CardEvent => ({
    type: 'notice',
    notice: { ...changeTo([of], kind), step },
  });

  it.each<[Notice['step'], string, string[]]>([
    ['saving', 'Saving…', []],
    ['done', 'Osric Vane is muted everywhere.', ['Undo']],
    ['undoing', 'Saving…', []],
    ['undone', 'Undone.', ['Mute', 'Off on this site']],
    ['failed', 'This could not be saved. Nothing was changed.', ['Mute', 'Off on this site']],
    ['kept', 'This could not be undone: Osric Vane is muted everywhere.', ['Undo']],
  ])('is told in the foot, with what can be done then: %s', async (step, text, offered) => {
    await draw([vane], { write: vi.fn(), since: [noticed('mute', step)] });
    expect(words('.foot [role=status]')).toEqual([text]);
    expect(words('.foot button')).toEqual(offered);
  });

  it('is undone for the entity that it was made to, which is told by its name', async () => {
    const write = vi.fn();
    const since = [noticed('siteOff', 'done'), noticed('mute', 'done', oakes)];
    await draw([oakes], { write, since });
    expect(words('.foot [role=status]')).toEqual([
      'Sidelight is off on this site.',
      'Bram Oakes is muted everywhere.',
    ]);
    await press('.foot button', 1);
    expect(write.mock.calls).toMatchObject([[{ kind: 'mute', entities: [oakes.key] }, false]]);
  });

  it('is told of a candidate that was refused, and not of the other', async () => {
    const since = [noticed('notThisPerson', 'done')];
    await draw([vane, oakes], { write: vi.fn(), since });
    expect(words('.why')).toEqual(['Osric Vane is not shown on this site any more.Undo']);
    await draw([vane, oakes], { write: vi.fn(), since: [...since, { type: 'choose', index: 1 }] });
    expect(words('.why button')).toEqual(['Not this person']);
  });
});
