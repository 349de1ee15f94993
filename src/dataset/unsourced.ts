/** Persons who would be named without anything that can be looked up: what packs are not for. */
import type { Pack } from './schema.ts';

/** Names of persons of whom the pack says nothing that can be looked up. */
export function personsWithoutSource({ entities, quotes }: Pack): string[] {
  const quoted = new Set(
    quotes.flatMap(({ speaker, quotedBy, excerpts }) => [
      speaker,
      ...(quotedBy === undefined ? [] : [quotedBy]),
      ...excerpts.flatMap(({ aboutStated }) => aboutStated),
    ]),
  );
  return entities
    .filter(({ id, type, status, sourceRole, background, since, disputed }) => {
      if (type !== 'person' || quoted.has(id) || status !== undefined || sourceRole !== undefined)
        return false;
      return background.length + since.length + disputed.length === 0;
    })
    .map(({ name }) => Object.values(name)[0] ?? '');
}
