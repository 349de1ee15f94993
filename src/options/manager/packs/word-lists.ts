/** The lists of words of a pack as they are typed: what of them is to be written, and what is wrong where. */
import { checkEntry, checkId } from '../../../dataset/check-entry.ts';
import type { ProblemCode } from '../../../dataset/problem.ts';
import type { WordList } from '../../../dataset/schema.ts';
import type { EntryChange, WordListEntry } from '../../../store/manager-api.ts';

export interface TypedList {
  id: string;
  /** One word or phrase a line, as it stands in the field. */
  text: string;
  /** As the pack has it, where it comes with a pack that is not the reader's own: it can be changed, not taken out. */
  published?: WordList;
  /** It is not stored yet, and its name can still be chosen. */
  fresh?: true;
}

/** What is wrong with one list: `line`, from 1, where it is one of its words. */
export interface ListProblem {
  in: 'name' | 'words';
  line?: number;
  code: ProblemCode;
  value?: string;
}

export function typedLists(stored: readonly WordListEntry[], own: boolean): TypedList[] {
  return stored.map(({ id, words, edit, original }) => ({
    id,
    text: textOf(words),
    ...(own || edit === 'added' ? {} : { published: original ?? words }),
  }));
}

export function textOf(words: WordList): string {
  return words.join('\n');
}

/** Empty lines are where the next word is about to be typed. */
export function wordsIn(text: string): WordList {
  return linesOf(text).map(({ word }) => word);
}

function linesOf(text: string): { word: string; line: number }[] {
  return text
    .split('\n')
    .map((word, at) => ({ word: word.trim(), line: at + 1 }))
    .filter(({ word }) => word !== '');
}

/** What makes the stored lists those that were typed. */
export function listChanges(stored: readonly WordListEntry[], typed: readonly TypedList[]): EntryChange[] {
  const before = new Map(stored.map(({ id, words }) => [id, words]));
  const kept = new Set(typed.map(({ id }) => id));
  const gone = [...before.keys()].filter((id) => !kept.has(id));
  return [
    ...typed.flatMap(({ id, text }): EntryChange[] => {
      const words = before.get(id);
      const same = words !== undefined && textOf(words) === textOf(wordsIn(text));
      return same ? [] : [{ kind: 'word-list', id, value: wordsIn(text) }];
    }),
    ...gone.map((id): EntryChange => ({ kind: 'word-list', id, value: null })),
  ];
}

/** Of each typed list, in their order. */
export function listProblems(typed: readonly TypedList[]): ListProblem[][] {
  return typed.map(({ id, text, fresh }, at) => {
    const problems: ListProblem[] = [];
    if (fresh) {
      const wrong = checkId(id);
      if (wrong !== undefined) problems.push({ in: 'name', code: id === '' ? 'empty' : wrong });
      else if (typed.some((other, place) => place !== at && other.id === id)) {
        problems.push({ in: 'name', code: 'repeated-id' });
      }
    }
    const lines = linesOf(text);
    const checked = checkEntry(
      'word-list',
      lines.map(({ word }) => word),
    );
    if (checked.ok) return problems;
    const words = checked.problems.map(({ path, code, value }): ListProblem => {
      const line = lines[Number(/^\[(\d+)\]/u.exec(path)?.[1])]?.line;
      return {
        in: 'words',
        code,
        ...(line === undefined ? {} : { line }),
        ...(value === undefined ? {} : { value }),
      };
    });
    return [...problems, ...words];
  });
}
