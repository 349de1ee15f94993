/** What is wrong with a pack, in a form that an author can act on. */
export interface Problem {
  /** Where: `entities[3].aliases[0].grade`; empty for the pack as a whole. */
  path: string;
  /** What is there: `"certain" found`. */
  reason: string;
  /** What should be there: `"strong", "context" or "never"`. */
  expected: string;
}

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
