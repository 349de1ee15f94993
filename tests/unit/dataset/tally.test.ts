import { expect, it } from 'vitest';
import { tally } from '../../../src/dataset/tally.ts';
import { harbour } from '../../support/packs.ts';

it('counts quotes by occasion, by side and by what their words name, the most frequent first', () => {
  expect(tally(harbour)).toEqual({
    occasions: [
      { id: 'harbour-inquiry', quotes: 4 },
      { id: null, quotes: 1 },
    ],
    sides: [
      { id: 'dock-union', quotes: 4 },
      { id: null, quotes: 1 },
    ],
    topics: [
      { id: 'gull-street-fire', quotes: 4 },
      { id: 'osric-vane', quotes: 1 },
      { id: 'harbour-inquiry', quotes: 1 },
      { id: 'tide-report', quotes: 1 },
      { id: 'bram-oakes', quotes: 1 },
      { id: null, quotes: 1 },
    ],
  });
});
