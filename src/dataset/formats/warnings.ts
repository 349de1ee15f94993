/** What a preview warns of, in English. */
import { count } from '../problem.ts';
import type { WarningKind } from './types.ts';

const TEXTS: Partial<Record<WarningKind, (number: number) => string>> = {
  'persons-without-source': (number) => `${count(number, 'person')} without any source`,
  'columns-left-out': (number) => `${count(number, 'column')} left out`,
  'entries-skipped': (number) => `${count(number, 'entry', 'entries')} of kinds that a pack does not hold`,
  'rows-joined': (number) => `${count(number, 'row')} joined with a row before that has the same name`,
  'values-left-out': (number) => `${count(number, 'value')} left out`,
};

export function textOf(kind: WarningKind, number: number, names: readonly string[]): string {
  const text = TEXTS[kind]?.(number) ?? kind;
  return names.length === 0 ? text : `${text}: ${names.join(', ')}${names.length < number ? ' …' : ''}`;
}
