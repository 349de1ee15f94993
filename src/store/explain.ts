/** The test bench: what matching finds and refuses in a text, with a draft in place of the stored entity. */
import type { Pack } from '../dataset/schema.ts';
import { annotateExplained } from '../matching/annotate.ts';
import { compile } from '../matching/compile.ts';
import { type Index, loadIndex } from '../matching/load.ts';
import { blocksOfPlainText } from '../matching/plain-text.ts';
import type { Database } from './database.ts';
import { indexKey } from './index-cache.ts';
import type { Explained, ExplainQuestion } from './manager-api.ts';
import { wholePack } from './packs.ts';

/** Keeps the packs and the index of the last question: a reader who types asks again and again. */
export function createExplainer(database: Database) {
  let packs: { key: string; packs: Pack[] } | undefined;
  let index: { key: string; index: Index } | undefined;

  return async ({ text, title, url, packs: ids, draft }: ExplainQuestion): Promise<Explained> => {
    const heads = (await database.packs.bulkGet([...ids])).filter((head) => head !== undefined);
    const key = indexKey(heads);
    if (packs?.key !== key) {
      const read = await Promise.all(heads.map(({ id }) => wholePack(database, id)));
      packs = { key, packs: read.filter((pack) => pack !== undefined) };
    }
    const indexName = `${key} ${JSON.stringify(draft)}`;
    if (index?.key !== indexName) {
      index = { key: indexName, index: loadIndex(compile(withDraft(packs.packs, draft))) };
    }
    const blocks = blocksOfPlainText(text);
    const { mentions, refusals } = annotateExplained(index.index, {
      text: blocks,
      ...(title === undefined ? {} : { title }),
      ...(url === undefined ? {} : { url }),
    });
    const keys = new Set([
      ...mentions.flatMap(({ entities }) => entities),
      ...refusals.map(({ entity }) => entity),
    ]);
    return { text: blocks, mentions, refusals, entities: namesOf(packs.packs, draft, keys) };
  };
}

function withDraft(packs: readonly Pack[], draft: ExplainQuestion['draft']): Pack[] {
  if (draft === undefined) return [...packs];
  return packs.map((pack) => {
    if (pack.id !== draft.packId) return pack;
    const entities = pack.entities.filter(({ id }) => id !== draft.entity.id);
    const patterns = pack.patterns.filter(({ entity }) => entity !== draft.entity.id);
    return {
      ...pack,
      entities: [...entities, draft.entity],
      patterns: [...patterns, ...draft.patterns],
    };
  });
}

function namesOf(
  packs: readonly Pack[],
  draft: ExplainQuestion['draft'],
  keys: ReadonlySet<string>,
): Explained['entities'] {
  const names: Explained['entities'] = {};
  for (const pack of withDraft(packs, draft)) {
    for (const { id, name, type } of pack.entities) {
      const key = `${pack.id}/${id}`;
      if (keys.has(key)) names[key] = { name, type };
    }
  }
  return names;
}
