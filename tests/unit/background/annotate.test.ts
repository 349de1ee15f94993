import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotateBlocks } from '../../../src/background/annotate.ts';
import type { DocumentRecord } from '../../../src/background/documents.ts';
import { BLOCK_SEPARATOR } from '../../../src/matching/types.ts';
import { entity, indexOf, pack } from '../matching/pack.ts';

const index = indexOf(
  pack([
    entity('ada', ['Ada Marlowe', 'Marlowe|context'], {
      context: [{ atLeast: 1, window: 40, words: ['quay'] }],
    }),
    entity('bo', ['Bo Lindqvist', 'Lindqvist|context']),
    entity('edu', ['Ellery Dock Union', 'EDU|context|case'], { type: 'organization' }),
  ]),
);

/** A page that sends block after block, and again what it is asked for. */
function openPage() {
  const record: DocumentRecord = {
    ...{ document: 'h1', evidence: '', targets: [], blocks: {}, hidden: [], pending: [], offered: [] },
    ...{ changed: {}, read: false },
  };
  const blocks = new Map<number, string>();
  const ask = (numbers: readonly number[]) => {
    const text = numbers.map((number) => blocks.get(number)).join(BLOCK_SEPARATOR);
    const request = { document: 'h1', blocks: [...numbers], asides: [], gone: [], text, title: '' };
    const policy = { muted: new Set<never>(), refused: new Set<never>() };
    return annotateBlocks(index, request, 'https://news.example/', record, policy);
  };
  return {
    record,
    /** @returns how often something had to be sent again */
    send(texts: readonly string[]): number {
      const numbers = texts.map((text) => {
        blocks.set(blocks.size + 1, text);
        return blocks.size;
      });
      let { again } = ask(numbers);
      let times = 0;
      for (; again.length > 0 && times < 50; times++) ({ again } = ask(again));
      return times;
    },
  };
}

describe('what a page is asked for again', () => {
  it('comes to an end on a page of more undecided blocks than can be kept', { timeout: 60_000 }, () => {
    const page = openPage();
    const names = ['Ada Marlowe', 'Bo Lindqvist', 'Marlowe', 'Lindqvist', 'EDU'];
    for (let at = 0; at < 300; at++) {
      expect(page.send([`${names[at % names.length]} came then.`]), `block ${at}`).toBeLessThan(5);
    }
    expect(page.record.pending.length).toBeGreaterThan(0);
  });

  it('comes to an end on any page, however it grows', { timeout: 60_000 }, () => {
    const sentence = fc.constantFrom(
      'Ada Marlowe spoke at the quay.',
      'Marlowe came then.',
      'Lindqvist said no.',
      'Peter Lindqvist said yes.',
      'Bo Lindqvist was there.',
      'The EDU met.',
      'The Ellery Dock Union (EDU) met at the quay.',
      'Nothing happened on that day, nor on the next.',
    );
    const batches = fc.array(fc.array(sentence, { minLength: 1, maxLength: 6 }), {
      minLength: 20,
      maxLength: 120,
    });
    fc.assert(
      fc.property(batches, (all) => {
        const page = openPage();
        for (const batch of all) expect(page.send(batch)).toBeLessThan(5);
      }),
      { numRuns: 25, seed: 20261128 },
    );
  });
});
