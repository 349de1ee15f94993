/**
 * The compiled index in memory and on disk: one binary blob of typed arrays, read in place.
 *
 * Header (32-bit, little-endian): magic, version, number of sections, then offset and length in bytes of each section,
 * in the order of `SECTIONS`. Sections start at multiples of 8.
 *
 * An *entry* is an alias of an entity, or a word to look for (`NO_ENTITY`). Entries with the same folded words stand
 * together and are one *phrase*, known by the number of its first entry.
 */

export const MAGIC = 0x584c4453;

const SECTIONS = [
  /** Bits by the hash of a phrase's first word. */
  ['filter', Uint32Array],
  /** By the hash of the first word: bit k is set where a phrase of k + 1 words may begin so; bit 15: 16 words and more. */
  ['lengths', Uint16Array],
  /** Bits by the hash of a phrase's first two words: most first words that are met by chance end here. */
  ['pairs', Uint32Array],
  /** Open-addressed by the hash of the phrase: number of its first entry, and a tag, see `tagMaskFor`. */
  ['slots', Uint32Array],
  /** By entry: where its folded words stand in `text`. */
  ['textAt', Uint32Array],
  /** By entry: the number of its entity. */
  ['entity', Uint32Array],
  /** By entry: grade and flags, see below. */
  ['meta', Uint8Array],
  /** Folded words in UTF-8, joined by a space, ended by zero. */
  ['text', Uint8Array],
  /** By entity: its place in `ENTITY_TYPES`. */
  ['entityType', Uint8Array],
  /** By entity: where its id and its name stand in `entityText`, each ended by zero. */
  ['entityAt', Uint32Array],
  ['entityText', Uint8Array],
  /** `ResolveData` as JSON. */
  ['json', Uint8Array],
] as const;

type Sections = typeof SECTIONS;
export type Arrays = {
  [K in Sections[number] as K[0]]: InstanceType<K[1]>;
};

export const NO_ENTITY = 0xffff_ffff;

/** `meta`: the two lowest bits are the grade. */
export const GRADE_MASK = 3;
export const STRONG = 0;
export const CONTEXT = 1;
export const NEVER = 2;
export const TERM = 3;
/** The next entry belongs to the same phrase. */
export const MORE = 4;
/** Only as written in `ResolveData.exact`. */
export const CASED = 8;
/** Only in capitals, as acronyms are. */
export const CAPITALS = 16;
/** Only where its words have capitals: names that nobody has graded. */
export const TITLED = 32;

/** Its words are apart by more than a space: `Trampling humanity: Mass arrests`. */
export const LOOSE = 64;

export const LONGEST_PHRASE = 32;

export function writeBlob(version: number, arrays: Arrays): ArrayBuffer {
  const header = 12 + SECTIONS.length * 8;
  let size = align(header);
  const places = SECTIONS.map(([name]) => {
    const place = { offset: size, bytes: arrays[name].byteLength };
    size = align(size + place.bytes);
    return place;
  });
  const blob = new ArrayBuffer(size);
  const head = new Uint32Array(blob, 0, header / 4);
  head.set([MAGIC, version, SECTIONS.length, ...places.flatMap(({ offset, bytes }) => [offset, bytes])]);
  const bytes = new Uint8Array(blob);
  for (const [at, [name]] of SECTIONS.entries()) {
    const { buffer, byteOffset, byteLength } = arrays[name];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), places[at]?.offset);
  }
  return blob;
}

/** The arrays of a blob, as views on it; a text that says what is wrong where it is not a blob of this version. */
export function readBlob(version: number, blob: ArrayBuffer): Arrays | string {
  const header = 12 + SECTIONS.length * 8;
  if (blob.byteLength < header) return 'too short for an index';
  const head = new Uint32Array(blob, 0, header / 4);
  if (head[0] !== MAGIC) return 'not an index';
  if (head[1] !== version) return `an index of version ${head[1]}, ${version} expected`;
  if (head[2] !== SECTIONS.length) return 'an index with other sections';
  const arrays: Partial<Arrays> = {};
  for (const [at, [name, View]] of SECTIONS.entries()) {
    const offset = head[3 + at * 2] ?? 0;
    const bytes = head[4 + at * 2] ?? 0;
    if (offset % 8 !== 0 || bytes % View.BYTES_PER_ELEMENT !== 0 || offset + bytes > blob.byteLength) {
      return `an index whose section "${name}" is cut off`;
    }
    const length = bytes / View.BYTES_PER_ELEMENT;
    Object.assign(arrays, { [name]: new View(blob, offset, length) });
  }
  return arrays as Arrays;
}

function align(size: number): number {
  return (size + 7) & ~7;
}
