import { SidelightError, type Trouble } from '../../errors.ts';
import type { EntryProblem } from '../../store/manager-api.ts';

/** Entries do not fit their pack, where no field of a form stands for what is wrong. Nothing was changed. */
export class Unfit extends SidelightError {
  readonly problems: readonly EntryProblem[];

  constructor(problems: readonly EntryProblem[]) {
    super('refused', 'the entries do not fit their pack');
    this.problems = problems;
  }
}

/** @returns undefined for what nobody expected */
export function troubleOf(error: unknown): Trouble | undefined {
  return error instanceof SidelightError ? error.trouble : undefined;
}
