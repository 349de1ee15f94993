import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { MARK_COLOURS } from '../../../src/background/marks-style.ts';
import {
  readSentence,
  SAMPLE_PACK,
  type SampleMention,
  sampleSentences,
} from '../../../src/welcome/sample.ts';
import { type Locale, speak } from '../../support/messages.ts';
import { bundled } from '../../support/packs.ts';
import { found, indexOf } from '../matching/pack.ts';

const locales: Locale[] = ['en', 'fa'];
const named = (pieces: (string | SampleMention)[]) => pieces.filter((piece) => typeof piece !== 'string');

describe('a sentence of the sample', () => {
  it('holds its names among its words', () => {
    expect(readSentence('A [deal](jcpoa) of [Amnesty](amnesty-international).')).toEqual([
      'A ',
      { name: 'deal', entity: 'jcpoa', type: 'agreement' },
      ' of ',
      { name: 'Amnesty', entity: 'amnesty-international', type: 'organization' },
      '.',
    ]);
  });

  it('leaves a name without a mark whose entity is unknown', () => {
    expect(readSentence('[Somebody](some-body) spoke.')).toEqual(['Somebody', ' spoke.']);
  });
});

describe.each(locales)('the sample in %s', (locale) => {
  beforeEach(() => speak(locale));

  it('marks what Sidelight finds in it with the shipped pack, and nothing else', () => {
    expect(bundled?.id).toBe(SAMPLE_PACK);
    const index = indexOf(...(bundled === undefined ? [] : [bundled]));
    for (const sentence of sampleSentences()) {
      const text = sentence.map((piece) => (typeof piece === 'string' ? piece : piece.name)).join('');
      expect(found(index, text)).toEqual(named(sentence).map(({ name, entity }) => `${name} = ${entity}`));
    }
  });

  it('gives each name the type and the colour that its entity has', () => {
    const style = readFileSync(new URL('../../../src/welcome/welcome.css', import.meta.url), 'utf8');
    for (const { entity, type } of sampleSentences().flatMap(named)) {
      expect(bundled?.entities.find(({ id }) => id === entity)?.type).toBe(type);
      expect(style).toMatch(
        new RegExp(`\\[data-type="${type}"\\] \\{\\s+--mark: ${MARK_COLOURS[type]};`, 'u'),
      );
    }
  });
});
