/** What the editor changes: an entity with its patterns and quotes, and the sources and references that they rest on. */
import type { Entity, Near, Pattern, Quote, Reference, Source } from '../../../dataset/schema.ts';
import type { EntityEntry, EntryChange } from '../../../store/manager-api.ts';

export interface Draft {
  entity: Entity;
  patterns: Pattern[];
  quotes: Quote[];
  sources: Source[];
  references: Record<string, Reference>;
}

/** @param lang of the name that is still to be written */
export function blankDraft(lang: string): Draft {
  return {
    entity: {
      id: 'new',
      type: 'person',
      name: { [lang]: '' },
      nativeNames: [],
      detect: true,
      aliases: [],
      context: [],
      exclude: [],
      background: [],
      since: [],
      disputed: [],
      related: [],
    },
    patterns: [],
    quotes: [],
    sources: [],
    references: {},
  };
}

/** What the reader has deleted is not in it, and comes back with all that is taken back. */
export function draftOf({ entity, patterns, quotes, sources, references }: EntityEntry): Draft {
  return {
    entity,
    patterns: patterns.flatMap(({ pattern, edit }) => (edit === 'deleted' ? [] : [pattern])),
    quotes: quotes.flatMap(({ quote, edit }) => (edit === 'deleted' ? [] : [quote])),
    sources,
    references,
  };
}

/**
 * What has to be written to come from one to the other: quotes, sources and references first that are new, so that what
 * names them finds them. Sources and references are never deleted here: others may rest on them.
 */
export function changesBetween(before: Draft, after: Draft): EntryChange[] {
  const changes: EntryChange[] = [];
  for (const [id, value] of Object.entries(after.references)) {
    if (!isSame(before.references[id], value)) changes.push({ kind: 'reference', id, value });
  }
  for (const value of after.sources) {
    if (!isSame(byId(before.sources, value.id), value)) changes.push({ kind: 'source', id: value.id, value });
  }
  const { entity } = after;
  if (!isSame(before.entity, entity)) changes.push({ kind: 'entity', id: entity.id, value: entity });
  for (const value of after.patterns) {
    if (!isSame(byId(before.patterns, value.id), value))
      changes.push({ kind: 'pattern', id: value.id, value });
  }
  for (const { id } of before.patterns) {
    if (byId(after.patterns, id) === undefined) changes.push({ kind: 'pattern', id, value: null });
  }
  for (const value of after.quotes) {
    if (!isSame(byId(before.quotes, value.id), value)) changes.push({ kind: 'quote', id: value.id, value });
  }
  for (const { id } of before.quotes) {
    if (byId(after.quotes, id) === undefined) changes.push({ kind: 'quote', id, value: null });
  }
  return changes;
}

/** The same changes for an entity that gets its id only now: its patterns and quotes name it too. */
export function withId(changes: readonly EntryChange[], before: string, id: string): EntryChange[] {
  return changes.map((change) => {
    if (change.value === null) return change;
    if (change.kind === 'entity') return { ...change, id, value: { ...change.value, id } };
    if (change.kind === 'pattern') return { ...change, value: { ...change.value, entity: id } };
    if (change.kind !== 'quote') return change;
    const { speaker } = change.value;
    return { ...change, value: { ...change.value, speaker: speaker === before ? id : speaker } };
  });
}

function byId<Row extends { id: string }>(rows: readonly Row[], id: string): Row | undefined {
  return rows.find((row) => row.id === id);
}

/** The language tags in what was typed, however they are divided: `en, fa` and `en،fa` are two. */
export function tagsIn(typed: readonly string[]): string[] {
  return typed.flatMap((text) => text.split(/[\s,،;؛]+/u)).filter((tag) => tag !== '');
}

/** Without the empty lines in which the next word is about to be typed. */
export function cleaned(draft: Draft): Draft {
  const tidy = (words: readonly string[]) => words.map((word) => word.trim()).filter((word) => word !== '');
  const tidyNear = <T extends Near>(near: T): T => ({ ...near, words: tidy(near.words) });
  const { context, exclude } = draft.entity;
  return {
    ...draft,
    entity: { ...draft.entity, context: context.map(tidyNear), exclude: exclude.map(tidyNear) },
    patterns: draft.patterns.map((pattern) => {
      const { anyNear, alsoNear, noneNear } = pattern;
      return {
        ...pattern,
        langs: tagsIn(pattern.langs),
        groups: pattern.groups.map(tidy),
        ...(anyNear === undefined ? {} : { anyNear: tidyNear(anyNear) }),
        ...(alsoNear === undefined ? {} : { alsoNear: tidyNear(alsoNear) }),
        ...(noneNear === undefined ? {} : { noneNear: tidyNear(noneNear) }),
      };
    }),
  };
}

/** Drafts are plain data whose keys keep their order. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** An id for something that has no name yet. */
export function newId(kind: 'pattern' | 'quote' | 'source' | 'reference' | 'disputed'): string {
  return `${kind}-${crypto.randomUUID().slice(0, 8)}`;
}
