/** A pack of made-up people, the same for the same number. */
import { names } from '../bench/seeded.ts';

/** JSON with `entities` entities of `aliases` aliases each, some with a background and a quote. */
export function largePackText(entities: number, aliases = 2): string {
  const made = names(entities);
  const day = '2026-01-01';
  return JSON.stringify({
    formatVersion: 1,
    id: 'large',
    version: '1.0.0',
    title: { en: 'A large pack (invented)' },
    licence: 'CC0 1.0',
    checked: day,
    sources: [{ id: 'list', title: { en: 'A list' }, kind: 'own', date: day, lang: 'en' }],
    entities: made.map((name, at) => ({
      id: `e${at}`,
      type: 'person',
      name: { en: name },
      aliases: Array.from({ length: aliases }, (_, n) => ({
        text:
          n === 0 ? name : `${name} ${['the elder', 'the younger', 'of the coast', 'of the hills'][n % 4]}`,
        lang: 'en',
        grade: 'strong',
      })),
    })),
    quotes: made
      .filter((_, at) => at % 10 === 0)
      .map((name, at) => {
        const exact = `I, ${name}, have said this on the coast.`;
        return {
          id: `q${at}`,
          speaker: `e${at * 10}`,
          lang: 'en',
          source: 'list',
          parts: [{ exact, start: 0, end: exact.length }],
        };
      }),
  });
}
