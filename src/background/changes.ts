/** Brings tabs, registration, menu and badge in step with settings or permissions that have changed. */
import type { affects } from '../settings/schema.ts';
import { readSettings } from '../settings/store.ts';
import type { Badge } from './badge.ts';
import { followFront } from './menu.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { settlePause } from './pause.ts';
import { applySettings, tellAll } from './tabs.ts';

type Kind = ReturnType<typeof affects>;

/** @returns what follows a change of one kind; many changes at once are followed together */
export function createFollower(badge: Badge): (kind: Kind) => Promise<void> {
  const waiting = new Set<Kind>();
  const run = oneAtATime(async () => {
    const kinds = new Set(waiting);
    waiting.clear();
    if (kinds.has('sites')) await applySettings();
    if (kinds.has('mentions')) await tellAll({ order: 'refresh' });
    if (kinds.has('style')) await tellAll({ order: 'restyle' });
    if (kinds.has('sites')) {
      await settlePause(await readSettings());
      await followFront();
    }
    if (kinds.has('sites') || kinds.has('badge')) await badge.updateAll();
  });
  return (kind) => {
    if (kind === undefined) return Promise.resolve();
    waiting.add(kind);
    return run();
  };
}
