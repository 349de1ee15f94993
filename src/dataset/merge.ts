/**
 * The entries of one pack added to another: a list of names to a reader's own pack, an entity moved with its quotes.
 * Nothing of the pack that is added to is overwritten: whoever is there already gains names at most, and an id that is
 * taken makes room for another.
 */
import type { Entity, Near, Pack, Pattern, Quote, Statement } from './schema.ts';
import { nameKey } from './slug.ts';

export interface Merged {
  /** The same rows as before, as far as nothing was added to them. */
  pack: Pack;
  /** Ids of added entities: as they were, and under which they stand now. */
  ids: Map<string, string>;
  /** Added entities that were there already, by their ids there. */
  known: string[];
}

/** @param sameNames whether an entity with a name that is there already is the same one, or another of that name */
export function mergeInto(pack: Pack, added: Pack, sameNames: 'same' | 'other'): Merged {
  const names = sameNames === 'same' ? namesOf(pack) : new Map<string, string>();
  const entities = new Map(pack.entities.map((entity) => [entity.id, entity]));
  const wasThere = new Set(entities.keys());
  const ids = new Map<string, string>();
  const known: string[] = [];
  const fresh: Entity[] = [];
  for (const entity of added.entities) {
    const named = knownAs(entity, names);
    const there = named !== undefined && isOther(entity, entities.get(named)) ? undefined : named;
    const id = there ?? freeId(entity.id, (id) => entities.has(id));
    ids.set(entity.id, id);
    const before = entities.get(id);
    if (before === undefined) {
      fresh.push(entity);
      entities.set(id, entity);
    } else {
      if (there !== undefined && wasThere.has(there)) known.push(id);
      entities.set(id, withNames(before, entity));
    }
    // The list may hold the same name again.
    if (sameNames === 'same') for (const name of keysOf(entity)) if (!names.has(name)) names.set(name, id);
  }
  const sources = newIds(added.sources, pack.sources);
  const references = newIds(asRows(added.references), asRows(pack.references));
  const lists = newIds(asRows(added.wordLists), asRows(pack.wordLists));
  const toEntity = (id: string) => ids.get(id) ?? id;
  const said = new Map(pack.quotes.map((quote) => [saying(quote, (id) => id), quote.id]));
  const again = new Map(added.quotes.map((quote) => [quote.id, said.get(saying(quote, toEntity))]));
  const quotes = newIds(
    added.quotes.filter(({ id }) => again.get(id) === undefined),
    pack.quotes,
  );
  const patterns = newIds(added.patterns, pack.patterns);
  const to: Renamed = {
    entity: toEntity,
    quote: (id) => again.get(id) ?? quotes.ids.get(id) ?? id,
    source: (id) => sources.ids.get(id) ?? id,
    reference: (id) => references.ids.get(id) ?? id,
    word: (word) => (word.startsWith('@') ? `@${lists.ids.get(word.slice(1)) ?? word.slice(1)}` : word),
  };
  const rowsFor = fresh.map((entity) => renameEntity(entity, to));
  const freshIds = new Set(rowsFor.map(({ id }) => id));
  return {
    pack: {
      ...pack,
      entities: [
        ...pack.entities.map((entity) => entities.get(entity.id) ?? entity),
        // Names that the list itself repeats may have come on top.
        ...rowsFor.map((entity) => joinNames(entity, entities.get(entity.id))),
      ],
      sources: [...pack.sources, ...sources.fresh.map((each) => ({ ...each, id: to.source(each.id) }))],
      references: { ...pack.references, ...fromRows(references) },
      wordLists: { ...pack.wordLists, ...fromRows(lists) },
      quotes: [...pack.quotes, ...quotes.fresh.map((quote) => renameQuote(quote, to))],
      patterns: [
        ...pack.patterns,
        ...patterns.fresh
          .filter(({ entity }) => freshIds.has(to.entity(entity)))
          .map((pattern) => renamePattern(pattern, patterns.ids.get(pattern.id) ?? pattern.id, to)),
      ],
    },
    ids,
    known,
  };
}

/** `ada-quill`, and where that is taken `ada-quill-2`, and so on. */
export function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  for (let number = 2; ; number++) {
    const id = `${wanted.slice(0, 90)}-${number}`;
    if (!isTaken(id)) return id;
  }
}

interface Renamed {
  entity(id: string): string;
  quote(id: string): string;
  source(id: string): string;
  reference(id: string): string;
  word(word: string): string;
}

function namesOf(pack: Pack): Map<string, string> {
  const names = new Map<string, string>();
  for (const entity of pack.entities) {
    for (const name of keysOf(entity)) if (!names.has(name)) names.set(name, entity.id);
  }
  return names;
}

/** The type and each of its names, as they compare. */
function keysOf({ type, name, aliases, nativeNames }: Entity): string[] {
  const texts = [
    ...Object.values(name),
    ...nativeNames.map(({ text }) => text),
    // A name that needs evidence is not enough to tell who is meant.
    ...aliases.filter(({ grade }) => grade === undefined || grade === 'strong').map(({ text }) => text),
  ];
  return texts.map((text) => `${type} ${nameKey(text)}`);
}

function knownAs({ type, name }: Entity, names: ReadonlyMap<string, string>): string | undefined {
  return Object.values(name)
    .map((text) => names.get(`${type} ${nameKey(text)}`))
    .find((id) => id !== undefined);
}

/** One name, but an identifier of the same kind that is another's: two people. */
function isOther({ sameAs = [] }: Entity, there: Entity | undefined): boolean {
  const kindOf = (id: string) => id.slice(0, Math.max(0, id.indexOf(':')));
  const ids = there?.sameAs ?? [];
  const kinds = new Set(sameAs.map(kindOf).filter((kind) => kind !== '' && !kind.startsWith('http')));
  const shared = ids.filter((id) => kinds.has(kindOf(id)));
  return shared.length > 0 && !ids.some((id) => sameAs.includes(id));
}

/** With the names of another entry of the same entity; the same object where it has them all. */
function withNames(entity: Entity, { aliases, name, sameAs = [] }: Entity): Entity {
  const have = new Set(
    [...Object.values(entity.name), ...entity.aliases.map(({ text }) => text)].map(nameKey),
  );
  const more = [...Object.entries(name).map(([lang, text]) => ({ text, lang })), ...aliases].filter(
    ({ text }) => {
      const isNew = !have.has(nameKey(text));
      have.add(nameKey(text));
      return isNew;
    },
  );
  const identifiers = sameAs.filter((id) => !entity.sameAs?.includes(id));
  if (more.length === 0 && identifiers.length === 0) return entity;
  return {
    ...entity,
    aliases: [...entity.aliases, ...more],
    ...(identifiers.length === 0 ? {} : { sameAs: [...(entity.sameAs ?? []), ...identifiers] }),
  };
}

function joinNames(entity: Entity, again: Entity | undefined): Entity {
  return again === undefined ? entity : { ...entity, aliases: again.aliases };
}

/** Whose words, which, and when: the same may be said twice. */
function saying({ speaker, date, parts }: Quote, rename: (id: string) => string): string {
  return JSON.stringify([rename(speaker), date, ...parts.map(({ exact }) => exact)]);
}

/** Rows that are not there yet to the letter, and an id for each that is free. */
function newIds<Row extends { id: string }>(rows: readonly Row[], there: readonly Row[]) {
  const before = new Map(there.map((row) => [row.id, row]));
  const ids = new Map<string, string>();
  const fresh: Row[] = [];
  const taken = new Set(before.keys());
  for (const row of rows) {
    const same = before.get(row.id);
    if (same !== undefined && JSON.stringify(same) === JSON.stringify(row)) continue;
    const id = freeId(row.id, (wanted) => taken.has(wanted));
    taken.add(id);
    ids.set(row.id, id);
    fresh.push(row);
  }
  return { ids, fresh };
}

function asRows<Value>(record: Readonly<Record<string, Value>>): { id: string; value: Value }[] {
  return Object.entries(record).map(([id, value]) => ({ id, value }));
}

function fromRows<Value>({
  ids,
  fresh,
}: {
  ids: Map<string, string>;
  fresh: { id: string; value: Value }[];
}): Record<string, Value> {
  return Object.fromEntries(fresh.map(({ id, value }) => [ids.get(id) ?? id, value]));
}

function renameEntity(entity: Entity, to: Renamed): Entity {
  const { status, sourceRole } = entity;
  const near = <Words extends Near>(each: Words) => ({ ...each, words: each.words.map(to.word) });
  const noted = <Noted extends { references: string[] }>(each: Noted) => ({
    ...each,
    references: each.references.map(to.reference),
  });
  const span = <Span extends { source: string }>(each: Span) => ({ ...each, source: to.source(each.source) });
  const basis = (each: Statement['basis']): Statement['basis'] =>
    each.kind === 'source' ? { ...each, span: span(each.span) } : noted(each);
  return {
    ...entity,
    id: to.entity(entity.id),
    related: entity.related.map(to.entity),
    context: entity.context.map(near),
    exclude: entity.exclude.map(near),
    ...(status === undefined ? {} : { status: noted(status) }),
    ...(sourceRole === undefined ? {} : { sourceRole: { ...sourceRole, span: span(sourceRole.span) } }),
    background: entity.background.map((each) => ({ ...each, basis: basis(each.basis) })),
    since: entity.since.map(noted),
    disputed: entity.disputed.map((each) => ({
      ...each,
      said: span(each.said),
      ...(each.others === undefined ? {} : { others: noted(each.others) }),
    })),
  };
}

function renameQuote(quote: Quote, to: Renamed): Quote {
  const { quotedBy, occasion, containedIn } = quote;
  return {
    ...quote,
    id: to.quote(quote.id),
    speaker: to.entity(quote.speaker),
    source: to.source(quote.source),
    ...(quotedBy === undefined ? {} : { quotedBy: to.entity(quotedBy) }),
    ...(occasion === undefined ? {} : { occasion: to.entity(occasion) }),
    ...(containedIn === undefined ? {} : { containedIn: to.quote(containedIn) }),
    excerpts: quote.excerpts.map((excerpt) => ({
      ...excerpt,
      aboutStated: excerpt.aboutStated.map(to.entity),
    })),
  };
}

function renamePattern(pattern: Pattern, id: string, to: Renamed): Pattern {
  const near = (each: Near) => ({ ...each, words: each.words.map(to.word) });
  const { anyNear, alsoNear, noneNear } = pattern;
  return {
    ...pattern,
    id,
    entity: to.entity(pattern.entity),
    groups: pattern.groups.map((words) => words.map(to.word)),
    ...(anyNear === undefined ? {} : { anyNear: near(anyNear) }),
    ...(alsoNear === undefined ? {} : { alsoNear: near(alsoNear) }),
    ...(noneNear === undefined ? {} : { noneNear: near(noneNear) }),
  };
}
