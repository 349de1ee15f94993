/** Hands a mention over to the card's script, which is put into the page on first use. */
import { detach, report } from '../errors.ts';
import type { EntityKey } from '../matching/types.ts';
import { type CardControl, type CardHost, type OpenedBy, ownGlobal } from '../messages/card-seam.ts';
import type { AskAsPage } from '../messages/page.ts';
import type { Blocks } from './blocks.ts';
import { closestOf } from './dom.ts';
import { type Hit, lineNear, linesOf } from './hit.ts';

type Content = ReturnType<CardHost['describe']>;

export interface CardParts {
  ask: AskAsPage;
  /** The random name of the document. */
  name: string;
  blocks: Blocks;
  /** The browser lets a click in a page open the side panel. */
  canOpenPanel: boolean;
  signal: AbortSignal;
}

export interface CardOpener {
  /** Asks for what the card of this mention will need, without opening it. */
  prepare(hit: Hit): void;
  open(hit: Hit, x: number, y: number, openedBy: OpenedBy): void;
  pointerLeft(): void;
  /** @returns whether the card that the pointer opened is there */
  pointerOver(): boolean;
  /** The extension has gone. */
  orphan(): void;
  /** Resolves when no card is open. */
  whenClosed(): Promise<void>;
}

export function createCardOpener({ ask, name, blocks, canOpenPanel, signal }: CardParts): CardOpener {
  let control: CardControl | undefined;
  let mounting: Promise<CardControl> | undefined;
  let prepared: { mention: Hit['mention']; content: Content } | undefined;
  let closed: { promise: Promise<void>; resolve: () => void } | undefined;
  /** The mention that the reader asked for last and has not left: a card that comes late opens for it alone. */
  let wanted: Hit | undefined;

  const host: CardHost = {
    describe: (entities) => ask('describe', { document: name, entities: [...entities] }),
    write: async (write) => {
      await ask('write', { document: name, write });
    },
    ...(canOpenPanel
      ? { openPanel: (entity: EntityKey) => detach(ask('openPanel', { document: name, entity })) }
      : {}),
    closed() {
      closed?.resolve();
      closed = undefined;
    },
  };

  function mounted(): Promise<CardControl> {
    mounting ??= mountCard().catch((error: unknown) => {
      mounting = undefined;
      throw error;
    });
    return mounting;
  }

  async function mountCard(): Promise<CardControl> {
    if (ownGlobal('sidelightMountCard') === undefined) await ask('loadCard', {});
    const mount = ownGlobal('sidelightMountCard');
    if (mount === undefined) throw new Error('The script of the card did not arrive.');
    control = mount(host, signal);
    return control;
  }

  function contentOf({ mention }: Hit): Content {
    const content = host.describe(mention.target.entities);
    // The card tells the reader; here it is only kept from being called unhandled, and from being shown a second time.
    content.catch(() => {
      if (prepared?.content === content) prepared = undefined;
    });
    return content;
  }

  async function show(hit: Hit, x: number, y: number, openedBy: OpenedBy): Promise<void> {
    const { entities, type, name: title, because } = hit.mention.target;
    const content = prepared?.mention === hit.mention ? prepared.content : contentOf(hit);
    prepared = undefined;
    const card = await mounted();
    if (wanted !== hit || signal.aborted) return;
    const container = containerOf(hit);
    closed ??= Promise.withResolvers<void>();
    card.open({
      ...{ entities, type, name: title, because, content, openedBy },
      count: countOf(blocks, entities[0]),
      line: () => lineNear(hit, x, y),
      mention: () => linesOf(hit),
      ...(container === null ? {} : { container }),
    });
  }

  return {
    prepare(hit) {
      prepared = { mention: hit.mention, content: contentOf(hit) };
      // What is wrong then is wrong when the card is opened, and told there.
      mounted().catch(() => {});
    },
    open(hit, x, y, openedBy) {
      wanted = hit;
      show(hit, x, y, openedBy).catch(report);
    },
    pointerLeft() {
      wanted = undefined;
      control?.pointerLeft();
    },
    pointerOver: () => control?.pointerOver() ?? false,
    orphan: () => control?.orphan(),
    whenClosed: () => closed?.promise ?? Promise.resolve(),
  };
}

/** Mentions of an entity on this page. */
function countOf(blocks: Blocks, entity: string | undefined): number {
  let count = 0;
  for (const { mentions } of blocks.all()) {
    for (const { target } of mentions) if (target.entities[0] === entity) count++;
  }
  return count;
}

/** A card outside a modal dialog or a fullscreen element would be painted but inert. */
function containerOf({ block }: Hit): Element | null {
  const element = block.nodes[0]?.parentElement;
  return element == null ? null : closestOf(element, ':modal, :fullscreen');
}
