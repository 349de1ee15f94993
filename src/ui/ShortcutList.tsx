/** What the keyboard can do, and with which keys. */
import type { VNode } from 'preact';
import { t } from '../i18n.ts';

export interface Shortcut {
  name: string;
  /** What it does. */
  description: string;
  /** As the browser writes it; empty where no key is set. */
  keys: string;
}

export function ShortcutList({ shortcuts }: { shortcuts: readonly Shortcut[] }): VNode {
  return (
    <ul class="rows">
      {shortcuts.map(({ name, description, keys }) => (
        <li key={name}>
          <span>{description}</span>
          {keys === '' ? <span class="soft">{t('page.noKeys')}</span> : <kbd dir="ltr">{keys}</kbd>}
        </li>
      ))}
    </ul>
  );
}
