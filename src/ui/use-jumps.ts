/** Jumps to mentions. Where nothing may be written into the page, the first one waits until the reader knows what a page can notice. */
import { useState } from 'preact/hooks';
import type { EntityKey } from '../matching/types.ts';
import type { JumpAnswer } from '../messages/ui.ts';
import type { Mode } from '../settings/schema.ts';
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

export function useJumps({ ask, tabId }: ViewApi, mode: Mode): Jumps {
  const [told, setTold] = useState(false);
  const [waiting, setWaiting] = useState<Step>();
  const [places, setPlaces] = useState<Jumps['places']>(new Map());
  const go = (step: Step) => {
    const arrived = (answer: JumpAnswer | null) =>
      setPlaces((before) => new Map(before).set(step.entity, answer));
    ask('jump', { tabId, ...step }).then(arrived, () => arrived(null));
  };
  return {
    places,
    ...(waiting === undefined ? {} : { waiting: waiting.entity }),
    jump: (step) => (mode === 'quiet' && !told ? setWaiting(step) : go(step)),
    confirm() {
      setTold(true);
      setWaiting(undefined);
      if (waiting !== undefined) go(waiting);
    },
    cancel: () => setWaiting(undefined),
  };
}
