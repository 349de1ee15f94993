/** With a default that reads, the browser has to allow all sites. */
import { Lock } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../card/Icon.tsx';
import { t } from '../../i18n.ts';
import type { Granted } from './use-granted.ts';

export function AllSites({ granted, allow }: Granted): VNode | null {
  const [denied, setDenied] = useState(false);
  if (granted === undefined || granted.all) return null;
  return (
    <div class="acts banner" role="status">
      <Icon of={Lock} />
      <span>{denied ? t('sites.allDenied') : t('sites.allMissing')}</span>
      <button
        type="button"
        class="main"
        onClick={() =>
          allow(['<all_urls>']).then(
            (given) => setDenied(!given),
            () => setDenied(true),
          )
        }
      >
        {t('sites.allowAll')}
      </button>
    </div>
  );
}
