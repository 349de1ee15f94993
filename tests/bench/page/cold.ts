/**
 * Cold loads of the same pages, in turns: Sidelight, the floors, the peers. What counts is the main thread: scripts, and
 * the style and paint that the marks cause, which is how much more the frames of the page cost than they do by themselves.
 */

import { inPeerWorld, type Lab, load, OURS, PEER, type PeerCall } from './lab.ts';
import { median, type Samples } from './statistics.ts';
import { renderingOf, workOf } from './trace.ts';

/** Milliseconds of the main thread, of one load. */
interface Cost {
  script: number;
  rendering: number;
}

const MODULES = {
  walkData: 'walk-data',
  walkChar: 'walk-char',
  markJs: 'mark',
  regexWrap: 'regex-wrap',
} as const;
type Contestant = 'ours' | keyof typeof MODULES;

/** Milliseconds of the main thread over all pages: the sum of each page's medians. */
export type Totals = Record<Contestant, number>;

export interface ColdParts {
  lab: Lab;
  paths: readonly string[];
  /** What ours and the peers look for. The pack of these is in use. */
  words: readonly string[];
  contestants: readonly Contestant[];
  rounds: number;
  /** Where each sample goes, under `label`. */
  samples: Samples;
  label: string;
}

export async function coldLoads(parts: ColdParts): Promise<Totals> {
  const { paths, rounds, contestants, samples, label } = parts;
  const totals: Totals = { ours: 0, walkData: 0, walkChar: 0, markJs: 0, regexWrap: 0 };
  for (const path of paths) {
    const costs = new Map<Contestant, Cost[]>();
    for (let round = 0; round < rounds; round++) {
      for (const contestant of contestants) {
        const cost = await one(parts, path, contestant);
        costs.set(contestant, [...(costs.get(contestant) ?? []), cost]);
      }
    }
    // The floors change nothing that is rendered: their loads show what the page costs by itself.
    const itself = median(
      ['walkData', 'walkChar'].flatMap((floor) => renderings(costs.get(floor as Contestant))),
    );
    for (const [contestant, all] of costs) {
      const isFloor = contestant === 'walkData' || contestant === 'walkChar';
      const script = median(all.map((cost) => cost.script));
      const rendering = isFloor ? 0 : median(renderings(all)) - itself;
      totals[contestant] += script + rendering;
      samples.add(`${label}/${contestant}/script`, ...all.map((cost) => cost.script));
      if (!isFloor) samples.add(`${label}/${contestant}/rendering`, rendering);
    }
  }
  return totals;
}

const renderings = (costs: readonly Cost[] = []) => costs.map(({ rendering }) => rendering);

async function one({ lab, words }: ColdParts, path: string, contestant: Contestant): Promise<Cost> {
  const url = lab.server.origin + path;
  if (contestant === 'ours') {
    const tasks = await load(lab.sidelight, url);
    return { script: total(workOf(tasks, OURS)), rendering: renderingOf(tasks) };
  }
  const isPeer = contestant === 'markJs' || contestant === 'regexWrap';
  const call: PeerCall = { module: MODULES[contestant], ...(isPeer ? { words } : {}) };
  const tasks = await load(lab.plain, url, (page) => inPeerWorld(page, call));
  return { script: total(workOf(tasks, PEER)), rendering: renderingOf(tasks) };
}

function total(work: readonly { cpu: number }[]): number {
  return work.reduce((sum, { cpu }) => sum + cpu, 0);
}
