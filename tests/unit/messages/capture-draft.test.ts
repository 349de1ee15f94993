import { expect, it } from 'vitest';
import { type CaptureDraft, parseCapture } from '../../../src/messages/capture-draft.ts';

const DRAFT: CaptureDraft = {
  as: 'quote',
  captured: {
    exact: 'The water had been cold.',
    prefix: '',
    suffix: '',
    fragment: { textStart: 'The water', textEnd: 'cold.', prefix: 'said: “', suffix: '”' },
    pageTitle: 'Inquiry',
    url: 'https://news.example.org/inquiry',
    accessDate: '2026-11-23',
    speakers: [{ name: 'Osric Vane', lang: 'en', type: 'person' }],
  },
};

it('a draft that waits for its form is read as it was written', () => {
  expect(parseCapture(structuredClone(DRAFT))).toEqual(DRAFT);
});

it.each([
  ['nothing', undefined],
  ['another form', { ...DRAFT, as: 'note' }],
  ['words that are too long', { ...DRAFT, captured: { ...DRAFT.captured, exact: 'x'.repeat(50_001) } }],
  ['a key that nobody knows', { ...DRAFT, more: true }],
])('%s is no draft', (_, stored) => {
  expect(parseCapture(stored)).toBeUndefined();
});
