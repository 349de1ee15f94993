/**
 * What was selected on a page and waits to be added: the background puts it into `storage.session`, the options page takes
 * it from there (`#capture/ID`). It never touches the disk, and goes with the browser.
 */
import * as v from 'valibot';
import type { Captured } from '../dataset/capture-form.ts';
import { MARKED_TYPES } from './page.ts';
import { Fragment } from './parse-selected.ts';

export interface CaptureDraft {
  /** Which form the reader has asked for. */
  as: 'name' | 'quote';
  captured: Captured;
  /** It was selected in a private window: saving it writes to the disk what the reader may not have wanted there. */
  isPrivate?: true;
}

/** The key in `storage.session`. @param id random, for the address of the form */
export function captureKey(id: string): string {
  return `capture:${id}`;
}

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

const Speaker = v.strictObject({
  name: text(500),
  lang: text(40),
  type: v.picklist(MARKED_TYPES),
  id: v.exactOptional(text(100)),
  elsewhere: v.exactOptional(v.literal(true)),
  sameAs: v.exactOptional(v.array(text(2_000))),
});

const Draft: v.GenericSchema<unknown, CaptureDraft> = v.strictObject({
  as: v.picklist(['name', 'quote']),
  captured: v.strictObject({
    exact: text(50_000),
    prefix: text(2_000),
    suffix: text(2_000),
    fragment: v.exactOptional(Fragment),
    pageTitle: text(2_000),
    url: text(10_000),
    canonicalUrl: v.exactOptional(text(10_000)),
    pageDate: v.exactOptional(text(10)),
    accessDate: text(10),
    lang: v.exactOptional(text(40)),
    speakers: v.array(Speaker),
  }),
  isPrivate: v.exactOptional(v.literal(true)),
});

/** @returns undefined for what is no draft, or is gone */
export function parseCapture(stored: unknown): CaptureDraft | undefined {
  const parsed = v.safeParse(Draft, stored);
  return parsed.success ? parsed.output : undefined;
}
