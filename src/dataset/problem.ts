/** What is wrong with a pack, in a form that an author can act on: in English, for command lines. */
export interface Problem {
  /** Where: `entities[3].aliases[0].grade`; empty for the pack as a whole. */
  path: string;
  /** What is there: `"certain" found`. */
  reason: string;
  /** What should be there: `"strong", "context" or "never"`. */
  expected: string;
}

/** The same for a view, which has words for each code in the language of its reader. */
export interface FieldProblem {
  path: string;
  code: ProblemCode;
  /** The id or the word that is meant, where one is. */
  value?: string;
}

export type CodedProblem = Problem & FieldProblem;

/** Why a pack, a row or a field cannot be kept as it is. */
export const PROBLEM_CODES = [
  /** A field that must be there is not. */
  'missing',
  /** A text without any characters to see, or an empty list. */
  'empty',
  'too-long',
  /** More rows than a pack can hold. */
  'too-many',
  /** A key or a column that the format does not have. */
  'unknown-field',
  /** A number where a text belongs, a list where an object belongs, and the like. */
  'wrong-kind',
  /** A text that does not have the form of what it should be. */
  'bad-form',
  /** Not one of the few words that the field may hold: `expected` lists them. */
  'not-a-choice',
  'bad-id',
  'bad-date',
  /** Not an https address. */
  'bad-address',
  'bad-language',
  /** A number that is too small or too large, or offsets that cannot be. */
  'bad-number',
  /** Characters that cannot be seen and change how a text reads: bidirectional controls, zero-width spaces. */
  'hidden-characters',
  /** An alias of a single letter would be found everywhere. A single ideograph is a name. */
  'one-letter',
  /** A list of words names another list. */
  'list-in-list',
  /** Another row has this id already. */
  'repeated-id',
  /** Names an id that does not exist, or that was lost with another row. */
  'unresolved',
  /** The pack has taken back what had this id, so that nothing is shown under it. */
  'taken-back',
  /** Something rests on it still. */
  'still-cited',
  /** A quote that is no longer than one that is a part of it. */
  'not-longer',
  /** A stretch that does not lie within the words of the quote. */
  'not-in-quote',
  /** Words that the source put in are marked as an error of the speaker. */
  'inserted',
  /** Two rows say different things of one source. */
  'conflicting',
  /** Made for a later version of Sidelight. */
  'newer-format',
  /** The row is no JSON, or not one of the kinds of this format. */
  'unreadable',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One line for a reader: `entities[3].aliases[0].grade: "certain" found; expected "strong", "context" or "never"`. */
export function formatProblem({ path, reason, expected }: Problem): string {
  const where = path === '' ? '' : `${path}: `;
  return `${where}${reason}; expected ${expected}`.replace(/\s+/g, ' ');
}

/** `['entities', 3, 'name', 'pt-BR']` becomes `entities[3].name.pt-BR`. */
export function formatPath(keys: readonly (string | number)[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? key : `${path}.${key}`;
  }, '');
}

/** The most characters of a wrong value that a message repeats. */
const SHOWN = 60;

/** `"certain" found`; long texts are cut, lists and objects only named. */
export function found(value: unknown): string {
  if (value === undefined) return 'nothing found';
  if (value === null) return 'null found';
  if (Array.isArray(value)) return 'a list found';
  if (typeof value === 'object') return 'an object found';
  const text = typeof value === 'string' ? JSON.stringify(value.slice(0, SHOWN)) : String(value);
  return typeof value === 'string' && value.length > SHOWN
    ? `${text} and ${count(value.length - SHOWN, 'more character')} found`
    : `${text} found`;
}

/** `1 entry`, `2,000 entries`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
