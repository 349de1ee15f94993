/** Everything that the options page and the welcome page show as chosen. */
import type { EntityKey } from '../matching/types.ts';
import type { Choices, NamedEntity } from '../messages/ui.ts';
import type { Settings } from '../settings/schema.ts';
import { pauseAt } from '../sites/decide.ts';
import type { Library } from './library.ts';

export async function choicesOf(settings: Settings, library: Library): Promise<Choices> {
  const named = async (entity: EntityKey): Promise<NamedEntity> => ({
    entity,
    name: (await library.describe(entity))?.name.text ?? entity,
  });
  const refused = [...settings.refused].flatMap(([site, entities]) =>
    [...entities].map(async (entity) => ({ site, ...(await named(entity)) })),
  );
  return {
    defaultMode: settings.defaultMode,
    readingMode: settings.readingMode,
    rules: [...settings.sites].map(([site, mode]) => ({ site, mode })),
    muted: await Promise.all([...settings.muted].map(named)),
    refused: await Promise.all(refused),
    pause: pauseAt(settings.pause, Date.now()),
    privateWindows: settings.privateWindows,
    badge: settings.badge,
    markStyle: settings.markStyle,
  };
}
