import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TabState } from '../../../src/messages/ui.ts';
import type { Mode } from '../../../src/settings/schema.ts';
import { type Site, useSite } from '../../../src/ui/use-site.ts';
import { useTab } from '../../../src/ui/use-tab.ts';
import type { ViewApi } from '../../../src/ui/view-api.ts';

/** A background that answers when it is told to, as a busy one does. */
class SlowBackground {
  stored: Mode = 'marks';
  isBroken = false;
  state: Partial<TabState> = {};
  readonly #waiting: (() => void)[] = [];
  changed: () => void = () => {};

  readonly api = {
    tabId: 1,
    requestSite: vi.fn(async () => true),
    ask: vi.fn((name: string, { mode }: { mode?: Mode }) => {
      if (name === 'setMode' && this.isBroken) return Promise.reject(new Error('broken'));
      if (name === 'setMode' && mode !== undefined) this.stored = mode;
      const answer =
        name === 'tabState' ? { ...stateOf(this.stored), ...this.state } : { readingMode: 'marks' };
      return new Promise((resolve) => this.#waiting.push(() => resolve(answer)));
    }),
    watch: (changed: () => void) => {
      this.changed = changed;
    },
  } as unknown as ViewApi;

  /** Answers what was asked so far. */
  answer = () =>
    act(async () => {
      for (const resolve of this.#waiting.splice(0)) resolve();
      await new Promise((resolve) => setTimeout(resolve));
    });
}

const stateOf = (mode: Mode): TabState => ({
  ...{ site: 'news.example', mode, by: 'rule', rule: 'news.example', isPrivate: false, pause: null },
  ...{ mentions: [], storeBroken: false },
});

/** What a view that stands in a document has of the site last. */
let site: Site | undefined;

function View({ api }: { api: ViewApi }) {
  const { state, refresh } = useTab(api);
  return state === undefined ? null : <Known api={api} state={state} refresh={refresh} />;
}

function Known({ api, state, refresh }: { api: ViewApi; state: TabState; refresh: () => Promise<void> }) {
  site = useSite(api, state, refresh);
  return null;
}

let root: HTMLElement;
beforeEach(() => {
  const { document } = parseHTML('<!doctype html><body></body>');
  vi.stubGlobal('document', document);
  root = document.body;
});
afterEach(() => {
  render(null, root);
  vi.unstubAllGlobals();
});

async function open({ api, answer }: SlowBackground): Promise<void> {
  await act(() => render(<View api={api} />, root));
  await answer();
}
const choose = (mode: Mode) => act(() => site?.choose(mode));

describe('the mode of a site in a view', () => {
  it('is the one that was chosen, at once, whatever an answer from before the choice says', async () => {
    const slow = new SlowBackground();
    await open(slow);
    expect(site?.mode).toBe('marks');
    await act(slow.changed);
    await choose('quiet');
    for (let answers = 0; answers < 3; answers++) {
      expect(site?.mode).toBe('quiet');
      await slow.answer();
    }
    expect(site?.state.mode).toBe('quiet');
  });

  it('is the last of two that were chosen while nothing was answered', async () => {
    const slow = new SlowBackground();
    await open(slow);
    await choose('quiet');
    await choose('off');
    for (let answers = 0; answers < 4; answers++) {
      expect(site?.mode).toBe('off');
      await slow.answer();
    }
    expect(slow.stored).toBe('off');
  });

  it('is the one from before again where the choice could not be stored', async () => {
    const slow = new SlowBackground();
    await open(slow);
    slow.isBroken = true;
    await choose('off');
    expect(site?.mode).toBe('off');
    await slow.answer();
    await slow.answer();
    expect(site?.mode).toBe('marks');
    expect(site?.trouble).toBe('failed');
  });
});

describe('a site that the browser does not let be read', () => {
  it('is asked for in a window that is kept, and read once in a private one', async () => {
    for (const isPrivate of [false, true]) {
      const slow = new SlowBackground();
      slow.state = { by: 'once', isPrivate };
      await open(slow);
      await choose('quiet');
      for (let answers = 0; answers < 3; answers++) await slow.answer();
      expect(slow.stored).toBe('quiet');
      expect(slow.api.requestSite).toHaveBeenCalledTimes(isPrivate ? 0 : 1);
      const asked = vi.mocked(slow.api.ask).mock.calls.map(([name]) => name);
      expect(asked.includes('readOnce')).toBe(isPrivate);
      expect(site?.allow === undefined).toBe(isPrivate);
      render(null, root);
    }
  });
});
