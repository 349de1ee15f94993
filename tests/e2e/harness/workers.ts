/**
 * Service workers of Chromium, that is the backgrounds of its extensions, which start and end at any time. Puppeteer
 * is not asked: where it is, at the moment that one starts, it may take its own session for that of the question, and leave
 * the worker paused for ever; and one that ends as it begins stays in its list.
 */
import { setTimeout } from 'node:timers/promises';
import { type Browser, type CDPSession, type Protocol, ProtocolError } from 'puppeteer-core';

export interface Workers {
  /** What went wrong in all of them. */
  errors: string[];
  isRunning(origin: string): Promise<boolean>;
  /** Resolves when it has ended, be it that another has begun. */
  stop(origin: string): Promise<void>;
  /** Calls a function there, where a worker runs. */
  evaluate<Arguments extends unknown[]>(
    origin: string,
    call: (...given: Arguments) => unknown,
    ...given: Arguments
  ): Promise<void>;
}

export async function followWorkers(browser: Browser): Promise<Workers> {
  const asked = await browser.target().createCDPSession();
  const errors: string[] = [];
  const sessions = new Map<string, Promise<CDPSession | null>>();

  async function attach(targetId: string): Promise<CDPSession | null> {
    const attached = await asked
      .send('Target.attachToTarget', { targetId, flatten: true })
      .catch(unlessEnded);
    const session = asked.connection()?.session(attached?.sessionId ?? '') ?? null;
    session?.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => {
      errors.push(exception?.description ?? text);
    });
    session?.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type === 'error') errors.push(args.map(({ description, value }) => description ?? value).join(' '));
    });
    await session?.send('Runtime.enable').catch(unlessEnded);
    return session;
  }

  async function find(origin: string): Promise<string | undefined> {
    const { targetInfos } = await asked.send('Target.getTargets');
    return targetInfos.find((target) => isBackground(target) && target.url.startsWith(origin))?.targetId;
  }

  asked.on('Target.targetCreated', ({ targetInfo }) => {
    if (isBackground(targetInfo)) sessions.set(targetInfo.targetId, attach(targetInfo.targetId));
  });
  asked.on('Target.targetDestroyed', ({ targetId }) => sessions.delete(targetId));
  await asked.send('Target.setDiscoverTargets', { discover: true });

  return {
    errors,
    isRunning: async (origin) => (await find(origin)) !== undefined,
    async stop(origin) {
      const targetId = await find(origin);
      if (targetId === undefined) return;
      // One that is still held as it ends would be the same target when it starts again, and paused.
      const session = await sessions.get(targetId);
      const sessionId = session?.id();
      if (sessionId !== undefined)
        await asked.send('Target.detachFromTarget', { sessionId }).catch(unlessEnded);
      await asked.send('Target.closeTarget', { targetId }).catch(unlessEnded);
      while ((await find(origin)) === targetId) await setTimeout(10);
    },
    async evaluate(origin, call, ...given) {
      const session = await sessions.get((await find(origin)) ?? '');
      const expression = `(${call})(...${JSON.stringify(given)})`;
      const answer = await session?.send('Runtime.evaluate', { expression, awaitPromise: true });
      const failed = answer?.exceptionDetails;
      if (failed) throw new Error(failed.exception?.description ?? failed.text);
    },
  };
}

function isBackground({ type, url }: Protocol.Target.TargetInfo): boolean {
  return type === 'service_worker' && url.startsWith('chrome-extension://');
}

/** What ended by itself meanwhile, or with its browser. */
function unlessEnded(error: unknown): null {
  if (error instanceof ProtocolError) return null;
  throw error;
}
