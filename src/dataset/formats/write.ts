/** A pack as a file for others: pack JSON, a table, linked data, a dossier to read. */
import type { Pack } from '../schema.ts';
import { writeCsv } from './write-csv.ts';
import { writeJsonLd } from './write-json-ld.ts';
import { type DossierWords, writeMarkdown } from './write-markdown.ts';
import { writePack } from './write-pack.ts';

export const WRITTEN_FORMATS = ['pack', 'csv', 'json-ld', 'markdown'] as const;
export type WrittenFormat = (typeof WRITTEN_FORMATS)[number];

export interface WriteOptions {
  /** The reader's languages, the best first. */
  langs?: readonly string[];
  /** The headings of a dossier; English without it. */
  words?: DossierWords;
}

export interface Written {
  text: string;
  fileName: string;
  mediaType: string;
}

/** Reading a written pack gives the same pack; the other formats hold a part of it, told in `docs/pack-format.md`. */
export function writeDataset(
  pack: Pack,
  format: WrittenFormat,
  { langs = [], words }: WriteOptions = {},
): Written {
  const base = `${pack.id}-${pack.version}`;
  switch (format) {
    case 'pack':
      return { text: writePack(pack), fileName: `${base}.json`, mediaType: 'application/json' };
    case 'csv':
      return { text: writeCsv(pack, langs), fileName: `${base}.csv`, mediaType: 'text/csv' };
    case 'json-ld':
      return { text: writeJsonLd(pack), fileName: `${base}.jsonld`, mediaType: 'application/ld+json' };
    case 'markdown':
      return { text: writeMarkdown(pack, langs, words), fileName: `${base}.md`, mediaType: 'text/markdown' };
  }
}
