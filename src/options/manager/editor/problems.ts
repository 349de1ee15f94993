/** What is wrong with a draft, field by field, in the words of the interface. */
import { checkEntry } from '../../../dataset/check-entry.ts';
import type { EntryKind, EntryProblem } from '../../../store/manager-api.ts';
import { problemText } from '../import/reasons.ts';
import type { Draft } from './draft.ts';

/** The words for the field at a path of an entry (`aliases[0].text`); undefined where nothing is wrong. */
export type At = (path: string) => string | undefined;

export interface Problems {
  count: number;
  of(kind: EntryKind, id: string): At;
}

/** @param told what the store says of the draft: how it stands with the rest of the pack */
export function problemsOf(draft: Draft, told: readonly EntryProblem[]): Problems {
  const words = new Map<string, string>();
  const put = (kind: EntryKind, id: string, value: unknown) => {
    const checked = checkEntry(kind, value);
    if (checked.ok) return;
    for (const { path, code, value: named } of checked.problems) {
      words.set(`${kind} ${id} ${path}`, problemText(code, named));
    }
  };
  put('entity', draft.entity.id, draft.entity);
  for (const pattern of draft.patterns) put('pattern', pattern.id, pattern);
  for (const quote of draft.quotes) put('quote', quote.id, quote);
  for (const source of draft.sources) put('source', source.id, source);
  for (const [id, reference] of Object.entries(draft.references)) put('reference', id, reference);
  for (const { kind, id, path, code, value } of told) {
    const key = `${kind} ${id} ${path}`;
    if (!words.has(key)) words.set(key, problemText(code, value));
  }
  return { count: words.size, of: (kind, id) => (path) => words.get(`${kind} ${id} ${path}`) };
}
