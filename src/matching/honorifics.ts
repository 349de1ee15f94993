/** Titles that a pack has in a name (`Lord Maginnis`, `Steve McCabe MP`): they help to find it and are not part of it. */
import type { Candidate } from './candidates.ts';
import type { Index } from './load.ts';
import { foldWord } from './scan.ts';

const BEFORE = new Set(
  'mr mrs ms miss dr prof professor sir dame lord lady baron baroness rt hon honourable madam madame herr frau mp mep senator president ayatollah ajatollah judge minister'.split(
    ' ',
  ),
);
const AFTER = new Set('mp mep msp md td kc qc esq jr sr'.split(' '));

/** The candidate from `first` on, without titles at its edges; with its whole span as `titled` where some were left out. */
export function withoutHonorifics(
  index: Index,
  text: string,
  candidate: Candidate,
  first: number,
): Candidate {
  const { start, end } = index.tokens;
  const word = (token: number): string => foldWord(text.slice(start[token], end[token]));
  let { last } = candidate;
  let begin = first;
  if (candidate.person) {
    while (last - begin > 1 && BEFORE.has(word(begin))) begin++;
    while (last - begin > 1 && AFTER.has(word(last - 1))) last--;
  }
  if (begin === candidate.first && last === candidate.last) return candidate;
  const bare: Candidate = {
    ...candidate,
    first: begin,
    last,
    from: candidate.from + begin - candidate.first,
    to: candidate.to + last - candidate.last,
    start: start[begin] ?? candidate.start,
    end: end[last - 1] ?? candidate.end,
  };
  const { start: from, end: to } = candidate;
  return bare.first < candidate.first ? bare : { ...bare, titled: { start: from, end: to } };
}
