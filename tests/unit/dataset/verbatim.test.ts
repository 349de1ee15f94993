import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/dataset/problem.ts';
import type { Pack, Quote } from '../../../src/dataset/schema.ts';
import { checkVerbatim, type Document, notChecked } from '../../../src/dataset/verbatim.ts';
import { harbour, harbourText } from '../../support/packs.ts';

function documentOf(text: string): Document {
  return { text, sha256: createHash('sha256').update(text).digest('hex') };
}

const DOCUMENT = documentOf(harbourText);

/** The first quote of the invented pack with other fields, held against its document. */
function linesWith(change: (quote: Quote) => Partial<Quote>): string[] {
  const quotes = harbour.quotes.map((quote, q) => (q === 0 ? { ...quote, ...change(quote) } : quote));
  return checkVerbatim({ ...harbour, quotes }, DOCUMENT).map(formatProblem);
}

it('the invented pack has every word as its document has it', () => {
  expect(checkVerbatim(harbour, DOCUMENT)).toEqual([]);
});

describe('a document', () => {
  it('that is not the one that was read is refused', () => {
    const other = documentOf(`${harbourText} `);
    expect(checkVerbatim(harbour, other).map(formatProblem)).toEqual([
      `sources: no such source found; expected the SHA-256 of the document, ${other.sha256}, in one of them`,
    ]);
  });

  it('has the length that the pack gives', () => {
    const sources = harbour.sources.map((source) => ({ ...source, length: 7 }));
    expect(checkVerbatim({ ...harbour, sources }, DOCUMENT).map(formatProblem)).toEqual([
      `sources[0].length: 7 found; expected ${harbourText.length}, the length of the document`,
    ]);
  });
});

describe('verbatim words', () => {
  it('that differ by one letter from the document are told', () => {
    const [line, ...more] = linesWith(({ parts }) => ({
      parts: parts.map((part) => ({ ...part, exact: part.exact.replace('Nobody', 'Nobodi') })),
    }));
    expect(more).toEqual([]);
    expect(line).toMatch(/^quotes\[0\]\.parts\[1\]\.exact: ".*" found; expected "We ask for one thing only/);
  });

  it('of a part whose offsets have slipped are told, with what stands around it', () => {
    const lines = linesWith(({ parts }) => ({
      parts: parts.map((part, p) => (p === 0 ? { ...part, start: part.start + 1, end: part.end + 1 } : part)),
    }));
    expect(lines.map((line) => line.slice(0, line.indexOf(':')))).toEqual([
      'quotes[0].parts[0].exact',
      'quotes[0].parts[0].prefix',
      'quotes[0].parts[0].suffix',
    ]);
  });

  it('that an entity cites are told where they differ', () => {
    const entities = harbour.entities.map((entity) => ({
      ...entity,
      ...(entity.sourceRole && {
        sourceRole: {
          ...entity.sourceRole,
          span: { ...entity.sourceRole.span, exact: entity.sourceRole.span.exact.toUpperCase() },
        },
      }),
    }));
    const lines = checkVerbatim({ ...harbour, entities }, DOCUMENT).map(formatProblem);
    expect(lines).toHaveLength(harbour.entities.filter(({ sourceRole }) => sourceRole).length);
    expect(lines[0]).toMatch(
      /^entities\[0\]\.sourceRole\.span\.exact: "MARA TENNICK, CHAIR OF THE EDU" found/,
    );
  });
});

it.each(['excerpts', 'sic'] as const)('offsets of %s that cut a word in two are told', (key) => {
  const lines = linesWith((quote) => ({
    [key]: quote[key].map((span, s) => (s === 0 ? { ...span, end: span.end - 2 } : span)),
  }));
  expect(lines).toEqual([
    expect.stringMatching(/^quotes\[0\]\.(excerpts|sic)\[0\]: \d+ found, in the middle of "/),
  ]);
});

it('says what no document was there for', () => {
  const withoutDocument: Pack = harbour;
  expect(notChecked(withoutDocument)).toEqual([
    'harbour-article: 5 parts of quotes and 18 spans not held against the document',
    'harbour-minutes: 1 part of quotes and 0 spans not held against the document',
  ]);
  expect(notChecked(harbour, DOCUMENT)).toEqual([
    'harbour-minutes: 1 part of quotes and 0 spans not held against the document',
  ]);
});
