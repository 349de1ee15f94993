/** An entity of what other formats know: names in several languages, identifiers, a description with its page. */
import type { Grade, Reference } from '../schema.ts';
import { pageSlug, takeId } from '../slug.ts';
import { compact, type Data, hostOf, httpsAddress } from './data.ts';
import type { DraftMaker } from './draft.ts';

export interface Text {
  text: string;
  lang: string;
}

export interface Known {
  id: string;
  type: string;
  /** The name in each language; the first of a language counts, the others are aliases. */
  names: readonly Text[];
  aliases: readonly (Text & { grade?: Grade })[];
  sameAs: readonly string[];
  /** A statement in one or more languages, and the references that it rests on. */
  description?: { texts: readonly Text[]; references: readonly string[] };
}

const MOST_ALIASES = 1_000;
const MOST_IDENTIFIERS = 20;

/** For the schema to look at. What a pack cannot hold is left out, and said to be. */
export function entityOf({ id, type, names, aliases, sameAs, description }: Known, maker: DraftMaker): Data {
  const all = new Map<string, Data>();
  const given: Known['aliases'] = [...names, ...aliases];
  for (const { text, lang, grade } of given) {
    if (!all.has(text)) all.set(text, compact({ text, lang, grade }));
  }
  return {
    id,
    type,
    name: byLanguage(names),
    aliases: [...upTo(MOST_ALIASES, [...all.values()], ({ text }) => String(text), maker)],
    ...(sameAs.length === 0
      ? {}
      : { sameAs: [...upTo(MOST_IDENTIFIERS, [...new Set(sameAs)], (text) => text, maker)] }),
    background: backgroundOf(description),
  };
}

function backgroundOf(description: Known['description']): Data[] {
  if (description === undefined || description.texts.length === 0) return [];
  const { texts, references } = description;
  if (references.length === 0) return [];
  return [{ text: byLanguage(texts), basis: { kind: 'references', references: [...references] } }];
}

function byLanguage(texts: readonly Text[]): Record<string, string> {
  return Object.fromEntries(
    texts
      .toReversed()
      .map(({ text, lang }) => [lang, text])
      .toReversed(),
  );
}

function* upTo<T>(
  most: number,
  list: readonly T[],
  nameOf: (each: T) => string,
  maker: DraftMaker,
): Generator<T> {
  for (const [at, each] of list.entries()) {
    if (at < most) yield each;
    else maker.warn('values-left-out', nameOf(each));
  }
}

/** References by their address: the same page is the same reference. */
export class References {
  readonly #maker: DraftMaker;
  readonly #byAddress = new Map<string, string | undefined>();
  readonly #taken = new Set<string>();

  constructor(maker: DraftMaker) {
    this.#maker = maker;
  }

  /** @returns the id of the reference to this page; nothing where a pack cannot refer to it, which is said */
  add(
    row: number,
    address: unknown,
    reference: Omit<Reference, 'url' | 'publisher'> & { publisher?: string },
  ): string | undefined {
    const url = httpsAddress(address);
    if (url === undefined) {
      if (typeof address === 'string') this.#maker.warn('values-left-out', address);
      return undefined;
    }
    if (this.#byAddress.has(url)) return this.#byAddress.get(url);
    const id = takeId(pageSlug(url), this.#taken);
    const value = compact({ url, publisher: hostOf(url), ...reference });
    const kept = this.#maker.addReference(row, id, value) ? id : undefined;
    this.#byAddress.set(url, kept);
    return kept;
  }
}
