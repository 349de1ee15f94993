/** Wikidata's JSON of entities, as `Special:EntityData/Q42.json` gives it: labels, aliases, descriptions, what it is. */
import type { EntityType } from '../schema.ts';
import { asList, asText, dayOf, entriesOf, field } from './data.ts';
import type { DraftMaker } from './draft.ts';
import { entityOf, References, type Text } from './entity.ts';
import type { Progress, ReadOptions } from './types.ts';

/** Entities between two steps. */
const STEP = 100;

/** What things are instances of (P31), as far as that decides what a pack calls them. */
const CLASSES: Readonly<Record<string, EntityType>> = {
  Q5: 'person',
  ...each(
    'organization',
    'Q43229 Q4830453 Q783794 Q891723 Q6881511 Q163740 Q79913 Q7278 Q327333 Q484652 Q7210356',
  ),
  ...each(
    'organization',
    'Q31855 Q3918 Q38723 Q1194093 Q20857065 Q17149090 Q15925165 Q157031 Q11032 Q1110794',
  ),
  ...each('organization', 'Q192350 Q35749 Q11204 Q35535 Q41487 Q40348 Q4438121 Q476028 Q215380 Q5341295'),
  ...each(
    'event',
    'Q1190554 Q1656682 Q198 Q178561 Q3199915 Q41397 Q8016240 Q40231 Q124734 Q273120 Q175331 Q45382',
  ),
  ...each('event', 'Q10931 Q49773 Q1318295 Q2223653 Q3882219 Q2401485 Q132241 Q2020153 Q18608583 Q625994'),
  ...each('agreement', 'Q131569 Q625298 Q864737 Q1414472 Q252550 Q6934728 Q93288'),
  ...each(
    'document',
    'Q49848 Q820655 Q7755 Q571 Q7725634 Q386724 Q10870555 Q1402840 Q2334719 Q47461344 Q5707594',
  ),
};

/** Properties that only things of one kind have. */
const TELLING: readonly (readonly [properties: readonly string[], type: EntityType])[] = [
  [['P569', 'P570', 'P21'], 'person'],
  [['P112', 'P159', 'P452', 'P1128'], 'organization'],
  [['P585', 'P580', 'P1120'], 'event'],
];

export function* readWikidata(
  data: unknown,
  options: ReadOptions,
  maker: DraftMaker,
): Generator<Progress, void> {
  const inside = field(data, 'entities');
  const items = inside === undefined ? asList(data) : entriesOf(inside).map(([, item]) => item);
  const references = new References(maker);
  for (const [index, item] of items.entries()) {
    if (index % STEP === 0) yield { done: index, total: items.length };
    maker.rows++;
    addItem(item, index + 1, options, references, maker);
  }
}

function addItem(
  item: unknown,
  row: number,
  options: ReadOptions,
  references: References,
  maker: DraftMaker,
): void {
  const q = asText(field(item, 'id')) ?? '';
  if (!/^Q\d{1,12}$/.test(q)) {
    const text = 'no id of an item found; expected one such as "Q42"';
    maker.problem({ row, list: 'entities', field: 'id', reason: 'unreadable', text, lost: 'row' });
    return;
  }
  const names = termsOf(field(item, 'labels'));
  const type = typeOf(item) ?? options.type;
  if (type === undefined) {
    maker.warn('entries-skipped', names[0]?.text ?? q);
    return;
  }
  const described = termsOf(field(item, 'descriptions'));
  // Of people they give offices without a date, and often name an ethnicity or a religion.
  const texts = type === 'person' ? [] : described;
  if (described.length > texts.length) maker.warn('values-left-out', names[0]?.text ?? q);
  const date = dayOf(field(item, 'modified'));
  const page = `https://www.wikidata.org/wiki/${q}`;
  const about = {
    kind: 'reference-work',
    publisher: 'Wikidata',
    ...(date === undefined ? {} : { date }),
  } as const;
  const reference = texts.length === 0 ? undefined : references.add(row, page, about);
  const entity = entityOf(
    {
      id: q.toLowerCase(),
      type,
      names: preferred(names, options.lang),
      aliases: termsOf(field(item, 'aliases')),
      sameAs: [`wikidata:${q}`],
      description: { texts, references: reference === undefined ? [] : [reference] },
    },
    maker,
  );
  maker.add('entities', row, entity);
}

/** `{"en": {"language": "en", "value": "…"}}`, or lists of such. Codes of Wikimedia that are no language tags go. */
function termsOf(terms: unknown): Text[] {
  return entriesOf(terms).flatMap(([, term]) =>
    asList(term).flatMap((each) => {
      const text = asText(field(each, 'value'));
      const lang = asText(field(each, 'language')) ?? '';
      if (text === undefined || !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang)) return [];
      return [{ text, lang: lang === 'mul' ? 'und' : lang }];
    }),
  );
}

/** The wanted language first, then English. */
function preferred(names: readonly Text[], lang = 'en'): Text[] {
  const rank = (each: Text): number => (each.lang === lang ? 0 : each.lang === 'en' ? 1 : 2);
  return names.toSorted((a, b) => rank(a) - rank(b));
}

function typeOf(item: unknown): EntityType | undefined {
  const claims = field(item, 'claims');
  for (const claim of asList(field(claims, 'P31'))) {
    const value = field(field(field(claim, 'mainsnak'), 'datavalue'), 'value');
    const id = asText(field(value, 'id')) ?? `Q${String(field(value, 'numeric-id'))}`;
    if (Object.hasOwn(CLASSES, id)) return CLASSES[id];
  }
  return TELLING.find(([properties]) =>
    properties.some((property) => field(claims, property) !== undefined),
  )?.[1];
}

function each(type: EntityType, ids: string): Record<string, EntityType> {
  return Object.fromEntries(ids.split(' ').map((id) => [id, type]));
}
