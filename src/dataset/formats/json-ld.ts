/** schema.org in JSON-LD: persons, organizations, events, quotations with their sources. Contexts are not resolved. */
import { isObject } from '../parse.ts';
import type { EntityType, Quote } from '../schema.ts';
import { nameKey, slugOf, takeId } from '../slug.ts';
import {
  asList,
  asText,
  compact,
  type Data,
  dayOf,
  field,
  hostOf,
  httpsAddress,
  identifierOf,
} from './data.ts';
import type { DraftMaker } from './draft.ts';
import { entityOf, References } from './entity.ts';
import {
  byLang,
  contextLanguage,
  type Node,
  nodesOf,
  type Part,
  partOf,
  QUOTED_BY,
  referenceKind,
  sourceKind,
  textsOf,
  typesOf,
} from './json-ld-nodes.ts';
import { partsOf, remarksOf } from './json-ld-quotes.ts';
import { plainProblem } from './row-problem.ts';
import type { PackHead, Progress, ReadOptions } from './types.ts';

/** Nodes between two steps. */
const STEP = 500;

const ID = /^[a-z0-9][a-z0-9._-]{0,99}$/;

/** Words of the file on itself. */
export function headOfJsonLd(data: unknown, lang = 'und'): Partial<PackHead> {
  const dataset = nodesOf(data).find(({ types }) => types.includes('Dataset'))?.data;
  if (dataset === undefined) return {};
  const title = textsOf(dataset.name, lang);
  const id = asText(dataset.identifier);
  const version = asText(dataset.version);
  const checked = dayOf(dataset.dateModified);
  const home = httpsAddress(dataset.url);
  const licence = asText(dataset.license) ?? asText(field(dataset.license, 'name'));
  return {
    ...(id !== undefined && ID.test(id) ? { id } : {}),
    ...(version !== undefined && /^\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(version) ? { version } : {}),
    ...(checked?.length === 10 ? { checked } : {}),
    ...(licence === undefined ? {} : { licence }),
    ...(home === undefined ? {} : { home }),
    ...(title.length === 0 ? {} : { title: Object.fromEntries(title.map((each) => [each.lang, each.text])) }),
  };
}

export function* readJsonLd(
  data: unknown,
  options: ReadOptions,
  maker: DraftMaker,
): Generator<Progress, void> {
  const nodes = nodesOf(data);
  const reader = new JsonLdReader(contextLanguage(data) ?? options.lang ?? 'und', options.type, maker);
  for (const { data: node } of nodes) reader.reserve(node);
  const parts = nodes.map((node): [Node, Part] => [node, partOf(node.types, node.data)]);
  const order = (wanted: (part: Part) => boolean): [Node, Part][] => parts.filter(([, part]) => wanted(part));
  const sorted = [
    ...order((part) => part !== 'source' && part !== 'quote'),
    ...order((part) => part === 'source'),
    ...order((part) => part === 'quote'),
  ];
  for (const [index, [node, part]] of sorted.entries()) {
    if (index % STEP === 0) yield { done: index, total: sorted.length };
    reader.add(node, part);
  }
}

class JsonLdReader {
  readonly #lang: string;
  readonly #type: EntityType | undefined;
  readonly #maker: DraftMaker;
  readonly #references: References;
  readonly #ids = { entities: new Set<string>(), sources: new Set<string>(), quotes: new Set<string>() };
  /** By `@id`, and by name. */
  readonly #entities = new Map<string, string>();
  /** By `@id`, by address, and by the node itself. */
  readonly #sources = new Map<unknown, string>();

  constructor(lang: string, type: EntityType | undefined, maker: DraftMaker) {
    this.#lang = lang;
    this.#type = type;
    this.#maker = maker;
    this.#references = new References(maker);
  }

  /** An id that a node gives itself is not made up for another. */
  reserve({ identifier }: Data): void {
    const id = asText(identifier);
    if (id !== undefined) for (const taken of Object.values(this.#ids)) taken.add(id);
  }

  add(node: Node, part: Part): void {
    if (part === 'head') return;
    this.#maker.rows++;
    if (part === undefined) this.#maker.warn('entries-skipped', node.types[0]);
    else if (part === 'source') this.#addSource(node);
    else if (part === 'quote') this.#addQuote(node);
    else this.#addEntity(node, part);
  }

  #addEntity({ data, row }: Node, type: EntityType): string | undefined {
    const names = textsOf(data.name, this.#lang);
    const [first] = names;
    const known = first === undefined ? undefined : this.#entities.get(nameKey(first.text));
    if (known !== undefined && data.identifier === undefined && data['@id'] === undefined) return known;
    const id = idFor(data, first?.text ?? '', this.#ids.entities);
    const descriptions = textsOf(data.description, this.#lang);
    const references = descriptions.length === 0 ? [] : this.#basisOf(data, row);
    if (descriptions.length > 0 && references.length === 0) {
      const text = 'no page found that the description rests on; expected "citation" or "url"';
      this.#maker.problem({
        ...plainProblem(row, 'description', 'missing', text, 'field'),
        list: 'entities',
        id,
      });
    }
    const entity = entityOf(
      {
        id,
        type,
        names,
        aliases: [...textsOf(data.alternateName, this.#lang), ...textsOf(data.legalName, this.#lang)],
        sameAs: asList(data.sameAs).flatMap((each) => {
          const text = asText(each) ?? asText(field(each, '@id'));
          return text === undefined ? [] : [identifierOf(text)];
        }),
        description: { texts: descriptions, references },
      },
      this.#maker,
    );
    if (this.#maker.add('entities', row, entity) === undefined) return undefined;
    const nodeId = asText(data['@id']);
    if (nodeId !== undefined) this.#entities.set(nodeId, id);
    for (const { text } of names)
      if (!this.#entities.has(nameKey(text))) this.#entities.set(nameKey(text), id);
    return id;
  }

  #basisOf(data: Data, row: number): string[] {
    const cited = [...asList(data.citation), ...asList(data.subjectOf)];
    const found = cited.flatMap((each) => {
      const types = typesOf(each);
      const publisher =
        textsOf(field(each, 'publisher'), '')[0]?.text ?? asText(field(field(each, 'publisher'), 'name'));
      const date = dayOf(field(each, 'datePublished'));
      return (
        this.#references.add(row, asText(each) ?? field(each, 'url') ?? field(each, '@id'), {
          kind: referenceKind(types, asText(field(each, 'additionalType'))),
          ...(publisher === undefined ? {} : { publisher }),
          ...(date === undefined ? {} : { date }),
        }) ?? []
      );
    });
    if (found.length > 0) return found.slice(0, 50);
    const own = this.#references.add(row, asText(data.url), { kind: 'primary' });
    return own === undefined ? [] : [own];
  }

  #addSource({ data, types, row }: Node): string | undefined {
    const url = httpsAddress(data.url) ?? httpsAddress(data['@id']);
    const titles = [...textsOf(data.headline, this.#lang), ...textsOf(data.name, this.#lang)];
    const title = titles[0]?.text ?? (url === undefined ? undefined : hostOf(url));
    const id = idFor(data, title ?? '', this.#ids.sources);
    const source = compact({
      id,
      title: titles.length > 0 ? byLang(titles) : { [this.#lang]: title },
      kind: sourceKind(types, asText(data.additionalType)),
      date: dayOf(data.datePublished) ?? dayOf(data.dateCreated),
      lang: asText(data.inLanguage) ?? this.#lang,
      url,
      side: this.#sideOf(data),
      note: this.#note(data),
    });
    if (this.#maker.add('sources', row, source, (path) => SOURCE_FIELDS[path] ?? path) === undefined)
      return undefined;
    for (const key of [asText(data['@id']), url, data]) if (key !== undefined) this.#sources.set(key, id);
    return id;
  }

  #addQuote({ data, row }: Node): void {
    const parts = partsOf(data);
    const id = idFor(data, parts[0]?.exact ?? '', this.#ids.quotes);
    const speaker = this.#speakerOf(data, row);
    const source = this.#sourceOf(data, row);
    const quote = compact({
      id,
      speaker,
      source,
      lang: asText(data.inLanguage) ?? this.#lang,
      // Not `datePublished`: that is the day on which somebody printed the words.
      date: dayOf(data.dateCreated),
      parts,
      quotedBy: this.#reporterOf(data, row),
      manner: MANNERS.find((each) => each === data.additionalType),
      occasion: this.#entities.get(asText(field(data.recordedAt, '@id')) ?? ''),
      // Any other address of a quotation may be that of a page that only repeats it.
      link: TEXT_FRAGMENT.test(asText(data.url) ?? '') ? httpsAddress(data.url) : undefined,
      note: this.#note(data),
      sic: remarksOf(data, 'sic', this.#lang),
      inserted: remarksOf(data, 'inserted', this.#lang),
    });
    this.#maker.add(
      'quotes',
      row,
      quote,
      (path) => QUOTE_FIELDS.find(([start]) => path.startsWith(start))?.[1] ?? path,
    );
  }

  #speakerOf(data: Data, row: number): string | undefined {
    const [speaker] = [...asList(data.creator), ...asList(data.spokenByCharacter), ...asList(data.author)];
    return this.#personOf(speaker, row);
  }

  /** Who reports the words, where others than the source do. */
  #reporterOf(data: Data, row: number): string | undefined {
    const role = asList(data.contributor).find((each) => field(each, 'roleName') === QUOTED_BY);
    return role === undefined ? undefined : this.#personOf(field(role, 'contributor'), row);
  }

  #personOf(speaker: unknown, row: number): string | undefined {
    const name =
      textsOf(speaker, this.#lang)[0]?.text ?? textsOf(field(speaker, 'name'), this.#lang)[0]?.text;
    const known =
      this.#entities.get(asText(field(speaker, '@id')) ?? '') ??
      this.#entities.get(nameKey(name ?? '')) ??
      this.#entities.get(name ?? '');
    if (known !== undefined || name === undefined) return known;
    return this.#addEntity({ data: { name }, types: ['Person'], row }, this.#type ?? 'person');
  }

  /** On whose behalf a source was written, where somebody who knows packs has said it. */
  #sideOf({ sourceOrganization: side }: Data): Data | undefined {
    const id = asText(field(side, 'identifier'));
    const texts = textsOf(field(side, 'name'), this.#lang);
    return id === undefined || !ID.test(id) || texts.length === 0 ? undefined : { id, text: byLang(texts) };
  }

  #note({ disambiguatingDescription: note }: Data): Data | undefined {
    const texts = textsOf(note, this.#lang);
    return texts.length === 0 ? undefined : byLang(texts);
  }

  #sourceOf(data: Data, row: number): string | undefined {
    const [source] = [...asList(data.isPartOf), ...asList(data.isBasedOn), ...asList(data.citation)];
    const key = asText(source) ?? asText(field(source, '@id')) ?? asText(field(source, 'url')) ?? '';
    const known = this.#sources.get(source) ?? this.#sources.get(key);
    if (known !== undefined || !isObject(source) || source['@type'] !== undefined) return known;
    return this.#addSource({ data: source, types: [], row });
  }
}

const MANNERS: readonly Quote['manner'][] = ['spoken', 'written', 'reported'];

const TEXT_FRAGMENT = /#.*:~:text=/;

const SOURCE_FIELDS: Readonly<Record<string, string>> = {
  title: 'name',
  date: 'datePublished',
  lang: 'inLanguage',
};

const QUOTE_FIELDS: readonly (readonly [path: string, property: string])[] = [
  ['speaker', 'creator'],
  ['source', 'isPartOf'],
  ['parts', 'text'],
  ['date', 'dateCreated'],
  ['lang', 'inLanguage'],
  ['quotedBy', 'contributor'],
  ['occasion', 'recordedAt'],
  ['manner', 'additionalType'],
  ['link', 'url'],
  ['note', 'disambiguatingDescription'],
  ['sic', 'comment'],
  ['inserted', 'comment'],
];

function idFor(data: Data, name: string, taken: Set<string>): string {
  const given = asText(data.identifier);
  if (given !== undefined && ID.test(given)) return given;
  return takeId(slugOf(name) || 'entry', taken);
}
