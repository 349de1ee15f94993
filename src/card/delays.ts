/** Every delay of the card, in milliseconds. The dwell before opening is the page's: `DWELL_MS` of the seam. */

/** From leaving mention or card until it closes: time to travel from one to the other, across the gap and back. */
export const GRACE_MS = 250;

/** Before a skeleton stands in for an answer that has not come: a warm background answers sooner and nothing flickers. */
export const SKELETON_MS = 60;

/** "Copied" stays this long: long enough to read two words and to be spoken. */
export const COPIED_MS = 2_000;
