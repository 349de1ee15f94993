/** The nodes of JSON-LD: what they are, and their texts with a language. Contexts are not resolved. */
import { isObject } from '../parse.ts';
import type { EntityType, Reference, Source } from '../schema.ts';
import { asList, asText, type Data, field } from './data.ts';
import type { Text } from './entity.ts';

export interface Node {
  data: Data;
  types: string[];
  row: number;
}

/** What the nodes are, in the order in which they have to be read: a quotation names what stands before. */
export type Part = EntityType | 'source' | 'quote' | 'head' | undefined;

/** The role of who reports a quotation, among those who contributed to it. */
export const QUOTED_BY = 'quotedBy';

/** What a comment on words of a quotation may be: the lists of a quote in a pack. */
export const REMARKS = ['sic', 'inserted'] as const;

/** What stands here says something of the node around it; it is no entry of its own. */
const ASIDE: ReadonlySet<string> = new Set([
  ...['@context', 'publisher', 'subjectOf', 'license', 'contributor', 'comment', 'sourceOrganization'],
]);

/** All objects with a type, wherever they stand, the outer before the inner. */
export function nodesOf(data: unknown): Node[] {
  const nodes: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    else if (isObject(value)) {
      const types = typesOf(value);
      const isSelector = types.some((type) => /Selector$/.test(type));
      if (types.length > 0 && !isSelector) nodes.push({ data: value, types, row: nodes.length + 1 });
      if (isSelector) return;
      const isQuote = types.includes('Quotation');
      for (const [key, inner] of Object.entries(value)) {
        if (!ASIDE.has(key) && (key !== 'citation' || isQuote)) visit(inner);
      }
    }
  };
  visit(data);
  return nodes;
}

/** Without prefixes and addresses: `Person` of `schema:Person` and `https://schema.org/Person`. */
export function typesOf(value: unknown): string[] {
  return asList(field(value, '@type')).flatMap((type) => asText(type)?.replace(/^.*[/#:]/, '') ?? []);
}

export function partOf(types: readonly string[], data: Data): Part {
  const is = (pattern: RegExp): boolean => types.some((type) => pattern.test(type));
  if (is(/^Dataset$/)) return 'head';
  if (is(/^(?:Quotation|Claim)$/)) return 'quote';
  if (is(/^(?:Person|Patient)$/)) return 'person';
  if (is(/Organization$|^(?:Corporation|NGO|PoliticalParty|Consortium|LocalBusiness|Airline)$/))
    return 'organization';
  if (is(/Event$/)) return 'event';
  const stated = asText(data.additionalType);
  if (stated === 'document' || stated === 'agreement') return stated;
  if (is(/^(?:Legislation|DigitalDocument|TextDigitalDocument)$/)) return 'document';
  return is(/Article$|^(?:CreativeWork|WebPage|Report|Book|Thesis|VideoObject|AudioObject|.*Posting)$/)
    ? 'source'
    : undefined;
}

/** `"…"`, `{"@value": "…", "@language": "en"}`, or a list of them. */
export function textsOf(value: unknown, lang: string): Text[] {
  return asList(value).flatMap((each) => {
    const text = asText(each) ?? asText(field(each, '@value'));
    if (text === undefined) return [];
    return [{ text, lang: asText(field(each, '@language')) ?? lang }];
  });
}

export function byLang(texts: readonly Text[]): Record<string, string> {
  return Object.fromEntries(texts.toReversed().map(({ text, lang }) => [lang, text]));
}

export function contextLanguage(data: unknown): string | undefined {
  for (const context of asList(field(data, '@context'))) {
    const lang = asText(field(context, '@language'));
    if (lang !== undefined) return lang;
  }
  return undefined;
}

export function sourceKind(types: readonly string[], stated: string | undefined): Source['kind'] | string {
  if (stated !== undefined && /^(?:advocacy|news|official|academic|reference|own)$/.test(stated))
    return stated;
  const is = (pattern: RegExp): boolean => types.some((type) => pattern.test(type));
  if (is(/^(?:ScholarlyArticle|Thesis)$/)) return 'academic';
  if (is(/^(?:Report|Legislation)$/)) return 'official';
  return is(/Article$/) ? 'news' : 'reference';
}

export function referenceKind(types: readonly string[], stated: string | undefined): Reference['kind'] {
  const kinds = ['news', 'primary', 'reference-work', 'advocacy', 'advocacy-party'] as const;
  const given = kinds.find((kind) => kind === stated);
  if (given !== undefined) return given;
  return types.some((type) => /^(?:News|Opinion|Reportage).*Article$/.test(type)) ? 'news' : 'reference-work';
}
