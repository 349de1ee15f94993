/** Shows what is marked in a text and what is not, with reasons: for authors who try their pack before giving it away. */
import type { EntityType, Pack } from '../dataset/schema.ts';
import { annotateExplained } from './annotate.ts';
import { compile } from './compile.ts';
import { entitiesOf, type Index, loadIndex } from './load.ts';
import { blocksOfPlainText } from './plain-text.ts';
import type { EntityKey, Mention, Refusal } from './types.ts';

export interface NamedEntity {
  key: EntityKey;
  type: EntityType;
  name: string;
}

export interface ExplainedMention extends Omit<Mention, 'entities'> {
  /** The words as they stand in the text. */
  surface: string;
  /** The best supported first. */
  entities: NamedEntity[];
}

/** A candidate that was found and not marked. */
export interface ExplainedRefusal extends Omit<Refusal, 'entity'> {
  surface: string;
  entity: NamedEntity;
}

export interface ExplainedText {
  /** In text order. Offsets count in the text as it was given. */
  mentions: ExplainedMention[];
  refusals: ExplainedRefusal[];
}

/** The rules of `because` are words of the locale files. A blank line ends a block, as a paragraph of a page does. */
export function explainText(index: Index, text: string, title = ''): ExplainedText {
  const { mentions, refusals } = annotateExplained(index, { text: blocksOfPlainText(text), title });
  const named = (key: EntityKey): NamedEntity => ({ key, ...entitiesOf(index, [key]) });
  // A part of a name that is marked whole was not refused to anybody.
  const isMarked = ({ start, end, entity }: Refusal): boolean =>
    mentions.some((each) => each.start <= start && end <= each.end && each.entities.includes(entity));
  const seen = new Set<string>();
  const isNew = ({ start, end, entity, because }: Refusal): boolean => {
    const key = `${start} ${end} ${entity} ${because.rule}`;
    return !seen.has(key) && seen.add(key).size > 0;
  };
  return {
    mentions: mentions.map(({ entities, ...mention }) => ({
      ...mention,
      surface: text.slice(mention.start, mention.end),
      entities: entities.map(named),
    })),
    refusals: refusals
      .filter((each) => !isMarked(each) && isNew(each))
      .map(({ entity, ...refusal }) => ({
        ...refusal,
        surface: text.slice(refusal.start, refusal.end),
        entity: named(entity),
      })),
  };
}

/** For packs that are not compiled yet, such as one that is being edited. */
export function explainWithPacks(packs: readonly Pack[], text: string, title = ''): ExplainedText {
  return explainText(loadIndex(compile(packs)), text, title);
}
