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

/** The database cannot be opened. */
export function isClosed(error: unknown): boolean {
  return needsRecovery(error) || troubleOf(error) === 'store-held';
}

/**
 * What is in the database has to be saved in another way. Not where another window holds it: it opens as ever once that
 * window is closed, and until then nothing can be read past the upgrade that waits for it.
 */
export function needsRecovery(error: unknown): boolean {
  const trouble = troubleOf(error);
  return trouble === 'store-broken' || trouble === 'store-newer';
}
