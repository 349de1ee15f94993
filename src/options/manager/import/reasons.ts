/** Why a file, a row or a field cannot be read, and what to bear in mind: the words for the codes of `dataset`. */
import type { FileProblem, Shown, Warning } from '../../../dataset/formats/types.ts';
import type { ProblemCode } from '../../../dataset/problem.ts';
import { formatNumber, formatWords, t } from '../../../i18n.ts';

const PROBLEM = {
  missing: 'manager.row.missing',
  empty: 'manager.row.empty',
  'too-long': 'manager.row.tooLong',
  'too-many': 'manager.row.tooMany',
  'unknown-field': 'manager.row.unknownField',
  'wrong-kind': 'manager.row.wrongKind',
  'bad-form': 'manager.row.badForm',
  'not-a-choice': 'manager.row.notAChoice',
  'bad-id': 'manager.row.badId',
  'bad-date': 'manager.row.badDate',
  'bad-address': 'manager.row.badAddress',
  'bad-language': 'manager.row.badLanguage',
  'bad-number': 'manager.row.badNumber',
  'hidden-characters': 'manager.row.hiddenCharacters',
  'one-letter': 'manager.row.oneLetter',
  'list-in-list': 'manager.row.listInList',
  'repeated-id': 'manager.row.repeatedId',
  unresolved: 'manager.row.unresolved',
  'taken-back': 'manager.row.takenBack',
  'still-cited': 'manager.row.stillCited',
  'not-longer': 'manager.row.notLonger',
  'not-in-quote': 'manager.row.notInQuote',
  inserted: 'manager.row.inserted',
  conflicting: 'manager.row.conflicting',
  'newer-format': 'manager.file.newerFormat',
  unreadable: 'manager.row.unreadable',
} as const satisfies Record<ProblemCode, string>;

/** What is wrong with a row, a field, an entry. */
export function problemText(code: ProblemCode, value?: string): string {
  if (code === 'unresolved' && value !== undefined) return t('manager.row.notThere', { what: value });
  return t(PROBLEM[code]);
}

const FILE = {
  'empty-file': 'manager.file.empty',
  'too-large': 'manager.file.tooLarge',
  'too-deep': 'manager.file.tooDeep',
  'unknown-format': 'manager.file.unknownFormat',
  'not-json': 'manager.file.notJson',
  'newer-format': 'manager.file.newerFormat',
  'bad-head': 'manager.file.badHead',
  'no-columns': 'manager.file.noColumns',
  'no-rows': 'manager.file.noRows',
} as const;

export function fileReason({ reason }: Pick<FileProblem, 'reason'>): string {
  return t(FILE[reason]);
}

const WARNING = {
  'persons-without-source': 'manager.warn.personsWithoutSource',
  'columns-left-out': 'manager.warn.columnsLeftOut',
  'entries-skipped': 'manager.warn.entriesSkipped',
  'rows-joined': 'manager.warn.rowsJoined',
  'values-left-out': 'manager.warn.valuesLeftOut',
  'more-problems': 'manager.warn.moreProblems',
} as const;

/** With the first of the names that it is about. */
export function warningText({ kind, count, names = [], encoding = '' }: Shown<Warning>): string {
  if (kind === 'encoding-guessed') return t('manager.warn.encodingGuessed', { encoding });
  if (kind === 'licence-unknown') return t('manager.warn.licenceUnknown');
  const said = t(WARNING[kind], { number: formatNumber(count ?? names.length) });
  return names.length === 0 ? said : t('manager.warn.withNames', { said, names: formatWords(names) });
}
