/** The card, opened on names of this very page as it opens on any page: by resting, by a tap, from the keyboard. */
import { useEffect, useRef } from 'preact/hooks';
import { mountCard } from '../card/mount.tsx';
import { type CardControl, type CardHost, DWELL_MS, type OpenedBy } from '../messages/card-seam.ts';
import { SAMPLE_PACK, type SampleMention } from './sample.ts';

type Seen<Kind extends Event> = Kind & { currentTarget: HTMLElement };

export interface MentionEvents {
  onPointerEnter: (event: Seen<PointerEvent>) => void;
  onPointerLeave: (event: Seen<PointerEvent>) => void;
  onClick: (event: Seen<MouseEvent>) => void;
  onKeyDown: (event: Seen<KeyboardEvent>) => void;
}

/** @param describe must stay the same function */
export function useCard(describe: CardHost['describe']): (mention: SampleMention) => MentionEvents {
  const control = useRef<CardControl | undefined>(undefined);
  /** The name whose card is open. */
  const opened = useRef<HTMLElement | undefined>(undefined);
  const dwell = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const cancel = () => clearTimeout(dwell.current);

  useEffect(() => {
    const left = new AbortController();
    const closed = () => {
      opened.current = undefined;
    };
    // Without `write`: nothing is muted or switched off from a sample.
    control.current = mountCard({ describe, closed }, left.signal);
    addEventListener('scroll', () => clearTimeout(dwell.current), {
      capture: true,
      passive: true,
      signal: left.signal,
    });
    return () => {
      clearTimeout(dwell.current);
      left.abort();
    };
  }, [describe]);

  return ({ name, entity, type }) => {
    const open = (element: HTMLElement, openedBy: OpenedBy, y?: number): void => {
      cancel();
      opened.current = element;
      const entities = [`${SAMPLE_PACK}/${entity}`];
      control.current?.open({
        ...{ entities, type, name, openedBy },
        because: { rule: 'full-name', words: [] },
        count: 1,
        content: describe(entities),
        line: () => lineAt(element, y),
        mention: () => [...element.getClientRects()],
      });
    };
    return {
      onPointerEnter({ currentTarget, pointerType, clientY }) {
        if (pointerType === 'touch') return;
        if (opened.current === currentTarget) control.current?.pointerOver();
        else dwell.current = setTimeout(() => open(currentTarget, 'pointer', clientY), DWELL_MS);
      },
      onPointerLeave({ currentTarget, pointerType }) {
        cancel();
        if (pointerType !== 'touch' && opened.current === currentTarget) control.current?.pointerLeft();
      },
      onClick(event) {
        const byTouch = event instanceof PointerEvent && event.pointerType === 'touch';
        if (byTouch) open(event.currentTarget, 'touch', event.clientY);
        else if (opened.current !== event.currentTarget) open(event.currentTarget, 'pointer', event.clientY);
      },
      onKeyDown(event) {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        open(event.currentTarget, 'keyboard');
      },
    };
  };
}

/** The line of a name that is nearest to a height: the first, where none is asked for. */
function lineAt(element: HTMLElement, y: number | undefined): DOMRect | null {
  const lines = [...element.getClientRects()];
  return lines.find(({ bottom }) => y !== undefined && y <= bottom) ?? lines[0] ?? null;
}
