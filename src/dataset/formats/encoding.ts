/** The text of a file's bytes. UTF-8 and UTF-16 are known for certain; anything else is guessed, and said to be. */
import { analyse } from 'chardet';

export interface Decoded {
  text: string;
  /** A label of the Encoding Standard. */
  encoding: string;
  guessed: boolean;
}

const BYTE_ORDER_MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Encodings of a single byte that spreadsheets of the last decades wrote. */
const LEGACY: ReadonlySet<string> = new Set(
  ['1250', '1251', '1252', '1253', '1254', '1255', '1256'].map((number) => `windows-${number}`),
);

/** Bytes that are looked at for a guess. */
const SAMPLE = 65_536;

export function decode(bytes: Uint8Array): Decoded {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  const certain = marked?.[1] ?? unmarkedUtf16(bytes);
  if (certain !== undefined) {
    const text = tryDecode(bytes, certain);
    if (text !== undefined) return { text, encoding: certain, guessed: false };
  } else {
    const text = tryDecode(bytes, 'utf-8');
    if (text !== undefined) return { text, encoding: 'utf-8', guessed: false };
  }
  const encoding = certain ?? guess(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding, guessed: true };
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return undefined;
  }
}

/** In UTF-16 every other byte of spaces, digits and line ends is 0; no text of another encoding holds any. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  const sample = bytes.subarray(0, SAMPLE);
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > 0 && even === 0) return 'utf-16le';
  return even > 0 && odd === 0 ? 'utf-16be' : undefined;
}

function guess(bytes: Uint8Array): string {
  const matches = analyse(bytes.subarray(0, SAMPLE));
  const legacy = matches.find(({ name }) => LEGACY.has(name.toLowerCase()));
  const latin = matches.find(({ name }) => name === 'ISO-8859-1');
  if (latin !== undefined && latin.confidence >= (legacy?.confidence ?? 0)) return 'windows-1252';
  return legacy?.name.toLowerCase() ?? 'windows-1252';
}
