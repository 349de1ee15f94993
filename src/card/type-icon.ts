/** The sign of each type of entity. */
import { CalendarDays, FileText, Handshake, type IconNode, Landmark, UserRound } from 'lucide';
import type { EntityType } from '../dataset/schema.ts';

export const TYPE_ICONS: Record<EntityType, IconNode> = {
  person: UserRound,
  organization: Landmark,
  event: CalendarDays,
  document: FileText,
  agreement: Handshake,
};
