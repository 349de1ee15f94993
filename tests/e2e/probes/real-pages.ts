/** Real pages have lives of their own: what differs there has to be held against what differs without Sidelight, too. */
import { type Driver, VIEWPORT } from '../harness/driver.ts';
import type { Snapshot } from './probe.ts';
import { differing, type Follower, nobody, preparePage, readPage } from './visit.ts';

/** Visits without Sidelight before a difference is called one. */
const PLAIN_VISITS = 8;

export interface Browsers {
  plain: Driver;
  /** With Sidelight, set to `quiet`. */
  quiet: Driver;
  follower: Follower;
  /** Paths in the extension. */
  files: string[];
}

/** @returns the probes whose values no visit without Sidelight has had */
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
  const seen = await visit(quiet, follower);
  let different: string[] | undefined;
  for (let visits = 0; visits < PLAIN_VISITS && different?.length !== 0; visits++) {
    const here = differing(seen, await visit(plain, nobody));
    different = different?.filter((name) => here.includes(name)) ?? here;
  }
  return different ?? [];
}
