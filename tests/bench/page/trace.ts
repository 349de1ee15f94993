/**
 * What the main thread of a page did, from Chromium's own trace. Times are of the thread's clock, in milliseconds, so
 * that other work on the machine does not count. What belongs to whom is told by the world that a script runs in.
 */
import type { Page } from 'puppeteer-core';

const CATEGORIES = [
  '__metadata',
  'toplevel',
  'mojom',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
  'v8.execute',
];

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  /** Of the thread's clock, microseconds. */
  tdur?: number;
  args: Record<string, unknown>;
}

/** A task of the main thread with all that happened in it, in order of time. */
export interface Task {
  /** Milliseconds of the thread's clock. */
  cpu: number;
  /** Milliseconds that passed. */
  wall: number;
  inside: readonly TraceEvent[];
}

/** Records what the page's main thread does during the work. */
export async function recordTasks(page: Page, work: () => Promise<void>): Promise<Task[]> {
  await page.tracing.start({ categories: CATEGORIES });
  await work();
  const url = page.url();
  const trace = await page.tracing.stop();
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(Buffer.from(trace ?? []).toString());
  return tasksOf(traceEvents, processOf(traceEvents, url));
}

/** The process that shows the page: of the last document with its address. */
function processOf(events: readonly TraceEvent[], url: string): number {
  const shown = events.flatMap(({ name, args }) => {
    const data = Object(args.data);
    if (name === 'FrameCommittedInBrowser') return [data];
    return name === 'TracingStartedInBrowser' ? data.frames : [];
  });
  const last = shown.findLast((frame) => frame.url === url && frame.isInPrimaryMainFrame);
  if (last === undefined) throw new Error(`the trace does not know ${url}`);
  return last.processId;
}

function tasksOf(events: readonly TraceEvent[], pid: number): Task[] {
  const name = events.find(
    (event) => event.pid === pid && event.name === 'thread_name' && event.args.name === 'CrRendererMain',
  );
  const own = events
    .filter((event) => event.pid === pid && event.tid === name?.tid && event.ph === 'X')
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks: (Task & { inside: TraceEvent[] })[] = [];
  let end = 0;
  for (const event of own) {
    if (event.ts >= end && event.name === 'RunTask') {
      tasks.push({ cpu: (event.tdur ?? 0) / 1_000, wall: (event.dur ?? 0) / 1_000, inside: [] });
      end = event.ts + (event.dur ?? 0);
    } else if (event.ts < end) tasks.at(-1)?.inside.push(event);
  }
  return tasks;
}

/** Whose work is looked for: the name of an isolated world; for an extension's, its messages count too. */
export interface Owner {
  world: string;
  isExtension: boolean;
}

/** Work that a task does for everybody: scripts in it are taken out of it one by one. */
const SHARED = new Set([
  'EventDispatch',
  'ParseHTML',
  'ProxyMain::BeginMainFrame',
  'WebFrameWidgetImpl::BeginMainFrame',
]);

/** Milliseconds of one owner in each of the tasks that have any. */
export function workOf(tasks: readonly Task[], owner: Owner): { cpu: number; wall: number }[] {
  return tasks.flatMap((task) => {
    const scripts = task.inside.filter(
      ({ args, name }) => args.worldName !== undefined || name === 'EvaluateScript',
    );
    const own = scripts.filter(({ args }) => args.worldName === owner.world);
    const messages = task.inside.filter((event) => owner.isExtension && isExtensionMessage(event));
    if (own.length + messages.length === 0) return [];
    const others = scripts.some(({ args }) => args.worldName !== undefined && args.worldName !== owner.world);
    if (!others && !task.inside.some(({ name }) => SHARED.has(name)))
      return [{ cpu: task.cpu, wall: task.wall }];
    const outermost = withoutInner([...own, ...messages]);
    return [{ cpu: sum(outermost, 'tdur'), wall: sum(outermost, 'dur') }];
  });
}

/** Milliseconds of style, layout and paint, in frames of their own. */
export function renderingOf(tasks: readonly Task[]): number {
  return tasks.reduce((total, { inside, cpu }) => total + (inside.some(isFrame) ? cpu : 0), 0);
}

export function allOf(tasks: readonly Task[]): number {
  return tasks.reduce((total, { cpu }) => total + cpu, 0);
}

/** The task in which the compositor asks the main thread for a frame. */
const isFrame = ({ args }: TraceEvent) => args.src_func === 'ScheduledActionSendBeginMainFrame';

function isExtensionMessage({ name, args }: TraceEvent): boolean {
  if (name !== 'Receive mojo message' && name !== 'Receive mojo reply') return false;
  return String(Object(args.chrome_mojo_event_info).mojo_interface_tag).startsWith('extensions.mojom.');
}

function withoutInner(events: readonly TraceEvent[]): TraceEvent[] {
  let end = 0;
  return [...events]
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter((event) => {
      if (event.ts < end) return false;
      end = event.ts + (event.dur ?? 0);
      return true;
    });
}

function sum(events: readonly TraceEvent[], clock: 'dur' | 'tdur'): number {
  return events.reduce((total, event) => total + (event[clock] ?? 0) / 1_000, 0);
}
