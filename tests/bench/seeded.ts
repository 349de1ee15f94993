/** Names and text made from a seed, the same in every run. */
import type { Entity, Pack } from '../../src/dataset/schema.ts';

/** Mulberry32. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

const ONSETS = 'b br c ch cl d dr f fr g gr h j k kh l m n p pr q r s sh st t tr v w y z'.split(' ');
const VOWELS = 'a e i o u aa ee ou ai'.split(' ');
const CODAS = ['', '', '', 'n', 'r', 'l', 's', 'd', 'm', 't', 'nd', 'sh'];

function word(next: () => number, syllables: number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  return Array.from({ length: syllables }, () => pick(ONSETS) + pick(VOWELS) + pick(CODAS)).join('');
}

function distinctWords(seed: number, count: number, syllables: (at: number) => number): string[] {
  const next = random(seed);
  const words = new Set<string>();
  for (let at = 0; words.size < count; at++) words.add(word(next, syllables(at)));
  return [...words];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `count` names of one to four words; the first names of a longer list are those of a shorter one. */
export function names(count: number): string[] {
  const given = distinctWords(11, 4_000, (at) => (at % 20 === 0 ? 1 : 2)).map(capital);
  const family = distinctWords(13, 30_000, (at) => 2 + (at % 2)).map(capital);
  const next = random(17);
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  const made = new Set<string>();
  while (made.size < count) {
    const kind = next();
    if (kind < 0.1) made.add(capital(word(next, 4)));
    else if (kind < 0.8) made.add(`${pick(given)} ${pick(family)}`);
    else if (kind < 0.95) made.add(`${pick(given)} ${pick(given)} ${pick(family)}`);
    else made.add(`${pick(given)} ${pick(family)} ${pick(given)} ${pick(family)}`);
  }
  return [...made];
}

/** Sentences of small words in Zipf's proportions, with one of the first thousand names about every 1,000 characters. */
export function newsText(length: number): string {
  const vocabulary = distinctWords(19, 20_000, (at) => 1 + (at % 3));
  const known = names(1_000);
  const next = random(23);
  const parts: string[] = [];
  let size = 0;
  let inSentence = 0;
  let sinceName = 0;
  while (size < length) {
    let part = vocabulary[Math.floor(vocabulary.length ** next()) - 1] ?? '';
    if (inSentence === 0) part = capital(part);
    if (sinceName > 1_000) {
      part = known[Math.floor(next() * known.length)] ?? '';
      sinceName = 0;
    }
    if (++inSentence > 12) {
      part += next() < 0.2 ? '.\u2029' : '. ';
      inSentence = 0;
    } else part += next() < 0.08 ? ', ' : ' ';
    parts.push(part);
    size += part.length;
    sinceName += part.length;
  }
  return parts.join('').slice(0, length);
}

/** The names as organisations with three aliases each, all strong. */
export function packOf(aliases: readonly string[]): Pack {
  const entities: Entity[] = [];
  for (let at = 0; at < aliases.length; at += 3) {
    const own = aliases.slice(at, at + 3);
    entities.push({
      id: `e${at}`,
      type: 'organization',
      name: { en: own[0] ?? '' },
      nativeNames: [],
      detect: true,
      aliases: own.map((text) => ({ text, lang: 'en', grade: 'strong' })),
      context: [],
      exclude: [],
      background: [],
      since: [],
      disputed: [],
      related: [],
    });
  }
  return {
    formatVersion: 1,
    id: 'bench',
    version: '1.0.0',
    title: { en: 'Bench' },
    licence: 'none',
    checked: '2020-01-01',
    wordLists: {},
    entities,
    patterns: [],
    quotes: [],
    sources: [],
    references: {},
  };
}
