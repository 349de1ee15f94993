/** One state of the gallery: `?state=NAME&lang=fa`. Without a name, `window.gallery` tells which there are. */
import { type Locale, speak } from '../support/messages.ts';
import './gallery.css';
import optionsStyle from '../../entrypoints/options/style.css?inline';
import popupStyle from '../../entrypoints/popup/style.css?inline';
import panelStyle from '../../entrypoints/sidepanel/style.css?inline';
import welcomeStyle from '../../entrypoints/welcome/style.css?inline';
import type { State, Step } from './state.ts';

declare global {
  var gallery: { names: { name: string; once: boolean }[]; drawn: Promise<void>; steps: readonly Step[] };
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

const { cards } = await import('./cards.ts');
const { popups } = await import('./popups.ts');
const { panels } = await import('./panels.ts');
const { optionPages } = await import('./options.ts');
const { welcomePages } = await import('./welcome.ts');
const { managerViews } = await import('./manager.ts');
const states: State[] = [...cards, ...popups, ...panels, ...optionPages, ...managerViews, ...welcomePages];
const state = states.find(({ name }) => name === query.get('state'));

/** The style sheets of the extension's own pages, by the first word of a state's name. */
const PAGE_STYLES: Record<string, string> = {
  popup: popupStyle,
  panel: panelStyle,
  options: optionsStyle,
  welcome: welcomeStyle,
};
const pageStyle = PAGE_STYLES[state?.name.split('-', 1)[0] ?? ''];
if (pageStyle !== undefined) {
  const style = document.createElement('style');
  style.textContent = pageStyle;
  document.head.append(style);
}

globalThis.gallery = {
  names: states.map(({ name, once }) => ({ name, once: once ?? false })),
  steps: state?.steps ?? [],
  drawn: state === undefined ? Promise.resolve() : state.draw(),
};
