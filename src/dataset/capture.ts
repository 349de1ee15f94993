/**
 * From words that were selected on a page to entries of one's own pack: first a form filled in, then, from what the
 * person made of it, the pack with them in it.
 */
import { cleanAddress, type TextFragment, withTextFragment } from './address.ts';
import type { Added, Captured, FormProblem, NameForm, QuoteForm, Speaker } from './capture-form.ts';
import { type CheckedEntry, checkEntry, type EntryKind } from './check-entry.ts';
import { referenceKindOf } from './formats/kinds.ts';
import type { Localized } from './parts.ts';
import type { Entity, Pack, Quote, Reference, Source } from './schema.ts';
import { nameKey, pageSlug, slugOf, takeId } from './slug.ts';

/** Of what stands before and after the words. */
const SURROUNDINGS = 32;

export function quoteForm(captured: Captured): QuoteForm {
  const { exact, prefix, suffix, fragment, lang = 'und', speakers } = captured;
  const [speaker] = speakers;
  const source = sourceFields(captured);
  const words = {
    exact: exact.trim(),
    prefix: prefix.slice(-SURROUNDINGS),
    suffix: suffix.slice(0, SURROUNDINGS),
  };
  return {
    ...words,
    lang,
    ...(speaker === undefined ? {} : { speaker }),
    manner: 'spoken',
    date: '',
    ...source,
    link: linkTo(source.sourceUrl, fragment),
  };
}

function linkTo(address: string, fragment: TextFragment | undefined): string {
  if (address === '' || fragment === undefined) return '';
  return withTextFragment(address, fragment) ?? '';
}

export function nameForm(captured: Captured): NameForm {
  const name = captured.exact.replace(/\s+/gu, ' ').trim();
  return {
    name,
    lang: captured.lang ?? 'und',
    type: 'person',
    aliases: [],
    description: '',
    ...sourceFields(captured),
  };
}

/** The page's own address tells it better than the one in the address bar, as long as it is the same site's. */
function sourceFields({ pageTitle, url, canonicalUrl, pageDate = '', accessDate }: Captured) {
  const own = cleanAddress(url) ?? '';
  const canonical = cleanAddress(canonicalUrl ?? '');
  const isSameSite = canonical !== undefined && own !== '' && siteOf(canonical) === siteOf(own);
  return {
    sourceTitle: pageTitle.replace(/\s+/gu, ' ').trim(),
    sourceKind: '' as const,
    sourceDate: pageDate,
    sourceUrl: isSameSite ? canonical : own,
    accessDate,
  };
}

/** The host without the names that one site has for its kinds of pages. */
function siteOf(address: string): string {
  return new URL(address).hostname.replace(/^(?:www|m|mobile|amp)\./, '');
}

/** A name that the pack has already gets the new aliases, and the new statement. */
export function addName(pack: Pack, form: NameForm): Added<NameForm> {
  const { name, lang, type } = form;
  const known = entityNamed(pack, name);
  const problems: FormProblem<NameForm>[] = [];
  const basis = form.description.trim() === '' ? undefined : basisOf(pack, form, problems);
  const statement =
    basis === undefined
      ? []
      : [{ text: { [lang]: form.description }, basis: { kind: 'references', references: [basis.id] } }];
  const checked = checkEntry('entity', {
    ...(known ?? { id: freeId(slugOf(name), pack.entities), type, name: { [lang]: name } }),
    aliases: [...(known?.aliases ?? []), ...newAliases(form, known)],
    background: [...(known?.background ?? []), ...statement],
  });
  if (!checked.ok) problems.push(...problemsOf(checked, NAME_FIELDS));
  if (!checked.ok || problems.length > 0) return { ok: false, problems };
  const { value } = checked;
  const entities = known === undefined ? [...pack.entities, value] : replaced(pack.entities, value);
  const references =
    basis === undefined ? pack.references : { ...pack.references, [basis.id]: basis.reference };
  return { ok: true, pack: { ...pack, entities, references }, entities: [value], quotes: [], sources: [] };
}

function newAliases(
  { name, aliases, lang }: NameForm,
  known: Entity | undefined,
): { text: string; lang: string }[] {
  const taken = new Set(known?.aliases.map(({ text }) => nameKey(text)));
  return [name, ...aliases].flatMap((each) => {
    const text = each.trim();
    if (text === '' || taken.has(nameKey(text))) return [];
    taken.add(nameKey(text));
    return [{ text, lang }];
  });
}

/** The page as a public reference; the one of this kind that the pack has already, if it has. */
function basisOf(
  pack: Pack,
  { sourceUrl, sourceTitle, sourceKind, sourceDate }: NameForm,
  problems: FormProblem<NameForm>[],
): { id: string; reference: Reference } | undefined {
  const kind = referenceKindOf(sourceKind);
  const known = Object.entries(pack.references).find(
    ([, reference]) => reference.url === sourceUrl && reference.kind === kind,
  );
  if (known !== undefined) return { id: known[0], reference: known[1] };
  const checked = checkEntry('reference', {
    url: sourceUrl,
    publisher: sourceTitle,
    ...stated({ kind, date: sourceDate }),
  });
  if (!checked.ok) {
    problems.push(...problemsOf(checked, REFERENCE_FIELDS));
    return undefined;
  }
  return { id: takeId(pageSlug(sourceUrl), new Set(Object.keys(pack.references))), reference: checked.value };
}

/**
 * With the quote come its source, unless the pack has one of the same page, kind and date, and its speaker.
 * @param accessNote tells the reader when the page was read, in the reader's language; it is the note of a new source
 */
export function addQuote(pack: Pack, form: QuoteForm, accessNote: Localized): Added<QuoteForm> {
  const problems: FormProblem<QuoteForm>[] = [];
  const speaker = speakerOf(pack, form, problems);
  const source = sourceOf(pack, form, accessNote, problems);
  const { exact, prefix, suffix, lang, manner, date, link } = form;
  const checked = checkEntry('quote', {
    id: freeId(slugOf(exact.slice(0, 40)), pack.quotes),
    speaker: speaker?.id ?? 'unknown',
    manner,
    lang,
    source: source?.id ?? 'unknown',
    ...stated({ date: date.trim(), link }),
    parts: [{ exact, start: 0, end: exact.length, prefix, suffix }],
  });
  if (!checked.ok) problems.push(...problemsOf(checked, QUOTE_FIELDS));
  if (!checked.ok || speaker === undefined || source === undefined || problems.length > 0) {
    return { ok: false, problems };
  }
  const isNew = <Row extends { id: string }>(row: Row, rows: readonly Row[]) =>
    !rows.some(({ id }) => id === row.id);
  const entities: Entity[] = isNew(speaker, pack.entities) ? [speaker] : [];
  const sources: Source[] = isNew(source, pack.sources) ? [source] : [];
  const quotes: Quote[] = [checked.value];
  return {
    ok: true,
    pack: {
      ...pack,
      entities: [...pack.entities, ...entities],
      quotes: [...pack.quotes, ...quotes],
      sources: [...pack.sources, ...sources],
    },
    entities,
    quotes,
    sources,
  };
}

/**
 * Somebody of another pack gets an entry of their own here, which is not looked for: the other pack does that. What both
 * share in `sameAs` makes them one.
 */
function speakerOf(
  pack: Pack,
  { speaker }: QuoteForm,
  problems: FormProblem<QuoteForm>[],
): Entity | undefined {
  if (speaker === undefined || speaker.name.trim() === '') {
    problems.push({ field: 'speaker', code: 'missing' });
    return undefined;
  }
  const known =
    pack.entities.find((each) => each.id === speaker.id && isNamed(each, speaker.name)) ??
    entityNamed(pack, speaker.name);
  if (known !== undefined) return known;
  const checked = checkEntry('entity', newSpeaker(pack, speaker));
  if (checked.ok) return checked.value;
  const [problem] = checked.problems;
  if (problem !== undefined) problems.push({ field: 'speaker', code: problem.code });
  return undefined;
}

function newSpeaker(pack: Pack, { name, lang, type, sameAs, elsewhere }: Speaker): object {
  return {
    id: freeId(slugOf(name), pack.entities),
    type,
    name: { [lang]: name },
    aliases: [{ text: name, lang }],
    ...(elsewhere ? { detect: false } : {}),
    ...(sameAs === undefined || sameAs.length === 0 ? {} : { sameAs }),
  };
}

function sourceOf(
  pack: Pack,
  form: QuoteForm,
  accessNote: Localized,
  problems: FormProblem<QuoteForm>[],
): Source | undefined {
  const { sourceTitle, sourceKind, sourceDate, sourceUrl, lang } = form;
  const known = pack.sources.find(
    ({ url, date, kind, title }) =>
      date === sourceDate &&
      kind === sourceKind &&
      (sourceUrl === '' ? Object.values(title).includes(sourceTitle) : url === sourceUrl),
  );
  if (known !== undefined) return known;
  const base = sourceUrl !== '' && URL.canParse(sourceUrl) ? pageSlug(sourceUrl) : slugOf(sourceTitle);
  const checked = checkEntry('source', {
    id: freeId(base, pack.sources),
    title: { [lang]: sourceTitle },
    lang,
    ...stated({ kind: sourceKind, date: sourceDate, url: sourceUrl }),
    note: accessNote,
  });
  if (checked.ok) return checked.value;
  problems.push(...problemsOf(checked, SOURCE_FIELDS));
  return undefined;
}

/** Without what is empty: the schema says whether it may be missing. */
function stated(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));
}

type Fields<Form> = readonly (readonly [path: string, field: keyof Form & string])[];

const NAME_FIELDS: Fields<NameForm> = [
  ['type', 'type'],
  ['aliases[0].lang', 'lang'],
  ['aliases[0]', 'name'],
  ['aliases', 'aliases'],
  ['background', 'description'],
  ['', 'name'],
];
const REFERENCE_FIELDS: Fields<NameForm> = [
  ['publisher', 'sourceTitle'],
  ['kind', 'sourceKind'],
  ['date', 'sourceDate'],
  ['', 'sourceUrl'],
];
const QUOTE_FIELDS: Fields<QuoteForm> = [
  ['date', 'date'],
  ['lang', 'lang'],
  ['manner', 'manner'],
  ['link', 'link'],
  ['parts[0].prefix', 'prefix'],
  ['parts[0].suffix', 'suffix'],
  ['', 'exact'],
];
const SOURCE_FIELDS: Fields<QuoteForm> = [
  ['url', 'sourceUrl'],
  ['date', 'sourceDate'],
  ['kind', 'sourceKind'],
  ['', 'sourceTitle'],
];

/** The first problem of each field of the form. */
function problemsOf<Form>(
  { problems }: CheckedEntry<EntryKind> & { ok: false },
  fields: Fields<Form>,
): FormProblem<Form>[] {
  const found = problems.flatMap(({ path, code }) => {
    const field = fields.find(([start]) => path.startsWith(start))?.[1];
    return field === undefined ? [] : [{ field, code }];
  });
  return found.filter(({ field }, at) => found.findIndex((each) => each.field === field) === at);
}

function entityNamed(pack: Pack, name: string): Entity | undefined {
  return pack.entities.find((entity) => isNamed(entity, name));
}

function isNamed({ name: given, aliases }: Entity, name: string): boolean {
  const key = nameKey(name);
  return [...Object.values(given), ...aliases.map(({ text }) => text)].some((each) => nameKey(each) === key);
}

function freeId(base: string, rows: readonly { id: string }[]): string {
  return takeId(base === '' ? 'entry' : base, new Set(rows.map(({ id }) => id)));
}

function replaced<Row extends { id: string }>(rows: readonly Row[], row: Row): Row[] {
  return rows.map((each) => (each.id === row.id ? row : each));
}
