/** The content of the card that a draft would have; the last one stays while the draft has problems. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardContent } from '../../../dataset/card-content.ts';
import { describe } from '../../../dataset/describe.ts';
import type { Pack } from '../../../dataset/schema.ts';
import { report } from '../../../errors.ts';
import type { PackRow } from '../../../store/manager-api.ts';
import type { ManagerApi } from '../api.ts';
import { readerLangs } from '../langs.ts';
import type { Draft } from './draft.ts';

/** Milliseconds after the last change; the first card comes at once. */
const PAUSE = 200;

export function usePreview(
  { store }: ManagerApi,
  pack: PackRow,
  draft: Draft,
  sound: boolean,
): CardContent | undefined {
  const [content, setContent] = useState<CardContent>();
  const drawn = useRef(false);
  useEffect(() => {
    if (!sound) return;
    const left = new AbortController();
    const timer = setTimeout(
      () => {
        store.around(`${pack.id}/${draft.entity.id}`, draft.entity).then((around) => {
          if (left.signal.aborted) return;
          drawn.current = true;
          setContent(
            describe(withDraft(around ?? bareOf(pack), draft), draft.entity.id, readerLangs()) ?? undefined,
          );
        }, report);
      },
      drawn.current ? PAUSE : 0,
    );
    return () => {
      left.abort();
      clearTimeout(timer);
    };
  }, [store, pack, draft, sound]);
  return content;
}

/** The draft's own entries stand in for the stored ones. */
function withDraft(around: Pack, { entity, quotes, sources, references }: Draft): Pack {
  const over = <Row extends { id: string }>(stored: readonly Row[], drafted: readonly Row[]): Row[] => [
    ...new Map([...stored, ...drafted].map((row) => [row.id, row])).values(),
  ];
  return {
    ...around,
    entities: over(around.entities, [entity]),
    quotes: over(around.quotes, quotes),
    sources: over(around.sources, sources),
    references: { ...around.references, ...references },
  };
}

function bareOf({ id, title, version, checked, licence }: PackRow): Pack {
  return {
    formatVersion: 1,
    id,
    title,
    version,
    checked,
    licence,
    wordLists: {},
    entities: [],
    patterns: [],
    quotes: [],
    sources: [],
    references: {},
  };
}
