/** The popup, in every state. */
import { h, render } from 'preact';
import type { AskAsUi, MentionSummary, PackSummary, TabState, UiRequests } from '../../src/messages/ui.ts';
import { Popup } from '../../src/popup/Popup.tsx';
import { bundled, byKey, content, harbour, hostile } from './contents.ts';
import { type State, type Step, until } from './state.ts';

const never = new Promise<never>(() => {});

interface Scene {
  state?: Partial<TabState>;
  packs?: PackSummary[];
  answers?: Partial<{
    [K in keyof UiRequests]: (request: UiRequests[K]['request']) => Promise<UiRequests[K]['answer']>;
  }>;
  steps?: readonly Step[];
}

function popup(name: string, scene: Scene): State {
  return { name: `popup-${name}`, steps: scene.steps ?? [], draw: () => play(scene) };
}

async function play(scene: Scene): Promise<void> {
  const answers = {
    tabState: async () => ({
      site: 'news.example.org',
      mode: 'marks' as const,
      by: 'rule' as const,
      isPrivate: false,
      pause: null,
      mentions: [],
      storeBroken: false,
      ...scene.state,
    }),
    setMode: async () => null,
    permissionsChanged: async () => null,
    packs: async () => scene.packs ?? packs(),
    setPack: async () => scene.packs ?? packs(),
    describe: async ({ entities }: UiRequests['describe']['request']) =>
      entities.map(byKey).filter((found) => found !== null),
    mute: async () => null,
    ...scene.answers,
  } as { [K in keyof UiRequests]?: (request: UiRequests[K]['request']) => Promise<UiRequests[K]['answer']> };
  const ask: AskAsUi = async (name, request) => {
    const answer = answers[name];
    if (answer === undefined) throw new Error(`nothing answers ${name}`);
    return answer(request as never) as never;
  };
  document.body.className = 'popup';
  render(
    h(Popup, { api: { tabId: 1, ask, requestSite: async () => false, openOptions: () => {} } }),
    document.body,
  );
  await until(() => document.querySelector('main, .message'), 'the popup');
  await new Promise((resolve) => setTimeout(resolve, 50));
}

function packs(): PackSummary[] {
  return [bundled, harbour].map((pack, i) => ({
    id: pack.id,
    title: pack.title.en ?? pack.id,
    version: pack.version,
    checked: pack.checked,
    entities: pack.entities.length,
    quotes: pack.quotes.length,
    on: i === 0,
    sensitive: pack.sensitive ?? false,
  }));
}

function mentions(): MentionSummary[] {
  return [
    { id: 'osric-vane', count: 4, because: { rule: 'full-name' as const, words: [] } },
    { id: 'paria-saheli', count: 1, because: { rule: 'context-words' as const, words: ['Port Ellery'] } },
    { id: 'edu', count: 12, because: { rule: 'introduced' as const, words: ['Ellery Dock Union'] } },
    { id: 'gull-street-fire', count: 2, because: { rule: 'pattern' as const, words: ['fire', '2017'] } },
    { id: 'tide-report', count: 1, because: { rule: 'related-entity' as const, words: ['Osric Vane'] } },
  ].map(({ id, count, because }) => {
    const { key, name, type } = content(harbour, id);
    return { entity: key, name: name.text, type, count, because };
  });
}

const crowd = (): MentionSummary[] => [
  { ...hostileMention(), count: 1_234 },
  ...Array.from({ length: 300 }, (_, i) => ({
    ...hostileMention(),
    entity: `harbour/e${i}`,
    name: `Somebody ${i}`,
  })),
];

function hostileMention(): MentionSummary {
  const { key, name, type } = hostile();
  return { entity: key, name: name.text, type, count: 1, because: { rule: 'full-name', words: [] } };
}

const DATASET: Step[] = [{ press: '[role=tab]:nth-child(2)', brings: '.pack, .message, .warning' }];
const open = (brings: string): Step[] => [{ press: '.mentions button', brings }];

export const popups: State[] = [
  popup('marks', { state: { mentions: mentions() } }),
  popup('quiet', { state: { mode: 'quiet', mentions: mentions() } }),
  popup('off', { state: { mode: 'off', unread: 'off' } }),
  popup('nothing', {}),
  popup('all-packs-off', { packs: packs().map((pack) => ({ ...pack, on: false })) }),
  popup('no-permission', { state: { unread: 'no-permission' } }),
  popup('permission-denied', {
    state: { unread: 'no-permission' },
    steps: [{ press: 'button.main', brings: '.message .soft' }],
  }),
  popup('browser-page', { state: { site: '', unread: 'browser-page' } }),
  popup('loading', { state: { unread: 'loading' } }),
  popup('failed', { answers: { tabState: () => Promise.reject(new Error('no')) } }),
  popup('store-broken', { state: { mentions: mentions(), storeBroken: true } }),
  popup('crowd', {
    state: { site: `${'a-very-long-name.'.repeat(8)}example.org`, mentions: crowd() },
  }),
  popup('dataset', { packs: packs().map((pack, i) => ({ ...pack, sensitive: i === 0 })), steps: DATASET }),
  popup('dataset-empty', { packs: [], steps: DATASET }),
  popup('dataset-failed', { answers: { packs: () => Promise.reject(new Error('no')) }, steps: DATASET }),
  popup('entity', { state: { mentions: mentions() }, steps: open('.head') }),
  popup('entity-loading', {
    state: { mentions: mentions() },
    answers: { describe: () => never },
    steps: open('.trouble'),
  }),
  popup('entity-gone', {
    state: { mentions: mentions() },
    answers: { describe: async () => null },
    steps: open('.trouble'),
  }),
];
