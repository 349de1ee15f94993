/** Looking into data of unknown form: own fields only, never an exception. */
import { isObject } from '../parse.ts';

export type Data = Record<string, unknown>;

/** The object's own field; nothing for what it inherits. */
export function field(data: unknown, key: string): unknown {
  return isObject(data) && Object.hasOwn(data, key) ? data[key] : undefined;
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** One or several, as JSON-LD has it, as a list. */
export function asList(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Entries of an object; of a list or anything else none. */
export function entriesOf(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** Without what is `undefined`: a schema takes a missing key, not an empty one. */
export function compact(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

/** `2020-09-10` of `2020-09-10T12:00:00Z`; years and months as they are. */
export function dayOf(value: unknown): string | undefined {
  const [day] = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(asText(value) ?? '') ?? [];
  return day;
}

/** An address that a pack may hold, else nothing. */
export function httpsAddress(value: unknown): string | undefined {
  const text = asText(value);
  return text !== undefined && /^https:\/\//i.test(text) && URL.canParse(text) ? text : undefined;
}

export function hostOf(address: string): string {
  const host = URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : '';
  return host === '' ? address : host;
}

/** `wikidata:Q42` of `https://www.wikidata.org/wiki/Q42`; other identifiers as they are. */
export function identifierOf(text: string): string {
  const [, id] =
    /^https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/(?:Special:EntityData\/)?(Q\d+)\/?$/.exec(
      text,
    ) ?? [];
  return id === undefined ? text : `wikidata:${id}`;
}
