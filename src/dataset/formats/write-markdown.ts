/** A dossier to read and to print: every entity with what is said of it, every quote verbatim, every source dated. */
import type { Words } from '../card-content.ts';
import { pickText } from '../localized.ts';
import type { Localized } from '../parts.ts';
import type { Entity, EntityType, Pack, Quote, Source } from '../schema.ts';

/** Headings and small words of a dossier. */
export interface DossierWords {
  types: Record<EntityType, string>;
  /** Before the version, the day of the check, the licence. */
  version: string;
  checked: string;
  licence: string;
  /** Before what is verified, and before what the source calls somebody. */
  status: string;
  role: string;
  since: string;
  disputed: string;
  quotes: string;
  quotesAbout: string;
  sources: string;
  references: string;
  reportedBy: string;
  printedSo: string;
  /** The words of a link to a quote in its source. */
  inSource: string;
}

const ENGLISH: DossierWords = {
  types: {
    person: 'People',
    organization: 'Organizations',
    event: 'Events',
    document: 'Documents',
    agreement: 'Agreements',
  },
  version: 'Version',
  checked: 'Checked',
  licence: 'Licence',
  status: 'Verified',
  role: 'The source says',
  since: 'Since then',
  disputed: 'Others say',
  quotes: 'Quotes',
  quotesAbout: 'Quotes about it',
  sources: 'Sources',
  references: 'References',
  reportedBy: 'reported by',
  printedSo: '[sic]',
  inSource: 'in the source',
};

export function writeMarkdown(pack: Pack, langs: readonly string[], words: DossierWords = ENGLISH): string {
  return `${[...new Dossier(pack, langs, words).lines()].join('\n')}\n`;
}

class Dossier {
  readonly #pack: Pack;
  readonly #langs: readonly string[];
  readonly #words: DossierWords;
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #names: ReadonlyMap<string, Localized>;
  readonly #by = new Map<string, Quote[]>();
  readonly #about = new Map<string, Quote[]>();

  constructor(pack: Pack, langs: readonly string[], words: DossierWords) {
    this.#pack = pack;
    this.#langs = langs;
    this.#words = words;
    this.#sources = new Map(pack.sources.map((source) => [source.id, source]));
    this.#names = new Map(pack.entities.map(({ id, name }) => [id, name]));
    for (const quote of pack.quotes) {
      push(this.#by, quote.speaker, quote);
      const about = new Set(quote.excerpts.flatMap(({ aboutStated }) => aboutStated));
      for (const id of about) if (id !== quote.speaker) push(this.#about, id, quote);
    }
  }

  *lines(): Generator<string> {
    const { title, version, checked, licence, home, entities } = this.#pack;
    const words = this.#words;
    yield `# ${this.#text(title)}`;
    yield '';
    yield `${words.version} ${version} · ${words.checked} ${checked} · ${words.licence}: ${escaped(licence)}`;
    if (home !== undefined) yield `\n<${home}>`;
    for (const [type, heading] of Object.entries(words.types)) {
      const own = entities.filter((entity) => entity.type === type);
      if (own.length > 0) yield* ['', `## ${escaped(heading)}`];
      for (const entity of own) yield* this.#entity(entity);
    }
    yield* this.#sourceList();
    yield* this.#referenceList();
  }

  *#entity(entity: Entity): Generator<string> {
    const words = this.#words;
    const native = entity.nativeNames.map(({ text }) => escaped(text));
    yield* ['', `### ${[this.#text(entity.name), ...native].join(' · ')}`, ''];
    const { status, sourceRole, background, since, disputed } = entity;
    if (status)
      yield `- **${escaped(words.status)}** (${status.date}): ${this.#noted(status.text, status.references)}`;
    if (sourceRole) {
      const said = `“${escaped(sourceRole.span.exact)}”`;
      yield `- **${escaped(words.role)}** (${sourceRole.asOf}): ${said} ${this.#sourceNote(sourceRole.span.source)}`;
    }
    for (const { said, others } of disputed) {
      if (others === undefined) continue;
      const answer = this.#noted(others.text, others.references);
      yield `- “${escaped(said.exact)}” ${this.#sourceNote(said.source)} **${escaped(words.disputed)}**: ${answer}`;
    }
    for (const { text, basis } of background) {
      yield basis.kind === 'references'
        ? `- ${this.#noted(text, basis.references)}`
        : `- ${this.#text(text)} ${this.#sourceNote(basis.span.source)}`;
    }
    for (const { text, date, references } of since) {
      yield `- **${escaped(words.since)}** (${date}): ${this.#noted(text, references)}`;
    }
    yield* this.#quotes(words.quotes, this.#by.get(entity.id) ?? []);
    yield* this.#quotes(words.quotesAbout, this.#about.get(entity.id) ?? []);
  }

  *#quotes(heading: string, quotes: readonly Quote[]): Generator<string> {
    if (quotes.length > 0) yield* ['', `#### ${escaped(heading)}`];
    for (const quote of quotes) {
      yield '';
      for (const [at, { exact }] of quote.parts.entries()) {
        if (at > 0) yield '>';
        for (const line of exact.split(/\r\n|[\r\n]/)) yield `> ${escaped(line)}`;
      }
      const sic = quote.sic.length === 0 ? [] : [escaped(this.#words.printedSo)];
      const reporter =
        quote.quotedBy === undefined
          ? []
          : [`${escaped(this.#words.reportedBy)} ${this.#name(quote.quotedBy)}`];
      const said = [
        this.#name(quote.speaker),
        ...(quote.date === undefined ? [] : [quote.date]),
        ...reporter,
        ...sic,
      ];
      const way =
        quote.link === undefined ? '' : ` [${escaped(this.#words.inSource)}](<${address(quote.link)}>)`;
      yield* ['>', `> — ${said.join(', ')} ${this.#sourceNote(quote.source)}${way}`];
    }
  }

  *#sourceList(): Generator<string> {
    const { sources } = this.#pack;
    if (sources.length > 0) yield* ['', `## ${escaped(this.#words.sources)}`, ''];
    for (const { id, title, date, kind, url, side } of sources) {
      const view = side === undefined ? '' : `; ${this.#text(side.text)}`;
      yield `[^s-${id}]: ${this.#text(title)}, ${date} (${kind}${view})${url === undefined ? '' : ` <${address(url)}>`}`;
    }
  }

  *#referenceList(): Generator<string> {
    const references = Object.entries(this.#pack.references);
    if (references.length > 0) yield* ['', `## ${escaped(this.#words.references)}`, ''];
    for (const [id, { publisher, date, kind, url }] of references) {
      yield `[^r-${id}]: ${escaped(publisher)}${date === undefined ? '' : `, ${date}`} (${kind}) <${address(url)}>`;
    }
  }

  #noted(text: Localized, references: readonly string[]): string {
    return `${this.#text(text)} ${references.map((id) => `[^r-${id}]`).join('')}`;
  }

  #sourceNote(id: string): string {
    return this.#sources.has(id) ? `[^s-${id}]` : '';
  }

  #name(id: string): string {
    const name = this.#names.get(id);
    return name === undefined ? escaped(id) : this.#text(name);
  }

  #text(texts: Localized): string {
    const { text }: Words = pickText(texts, this.#langs);
    return escaped(text.replace(/\s+/gu, ' '));
  }
}

/** The same words, whatever Markdown would make of them. */
export function escaped(text: string): string {
  const inline = text.replace(/[\\`*_{}[\]<>#|~$&]/g, '\\$&').replace(/(?<=\w):(?=\/\/)/g, '\\:');
  return inline.replace(/^(\s*)([-+=>]|\d+(?=[.)]))/, (_, space, mark) =>
    /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
  );
}

/** Between angle brackets. */
function address(url: string): string {
  return new URL(url).href.replace(/[<>]/g, encodeURIComponent);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
