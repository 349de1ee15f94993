/** One state of the gallery: `?state=NAME&lang=fa`. Without a name, `window.gallery` tells which there are. */
import { type Locale, speak } from '../support/messages.ts';
import './gallery.css';
import optionsStyle from '../../entrypoints/options/style.css?inline';
import popupStyle from '../../entrypoints/popup/style.css?inline';
import panelStyle from '../../entrypoints/sidepanel/style.css?inline';
import welcomeStyle from '../../entrypoints/welcome/style.css?inline';
import type { State, Step } from './state.ts';
import { tooWide } from './too-wide.ts';

declare global {
  var gallery: {
    names: { name: string; once: boolean }[];
    drawn: Promise<void>;
    steps: readonly Step[];
    tooWide: typeof tooWide;
  };
}

const query = new URLSearchParams(location.search);
const locale: Locale = query.get('lang') === 'fa' ? 'fa' : 'en';
speak(locale);
// What speaks comes after the words: a bundle may run a shared chunk before the file that asks for it.
const { uiDirection } = await import('../../src/i18n.ts');
document.documentElement.lang = locale;
document.documentElement.dir = uiDirection();

// The product's roots are closed; axe has to look into them.
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  return attach.call(this, { ...init, mode: 'open' });
};

/** By the first word of a state's name: only the view that is asked for is loaded. */
const VIEWS: Record<string, () => Promise<State[]>> = {
  card: async () => (await import('./cards.ts')).cards,
  popup: async () => (await import('./popups.ts')).popups,
  panel: async () => (await import('./panels.ts')).panels,
  options: async () => (await import('./options.ts')).optionPages,
  manager: async () => (await import('./manager.ts')).managerViews,
  welcome: async () => (await import('./welcome.ts')).welcomePages,
};
const wanted = query.get('state');
const view = wanted?.split('-', 1)[0] ?? '';
const loaders = wanted === null ? Object.values(VIEWS) : [VIEWS[view]].filter((each) => each !== undefined);
const states = (await Promise.all(loaders.map((load) => load()))).flat();
const state = states.find(({ name }) => name === wanted);

/** The style sheets of the extension's own pages, likewise. */
const PAGE_STYLES: Record<string, string> = {
  popup: popupStyle,
  panel: panelStyle,
  options: optionsStyle,
  manager: optionsStyle,
  welcome: welcomeStyle,
};
const pageStyle = PAGE_STYLES[view];
if (pageStyle !== undefined) {
  const style = document.createElement('style');
  style.textContent = pageStyle;
  document.head.append(style);
}

globalThis.gallery = {
  names: states.map(({ name, once }) => ({ name, once: once ?? false })),
  steps: state?.steps ?? [],
  tooWide,
  drawn: state === undefined ? Promise.resolve() : state.draw(),
};
