import { expect, it } from 'vitest';
import { parseSelected } from '../../../src/messages/parse-selected.ts';
import { CAPS, type Selected } from '../../../src/messages/selected.ts';

const SELECTED: Selected = {
  exact: 'cold',
  prefix: '',
  suffix: '',
  fragment: { textStart: 'cold' },
  blocks: ['The water was cold.'],
  start: 14,
  end: 18,
  title: '',
  canonical: '',
  lang: 'en',
  dates: [],
  times: [],
  jsonLd: [],
};

it('what the script finds is read as it was told', () => {
  expect(parseSelected(structuredClone(SELECTED))).toEqual(SELECTED);
});

it.each([
  ['nothing', undefined],
  ['words that are too long', { ...SELECTED, exact: 'x'.repeat(CAPS.words + 1) }],
  ['a way to the words that is too long', { ...SELECTED, fragment: { textStart: 'x'.repeat(2_001) } }],
  ['a place that is none', { ...SELECTED, start: -1 }],
  ['days without end', { ...SELECTED, dates: Array.from({ length: 11 }, () => '2024') }],
  ['a key that nobody knows', { ...SELECTED, speakers: [] }],
])('%s is not what the script says', (_, told) => {
  expect(parseSelected(told)).toBeUndefined();
});
