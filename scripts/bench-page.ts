/**
 * `npm run --silent bench:page -- [--json] [--quick] [--only cold|busy|single|views] [--no-build]`: what Sidelight costs a page,
 * in real Chromium.
 *
 * Cold loads on the pages of `../shared/pages`, or, where they are not there, on pages of invented text; ours, the floors
 * and the peers take turns. What counts as ours: scripts, their tasks and messages, and the style and paint that our
 * marks cause, from the browser's trace (`tests/bench/page/trace.ts`). Ratios are of sums over pages of medians over
 * rounds. `reported` is in milliseconds and bytes.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { BUSY_PAGES, frameWithMentions, hover, mutationStorm } from '../tests/bench/page/busy.ts';
import { type ColdParts, coldLoads } from '../tests/bench/page/cold.ts';
import { type Lab, openLab } from '../tests/bench/page/lab.ts';
import { type Corpus, corpus, namesIn } from '../tests/bench/page/pages.ts';
import {
  dwellToCard,
  firstMark,
  gzipped,
  heap,
  longestTask,
  SINGLE_PAGES,
} from '../tests/bench/page/single.ts';
import { Samples } from '../tests/bench/page/statistics.ts';
import { popupList, ruleChange, searchStroke } from '../tests/bench/page/views.ts';
import { names } from '../tests/bench/seeded.ts';
import { builtExtension } from '../tests/e2e/harness/driver.ts';

const BUNDLED = 'uk-conference-2020';

/** Of three names each. */
const ENTITIES_TO_SEARCH = 100_000;

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
});
const size = options.quick ? { pages: 8, coldRounds: 1, rounds: 2 } : { pages: 50, coldRounds: 3, rounds: 5 };

interface Figures {
  ratios: Record<string, number>;
  reported: Record<string, number>;
}

type Part = (lab: Lab, pages: Corpus, samples: Samples) => Promise<Figures>;

const PARTS: Record<string, Part> = { cold, busy, single, views };

/** Standard output is the answer's alone. */
function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function cold(lab: Lab, { paths, text }: Corpus, samples: Samples): Promise<Figures> {
  const rounds = size.coldRounds;
  const loads = async (count: number, contestants: ColdParts['contestants']) => {
    const words = namesIn(text, count);
    await use(lab, `bench-${count}`, words);
    say(`cold loads of ${paths.length} pages with ${count} names`);
    return coldLoads({ lab, paths, words, contestants, rounds, samples, label: `cold_${count}` });
  };
  const with100 = await loads(100, ['ours', 'walkData', 'walkChar', 'markJs']);
  const with1k = await loads(1_000, ['ours', 'walkData', 'regexWrap']);
  return {
    ratios: {
      main_thread_over_walkChar: with100.ours / with100.walkChar,
      markjs_over_ours_100: with100.markJs / with100.ours,
      regex_wrap_over_ours_1k: with1k.regexWrap / with1k.ours,
    },
    reported: { main_thread_over_walkData: with100.ours / with100.walkData },
  };
}

async function busy(lab: Lab, _: Corpus, samples: Samples): Promise<Figures> {
  const { rounds } = size;
  await use(lab, 'bench-known', names(100));
  say('busy pages');
  return {
    ratios: {
      mutation_storm_share: await mutationStorm(lab, rounds, samples),
      frame_with_10k_mentions: await frameWithMentions(lab, rounds, samples),
      hover_over_elementFromPoint: await hover(lab, rounds, samples),
    },
    reported: {},
  };
}

async function single(lab: Lab, _: Corpus, samples: Samples): Promise<Figures> {
  const { rounds } = size;
  say('single pages');
  const heapWith = async (count: number) => {
    await use(lab, `bench-${count}-names`, names(count));
    return heap(lab, rounds, samples, `${count}`);
  };
  const heap1k = await heapWith(1_000);
  const longest = await longestTask(lab, rounds, samples);
  const heap100k = await heapWith(100_000);
  await lab.use([BUNDLED]);
  const card = await dwellToCard(lab, rounds, samples);
  return {
    ratios: { heap_100k_over_1k: heap100k / heap1k },
    reported: {
      longest_task_ms: longest,
      first_mark_running_ms: await firstMark(lab, rounds, samples, 'running'),
      first_mark_stopped_ms: await firstMark(lab, rounds, samples, 'stopped'),
      dwell_to_first_card_ms: card.first,
      dwell_to_next_card_ms: card.next,
      page_js_gzip: gzipped(`${builtExtension('chromium')}/page.js`),
      card_js_gzip: gzipped(`${builtExtension('chromium')}/card.js`),
    },
  };
}

/** What the reader waits for, beside the page. */
async function views(lab: Lab, _: Corpus, samples: Samples): Promise<Figures> {
  const { rounds } = size;
  say('views');
  await lab.use([BUNDLED]);
  const { off, on } = await ruleChange(lab, rounds, samples);
  const list = await popupList(lab, rounds, samples);
  const many = names(ENTITIES_TO_SEARCH * 3);
  await use(lab, 'bench-search', many);
  const stroke = await searchStroke(lab, many.slice(-rounds), samples);
  await lab.use([BUNDLED]);
  return {
    ratios: {},
    reported: {
      rule_change_off_ms: off,
      rule_change_on_ms: on,
      popup_list_ms: list,
      search_stroke_ms: stroke.median,
      search_stroke_most_ms: stroke.most,
    },
  };
}

async function use(lab: Lab, id: string, words: readonly string[]): Promise<void> {
  await lab.install(id, words);
  await lab.use([id]);
}

async function main(): Promise<void> {
  const parts = options.only === undefined ? Object.values(PARTS) : [PARTS[options.only]];
  if (!options['no-build']) {
    execFileSync('npm', ['run', 'build:e2e'], { stdio: ['ignore', process.stderr, process.stderr] });
  }
  const samples = new Samples();
  const result: Figures = { ratios: {}, reported: {} };
  const pages = corpus(size.pages);
  const lab = await openLab({ ...pages.generated, ...BUSY_PAGES, ...SINGLE_PAGES });
  try {
    for (const part of parts) {
      if (part === undefined) throw new Error(`--only is one of ${Object.keys(PARTS).join(', ')}`);
      const { ratios, reported } = await part(lab, pages, samples);
      Object.assign(result.ratios, rounded(ratios));
      Object.assign(result.reported, rounded(reported));
    }
  } finally {
    await lab.close();
  }
  const { ratios, reported } = result;
  if (options.json) process.stdout.write(`${JSON.stringify({ ratios, samples: samples.all, reported })}\n`);
  else console.table({ ...ratios, ...reported });
}

function rounded(values: Record<string, number>): Record<string, number> {
  const round = (value: number) => Number(value.toPrecision(4));
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, round(value)]));
}

await main();
