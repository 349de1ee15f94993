/**
 * A pack whose rows each have the right form, but do not all fit together, without those that do not fit: the rest can
 * be used. What is lost is told, never dropped in silence.
 */
import { checkPack } from './checks.ts';
import type { CodedProblem } from './problem.ts';
import type { Pack } from './schema.ts';

export const ROW_LISTS = ['entities', 'patterns', 'quotes', 'sources', 'retracted'] as const;
export type RowList = (typeof ROW_LISTS)[number];

export interface Lost {
  list: RowList;
  /** Of the row in the list before mending, from 0. */
  index: number;
  id: string;
  /** `path` is within the row. */
  problem: CodedProblem;
  /** `field`: only the id that leads nowhere, or the statement that rests on it, was taken out. */
  lost: 'row' | 'field';
}

export interface Mended {
  /** `checkPack` finds nothing in it. */
  pack: Pack;
  lost: Lost[];
}

/**
 * What can be taken out alone, because the row says no less that is true without it: an id in a list, a statement that
 * rests on nothing. What stands beside disputed words is not of that kind.
 */
const SOFT =
  /^(?:related\[\d+\]|excerpts\[\d+\]\.aboutStated\[\d+\]|containedIn|occasion|(?:background|since)\[\d+\](?=\.basis\.references|\.references))/;

/** Each round looks at all rows; what is lost in one may leave others unresolved, four or five rounds deep at most. */
export function mend(pack: Pack): Mended {
  const lost: Lost[] = [];
  const places = new Map<object, number>();
  for (const list of ROW_LISTS)
    for (const [index, row] of (pack[list] ?? []).entries()) places.set(row, index);
  let current = pack;
  for (;;) {
    const problems = checkPack(current);
    if (problems.length === 0) return { pack: current, lost };
    current = withoutProblems(current, problems, places, lost);
  }
}

function withoutProblems(
  pack: Pack,
  problems: readonly CodedProblem[],
  places: Map<object, number>,
  lost: Lost[],
) {
  const whole = new Set<object>();
  const soft = new Map<object, Set<string>>();
  for (const problem of problems) {
    const { list, row, field } = rowOf(pack, problem.path);
    const [part] = SOFT.exec(field) ?? [];
    const isSoft = part !== undefined;
    if (isSoft) soft.set(row, new Set([...(soft.get(row) ?? []), part]));
    else if (whole.has(row)) continue;
    else whole.add(row);
    const index = places.get(row) ?? 0;
    lost.push({
      list,
      index,
      id: row.id,
      problem: { ...problem, path: field },
      lost: isSoft ? 'field' : 'row',
    });
  }
  const kept = <Row extends { id: string }>(rows: readonly Row[]): Row[] =>
    rows
      .filter((row) => !whole.has(row))
      .map((row) => {
        const fields = soft.get(row);
        if (fields === undefined) return row;
        const mended = withoutFields(row, fields);
        places.set(mended, places.get(row) ?? 0);
        return mended;
      });
  return {
    ...pack,
    entities: kept(pack.entities),
    patterns: kept(pack.patterns),
    quotes: kept(pack.quotes),
    sources: kept(pack.sources),
    ...(pack.retracted === undefined ? {} : { retracted: kept(pack.retracted) }),
  };
}

const PATH = new RegExp(`^(${ROW_LISTS.join('|')})\\[(\\d+)\\](?:\\.(.*))?$`);

function rowOf(pack: Pack, path: string): { list: RowList; row: { id: string }; field: string } {
  const [, name, index, field = ''] = PATH.exec(path) ?? [];
  const list = ROW_LISTS.find((each) => each === name);
  const row = list && pack[list]?.[Number(index)];
  // `checkPack` gives paths of rows only; another one would be asked about for ever.
  if (list === undefined || row === undefined) throw new RangeError(`no row at "${path}"`);
  return { list, row, field };
}

/** A copy of the row without these entries of lists and these keys. */
function withoutFields<Row extends object>(row: Row, fields: ReadonlySet<string>): Row {
  const copy = structuredClone(row);
  const steps = [...fields].map((field) => field.split(/[.[\]]+/).filter((step) => step !== ''));
  // From the back, so that the places of what is still to go stay.
  for (const path of steps.toSorted((a, b) => Number(b.at(-1)) - Number(a.at(-1)))) {
    const last = path.at(-1) ?? '';
    let holder: unknown = copy;
    for (const step of path.slice(0, -1)) holder = Reflect.get(Object(holder), step);
    if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else Reflect.deleteProperty(Object(holder), last);
  }
  return copy;
}
