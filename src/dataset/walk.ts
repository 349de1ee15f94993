/** All places of a pack where an id or a span stands, each with its path: what the checks go through. */
import type { Pack, SourceSpan } from './schema.ts';

export interface Use<T> {
  path: string;
  value: T;
}

/** Ids of entities, as other entities, patterns and quotes name them. */
export function* entityUses(pack: Pack): Generator<Use<string>> {
  for (const [e, entity] of pack.entities.entries()) yield* each(`entities[${e}].related`, entity.related);
  for (const [p, pattern] of pack.patterns.entries()) {
    yield { path: `patterns[${p}].entity`, value: pattern.entity };
  }
  for (const [q, quote] of pack.quotes.entries()) {
    const path = `quotes[${q}]`;
    yield { path: `${path}.speaker`, value: quote.speaker };
    if (quote.quotedBy !== undefined) yield { path: `${path}.quotedBy`, value: quote.quotedBy };
    if (quote.occasion !== undefined) yield { path: `${path}.occasion`, value: quote.occasion };
    for (const [x, { aboutStated }] of quote.excerpts.entries()) {
      yield* each(`${path}.excerpts[${x}].aboutStated`, aboutStated);
    }
  }
}

/** Ids of public references. */
export function* referenceUses(pack: Pack): Generator<Use<string>> {
  for (const [e, entity] of pack.entities.entries()) {
    const path = `entities[${e}]`;
    if (entity.status) yield* each(`${path}.status.references`, entity.status.references);
    for (const [s, { basis }] of entity.background.entries()) {
      if (basis.kind !== 'references') continue;
      yield* each(`${path}.background[${s}].basis.references`, basis.references);
    }
    for (const [s, { references }] of entity.since.entries()) {
      yield* each(`${path}.since[${s}].references`, references);
    }
    for (const [d, { others }] of entity.disputed.entries()) {
      if (others) yield* each(`${path}.disputed[${d}].others.references`, others.references);
    }
  }
}

/** Words of a source that an entity cites. */
export function* sourceSpans(pack: Pack): Generator<Use<SourceSpan>> {
  for (const [e, entity] of pack.entities.entries()) {
    const path = `entities[${e}]`;
    if (entity.sourceRole) yield { path: `${path}.sourceRole.span`, value: entity.sourceRole.span };
    for (const [s, { basis }] of entity.background.entries()) {
      if (basis.kind === 'source') yield { path: `${path}.background[${s}].basis.span`, value: basis.span };
    }
    for (const [d, { said }] of entity.disputed.entries()) {
      yield { path: `${path}.disputed[${d}].said`, value: said };
    }
  }
}

/** Ids of sources, as quotes and spans name them. */
export function* sourceUses(pack: Pack): Generator<Use<string>> {
  for (const [q, { source }] of pack.quotes.entries()) yield { path: `quotes[${q}].source`, value: source };
  for (const { path, value } of sourceSpans(pack)) yield { path: `${path}.source`, value: value.source };
}

/** Lists of words to look for, which may name word lists. */
export function* wordUses(pack: Pack): Generator<Use<string>> {
  for (const [e, entity] of pack.entities.entries()) {
    for (const [c, { words }] of entity.context.entries()) {
      yield* each(`entities[${e}].context[${c}].words`, words);
    }
    for (const [x, { words }] of entity.exclude.entries()) {
      yield* each(`entities[${e}].exclude[${x}].words`, words);
    }
  }
  for (const [p, pattern] of pack.patterns.entries()) {
    for (const [g, words] of pattern.groups.entries()) yield* each(`patterns[${p}].groups[${g}]`, words);
    for (const key of ['anyNear', 'alsoNear', 'noneNear'] as const) {
      const near = pattern[key];
      if (near) yield* each(`patterns[${p}].${key}.words`, near.words);
    }
  }
}

function* each<T>(path: string, values: readonly T[]): Generator<Use<T>> {
  for (const [index, value] of values.entries()) yield { path: `${path}[${index}]`, value };
}
