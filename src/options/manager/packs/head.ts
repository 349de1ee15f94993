/** What a pack of the reader's own says of itself, as it is typed: what of it is to be written, and what is wrong where. */
import { checkHead } from '../../../dataset/check-entry.ts';
import type { ProblemCode } from '../../../dataset/problem.ts';
import { NO_LICENCE } from '../../../dataset/schema.ts';
import type { PackChange, PackRow } from '../../../store/manager-api.ts';
import { wordsOf } from '../langs.ts';

/** Empty where the pack does not say it. The title in one language: the others stay as they are. */
export interface TypedHead {
  title: string;
  licence: string;
  version: string;
  checked: string;
  home: string;
  corrections: string;
}

export function typedHead({ title, licence, version, checked, home, corrections }: PackRow): TypedHead {
  return {
    title: wordsOf(title).text,
    licence: licence === NO_LICENCE ? '' : licence,
    version,
    checked,
    home: home ?? '',
    corrections: corrections ?? '',
  };
}

export function headChange(pack: PackRow, typed: TypedHead): Required<Pick<PackChange, keyof TypedHead>> {
  const { title, licence, version, checked, home, corrections } = typed;
  return {
    title: { ...pack.title, [wordsOf(pack.title).lang]: title.trim() },
    licence: licence.trim() || NO_LICENCE,
    version: version.trim(),
    checked: checked.trim(),
    home: home.trim(),
    corrections: corrections.trim(),
  };
}

/** The first problem of each field. */
export function headProblems(pack: PackRow, typed: TypedHead): Partial<Record<keyof TypedHead, ProblemCode>> {
  const { home, corrections, ...said } = headChange(pack, typed);
  const problems = checkHead({
    ...said,
    ...(home === '' ? {} : { home }),
    ...(corrections === '' ? {} : { corrections }),
  });
  return Object.fromEntries(
    problems.toReversed().map(({ path, code }) => [path.replace(/\..*$/u, ''), code]),
  );
}
