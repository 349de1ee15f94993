/** Parses what the script that reads a selection has found. */
import * as v from 'valibot';
import type { TextFragment } from '../dataset/address.ts';
import { CAPS, MOST, type Selected, SURROUNDINGS } from './selected.ts';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const texts = (many: number, most: number) => v.pipe(v.array(text(most)), v.maxLength(many));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Also of a draft, which was made of it. */
export const Fragment: v.GenericSchema<unknown, TextFragment> = v.strictObject({
  textStart: text(CAPS.fragment),
  textEnd: v.exactOptional(text(CAPS.fragment)),
  prefix: v.exactOptional(text(CAPS.fragment)),
  suffix: v.exactOptional(text(CAPS.fragment)),
});

const Read: v.GenericSchema<unknown, Selected> = v.strictObject({
  exact: text(CAPS.words),
  prefix: text(SURROUNDINGS),
  suffix: text(SURROUNDINGS),
  fragment: v.exactOptional(Fragment),
  blocks: texts(CAPS.blocks, CAPS.blocks),
  start: offset,
  end: offset,
  title: text(CAPS.title),
  canonical: text(CAPS.address),
  lang: text(CAPS.lang),
  dates: texts(MOST.dates, CAPS.date),
  times: texts(MOST.times, CAPS.date),
  jsonLd: texts(MOST.jsonLd, CAPS.jsonLd),
});

/** @returns undefined for what the script would not have said */
export function parseSelected(result: unknown): Selected | undefined {
  const parsed = v.safeParse(Read, result);
  return parsed.success ? parsed.output : undefined;
}
