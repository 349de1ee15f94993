/**
 * The text that the welcome page shows marks and cards on. It stands in the locale files, with its names as links to
 * entities of the shipped pack: `[Betty Boothroyd](baroness-boothroyd)`. A test holds each against the pack.
 */
import type { EntityType } from '../dataset/schema.ts';
import { t } from '../i18n.ts';

/** The pack that is shipped with the extension. */
export const SAMPLE_PACK = 'uk-conference-2020';

export interface SampleMention {
  name: string;
  /** Of the shipped pack. */
  entity: string;
  type: EntityType;
}

/** Words, and names among them. */
export type SampleSentence = (string | SampleMention)[];

const TYPES: Record<string, EntityType> = {
  'amnesty-international': 'organization',
  'baroness-boothroyd': 'person',
  'ebrahim-raisi': 'person',
  jcpoa: 'agreement',
};

const LINK = /\[([^\]]+)\]\(([a-z0-9-]+)\)/;

export function sampleSentences(): SampleSentence[] {
  return [t('welcome.sample.first'), t('welcome.sample.second'), t('welcome.sample.third')].map(readSentence);
}

/** @param written with its names as links */
export function readSentence(written: string): SampleSentence {
  // The captures stand between the pieces: words, name, entity, words, name, entity, words.
  const pieces = written.split(LINK);
  return pieces.flatMap((piece, i): SampleSentence => {
    if (i % 3 === 1) return [];
    if (i % 3 === 0) return piece === '' ? [] : [piece];
    const type = TYPES[piece];
    const name = pieces[i - 1] ?? '';
    return type === undefined ? [name] : [{ name, entity: piece, type }];
  });
}
