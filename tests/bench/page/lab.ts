/** Two Chromiums side by side, one with Sidelight and one without, a server of pages, and packs of names. */
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'puppeteer-core';
import { bundle } from '../../e2e/harness/bundle.ts';
import { launchChromium } from '../../e2e/harness/chromium.ts';
import type { Driver } from '../../e2e/harness/driver.ts';
import { ask, openDesk } from '../../e2e/harness/extension.ts';
import { type FixtureServer, startServer } from '../../e2e/harness/server.ts';
import type * as InDesk from './in-desk.ts';
import { type Owner, recordTasks, type Task } from './trace.ts';

declare const subject: typeof InDesk;

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export const OURS: Owner = { world: 'Sidelight', isExtension: true };
/** The isolated world of floors and peers. */
export const PEER: Owner = { world: 'peer', isExtension: false };

/** Milliseconds after a page has loaded in which all that was started by it comes to an end. */
const SETTLE_MS = 700;

export interface Lab {
  server: FixtureServer;
  sidelight: Driver;
  plain: Driver;
  desk: Page;
  /** Puts a pack of these names into the database of the extension. */
  install(id: string, names: readonly string[]): Promise<void>;
  /** Switches these packs on, and all others off. */
  use(ids: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** @param generated pages by path */
export async function openLab(generated: Record<string, () => string>): Promise<Lab> {
  const server = await startServer(generated);
  const options = { headless: true, proxyPort: server.port };
  const sidelight = await launchChromium(options);
  const plain = await launchChromium({ ...options, extension: null });
  const desk = await openDesk(sidelight);
  await desk.evaluate(await bundle(here('in-desk.ts')));
  return {
    server,
    sidelight,
    plain,
    desk,
    install: (id, names) => desk.evaluate((pack, aliases) => subject.install(pack, aliases), id, names),
    async use(ids) {
      for (const { id, on } of await ask(desk, 'packs', {})) {
        if (on !== ids.includes(id)) await ask(desk, 'setPack', { packId: id, on: !on });
      }
    },
    async close() {
      await Promise.all([sidelight.close(), plain.close(), server.close()]);
    },
  };
}

/** Opens a page in a new tab, cold, and gives what its main thread did until it was quiet. */
export async function load(
  driver: Driver,
  url: string,
  then: (page: Page) => Promise<void> = async () => {},
  settleMs = SETTLE_MS,
): Promise<Task[]> {
  const page = await driver.newPage();
  try {
    await page.bringToFront();
    return await recordTasks(page, async () => {
      await page.goto(url, { waitUntil: 'load' });
      await then(page);
      await wait(settleMs);
    });
  } finally {
    await page.close();
  }
}

/**
 * Runs a module of this folder in an isolated world, in a task of its own, as the script of an extension would.
 * Only what the module itself holds is compiled there: a floor does not carry the peers.
 */
export async function inPeerWorld(page: Page, { module, words }: PeerCall): Promise<void> {
  const session = await page.createCDPSession();
  try {
    const contextId = await peerWorld(session);
    const script = await bundle(here(`${module}.ts`));
    const work = `${script}\nsetTimeout(() => { subject.run(${JSON.stringify(words ?? null)}); resolve(); })`;
    await evaluate(session, contextId, `new Promise((resolve) => { ${work} })`);
  } finally {
    await session.detach();
  }
}

export interface PeerCall {
  module: 'walk-data' | 'walk-char' | 'mark' | 'regex-wrap' | 'ask-at-pointer';
  words?: readonly string[];
}

async function peerWorld(session: CDPSession): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: PEER.world,
  });
  return executionContextId;
}

async function evaluate(session: CDPSession, contextId: number, expression: string): Promise<void> {
  const { exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
