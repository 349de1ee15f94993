/** Problems of rows, as a preview tells them. */
import type { CodedProblem, ProblemCode } from '../problem.ts';
import type { RowProblem } from './types.ts';

/** A problem with its row. */
export function rowProblem(
  { path, code, reason: words, expected, value: named }: CodedProblem,
  place: Pick<RowProblem, 'row' | 'list' | 'id' | 'lost'>,
  value: unknown = named,
): RowProblem {
  const shown = typeof value === 'string' || typeof value === 'number' ? shorten(String(value)) : undefined;
  return {
    ...place,
    field: path,
    reason: code,
    ...(shown === undefined ? {} : { value: shown }),
    expected,
    text: `${words}; expected ${expected}`.replace(/\s+/g, ' '),
  };
}

/** A problem in words of its own. */
export function plainProblem(
  row: number,
  field: string,
  reason: ProblemCode,
  text: string,
  lost: RowProblem['lost'],
): RowProblem {
  return { row, field, reason, text, lost };
}

const SHOWN = 60;

export function shorten(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}
