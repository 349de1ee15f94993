/** A pack as linked data: schema.org for what it speaks of, the Web Annotation vocabulary for where words stand. */
import type { Localized } from '../parts.ts';
import type { Entity, EntityType, Pack, Quote, Source } from '../schema.ts';
import { compact, type Data } from './data.ts';
import { QUOTED_BY, REMARKS } from './json-ld-nodes.ts';

const ENTITY_TYPES: Record<EntityType, Data> = {
  person: { '@type': 'Person' },
  organization: { '@type': 'Organization' },
  event: { '@type': 'Event' },
  document: { '@type': 'CreativeWork', additionalType: 'document' },
  agreement: { '@type': 'CreativeWork', additionalType: 'agreement' },
};

const SOURCE_TYPES: Partial<Record<Source['kind'], string>> = {
  news: 'NewsArticle',
  academic: 'ScholarlyArticle',
  official: 'Report',
};

export function writeJsonLd(pack: Pack): string {
  const graph = [
    datasetOf(pack),
    ...pack.entities.map((entity) => entityNode(entity, pack)),
    ...pack.sources.map(sourceNode),
    ...pack.quotes.map(quoteNode),
  ];
  const context = ['https://schema.org', { oa: 'http://www.w3.org/ns/oa#' }];
  const nodes = graph.map((node) => JSON.stringify(node)).join(',\n    ');
  return `{\n  "@context": ${JSON.stringify(context)},\n  "@graph": [\n    ${nodes}\n  ]\n}\n`;
}

function datasetOf({ id, title, version, licence, checked, home }: Pack): Data {
  return compact({
    '@type': 'Dataset',
    identifier: id,
    name: tagged(title),
    version,
    license: licence,
    dateModified: checked,
    url: home,
  });
}

function entityNode(entity: Entity, pack: Pack): Data {
  const names = new Set(Object.values(entity.name));
  const others = [...entity.nativeNames, ...entity.aliases].filter(({ text }) => !names.has(text));
  const statement = entity.background.find(({ basis }) => basis.kind === 'references');
  const cited = statement?.basis.kind === 'references' ? statement.basis.references : [];
  return compact({
    '@id': `#entity-${entity.id}`,
    ...ENTITY_TYPES[entity.type],
    identifier: entity.id,
    name: tagged(entity.name),
    alternateName: others.length === 0 ? undefined : others.map(({ text, lang }) => value(text, lang)),
    sameAs: entity.sameAs?.map((id) => id.replace(/^wikidata:(?=Q\d+$)/, 'https://www.wikidata.org/entity/')),
    description: statement === undefined ? undefined : tagged(statement.text),
    citation: cited.length === 0 ? undefined : cited.flatMap((id) => referenceNode(id, pack)),
  });
}

function referenceNode(id: string, pack: Pack): Data[] {
  const reference = pack.references[id];
  if (reference === undefined) return [];
  const { url, publisher, kind, date } = reference;
  const type = kind === 'news' ? 'NewsArticle' : 'WebPage';
  return [compact({ '@type': type, url, publisher, additionalType: kind, datePublished: date })];
}

function sourceNode({ id, title, kind, date, lang, url, side, note }: Source): Data {
  return compact({
    '@id': `#source-${id}`,
    '@type': SOURCE_TYPES[kind] ?? 'CreativeWork',
    additionalType: kind,
    identifier: id,
    name: tagged(title),
    datePublished: date,
    inLanguage: lang,
    url,
    // On whose behalf it was written.
    sourceOrganization:
      side === undefined
        ? undefined
        : { '@type': 'Organization', identifier: side.id, name: tagged(side.text) },
    disambiguatingDescription: note === undefined ? undefined : tagged(note),
  });
}

function quoteNode(quote: Quote): Data {
  const { id, speaker, quotedBy, manner, date, lang, source, occasion, parts, excerpts, link, note } = quote;
  const about = [...new Set(excerpts.flatMap(({ aboutStated }) => aboutStated))];
  return compact({
    '@id': `#quote-${id}`,
    '@type': 'Quotation',
    identifier: id,
    text: parts.map(({ exact }) => exact).join(' … '),
    additionalType: manner === 'spoken' ? undefined : manner,
    creator: { '@id': `#entity-${speaker}` },
    // schema.org has a role stand between a work and whoever had a part in it.
    contributor:
      quotedBy === undefined
        ? undefined
        : { '@type': 'Role', roleName: QUOTED_BY, contributor: { '@id': `#entity-${quotedBy}` } },
    dateCreated: date,
    inLanguage: lang,
    isPartOf: { '@id': `#source-${source}` },
    url: link,
    recordedAt: occasion === undefined ? undefined : { '@id': `#entity-${occasion}` },
    disambiguatingDescription: note === undefined ? undefined : tagged(note),
    comment: remarksOf(quote),
    about: about.length === 0 ? undefined : about.map((each) => ({ '@id': `#entity-${each}` })),
    'oa:hasSelector': parts.map(({ exact, prefix, suffix, start, end }) => ({
      '@type': 'oa:TextQuoteSelector',
      'oa:exact': exact,
      'oa:prefix': prefix,
      'oa:suffix': suffix,
      'oa:refinedBy': { '@type': 'oa:TextPositionSelector', 'oa:start': start, 'oa:end': end },
    })),
  });
}

function remarksOf(quote: Quote): Data[] | undefined {
  const comments = REMARKS.flatMap((key) =>
    quote[key].map(({ start, end, note }) =>
      compact({
        '@type': 'Comment',
        additionalType: key,
        text: note === undefined ? undefined : tagged(note),
        'oa:hasSelector': { '@type': 'oa:TextPositionSelector', 'oa:start': start, 'oa:end': end },
      }),
    ),
  );
  return comments.length === 0 ? undefined : comments;
}

function tagged(texts: Localized): Data[] {
  return Object.entries(texts).map(([lang, text]) => value(text, lang));
}

/** `und` is no language that linked data knows. */
function value(text: string, lang: string): Data {
  return lang === 'und' ? { '@value': text } : { '@value': text, '@language': lang };
}
