/** How long to look: a short form with every `npm test`, a long one with `npm run fuzz`. The seed is fixed. */
export const SEED = 20_261_123;

export const isLong = import.meta.env.MODE === 'fuzz';

/** @returns parameters of `fc.assert` */
export function runs(short: number, long: number): { seed: number; numRuns: number } {
  return { seed: SEED, numRuns: isLong ? long : short };
}
