/** How long to look: a short form with every `npm test`, a long one with `npm run fuzz`. The seed is fixed. */
export const SEED = 20_261_123;

/** npm names the script that it runs, on every system in the same way. */
export const isLong = process.env.npm_lifecycle_event === 'fuzz';

/** @returns parameters of `fc.assert` */
export function runs(short: number, long: number): { seed: number; numRuns: number } {
  return { seed: SEED, numRuns: isLong ? long : short };
}
