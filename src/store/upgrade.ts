/** From one version of the database to the next. Each step runs in the transaction that raises the version: wholly or not at all. */
import Dexie, { type Transaction } from 'dexie';
import type { Pack, Pattern } from '../dataset/schema.ts';
import type { EntityRow, FrameRow, Origin, PackHead, QuoteRow } from './database.ts';
import { newStamp, patternRowsOf, referenceRowsOf, sizeOf, sourceRowsOf } from './rows.ts';

/** Until version 1 a head held all of the pack but its entities and quotes. */
type FirstHead = Omit<Pack, 'entities' | 'quotes'> &
  Origin & { counts: { entities: number; quotes: number } };

/** 1 to 2: sources, references, patterns and word lists get tables of their own. */
export async function splitPackRows(transaction: Transaction): Promise<void> {
  const heads: FirstHead[] = await transaction.table('packs').toArray();
  for (const { sources, references, patterns, wordLists, counts, ...head } of heads) {
    const id = head.id;
    let size = [...sources, references, patterns, wordLists].reduce(
      (sum: number, part) => sum + sizeOf(part),
      0,
    );
    let aliases = 0;
    const ofPack = (table: string) =>
      transaction.table(table).where('[pack+at]').between([id, Dexie.minKey], [id, Dexie.maxKey]);
    await ofPack('entities').each(({ entity }: EntityRow) => {
      aliases += entity.aliases.length;
      size += sizeOf(entity);
    });
    await ofPack('quotes').each(({ quote }: QuoteRow) => {
      size += sizeOf(quote);
    });
    const next: PackHead = {
      ...head,
      counts: { ...counts, aliases, sources: sources.length, edited: 0, size },
      stamp: newStamp(),
      flags: {},
    };
    await transaction.table('sources').bulkAdd(sourceRowsOf(id, sources));
    await transaction.table('references').bulkAdd(referenceRowsOf(id, references));
    await transaction.table('frames').add({ pack: id, patterns, wordLists });
    await transaction.table('packs').put(next);
  }
  await transaction.table('index').clear();
}

/** Until version 2 the patterns of a pack were one value, beside its word lists. */
type SecondFrame = FrameRow & { patterns: Pattern[] };

/** 2 to 3: patterns get a table of their own, so that they can be changed one by one. */
export async function splitPatternRows(transaction: Transaction): Promise<void> {
  const frames: SecondFrame[] = await transaction.table('frames').toArray();
  for (const { patterns, ...frame } of frames) {
    await transaction.table('patterns').bulkAdd(patternRowsOf(frame.pack, patterns));
    await transaction.table('frames').put(frame);
  }
  // What they kept has the old form.
  await transaction.table('undo').clear();
  await transaction.table('undoParts').clear();
}
