import { beforeEach, describe, expect, it } from 'vitest';
import { becauseText } from '../../../src/card/because-text.ts';
import { copyText } from '../../../src/card/copy-text.ts';
import type { QuoteView } from '../../../src/dataset/card-content.ts';
import { describe as describeEntity } from '../../../src/dataset/describe.ts';
import type { Pack } from '../../../src/dataset/schema.ts';
import { formatDate } from '../../../src/i18n.ts';
import { speak } from '../../support/messages.ts';
import { bundled, harbour } from '../../support/packs.ts';

beforeEach(() => speak('en'));

function quotesOf(pack: Pack): QuoteView[] {
  return pack.entities.flatMap(({ id }) => {
    const card = describeEntity(pack, id, ['en']);
    return card === null ? [] : [...card.quotesBy, ...card.quotesAbout];
  });
}

function quote(id: string): QuoteView {
  const found = quotesOf(harbour).find((each) => each.id === id);
  if (found === undefined) throw new Error(`no quote ${id}`);
  return found;
}

describe('a copied quote', () => {
  it('ends with speaker, date and source, after the words to the letter', () => {
    for (const view of [harbour, ...(bundled ? [bundled] : [])].flatMap(quotesOf)) {
      const source = `${view.source.title.text}, `;
      for (const whole of [true, false]) {
        const text = copyText(view, whole);
        const last = text.split('\n').at(-1) ?? '';
        const shown = whole ? view.paragraphs : [view.shown];
        for (const pieces of shown) expect(text).toContain(pieces.map((piece) => piece.text).join(''));
        expect(last.startsWith(`— ${view.speaker.name.text}, `)).toBe(true);
        expect(last).toContain(view.date === undefined ? 'date not given' : formatDate(view.date));
        expect(last).toContain(source);
        expect(last.endsWith(view.source.url ?? formatDate(view.source.date))).toBe(true);
      }
    }
  });

  it('reads as a citation', () => {
    expect(copyText(quote('h05'), true)).toBe(
      `“${quote('h05')
        .paragraphs.flat()
        .map(({ text }) => text)
        .join('')}”\n— Osric Vane, June 2017. ` +
        'Minutes of the port authority, June 2017, Official document, June 2017, https://example.org/minutes/2017-06',
    );
  });

  it('says at second hand that it is', () => {
    expect(copyText(quote('h03'), false)).toContain('— Bram Oakes, quoted by Paria Saheli, date not given.');
  });

  it('shows where the excerpt leaves words out', () => {
    const [view] = describeEntity(harbour, 'osric-vane', ['en'])?.quotesAbout ?? [];
    if (view === undefined) throw new Error('nobody quotes anything about Osric Vane');
    expect(copyText(view, false)).toMatch(/^“… .* …”\n/s);
    expect(copyText(view, true)).not.toContain('…');
  });

  it('speaks Persian, with the date in the Gregorian calendar', () => {
    speak('fa');
    expect(copyText(quote('h05'), true)).toContain('ژوئن ۲۰۱۷');
  });
});

describe('the reason for a mention', () => {
  it.each([
    ['full-name', [], 1, 'Full name'],
    ['full-name', [], 3, 'Full name, found 3 times on this page'],
    ['context-words', ['Clwyd West'], 1, 'Because “Clwyd West” stands nearby'],
    ['context-words', ['Clwyd West', 'MP'], 1, 'Because “Clwyd West” and “MP” stand nearby'],
    ['same-entity', ['Osric Vane'], 1, 'Because “Osric Vane” stands on this page'],
    ['related-entity', ['Port Ellery'], 1, 'Because “Port Ellery” is named nearby'],
    ['introduced', ['Ellery Dock Union'], 1, 'Short for “Ellery Dock Union”, as this page says'],
    ['pattern', ['fire', '2017'], 1, 'Because “fire” and “2017” stand together'],
    ['pattern', [], 1, 'Full name'],
    ['context-words', ['a | b {words} $1'], 1, 'Because “a | b {words} $1” stands nearby'],
  ] as const)('%s %j, %i on the page: %s', (rule, words, found, text) => {
    expect(becauseText({ rule, words: [...words] }, found)).toBe(text);
  });
});
