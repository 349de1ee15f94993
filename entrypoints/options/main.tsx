import { render } from 'preact';
import { browser } from 'wxt/browser';
import { t, uiDirection } from '../../src/i18n.ts';
import { askAsUi } from '../../src/messages/send.ts';
import { Options } from '../../src/options/Options.tsx';
import type { OptionsApi } from '../../src/options/section.ts';
import { watchSettings } from '../../src/settings/store.ts';
import { createNotices } from '../../src/ui/notices.ts';
import { permissions } from '../../src/ui/permissions.ts';
import { saveFile } from '../../src/ui/save-file.ts';
import { shortcuts } from '../../src/ui/shortcuts.ts';

const api: OptionsApi = {
  ask: askAsUi(browser.runtime),
  watchSettings,
  commands: () => shortcuts(browser.commands),
  browser: import.meta.env.FIREFOX ? 'firefox' : 'chromium',
  notices: createNotices(),
  permissions: permissions(browser.permissions),
  inPrivateWindows: () => browser.extension.isAllowedIncognitoAccess(),
  save: saveFile,
};
document.documentElement.lang = t('uiLang');
document.documentElement.dir = uiDirection();
render(<Options api={api} />, document.body);
