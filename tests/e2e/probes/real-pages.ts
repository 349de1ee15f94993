/** Real pages have lives of their own: what differs there has to be held against what differs without Sidelight, too. */
import { type Driver, VIEWPORT } from '../harness/driver.ts';
import type { Snapshot } from './probe.ts';
import { differing, type Follower, preparePage, readPage, wait } from './visit.ts';

/** Visits with Sidelight, and as many without, before a difference is called one. */
const VISITS = 5;

export interface Browsers {
  plain: Driver;
  /** With Sidelight, set to `quiet`. */
  quiet: Driver;
  follower: Follower;
  /** Paths in the extension. */
  files: string[];
}

/** @returns the probes of which no visit with Sidelight has had a value that a visit without it has had */
export async function differingOn(browsers: Browsers, url: string): Promise<string[]> {
  const { plain, quiet, follower, files } = browsers;
  const visit = async (driver: Driver, by: Follower): Promise<Snapshot> => {
    const page = await preparePage(driver, { origin: quiet.origin, files, still: true });
    await page.setViewport(VIEWPORT);
    try {
      return await readPage(page, url, by);
    } finally {
      await page.close();
    }
  };
  const { timed, asLong } = takingAsLong(follower);
  const seen: Snapshot[] = [];
  const plainly: Snapshot[] = [];
  let different: string[] = [];
  for (let visits = 0; visits === 0 || (visits < VISITS && different.length > 0); visits++) {
    seen.push(await visit(quiet, timed));
    plainly.push(await visit(plain, asLong));
    const pairs = seen.flatMap((one) => plainly.map((other) => differing(one, other)));
    different = (pairs[0] ?? []).filter((name) => pairs.every((names) => names.includes(name)));
  }
  return different;
}

/** Real pages change with time: who waits for nobody is given the time that was waited with Sidelight just before. */
function takingAsLong(follower: Follower): { timed: Follower; asLong: Follower } {
  const waits: number[] = [];
  return {
    timed: {
      async mentions(page, name, there) {
        const start = performance.now();
        await follower.mentions(page, name, there);
        waits.push(performance.now() - start);
      },
    },
    asLong: { mentions: () => wait(waits.shift() ?? 0) },
  };
}
