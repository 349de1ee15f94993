/**
 * A long grid of which only the rows in view exist. The rows do not lie in what is scrolled: they stand in a frame that
 * sticks to the view and are moved in it. However far a browser scrolls ahead of scripts, and however long a row has to
 * be waited for, the frame is never blank: it shows the rows of a moment ago.
 */
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { ComponentChildren, HTMLAttributes, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** More rows than are seen, above and below: where scripts keep up, they slide in whole. */
const OVERSCAN = 6;

interface VirtualRowsProps {
  /** Of the element that scrolls and takes the focus. */
  attributes: HTMLAttributes<HTMLDivElement>;
  /** Stays above the rows, and is as high as one. */
  header: VNode;
  count: number;
  /** CSS pixels. All rows are as high. */
  rowHeight: number;
  row: (index: number) => ComponentChildren;
  /** All rows from `first` to before `end` can be drawn. */
  ready: (first: number, end: number) => boolean;
  /** These rows come into view. */
  wanted: (first: number, end: number) => void;
  /** The row to bring into view when it changes; -1 for none. */
  active: number;
}

type Rows = Virtualizer<HTMLDivElement, HTMLDivElement>;

export function VirtualRows(props: VirtualRowsProps): VNode {
  const { attributes, header, count, rowHeight, row, ready, wanted, active } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [, setTurn] = useState(0);
  const draw = () => setTurn((turn) => turn + 1);
  const made = useRef<Rows>(undefined);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollPaddingEnd: rowHeight,
    scrollToFn: elementScroll,
    observeElementRect,
    // The frame moves with every pixel, not only with every row.
    observeElementOffset: (rows: Rows, move: (offset: number, isScrolling: boolean) => void) =>
      observeElementOffset(rows, (offset, isScrolling) => {
        move(offset, isScrolling);
        draw();
      }),
    onChange: draw,
  };
  made.current ??= new Virtualizer(options);
  const rows = made.current;
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => rows._willUpdate());
  // Another height, other places
  useLayoutEffect(() => rows.measure(), [rows, rowHeight]);
  useEffect(() => {
    if (active >= 0) rows.scrollToIndex(active);
  }, [rows, active]);

  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const end = (items.at(-1)?.index ?? -1) + 1;
  useEffect(() => wanted(first, end), [wanted, first, end]);
  const last = useRef({ first, end, shift: 0 });
  if (ready(first, end)) last.current = { first, end, shift: first * rowHeight - (rows.scrollOffset ?? 0) };
  const shown = last.current;
  const shownEnd = Math.min(shown.end, count);
  const indices = Array.from({ length: Math.max(0, shownEnd - shown.first) }, (_, i) => shown.first + i);
  const total = count * rowHeight;
  const room = Math.max(0, (rows.scrollRect?.height ?? 0) - rowHeight);
  return (
    <div {...attributes} ref={scroller}>
      {header}
      <div class="rows-length" style={{ blockSize: `${total}px` }}>
        <div
          class="rows-frame"
          style={{ blockSize: `${Math.min(total, room)}px`, insetBlockStart: `${rowHeight}px` }}
        >
          <div style={{ transform: `translateY(${shown.shift}px)` }}>{indices.map(row)}</div>
        </div>
      </div>
    </div>
  );
}
