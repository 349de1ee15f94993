/** The shortcuts with their keys, and where the browser lets them be changed. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { Failed } from '../ui/Failed.tsx';
import { type Shortcut, ShortcutList } from '../ui/ShortcutList.tsx';
import type { SectionProps } from './section.ts';

export function Shortcuts({ api: { commands, browser } }: SectionProps): VNode {
  const [shortcuts, setShortcuts] = useState<Shortcut[]>([]);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const left = new AbortController();
    const read = () => commands().then(setShortcuts, () => setFailed(true));
    read();
    // The reader comes back from the browser's own page, where they are changed.
    addEventListener('focus', read, { signal: left.signal });
    return () => left.abort();
  }, [commands]);
  return (
    <>
      <Failed when={failed} />
      <p class="soft">{t('options.shortcutsText')}</p>
      <ShortcutList shortcuts={shortcuts} />
      <p>{t(`options.changeKeys.${browser}`)}</p>
    </>
  );
}
