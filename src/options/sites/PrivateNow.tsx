/** Whether the browser lets Sidelight into private windows at all, and where that is changed. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import type { OptionsApi } from '../section.ts';

export function PrivateNow({ api: { inPrivateWindows, browser } }: { api: OptionsApi }): VNode | null {
  const [allowed, setAllowed] = useState<boolean>();
  useEffect(() => {
    // Where the browser does not say, the line is left out.
    inPrivateWindows().then(setAllowed, () => setAllowed(undefined));
  }, [inPrivateWindows]);
  if (allowed === undefined) return null;
  return <p class="soft">{allowed ? t('sites.privateAllowed') : t(`sites.privateRefused.${browser}`)}</p>;
}
