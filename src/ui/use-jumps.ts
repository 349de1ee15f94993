/**
 * Jumps to mentions. Where nothing may be written into the page, or nothing of a mention's pack, the first one waits until
 * the reader knows what a page can notice.
 */
import { useEffect, useState } from 'preact/hooks';
import type { EntityKey } from '../matching/types.ts';
import type { JumpAnswer, TabState } from '../messages/ui.ts';
import type { ViewApi } from './view-api.ts';

interface Step {
  entity: EntityKey;
  direction: 1 | -1;
}

export interface Jumps {
  jump: (step: Step) => void;
  /** The mention of an entity that was gone to last; `null` where it could not be reached. */
  places: ReadonlyMap<EntityKey, JumpAnswer | null>;
  /** The entity whose jump waits for the reader. */
  waiting?: EntityKey;
  /** Goes there after all. Not asked again until the view is opened anew. */
  confirm: () => void;
  cancel: () => void;
}

type Seen = Pick<TabState, 'mode' | 'unread' | 'mentions'>;

export function useJumps({ ask, tabId }: ViewApi, { mode, unread, mentions }: Seen): Jumps {
  const [told, setTold] = useState(false);
  const [waiting, setWaiting] = useState<Step>();
  const [places, setPlaces] = useState<Jumps['places']>(new Map());
  // Another page is being read, or none: places on the one before say nothing.
  useEffect(() => {
    if (unread !== undefined) setPlaces(new Map());
  }, [unread]);
  const isQuiet = (entity: EntityKey) =>
    mode === 'quiet' || mentions.some((mention) => mention.entity === entity && mention.quietOnly);
  const go = (step: Step) => {
    const arrived = (answer: JumpAnswer | null) =>
      setPlaces((before) => new Map(before).set(step.entity, answer));
    ask('jump', { tabId, ...step }).then(arrived, () => arrived(null));
  };
  return {
    places,
    ...(waiting === undefined ? {} : { waiting: waiting.entity }),
    jump: (step) => (isQuiet(step.entity) && !told ? setWaiting(step) : go(step)),
    confirm() {
      setTold(true);
      setWaiting(undefined);
      if (waiting !== undefined) go(waiting);
    },
    cancel: () => setWaiting(undefined),
  };
}
