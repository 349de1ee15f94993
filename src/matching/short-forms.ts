/**
 * Short forms that a text introduces itself: the surname after a full name (`David Jones … Jones`), an acronym in brackets
 * after it (`Islamic Revolutionary Guard Corps (IRGC)`); and acronyms that it introduces for something else
 * (`National Cancer Research Institute (NCRI)`).
 */
import { NEVER } from './blob.ts';
import { type Block, blockOf } from './blocks.ts';
import type { Candidate } from './candidates.ts';
import { type Index, namesOf } from './load.ts';
import type { ShortForm } from './memory.ts';
import { isCapitalised } from './neighbours.ts';
import { foldWord, hashOf } from './scan.ts';

const SHORTEST_SURNAME = 3;
const OPENING = /^[\s]*[([（][\s]*(?:(?:the|or|die|der|la|le|el|los|les)\s+|l['’])?["“„«']?$/iu;
const ACRONYM = /^[\p{Lu}\p{N}.]{2,10}$/u;
/** Words between the capitals of a name that give no letter to its acronym. */
const SMALL_WORD =
  /^(?:of|for|the|and|in|on|to|e|de|des|du|la|le|les|et|pour|der|die|das|und|für|von|del|los|las|y|para)$/iu;
const LONGEST_NAME = 12;

/** Whether a short form stands in brackets right after this name. */
export function isInBrackets(text: string, nameEnd: number, start: number): boolean {
  return start > nameEnd && start - nameEnd < 12 && OPENING.test(text.slice(nameEnd, start));
}

/** The surname of a person's full name, and an acronym in brackets after a name. */
export function shortFormsAfter(
  index: Index,
  text: string,
  name: Candidate,
  open: boolean,
): Omit<ShortForm, 'from'>[] {
  const { tokens } = index;
  const { entity, last, from, person } = name;
  const surface = text.slice(name.start, name.end);
  const forms: Omit<ShortForm, 'from'>[] = [];
  const common = { entity, place: from, surface, open };
  if (person && last - name.first > 1 && !/(?<![\p{L}\p{M}])\p{Ll}/u.test(surface)) {
    const surname = text.slice(tokens.start[last - 1], tokens.end[last - 1]);
    const word = foldWord(surname);
    if (isCapitalised(surname) && word.length >= SHORTEST_SURNAME)
      forms.push({ ...common, word, kind: 'surname' });
  }
  if (!person && last < name.block.last) {
    const start = tokens.start[last] ?? 0;
    const acronym = text.slice(start, tokens.end[last]);
    if (
      isInBrackets(text, name.end, start) &&
      ACRONYM.test(acronym) &&
      abbreviates(acronym, surface.split(/[\s\p{Pd}]+/u))
    ) {
      forms.push({ ...common, word: foldWord(acronym, true), kind: 'acronym' });
    }
  }
  return forms;
}

/** Tokens that are a short form which the text has introduced before them. */
export function findShortForms(
  index: Index,
  text: string,
  blocks: readonly Block[],
  forms: readonly ShortForm[],
): { candidate: Candidate; form: ShortForm }[] {
  if (forms.length === 0) return [];
  const byHash = new Map<number, Map<string, ShortForm>>();
  for (const form of forms) {
    const hash = hashOf(form.word.toLowerCase());
    const list = byHash.get(hash) ?? new Map<string, ShortForm>();
    byHash.set(hash, list);
    const kind = `${form.entity} ${form.word} ${form.open}`;
    const known = list.get(kind);
    if (known === undefined || form.place < known.place) list.set(kind, form);
  }
  const { hash, start, end, count } = index.tokens;
  const found: { candidate: Candidate; form: ShortForm }[] = [];
  for (let token = 0; token < count; token++) {
    const list = byHash.get(hash[token] ?? 0);
    if (list === undefined) continue;
    const block = blockOf(blocks, token);
    const place = block.place + token - block.first;
    const surface = text.slice(start[token], end[token]);
    const meant = new Map<number, ShortForm>();
    for (const form of list.values()) {
      if (form.place >= place || !isWritten(form, surface)) continue;
      const known = meant.get(form.entity);
      if (known === undefined || (known.open && !form.open)) meant.set(form.entity, form);
    }
    for (const form of meant.values()) {
      const candidate: Candidate = {
        block,
        first: token,
        last: token + 1,
        from: place,
        to: place + 1,
        start: start[token] ?? 0,
        end: end[token] ?? 0,
        entity: form.entity,
        named: form.entity,
        person: form.kind === 'surname',
        grade: NEVER,
        acronym: form.kind === 'acronym',
      };
      found.push({ candidate, form });
    }
  }
  return found;
}

/**
 * Whether the acronym stands in brackets after a name that it abbreviates and that is none of the entity's: fewer than
 * half of the name's words are words of the entity's names.
 */
export function isIntroducedForOther(
  index: Index,
  text: string,
  { entity, first, start, block }: Candidate,
): boolean {
  const { tokens } = index;
  const before = first - 1;
  if (before < block.first || !isInBrackets(text, tokens.end[before] ?? 0, start)) return false;
  const words: string[] = [];
  for (let token = before; token >= block.first && words.length < LONGEST_NAME; token--) {
    const word = text.slice(tokens.start[token], tokens.end[token]);
    if (!isCapitalised(word) && !SMALL_WORD.test(word)) break;
    words.unshift(word);
    if (token > block.first && /[,;:.()]/.test(text.slice(tokens.end[token - 1], tokens.start[token]))) break;
  }
  const name = words.filter((word) => !SMALL_WORD.test(word));
  const acronym = text.slice(start, tokens.end[first]);
  if (name.length < 2 || !abbreviates(acronym, name)) return false;
  const own = namesOf(index, entity);
  const shared = name.filter((word) => own.has(foldWord(word)));
  return shared.length * 2 < name.length;
}

/** Whether the letters of the acronym begin words of the name, in their order. */
function abbreviates(acronym: string, name: readonly string[]): boolean {
  let at = 0;
  const letters = foldWord(acronym).replace(/[^\p{L}]/gu, '');
  for (const word of name) if (foldWord(word).startsWith(letters[at] ?? '\0')) at++;
  return letters.length >= 2 && at === letters.length;
}

function isWritten({ kind, word }: ShortForm, surface: string): boolean {
  return kind === 'surname' ? isCapitalised(surface) : foldWord(surface, true) === word;
}
