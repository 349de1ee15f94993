/** The tables of the database in the words of the manager. */
import { t } from '../../../i18n.ts';

export const TABLE_NAMES = {
  packs: 'manager.recovery.packs',
  frames: 'manager.import.kind.wordLists',
  entities: 'manager.import.kind.entities',
  patterns: 'manager.import.kind.patterns',
  quotes: 'manager.import.kind.quotes',
  sources: 'manager.import.kind.sources',
  references: 'manager.import.kind.references',
  edits: 'manager.recovery.edits',
  pending: 'manager.recovery.pending',
} as const;

/** A table that this version does not know was made by a newer one. */
export function tableName(table: string): string {
  return isKnown(table) ? t(TABLE_NAMES[table]) : t('manager.recovery.other', { name: table });
}

function isKnown(table: string): table is keyof typeof TABLE_NAMES {
  return Object.hasOwn(TABLE_NAMES, table);
}
