/** Everything the card of an entity shows, from its pack. Pure: the same for card, popup, panel and manager. */
import type { Balance, CardContent, Footnote, Noted, SaidView, Words } from './card-content.ts';
import { pickText } from './localized.ts';
import type { Localized } from './parts.ts';
import { type Subject, sourceOf, viewQuote, viewSource } from './quote-view.ts';
import type { Entity, Pack, Quote, SourceSpan, Statement } from './schema.ts';

/** `null` where the pack holds no such entity. `langs`: the reader's languages, the best first. */
export function describe(pack: Pack, entityId: string, langs: readonly string[]): CardContent | null {
  const entity = pack.entities.find(({ id }) => id === entityId);
  if (entity === undefined) return null;
  const subject = { pack, entity, langs };
  const notes = new Footnotes(pack, langs);
  const { by, about } = quotesOf(entity, pack);
  return {
    key: `${pack.id}/${entity.id}`,
    type: entity.type,
    sameAs: entity.sameAs ?? [],
    name: pickText(entity.name, langs),
    nativeNames: entity.nativeNames,
    ...(entity.status === undefined
      ? {}
      : {
          status: {
            ...notes.onReferences(entity.status.text, entity.status.references),
            date: entity.status.date,
          },
        }),
    background: entity.background.map(({ text, basis }) => notes.onBasis(text, basis)),
    said: viewSaid(subject, notes),
    since: entity.since.map(({ text, date, references }) => ({
      ...notes.onReferences(text, references),
      date,
    })),
    quotesBy: by.map((quote) => viewQuote(quote, subject)),
    quotesAbout: about
      .map((quote) => viewQuote(quote, subject))
      .toSorted((a, b) => Number(b.namesEntity) - Number(a.namesEntity)),
    balance: weigh([...by, ...about], pack, langs),
    related: entity.related.flatMap((id) => {
      const other = pack.entities.find((each) => each.id === id);
      return other === undefined ? [] : [{ id, name: pickText(other.name, langs), type: other.type }];
    }),
    footnotes: notes.all,
    pack: {
      id: pack.id,
      title: pickText(pack.title, langs),
      version: pack.version,
      checked: pack.checked,
      ...(pack.corrections === undefined ? {} : { corrections: pack.corrections }),
    },
  };
}

/** Numbers references and sources in the order in which they are first asked for: the order of the card. */
class Footnotes {
  readonly all: Footnote[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly pack: Pack;
  private readonly langs: readonly string[];

  constructor(pack: Pack, langs: readonly string[]) {
    this.pack = pack;
    this.langs = langs;
  }

  onReferences(text: Localized, references: readonly string[]): Noted {
    const notes = references.flatMap((id) => {
      const reference = this.pack.references[id];
      if (reference === undefined) return [];
      const { publisher, kind, url, date } = reference;
      return [
        this.number(`reference ${id}`, () => ({
          publisher,
          kind,
          url,
          ...(date === undefined ? {} : { date }),
        })),
      ];
    });
    return { ...pickText(text, this.langs), notes };
  }

  onBasis(text: Localized, basis: Statement['basis']): Noted {
    if (basis.kind === 'references') return this.onReferences(text, basis.references);
    const { id, title, date, url } = viewSource(sourceOf(basis.span.source, this.pack), this.langs);
    const number = this.number(`source ${id}`, () => ({
      publisher: title.text,
      kind: 'source',
      date,
      ...(url === undefined ? {} : { url }),
    }));
    return { ...pickText(text, this.langs), notes: [number] };
  }

  private number(key: string, make: () => Omit<Footnote, 'number'>): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.all.length + 1;
    this.all.push({ number, ...make() });
    this.numbers.set(key, number);
    return number;
  }
}

/** The entity's office and the disputed words; an answer to words within others stands with the longer ones. */
function viewSaid({ pack, entity, langs }: Subject, notes: Footnotes): SaidView[] {
  const all: (SaidView & { span: SourceSpan })[] = [];
  const add = (id: string, span: SourceSpan, asOf?: string) => {
    const source = sourceOf(span.source, pack);
    const said: SaidView & { span: SourceSpan } = {
      id,
      span,
      exact: { text: span.exact, lang: source.lang },
      asOf: asOf ?? source.date,
      source: viewSource(source, langs),
      answers: [],
    };
    all.push(said);
    return said;
  };
  const { sourceRole } = entity;
  if (sourceRole !== undefined) {
    const said: SaidView = add('role', sourceRole.span, sourceRole.asOf);
    const role = pickText(sourceRole.text, langs);
    if (primaryOf(role) !== primaryOf(said.exact)) said.role = role;
  }
  for (const { id, verdict, said: span, others } of entity.disputed) {
    const said = all.find((each) => nested(each.span, span)) ?? add(id, span);
    if (span.end - span.start > said.span.end - said.span.start) {
      said.span = span;
      said.exact = { ...said.exact, text: span.exact };
    }
    said.answers.push({
      verdict,
      ...(others === undefined ? {} : { others: notes.onReferences(others.text, others.references) }),
    });
  }
  const [office] = all;
  if (sourceRole?.verdict !== undefined && office?.answers.length === 0) {
    office.answers.push({ verdict: sourceRole.verdict });
  }
  return all.map(({ span: _, ...said }) => said);
}

function primaryOf({ lang }: Words): string {
  return lang.split('-', 1)[0] ?? lang;
}

function nested(a: SourceSpan, b: SourceSpan): boolean {
  if (a.source !== b.source) return false;
  return (a.start <= b.start && b.end <= a.end) || (b.start <= a.start && a.end <= b.end);
}

/** Quotes by the entity and about it. A quote whose words a longer one in the same list holds is not shown again. */
function quotesOf(entity: Entity, pack: Pack): { by: Quote[]; about: Quote[] } {
  const by = pack.quotes.filter(({ speaker }) => speaker === entity.id);
  const about = pack.quotes.filter(
    ({ speaker, excerpts }) =>
      speaker !== entity.id && excerpts.some(({ aboutStated }) => aboutStated.includes(entity.id)),
  );
  return { by: once(by), about: once(about) };
}

function once(quotes: readonly Quote[]): Quote[] {
  const ids = new Set(quotes.map(({ id }) => id));
  return quotes.filter(({ containedIn }) => containedIn === undefined || !ids.has(containedIn));
}

function weigh(quotes: readonly Quote[], pack: Pack, langs: readonly string[]): Balance {
  const sources = new Map(quotes.map(({ source }) => [source, sourceOf(source, pack)]));
  const sides = new Map(
    [...sources.values()].map(({ side }) => [side?.id, side ? pickText(side.text, langs) : null]),
  );
  return {
    quotes: quotes.length,
    sources: sources.size,
    occasions: new Set(quotes.flatMap(({ occasion }) => occasion ?? [])).size,
    sides: [...sides.values()],
    oneSided: sides.size === 1 && !sides.has(undefined),
  };
}
