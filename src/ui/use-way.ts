/** From a list to an entity, to those that it leads to, and back to the very place in the list. */
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Place } from './Contents.tsx';

export interface Way {
  /** The entity that is shown in place of the lists. */
  place: Place | undefined;
  open: (place: Place) => void;
  back: () => void;
}

export function useWay(): Way {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const left = useRef<{ height: number; focused: Element | null }>(undefined);
  const isAway = places.length > 0;
  useLayoutEffect(() => {
    if (isAway || left.current === undefined) return;
    const { height, focused } = left.current;
    left.current = undefined;
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    scrollTo({ top: height, behavior: 'instant' });
  }, [isAway]);
  return {
    place: places.at(-1),
    open(place) {
      if (!isAway) left.current = { height: scrollY, focused: document.activeElement };
      setPlaces([...places, place]);
    },
    back: useCallback(() => setPlaces((before) => before.slice(0, -1)), []),
  };
}
