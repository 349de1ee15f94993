/** What tag names say about text. They alone decide: style is asked for at a hit, never for each element. */

/** `silent` and `opaque` elements are not entered; `inline` ones are no border of a block, all others are. */
export type Flow = 'silent' | 'opaque' | 'inline' | 'block';

const NAMES: Record<Exclude<Flow, 'block'>, string> = {
  // Not noticed in the line: "Raisi<sup>1</sup> said" is "Raisi said". A name that stands in one is not found.
  silent: 'script style noscript template sup rt rp wbr',
  // No text of the page, or the reader's own words: what stands before and after belongs to two blocks.
  opaque:
    'iframe object embed canvas audio video svg math map datalist textarea select input meter progress head title',
  // A name may begin in one and end in the next.
  inline:
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q ruby rb s samp small span strike strong sub time tt u var',
};

const FLOW = new Map<string, Flow>(
  Object.entries(NAMES).flatMap(([flow, names]) =>
    names.split(' ').map((name) => [name, flow as Flow] as const),
  ),
);

export const flowOf = (name: string): Flow => FLOW.get(name) ?? 'block';
