import { SidelightError, type Trouble } from '../../errors.ts';

/** @returns undefined for what nobody expected */
export function troubleOf(error: unknown): Trouble | undefined {
  return error instanceof SidelightError ? error.trouble : undefined;
}
