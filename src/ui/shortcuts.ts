/** The extension's shortcuts, as the browser has them now. */
import { t } from '../i18n.ts';
import type { Shortcut } from './ShortcutList.tsx';

/** The part of `browser.commands` that is needed. */
interface Commands {
  getAll(): Promise<
    { name?: string | undefined; description?: string | undefined; shortcut?: string | undefined }[]
  >;
}

export async function shortcuts(commands: Commands): Promise<Shortcut[]> {
  const all = await commands.getAll();
  return all.map(({ name = '', description = '', shortcut = '' }) => ({
    name,
    // Browsers have no words for the toolbar button's own.
    description: description === '' ? t('page.openPopup') : description,
    keys: shortcut,
  }));
}
