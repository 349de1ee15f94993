/**
 * FollowTheMoney, an entity a line, as OpenSanctions gives it: names and where they are from. What lists say against
 * somebody (topics, programmes, sanctions) is not taken over: a pack labels nobody.
 */
import { isObject, readJson } from '../parse.ts';
import type { EntityType } from '../schema.ts';
import { slugOf, takeId } from '../slug.ts';
import { asList, asText, field } from './data.ts';
import type { DraftMaker } from './draft.ts';
import { entityOf, References, type Text } from './entity.ts';
import { plainProblem } from './row-problem.ts';
import type { Progress, ReadOptions } from './types.ts';

/** Lines between two steps. */
const STEP = 500;

/** Schemata of things that a text can name. `LegalEntity` may be a person: the reader's choice of type decides. */
const TYPES: Readonly<Record<string, EntityType>> = {
  Person: 'person',
  Organization: 'organization',
  Company: 'organization',
  PublicBody: 'organization',
  LegalEntity: 'organization',
  Event: 'event',
};

/** Kept of a position that somebody holds. */
const POSITIONS = 3;

export function* readFtm(
  source: { text: string } | { data: unknown },
  options: ReadOptions,
  maker: DraftMaker,
): Generator<Progress, void> {
  const reader = new FtmReader(options, maker);
  if ('data' in source) {
    const items = asList(source.data);
    for (const [index, item] of items.entries()) {
      if (index % STEP === 0) yield { done: index, total: items.length };
      reader.add(item, index + 1);
    }
    return;
  }
  const { text } = source;
  let start = 0;
  for (let line = 1; start < text.length; line++) {
    if (line % STEP === 0) yield { done: start, total: text.length };
    const end = text.indexOf('\n', start);
    const words = text.slice(start, end < 0 ? text.length : end).trim();
    start = end < 0 ? text.length : end + 1;
    if (words === '') continue;
    const json = readJson(words);
    if (json.ok) reader.add(json.data, line);
    else {
      maker.rows++;
      maker.problem(plainProblem(line, '', 'unreadable', json.problem.reason, 'row'));
    }
  }
}

class FtmReader {
  readonly #options: ReadOptions;
  readonly #maker: DraftMaker;
  readonly #references: References;
  readonly #taken = new Set<string>();

  constructor(options: ReadOptions, maker: DraftMaker) {
    this.#options = options;
    this.#maker = maker;
    this.#references = new References(maker);
  }

  add(item: unknown, row: number): void {
    this.#maker.rows++;
    const schema = asText(field(item, 'schema'));
    const properties = field(item, 'properties');
    const ftmId = asText(field(item, 'id'));
    if (schema === undefined || !isObject(properties) || ftmId === undefined) {
      const text = 'no entity found; expected an object with "id", "schema" and "properties"';
      this.#maker.problem(plainProblem(row, '', 'unreadable', text, 'row'));
      return;
    }
    const type = Object.hasOwn(TYPES, schema) ? TYPES[schema] : undefined;
    if (type === undefined) {
      this.#maker.warn('entries-skipped', schema);
      return;
    }
    const texts = (...keys: string[]): Text[] =>
      keys.flatMap((key) =>
        asList(field(properties, key)).flatMap((value) => {
          const text = asText(value);
          return text === undefined ? [] : [{ text, lang: this.#options.lang ?? 'und' }];
        }),
      );
    const caption = asText(field(item, 'caption'));
    const names = texts('name');
    const first = names.find(({ text }) => text === caption) ?? names[0];
    const references = texts('sourceUrl').flatMap(
      ({ text }) => this.#references.add(row, text, { kind: 'primary' }) ?? [],
    );
    const positions = texts('position')
      .slice(0, POSITIONS)
      .map(({ text }) => text);
    const text = `Position given by the source, now or in the past: ${positions.join('; ')}`;
    const wikidata = texts('wikidataId').flatMap((id) =>
      /^Q\d+$/.test(id.text) ? [`wikidata:${id.text}`] : [],
    );
    const entity = entityOf(
      {
        id: takeId(slugOf(ftmId).slice(0, 90), this.#taken),
        type: schema === 'LegalEntity' ? (this.#options.type ?? type) : type,
        names: first === undefined ? [] : [first],
        aliases: [
          ...names,
          ...texts('alias', 'previousName'),
          ...texts('abbreviation', 'weakAlias').map((each) => ({ ...each, grade: 'never' as const })),
        ],
        sameAs: [...wikidata, `ftm:${ftmId.slice(0, 200)}`],
        ...(positions.length === 0
          ? {}
          : { description: { texts: [{ text, lang: 'en' }], references: references.slice(0, 50) } }),
      },
      this.#maker,
    );
    this.#maker.add(
      'entities',
      row,
      entity,
      (path) => FIELDS.find(([start]) => path.startsWith(start))?.[1] ?? path,
    );
  }
}

const FIELDS: readonly (readonly [path: string, property: string])[] = [
  ['name', 'name'],
  ['background', 'position'],
];
