/** Problems of rows, as a preview tells them. */
import type { Problem } from '../problem.ts';
import type { RowProblem, RowReason } from './types.ts';

/** A problem with its row. */
export function rowProblem(
  { path, reason: words, expected }: Problem,
  place: Pick<RowProblem, 'row' | 'list' | 'id' | 'reason' | 'lost'>,
  value?: unknown,
): RowProblem {
  const shown = typeof value === 'string' || typeof value === 'number' ? shorten(String(value)) : undefined;
  return {
    ...place,
    field: path,
    ...(shown === undefined ? {} : { value: shown }),
    expected,
    text: `${words}; expected ${expected}`.replace(/\s+/g, ' '),
  };
}

/** A problem in words of its own. */
export function plainProblem(
  row: number,
  field: string,
  reason: RowReason,
  text: string,
  lost: RowProblem['lost'],
): RowProblem {
  return { row, field, reason, text, lost };
}

const SHOWN = 60;

export function shorten(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}
