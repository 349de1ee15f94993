import { render } from 'preact';
import { browser } from 'wxt/browser';
import { t, uiDirection } from '../../src/i18n.ts';
import { askAsUi } from '../../src/messages/send.ts';
import { watchSettings } from '../../src/settings/store.ts';
import { permissions } from '../../src/ui/permissions.ts';
import { shortcuts } from '../../src/ui/shortcuts.ts';
import type { WelcomeApi } from '../../src/welcome/api.ts';
import { Welcome } from '../../src/welcome/Welcome.tsx';

const api: WelcomeApi = {
  ask: askAsUi(browser.runtime),
  watchSettings,
  permissions: permissions(browser.permissions),
  commands: () => shortcuts(browser.commands),
  browser: import.meta.env.FIREFOX ? 'firefox' : 'chromium',
};
document.documentElement.lang = t('uiLang');
document.documentElement.dir = uiDirection();
document.title = t('welcome.pageTitle');
render(<Welcome api={api} />, document.body);
