import { render } from 'preact';
import { browser } from 'wxt/browser';
import { detach } from '../../src/errors.ts';
import { t, uiDirection } from '../../src/i18n.ts';
import { askAsUi } from '../../src/messages/send.ts';
import { captureBox } from '../../src/options/manager/captures.ts';
import { createImporting } from '../../src/options/manager/import/importing.ts';
import { tabReader } from '../../src/options/manager/tabs.ts';
import { changedElsewhere, offerLastChange, undoFailure } from '../../src/options/manager/written.ts';
import { Options } from '../../src/options/Options.tsx';
import type { OptionsApi } from '../../src/options/section.ts';
import { settingsBox, watchSettings } from '../../src/settings/store.ts';
import { createManager } from '../../src/store/manager-client.ts';
import { createNotices } from '../../src/ui/notices.ts';
import { permissions } from '../../src/ui/permissions.ts';
import { saveFile } from '../../src/ui/save-file.ts';
import { shortcuts } from '../../src/ui/shortcuts.ts';

const ask = askAsUi(browser.runtime);
const notices = createNotices(undoFailure);
/** The manager in other windows. */
const windows = new BroadcastChannel('sidelight-packs');
const store = createManager({
  startWorker: () => new Worker('/store-worker.js'),
  settings: settingsBox,
  changed: () => {
    windows.postMessage('changed');
    detach(ask('packsChanged', {}));
  },
});
windows.onmessage = () => detach(changedElsewhere(store, notices));
const api: OptionsApi = {
  ask,
  watchSettings,
  commands: () => shortcuts(browser.commands),
  browser: import.meta.env.FIREFOX ? 'firefox' : 'chromium',
  notices,
  permissions: permissions(browser.permissions),
  inPrivateWindows: () => browser.extension.isAllowedIncognitoAccess(),
  canReadFiles: async () => import.meta.env.FIREFOX || (await browser.extension.isAllowedFileSchemeAccess()),
  save: saveFile,
  manager: {
    store,
    ask,
    notices,
    drafts: new Map(),
    imports: { file: createImporting({ store, notices }), names: createImporting({ store, notices }) },
    pasted: {},
    save: saveFile,
    open: (address) => detach(browser.tabs.create({ url: address })),
    ...tabReader(browser.tabs, browser.scripting),
    ...captureBox(browser.storage.session),
  },
};
document.documentElement.lang = t('uiLang');
document.documentElement.dir = uiDirection();
detach(offerLastChange(store, notices));
render(<Options api={api} />, document.body);
