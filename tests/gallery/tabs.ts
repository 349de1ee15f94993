/** What popup and panel show of a tab, from an invented background. */
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import type {
  MentionSummary,
  PackSummary,
  SearchResult,
  TabState,
  UiRequests,
} from '../../src/messages/ui.ts';
import type { ViewApi } from '../../src/ui/view-api.ts';
import { CHOICES } from './choices.ts';
import { bundled, byKey, content, harbour, hostile } from './contents.ts';
import { type State, type Step, until } from './state.ts';

export const never = new Promise<never>(() => {});

export interface TabScene {
  state?: Partial<TabState>;
  packs?: PackSummary[];
  answers?: Partial<Handlers>;
  steps?: readonly Step[];
}

type Handlers = {
  [K in keyof UiRequests]: (request: UiRequests[K]['request']) => Promise<UiRequests[K]['answer']>;
};

/** @param view draws what the tab is seen through */
export function tabState(name: string, scene: TabScene, view: (api: ViewApi) => ComponentChild): State {
  return { name, steps: scene.steps ?? [], draw: () => play(scene, view) };
}

async function play(scene: TabScene, view: (api: ViewApi) => ComponentChild): Promise<void> {
  const state: TabState = {
    site: 'news.example.org',
    mode: 'marks',
    by: 'default',
    isPrivate: false,
    pause: null,
    mentions: [],
    storeBroken: false,
    ...scene.state,
  };
  const answers: Partial<Handlers> = {
    tabState: async () => state,
    readOnce: async () => false,
    panelEntity: async () => null,
    choices: async () => CHOICES,
    packs: async () => scene.packs ?? packs(),
    setPack: async () => scene.packs ?? packs(),
    setBundled: async ({ on }) => packs().filter((pack) => on || !pack.bundled),
    search: async ({ text, limit }) => search(text, limit),
    jump: async ({ entity, direction }) => jumpTo(state, entity, direction),
    describe: async ({ entities }) => entities.map(byKey).filter((found) => found !== null),
    ...scene.answers,
  };
  document.body.className = 'popup';
  const api: ViewApi = {
    tabId: 1,
    ask: async (name, request) => (await answers[name]?.(request as never)) as never,
    requestSite: async () => false,
    openOptions: () => {},
    openWelcome: () => {},
    watch: () => {},
  };
  render(view(api), document.body);
  await until(() => document.querySelector('main *, .message'), 'the view');
  await new Promise((resolve) => setTimeout(resolve, 50));
}

function jumpTo({ mentions }: TabState, entity: string, direction: 1 | -1) {
  const of = mentions.find((mention) => mention.entity === entity)?.count ?? 0;
  return of === 0 ? null : { position: direction === 1 ? 1 : of, of };
}

export function packs(): PackSummary[] {
  return [bundled, harbour].map((pack, i) => ({
    id: pack.id,
    title: pack.title.en ?? pack.id,
    version: pack.version,
    checked: pack.checked,
    entities: pack.entities.length,
    quotes: pack.quotes.length,
    on: i === 0,
    sensitive: pack.sensitive ?? false,
    bundled: i === 0,
  }));
}

export function mentions(): MentionSummary[] {
  return [
    { id: 'osric-vane', count: 4, because: { rule: 'full-name' as const, words: [] } },
    { id: 'gull-street-fire', count: 2, because: { rule: 'pattern' as const, words: ['fire', '2017'] } },
    { id: 'paria-saheli', count: 1, because: { rule: 'context-words' as const, words: ['Port Ellery'] } },
    { id: 'edu', count: 12, because: { rule: 'introduced' as const, words: ['Ellery Dock Union'] } },
    { id: 'tide-report', count: 1, because: { rule: 'related-entity' as const, words: ['Osric Vane'] } },
  ].map(({ id, count, because }) => {
    const { key, name, type } = content(harbour, id);
    return { entity: key, name: name.text, type, count, because };
  });
}

export function crowd(): MentionSummary[] {
  const { key, name, type } = hostile();
  const one: MentionSummary = {
    entity: key,
    name: name.text,
    type,
    count: 1,
    because: { rule: 'full-name', words: [] },
  };
  return [
    { ...one, count: 1_234 },
    ...Array.from({ length: 300 }, (_, i) => ({ ...one, entity: `harbour/e${i}`, name: `Somebody ${i}` })),
  ];
}

const ALIASES: Record<string, string> = { 'osric-vane': 'the harbour master' };

function search(text: string, limit: number): UiRequests['search']['answer'] {
  const all: SearchResult[] = [harbour, bundled].flatMap((pack) =>
    pack.entities.map(({ id }) => {
      const { key, name, type } = content(pack, id);
      const alias = ALIASES[id];
      return {
        entity: key,
        name: name.text,
        type,
        pack: pack.title.en ?? pack.id,
        ...(alias === undefined ? {} : { alias }),
      };
    }),
  );
  const found = all.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()));
  return { found: found.slice(0, limit), total: found.length };
}
