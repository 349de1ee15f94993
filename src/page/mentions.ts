/**
 * All that works on mentions: their marks, the pointer over them, cards, the keyboard's way from one to the next. Many pages
 * mention nobody, and every page pays for what is started in it: this begins with the first mention.
 */
import { detach } from '../errors.ts';
import type { AskAsPage } from '../messages/page.ts';
import type { Block, Blocks } from './blocks.ts';
import { type CardOpener, createCardOpener } from './card-host.ts';
import { linesOf } from './hit.ts';
import { watchPointer } from './hover.ts';
import { createMarks } from './marks.ts';
import { createShown } from './shown.ts';
import { createSteps } from './steps.ts';

export interface MentionsParts {
  ask: AskAsPage;
  /** The random name of the document. */
  name: string;
  blocks: Blocks;
  /** The shadow roots that were found, for hit testing. */
  shadows: ReadonlySet<ShadowRoot>;
  /** The browser lets a click in a page open the side panel. */
  canOpenPanel: boolean;
  /** Ends reading and takes the marks out. */
  reading: AbortSignal;
  /** Outlives it while a card is open. */
  life: AbortSignal;
}

export interface Mentions {
  /** A block with mentions was read. */
  add(block: Block): void;
  /** Takes out all that a block has in the page. */
  forget(block: Block): void;
  /** The look of marks has changed. */
  restyle(): void;
  /** Opens the card of the next or the previous mention, with the focus in it. */
  step(direction: 1 | -1): void;
  card: CardOpener;
}

export function startMentions(parts: MentionsParts): Mentions {
  const { ask, name, blocks, shadows, canOpenPanel, reading, life } = parts;
  const marks = createMarks({
    name,
    style: (on) => detach(ask('style', { document: name, on })),
    signal: reading,
  });
  const shown = createShown({
    show: marks.show,
    tell: (visible, hidden) => detach(ask('visibility', { document: name, shown: visible, hidden })),
    signal: reading,
  });
  const card = createCardOpener({ ask, name, blocks, canOpenPanel, signal: life });
  const pointer = { prepare: card.prepare, open: card.open, left: card.pointerLeft, over: card.pointerOver };
  watchPointer({ blocks, shadows, ...pointer, signal: reading });
  const steps = createSteps(blocks);
  return {
    add: shown.add,
    forget(block) {
      marks.forget(block);
      shown.forget(block);
    },
    restyle: marks.restyle,
    step(direction) {
      const hit = steps.go(direction);
      const [line] = hit === undefined ? [] : linesOf(hit);
      if (hit !== undefined && line !== undefined) card.open(hit, line.x, line.y, 'keyboard');
    },
    card,
  };
}
