/**
 * Candidates to mentions: who is meant, and why; what is not certain is left out.
 *
 * Three steps, each on what the one before has settled, so that no order of reading changes the result:
 * 1. *Anchors* stand by themselves: strong names, names whose context speaks for them, patterns.
 * 2. Names that need support: another mention of the same entity anywhere in the document, or a related one nearby.
 * 3. Short forms, only after an anchor in document order.
 * Within a step the longest wins; what a step has marked, no later step marks again. One file, a little long, because the
 * three steps share what each has settled.
 */
import { CONTEXT, NEVER, STRONG } from './blob.ts';
import type { Block } from './blocks.ts';
import type { Candidate } from './candidates.ts';
import { type Context, contextOf, relatedWord } from './context.ts';
import { withoutHonorifics } from './honorifics.ts';
import type { Anchor } from './memory.ts';
import { isPartOfName, type NameShape, nameShape } from './neighbours.ts';
import { Overlaps } from './overlaps.ts';
import { type PatternMatch, withoutCrossing } from './patterns.ts';
import { Places } from './places.ts';
import type { Reading, Refused, Resolution, Supported } from './resolution.ts';
import { foldWord } from './scan.ts';
import { findShortForms, isInBrackets, isIntroducedForOther, shortFormsAfter } from './short-forms.ts';
import type { Because, MentionGrade, RefusalRule } from './types.ts';

const GRADES: Record<number, MentionGrade> = { [STRONG]: 'strong', [CONTEXT]: 'context', [NEVER]: 'never' };

export function resolve(reading: Reading): Resolution {
  return new Resolver(reading).run();
}

class Resolver {
  readonly #reading: Reading;
  readonly #overlaps = new Overlaps();
  readonly #refused: Refused[] = [];
  readonly #undecided = new Set<Block>();
  readonly #open: Resolution['open'] = [];
  readonly #openEntities: Set<number>;
  readonly #anchors: Resolution['anchors'] = [];
  readonly #shortForms: Resolution['shortForms'] = [];
  readonly #others: Resolution['others'] = [];
  /** Other bearers of a surname and other meanings of an acronym, by the word. */
  readonly #otherMeanings = new Places<string>();
  /** Those that only short forms have shown: the steps before must not know them, in a later batch either. */
  readonly #lateOthers = new Places<string>();
  readonly #fullNames = new Places<number>();
  /** The first anchor of each entity; `settled`: not from an undecided block. */
  readonly #firstAnchors = new Map<number, { place: number; surface: string }>();
  readonly #settled = new Set<number>();

  constructor(reading: Reading) {
    this.#reading = reading;
    const { memory } = reading;
    this.#openEntities = new Set(memory.open.map(({ entity }) => entity));
    for (const { word, place, late } of memory.others)
      (late ? this.#lateOthers : this.#otherMeanings).add(word, place);
    for (const anchor of memory.anchors) {
      this.#know(anchor);
      if (anchor.from === '') this.#settled.add(anchor.entity);
    }
  }

  run(): Resolution {
    const shaped = this.#shape();
    const waiting = this.#findAnchors(shaped);
    this.#findSupported(waiting);
    this.#findShort(shaped);
    for (const { candidate, because } of this.#overlaps.losers()) {
      this.#refuse(candidate, candidate.mention, because, []);
    }
    return {
      mentions: this.#overlaps.winners(),
      refused: this.#refused,
      undecided: this.#undecided,
      anchors: this.#anchors,
      shortForms: this.#shortForms,
      others: this.#others,
      open: this.#open,
    };
  }

  /** Candidates that their neighbours leave as they are; a person's with its initial, without titles. */
  #shape(): Candidate[] {
    const { index, text, candidates } = this.#reading;
    const shaped: Candidate[] = [];
    for (const candidate of candidates) {
      if (candidate.acronym && candidate.grade !== STRONG && isIntroducedForOther(index, text, candidate)) {
        this.#addOther(candidate);
      }
      const shape: NameShape = candidate.person
        ? nameShape(index, text, candidate)
        : { other: false, first: candidate.first };
      if (shape.other) {
        if (shape.bearer) this.#addOther(candidate);
        this.#refuse(candidate, GRADES[candidate.grade], 'other-name', [shape.words]);
      } else shaped.push(withoutHonorifics(index, text, candidate, shape.first));
    }
    return shaped;
  }

  /** Step 1. Gives the context names that it left undecided, each with what its context said. */
  #findAnchors(shaped: readonly Candidate[]): { candidate: Candidate; context: Context }[] {
    const { index, text, patterns, around } = this.#reading;
    const isShort = (candidate: Candidate): boolean =>
      candidate.person && candidate.last - candidate.first === 1;
    const found: Supported[] = [];
    const waiting: { candidate: Candidate; context: Context }[] = [];
    for (const candidate of shaped) {
      if (candidate.grade !== STRONG) continue;
      found.push(support(candidate, 'strong', { rule: 'full-name', words: titlesOf(text, candidate) }));
      this.#addFullName(candidate);
    }
    const decide = (candidate: Candidate): void => {
      const context = contextOf(index, candidate, around);
      this.#markOpen(candidate, context);
      if (context.speaks !== 'for') waiting.push({ candidate, context });
      else {
        found.push(support(candidate, 'context', { rule: 'context-words', words: context.words }));
        this.#addFullName(candidate);
      }
    };
    const named = shaped.filter(({ grade }) => grade === CONTEXT);
    for (const candidate of named) if (!isShort(candidate)) this.#unlessOther(candidate, decide);
    for (const candidate of named) if (isShort(candidate)) this.#unlessOther(candidate, decide);
    const same = ({ pattern }: PatternMatch): number => index.data.same[pattern.entity] ?? pattern.entity;
    for (const match of withoutCrossing(patterns, same, found)) this.#addPattern(match, found);
    for (const anchor of this.#overlaps.add(found)) this.#addAnchor(anchor);
    for (const { candidate } of waiting) this.#addShortForms(candidate, true);
    return waiting;
  }

  /** Step 2. */
  #findSupported(waiting: readonly { candidate: Candidate; context: Context }[]): void {
    const { index, text, around } = this.#reading;
    const found: Supported[] = [];
    for (const { candidate, context } of waiting) {
      if (context.speaks === 'against') {
        this.#refuse(candidate, 'context', 'excluded', context.words);
        continue;
      }
      const anchor = this.#firstAnchors.get(candidate.entity);
      const related = anchor === undefined ? relatedWord(index, candidate, around) : undefined;
      if (!this.#settled.has(candidate.entity)) this.#leaveOpen(candidate);
      if (anchor !== undefined) {
        const rule = this.#isIntroduced(text, candidate) ? 'introduced' : 'same-entity';
        found.push(support(candidate, 'context', { rule, words: [anchor.surface] }));
      } else if (related !== undefined) {
        found.push(support(candidate, 'context', { rule: 'related-entity', words: [related] }));
      } else this.#refuse(candidate, 'context', 'no-evidence', []);
    }
    this.#overlaps.add(found);
  }

  /** Step 3. */
  #findShort(shaped: readonly Candidate[]): void {
    const { index, text, blocks, memory } = this.#reading;
    const found: Supported[] = [];
    for (const candidate of shaped) {
      if (candidate.grade !== NEVER || this.#isOther(candidate)) continue;
      if (!candidate.person && !candidate.acronym && isPartOfName(index, text, candidate)) {
        this.#refuse(candidate, 'never', 'other-name', []);
        continue;
      }
      const anchor = this.#firstAnchors.get(candidate.entity);
      if (this.#openEntities.has(candidate.entity)) this.#undecided.add(candidate.block);
      const after = anchor !== undefined && anchor.place < candidate.from;
      const introduced = this.#isIntroduced(text, candidate);
      if (after && (introduced || !isTwoLetters(candidate))) {
        const rule = introduced ? 'introduced' : 'same-entity';
        found.push(support(candidate, 'never', { rule, words: [anchor.surface] }));
        if (introduced && candidate.acronym) this.#addAcronym(candidate, anchor.surface);
      } else this.#refuse(candidate, 'never', 'not-yet-named', []);
    }
    const forms = [...memory.shortForms, ...this.#shortForms.map((form) => ({ ...form, from: '' }))];
    for (const { candidate, form } of findShortForms(index, text, blocks, forms)) {
      const shape: NameShape = candidate.person
        ? nameShape(index, text, candidate)
        : { other: false, first: candidate.first };
      if (shape.other) {
        if (shape.bearer) this.#addOther(candidate, true);
        continue;
      }
      if (this.#openEntities.has(candidate.entity)) this.#undecided.add(candidate.block);
      if (form.open || this.#isOther(candidate, true)) continue;
      const rule = form.kind === 'acronym' ? 'introduced' : 'same-entity';
      const whole = withoutHonorifics(index, text, candidate, shape.first);
      found.push(support(whole, 'never', { rule, words: [form.surface] }));
    }
    this.#overlaps.add(found);
  }

  #addPattern(match: PatternMatch, found: Supported[]): void {
    const { pattern, block, first, last, from, to, words, refused } = match;
    const { tokens } = this.#reading.index;
    const candidate: Candidate = {
      block,
      first,
      last,
      from,
      to,
      start: tokens.start[first] ?? 0,
      end: tokens.end[last - 1] ?? 0,
      entity: this.#reading.index.data.same[pattern.entity] ?? pattern.entity,
      named: pattern.entity,
      person: false,
      grade: CONTEXT,
      acronym: false,
    };
    const isMiss = refused === 'apart' || refused === 'other-sentence';
    if (!isMiss && this.#isAtEnd(candidate)) this.#leaveOpen(candidate);
    if (refused === undefined) found.push(support(candidate, 'pattern', { rule: 'pattern', words }));
    else this.#refuse(candidate, 'pattern', refused, words);
  }

  #unlessOther(candidate: Candidate, decide: (candidate: Candidate) => void): void {
    if (!this.#isOther(candidate)) decide(candidate);
  }

  /** Whether the last bearer of this surname, or the last meaning of this acronym, was another; then it is refused. */
  #isOther(candidate: Candidate, late = false): boolean {
    const { entity, from, grade, acronym, person } = candidate;
    const isSurname = person && candidate.last - candidate.first === 1;
    if (!isSurname && (!acronym || grade === STRONG)) return false;
    const word = this.#wordOf(candidate);
    const early = this.#otherMeanings.lastBefore(word, from + 1);
    const other = late ? Math.max(early, this.#lateOthers.lastBefore(word, from + 1)) : early;
    if (other < 0 || other < this.#fullNames.lastBefore(entity, from)) return false;
    this.#refuse(candidate, GRADES[grade], isSurname ? 'other-bearer' : 'other-acronym', []);
    return true;
  }

  /** The surname or acronym of a candidate. */
  #wordOf({ last, acronym }: Candidate): string {
    const { text, index } = this.#reading;
    return foldWord(text.slice(index.tokens.start[last - 1], index.tokens.end[last - 1]), acronym);
  }

  #isIntroduced(text: string, candidate: Candidate): boolean {
    return this.#overlaps
      .near(candidate)
      .some(({ entity, end }) => entity === candidate.entity && isInBrackets(text, end, candidate.start));
  }

  /** A candidate near the document's end may meet other words with the next batch; one that lacks evidence, anywhere. */
  #markOpen(candidate: Candidate, context: Context): void {
    if (context.speaks === 'nothing' || this.#isAtEnd(candidate)) this.#leaveOpen(candidate);
  }

  #leaveOpen({ block, entity }: Candidate): void {
    this.#undecided.add(block);
    this.#openEntities.add(entity);
    this.#open.push({ entity, block });
  }

  #isAtEnd({ to }: Candidate): boolean {
    return to + this.#reading.index.reach >= this.#reading.words;
  }

  #know({ entity, place, full, surface }: Pick<Anchor, 'entity' | 'place' | 'full' | 'surface'>): void {
    const first = this.#firstAnchors.get(entity);
    if (first === undefined || place < first.place) this.#firstAnchors.set(entity, { place, surface });
    if (full) this.#fullNames.add(entity, place);
  }

  #addFullName({ entity, first, last, from }: Candidate): void {
    if (last - first > 1) this.#fullNames.add(entity, from);
  }

  #addAnchor(anchor: Supported): void {
    const { text } = this.#reading;
    const { entity, from, first, last, start, end, block } = anchor;
    const surface = text.slice(start, end);
    const full = last - first > 1 && anchor.mention !== 'pattern';
    const known = { entity, place: from, full, surface };
    this.#know(known);
    this.#anchors.push({ ...known, block });
    if (anchor.mention !== 'pattern') this.#addShortForms(anchor, false);
  }

  #addShortForms(name: Candidate, open: boolean): void {
    const { index, text } = this.#reading;
    for (const form of shortFormsAfter(index, text, name, open))
      this.#shortForms.push({ ...form, block: name.block });
  }

  #addAcronym({ entity, from, start, end, block }: Candidate, surface: string): void {
    const word = foldWord(this.#reading.text.slice(start, end), true);
    this.#shortForms.push({ entity, place: from, word, kind: 'acronym', surface, open: false, block });
  }

  /** Another bearer of the candidate's surname, or another meaning of its acronym. */
  #addOther(candidate: Candidate, late = false): void {
    const word = this.#wordOf(candidate);
    const { from: place, block } = candidate;
    (late ? this.#lateOthers : this.#otherMeanings).add(word, place);
    this.#others.push({ word, place, block, ...(late ? { late } : {}) });
  }

  #refuse(candidate: Candidate, mention: MentionGrade = 'context', rule: RefusalRule, words: string[]): void {
    this.#refused.push({ ...candidate, mention, because: { rule, words } });
  }
}

function support(candidate: Candidate, mention: MentionGrade, because: Because): Supported {
  return { ...candidate, mention, because };
}

/** Titles that belong to the name as the pack has it: part of the reason, not of the span. */
function titlesOf(text: string, candidate: Candidate): string[] {
  return candidate.titled === undefined ? [] : [text.slice(candidate.titled.start, candidate.titled.end)];
}

function isTwoLetters({ acronym, start, end }: Candidate): boolean {
  return acronym && end - start <= 2;
}
