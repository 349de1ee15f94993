/** The JSON of a pack, row by row: one broken row does not keep the others out. */
import * as v from 'valibot';
import { isObject, notAPack, toProblem } from '../parse.ts';
import { FORMAT_VERSION, Pack } from '../schema.ts';
import { asList, type Data, entriesOf } from './data.ts';
import { DraftMaker } from './draft.ts';
import { plainProblem } from './row-problem.ts';
import type { FileProblem, PackHead, Progress, ReadResult } from './types.ts';

const LISTS = ['entities', 'patterns', 'quotes', 'sources', 'retracted'] as const;
const RECORDS = ['wordLists', 'references'] as const;

/** Rows between two steps. */
const STEP = 500;

export function* readPackData(data: unknown): Generator<Progress, ReadResult> {
  const wrong = notAPack(data);
  if (wrong !== undefined || !isObject(data)) {
    const { reason = 'not a pack', newer = false } = wrong ?? {};
    return refuse([{ reason: newer ? 'newer-format' : 'bad-head', field: 'formatVersion', text: reason }]);
  }
  const head = v.safeParse(Pack, headOf(data));
  const wrongLists = LISTS.filter((list) => data[list] !== undefined && !Array.isArray(data[list]));
  const wrongRecords = RECORDS.filter((key) => data[key] !== undefined && !isObject(data[key]));
  const problems: FileProblem[] = [...wrongLists, ...wrongRecords].map((list) => {
    const expected = LISTS.some((each) => each === list) ? 'a list' : 'an object';
    return { reason: 'bad-head', field: list, text: `${list}: expected ${expected}` };
  });
  if (!head.success) problems.unshift(...head.issues.slice(0, 20).map(headProblem));
  if (!head.success || problems.length > 0) return refuse(problems);
  const { entities, patterns, quotes, sources, wordLists, references, retracted, formatVersion, ...rest } =
    head.output;
  const maker = new DraftMaker('pack', rest);
  maker.listsRetracted = data.retracted !== undefined;
  addWordLists(maker, data);
  let row = 0;
  for (const [id, value] of entriesOf(data.references)) maker.addReference(++row, id, value);
  maker.rows = row + entriesOf(data.wordLists).length;
  const total = LISTS.reduce((sum, list) => sum + asList(data[list]).length, 0);
  let done = 0;
  for (const list of LISTS) {
    for (const [index, value] of asList(data[list]).entries()) {
      if (done % STEP === 0) yield { done, total };
      done++;
      maker.add(list, index + 1, value);
    }
  }
  maker.rows += total;
  return maker.finish();
}

/** Everything but the rows: an unknown key stays, and is told. */
function headOf(data: Data): Data {
  const rows: readonly string[] = [...LISTS, ...RECORDS];
  return Object.fromEntries(Object.entries(data).filter(([key]) => !rows.includes(key)));
}

/** What is wrong with a head that does not come from a pack. */
export function problemsOfHead(head: PackHead): FileProblem[] {
  const parsed = v.safeParse(Pack, { formatVersion: FORMAT_VERSION, ...head });
  return parsed.success ? [] : parsed.issues.map(headProblem);
}

function headProblem(issue: v.BaseIssue<unknown>): FileProblem {
  const { path, reason, expected } = toProblem(issue);
  return { reason: 'bad-head', field: path, text: `${path}: ${reason}; expected ${expected}` };
}

/** A word of a list that cannot be kept takes the list with it: an exclude list with holes would let wrong names through. */
function addWordLists(maker: DraftMaker, data: Data): void {
  const kept: [string, string[]][] = [];
  for (const [index, [id, words]] of entriesOf(data.wordLists).entries()) {
    const parsed = v.safeParse(Pack.entries.wordLists, { [id]: words });
    if (parsed.success && Object.hasOwn(parsed.output, id)) {
      kept.push([id, parsed.output[id] ?? []]);
      continue;
    }
    const problem = parsed.success ? undefined : toProblem(parsed.issues[0]);
    const text =
      problem === undefined ? 'a name that cannot be one' : `${problem.reason}; expected ${problem.expected}`;
    maker.problem({
      ...plainProblem(index + 1, '', problem?.code ?? 'bad-id', text, 'row'),
      list: 'wordLists',
      id: id.slice(0, 60),
    });
  }
  maker.setWordLists(Object.fromEntries(kept));
}

function refuse(problems: FileProblem[]): ReadResult {
  return { ok: false, problems, invalid: [] };
}
