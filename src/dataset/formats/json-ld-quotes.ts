/** What a quotation of JSON-LD says of its own words: which they are, where they stand, which are to be read with care. */
import { asList, compact, type Data, field } from './data.ts';
import { byLang, type REMARKS, textsOf } from './json-ld-nodes.ts';

interface PartData {
  exact: string;
  start: number;
  end: number;
  prefix: string;
  suffix: string;
}

/** By its selectors, where it has some, else the text as one part. */
export function partsOf(data: Data): PartData[] {
  let at = 0;
  const place = (exact: string, selector: unknown): PartData => {
    const position = field(selector, 'oa:refinedBy') ?? field(selector, 'refinedBy');
    const given = field(position, 'oa:start') ?? field(position, 'start');
    const start = typeof given === 'number' ? given : at;
    const affix = (key: string): string => String(field(selector, `oa:${key}`) ?? field(selector, key) ?? '');
    at = start + exact.length + 1;
    return { exact, start, end: start + exact.length, prefix: affix('prefix'), suffix: affix('suffix') };
  };
  const selectors = [...asList(data['oa:hasSelector']), ...asList(data.selector)];
  const parts = selectors.flatMap((selector) => {
    const exact = field(selector, 'oa:exact') ?? field(selector, 'exact');
    return typeof exact === 'string' && exact !== '' ? [place(exact, selector)] : [];
  });
  if (parts.length > 0) return parts;
  const text = textsOf(data.text, '')[0]?.text;
  return text === undefined ? [] : [place(text, undefined)];
}

/** For the schema to look at. @param lang of notes that state none */
export function remarksOf(data: Data, kind: (typeof REMARKS)[number], lang: string): Data[] {
  return asList(data.comment)
    .filter((comment) => field(comment, 'additionalType') === kind)
    .map((comment) => {
      const selector = field(comment, 'oa:hasSelector');
      const note = textsOf(field(comment, 'text'), lang);
      return compact({
        start: field(selector, 'oa:start'),
        end: field(selector, 'oa:end'),
        note: note.length === 0 ? undefined : byLang(note),
      });
    });
}
