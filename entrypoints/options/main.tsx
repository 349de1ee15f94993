import { render } from 'preact';
import { browser } from 'wxt/browser';
import { t, uiDirection } from '../../src/i18n.ts';
import { askAsUi } from '../../src/messages/send.ts';
import { Options } from '../../src/options/Options.tsx';

document.documentElement.lang = t('uiLang');
document.documentElement.dir = uiDirection();
document.title = t('options.title');
render(<Options ask={askAsUi(browser.runtime)} />, document.body);
