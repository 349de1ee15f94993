/** Packs to one binary index: everything that finding and resolving need, so that no pack is parsed again to read a page. */
import type { Alias, ContextRequirement, Entity, Near, Pack } from '../dataset/schema.ts';
import {
  CAPITALS,
  CASED,
  CONTEXT,
  LONGEST_PHRASE,
  LOOSE,
  MORE,
  NEVER,
  NO_ENTITY,
  STRONG,
  TERM,
  TITLED,
  writeBlob,
} from './blob.ts';
import { isLoose } from './find.ts';
import { extend } from './phrase-hash.ts';
import {
  COMPILER_VERSION,
  ENTITY_TYPES,
  type EntityData,
  type NearData,
  type PatternData,
  type ResolveData,
} from './resolve-data.ts';
import { hashOf, wordsOf } from './scan.ts';
import { ByteList, type HashedPhrase, wordTables } from './tables.ts';
import { gradeOf } from './ungraded.ts';
import { variantsOf } from './variants.ts';

export { COMPILER_VERSION } from './resolve-data.ts';

const GRADES = { strong: STRONG, context: CONTEXT, never: NEVER } as const;

interface Entry {
  entity: number;
  meta: number;
  /** Position in the order in which entries were added: `sets` name entries by it until all are numbered. */
  added: number;
  exact?: string;
}

/**
 * One blob for `loadIndex`. `all` takes in entities that a pack does not look for by default.
 * The same packs in the same order give the same bytes.
 */
export function compile(packs: readonly Pack[], options: { all?: boolean } = {}): ArrayBuffer {
  const compiler = new Compiler();
  for (const pack of packs) compiler.addPack(pack, options.all ?? false);
  return compiler.finish();
}

class Compiler {
  /** Entries by their folded words, joined by spaces. */
  readonly #phrases = new Map<string, Entry[]>();
  readonly #terms = new Map<string, number>();
  readonly #setNumbers = new Map<string, number>();
  readonly #sets: number[][] = [];
  readonly #packs: ResolveData['packs'] = [];
  readonly #entities: ResolveData['entities'] = {};
  readonly #patterns: PatternData[] = [];
  readonly #sameAs = new Map<string, number>();
  readonly #same: ResolveData['same'] = {};
  readonly #types: number[] = [];
  readonly #names: { id: string; name: string }[] = [];
  #added = 0;

  addPack(pack: Pack, all: boolean): void {
    const first = this.#names.length;
    const numbers = new Map(pack.entities.map(({ id }, at) => [id, first + at]));
    this.#packs.push({ id: pack.id, firstEntity: first });
    for (const entity of pack.entities) this.#addEntity(entity, pack, numbers, all || entity.detect);
    for (const pattern of pack.patterns) {
      const entity = numbers.get(pattern.entity);
      const target = pack.entities.find(({ id }) => id === pattern.entity);
      if (entity === undefined || target === undefined || !(all || target.detect)) continue;
      this.#patterns.push({
        id: pattern.id,
        entity,
        window: pattern.window,
        groups: pattern.groups.map((words) => this.#set(words, pack)),
        ...this.#optionalNear('anyNear', pattern.anyNear, pack),
        ...this.#optionalNear('alsoNear', pattern.alsoNear, pack),
        ...this.#optionalNear('noneNear', pattern.noneNear, pack),
      });
    }
  }

  finish(): ArrayBuffer {
    const encoder = new TextEncoder();
    const phrases = [...this.#phrases];
    const numbers = new Map<number, number>();
    const exact: ResolveData['exact'] = {};
    const meta = new Uint8Array(this.#added);
    const entity = new Uint32Array(this.#added);
    const textAt = new Uint32Array(this.#added);
    const text = new ByteList();
    const firsts = new Set<number>();
    const hashed: HashedPhrase[] = [];
    let number = 0;
    for (const [words, entries] of phrases) {
      const hashes = words.split(' ').map(hashOf);
      const [first = 0, ...rest] = hashes;
      firsts.add(first);
      const pair = rest[0] === undefined ? undefined : extend(first, rest[0]);
      hashed.push({ hash: rest.reduce(extend, first), entry: number, first, pair, words: hashes.length });
      const start = text.length;
      text.push(encoder.encode(`${words}\0`));
      for (const [at, entry] of entries.entries()) {
        numbers.set(entry.added, number);
        if (entry.exact !== undefined) exact[number] = entry.exact;
        meta[number] = entry.meta | (at < entries.length - 1 ? MORE : 0);
        entity[number] = entry.entity;
        textAt[number] = start;
        number++;
      }
    }
    const data: ResolveData = {
      packs: this.#packs,
      sets: this.#sets.map((set) => set.map((added) => numbers.get(added) ?? 0).sort((a, b) => a - b)),
      entities: this.#entities,
      patterns: this.#patterns,
      exact,
      same: Object.fromEntries(Object.keys(this.#same).map((entity) => [entity, this.#root(Number(entity))])),
    };
    const entityText = new ByteList();
    const entityAt = Uint32Array.from(this.#names, ({ id, name }) =>
      entityText.push(encoder.encode(`${id}\0${name}\0`)),
    );
    return writeBlob(COMPILER_VERSION, {
      ...wordTables(hashed, firsts.size, this.#added),
      textAt,
      entity,
      meta,
      text: text.bytes(),
      entityType: Uint8Array.from(this.#types),
      entityAt,
      entityText: entityText.bytes(),
      json: encoder.encode(JSON.stringify(data)),
    });
  }

  #addEntity(entity: Entity, pack: Pack, numbers: ReadonlyMap<string, number>, detect: boolean): void {
    const number = this.#names.length;
    this.#names.push({
      id: entity.id,
      name: entity.name.en ?? Object.values(entity.name)[0] ?? entity.id,
    });
    this.#types.push(ENTITY_TYPES.indexOf(entity.type));
    if (!detect) return;
    for (const shared of entity.sameAs ?? []) {
      const first = this.#sameAs.get(shared);
      if (first === undefined) this.#sameAs.set(shared, number);
      else this.#join(number, first);
    }
    for (const alias of entity.aliases) this.#addAlias(alias, number);
    const related = entity.related.flatMap((id) => numbers.get(id) ?? []);
    if (entity.context.length + entity.exclude.length + related.length === 0) return;
    this.#entities[number] = {
      context: entity.context.map((need: ContextRequirement) => ({
        atLeast: need.atLeast,
        ...this.#near(need, pack),
      })),
      exclude: entity.exclude.map((near) => this.#near(near, pack)),
      related,
    } satisfies EntityData;
  }

  /** Makes two entities one: the lower number stands for both. */
  #join(a: number, b: number): void {
    const [low, high] = [this.#root(a), this.#root(b)].sort((x, y) => x - y);
    if (low !== undefined && high !== undefined && low !== high) this.#same[high] = low;
  }

  #root(entity: number): number {
    const lower = this.#same[entity];
    return lower === undefined ? entity : this.#root(lower);
  }

  #addAlias(alias: Alias, entity: number): void {
    const words = wordsOf(alias.text);
    const grade = GRADES[alias.grade ?? gradeOf(words)];
    for (const family of alias.variants ?? []) {
      for (const other of variantsOf(words, family)) this.#addEntry(other, { entity, meta: grade });
    }
    // A short form is a name only with its capital: `Amnesty`, not an amnesty. So is what nobody has graded.
    const needsCapital = alias.grade === 'never' || alias.grade === undefined;
    const titled = needsCapital && isTitled(alias.text) ? TITLED : 0;
    const meta = grade | titled | (isLoose(alias.text) ? LOOSE : 0);
    if (!alias.caseSensitive) this.#addEntry(words, { entity, meta });
    else this.#addEntry(words, { entity, meta: meta | CASED, exact: alias.text });
  }

  /** The number of a list of words; lists of the same words share it. */
  #set(words: readonly string[], pack: Pack): number {
    const literal = words.flatMap((word) =>
      word.startsWith('@') ? (pack.wordLists[word.slice(1)] ?? []) : [word],
    );
    const terms = [...new Set(literal.flatMap((word) => this.#term(word)))].sort((a, b) => a - b);
    const key = terms.join(' ');
    const known = this.#setNumbers.get(key);
    if (known !== undefined) return known;
    this.#setNumbers.set(key, this.#sets.length);
    return this.#sets.push(terms) - 1;
  }

  #term(word: string): number[] {
    const words = wordsOf(word);
    const loose = isLoose(word) ? LOOSE : 0;
    const flag = isAcronym(word) ? CAPITALS : isTitled(word) ? TITLED : 0;
    const key = `${flag} ${words.join(' ')}`;
    const known = this.#terms.get(key);
    if (known !== undefined) return [known];
    const added = this.#addEntry(words, { entity: NO_ENTITY, meta: TERM | flag | loose });
    if (added === undefined) return [];
    this.#terms.set(key, added);
    return [added];
  }

  #near(near: Near, pack: Pack): NearData {
    return { window: near.window, set: this.#set(near.words, pack) };
  }

  #optionalNear<K extends string>(key: K, near: Near | undefined, pack: Pack): Partial<Record<K, NearData>> {
    if (near === undefined) return {};
    return { [key]: this.#near(near, pack) } as Record<K, NearData>;
  }

  #addEntry(words: readonly string[], entry: Omit<Entry, 'added'>): number | undefined {
    if (words.length === 0 || words.length > LONGEST_PHRASE) return undefined;
    const key = words.join(' ');
    const entries = this.#phrases.get(key);
    const same = entries?.find(
      (each) => each.entity === entry.entity && each.meta === entry.meta && each.exact === entry.exact,
    );
    if (same !== undefined) return same.added;
    const added = this.#added++;
    if (entries === undefined) this.#phrases.set(key, [{ ...entry, added }]);
    else entries.push({ ...entry, added });
    return added;
  }
}

/** Words that are written in capitals mean themselves only so: `UK`, `MEK`, `P5+1`. */
function isAcronym(word: string): boolean {
  return /^[\p{Lu}\p{N}.+-]{2,}$/u.test(word) && /\p{Lu}/u.test(word);
}

function isTitled(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
