/** Small packs for tests of matching: what a test does not name is empty. */
import type { Alias, Entity, Pack, Pattern } from '../../../src/dataset/schema.ts';
import { annotate, annotateExplained, type Policy } from '../../../src/matching/annotate.ts';
import { compile } from '../../../src/matching/compile.ts';
import { type Index, loadIndex } from '../../../src/matching/load.ts';
import type { Batch } from '../../../src/matching/types.ts';

/** `Name`, `Name|context`, `NAME|context|case`: text, grade and whether the case counts. */
export function alias(short: string, lang = 'en'): Alias {
  const [text = '', grade, cased] = short.split('|');
  return {
    text,
    lang,
    ...(grade === 'strong' || grade === 'context' || grade === 'never' ? { grade } : {}),
    ...(cased === 'case' ? { caseSensitive: true } : {}),
  };
}

export function entity(id: string, aliases: readonly string[], more: Partial<Entity> = {}): Entity {
  return {
    id,
    type: 'person',
    name: { en: id },
    nativeNames: [],
    detect: true,
    aliases: aliases.map((each) => alias(each)),
    context: [],
    exclude: [],
    background: [],
    since: [],
    disputed: [],
    related: [],
    ...more,
  };
}

export function pack(
  entities: readonly Entity[],
  patterns: readonly Pattern[] = [],
  more: Partial<Pack> = {},
): Pack {
  return {
    formatVersion: 1,
    id: 'test',
    version: '1.0.0',
    title: { en: 'Test' },
    licence: 'none',
    checked: '2020-01-01',
    wordLists: {},
    entities: [...entities],
    patterns: [...patterns],
    quotes: [],
    sources: [],
    references: {},
    ...more,
  };
}

export function indexOf(...packs: Pack[]): Index {
  return loadIndex(compile(packs));
}

/** `surface = entity` of each mention, with ` (rule)` where it did not stand by itself. */
export function found(index: Index, text: string, more: Partial<Batch> = {}, policy: Policy = {}): string[] {
  return annotate(index, { text, ...more }, policy).mentions.map(({ start, end, entities, because }) => {
    const ids = entities.map((key) => key.slice(key.indexOf('/') + 1)).join(' or ');
    const rule = because.rule === 'full-name' ? '' : ` (${because.rule})`;
    return `${text.slice(start, end)} = ${ids}${rule}`;
  });
}

/** `surface: rule` of each candidate that was refused. */
export function refused(index: Index, text: string): string[] {
  return annotateExplained(index, { text }).refusals.map(
    ({ start, end, because }) => `${text.slice(start, end)}: ${because.rule}`,
  );
}
