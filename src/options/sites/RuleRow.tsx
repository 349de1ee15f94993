/** One site with its rule: changed in place, deleted, and allowed where the browser does not allow it yet. */
import { Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../card/Icon.tsx';
import { t } from '../../i18n.ts';
import { MODES, type Mode } from '../../settings/schema.ts';
import { patternsOf } from '../../sites/patterns.ts';
import { FILE_SITE } from '../../sites/site.ts';
import type { SetRules } from './Rules.tsx';
import type { Granted } from './use-granted.ts';

interface RuleRowProps extends Pick<Granted, 'allow'> {
  site: string;
  /** As a person reads it. */
  shown: string;
  mode: Mode;
  /** The rule would read, but the browser does not let it. */
  missing: boolean;
  /** The rule would read files, but the browser keeps them shut until the reader changes its settings. */
  shut: boolean;
  setRules: SetRules;
}

export function RuleRow({ site, shown, mode, missing, shut, setRules, allow }: RuleRowProps): VNode {
  const [denied, setDenied] = useState(false);
  const name = site === FILE_SITE ? t('sites.files') : shown;
  return (
    <li data-site={site}>
      <span class="site-name">
        <span>
          <bdi>{name}</bdi>
        </span>
        {shown !== site && (
          <span class="soft">
            <bdi>{site}</bdi>
          </span>
        )}
        {shut && <span class="warning">{t('sites.filesShut')}</span>}
        {missing && !shut && (
          <span class="warning">
            {denied ? t('sites.denied') : t('sites.missing')}{' '}
            <button
              type="button"
              class="plain"
              aria-label={t('sites.allowSite', { site: name })}
              onClick={() =>
                allow(patternsOf(site)).then(
                  (given) => setDenied(!given),
                  () => setDenied(true),
                )
              }
            >
              {t('sites.allow')}
            </button>
          </span>
        )}
      </span>
      <select
        aria-label={t('sites.modeOf', { site: name })}
        value={mode}
        onChange={({ currentTarget }) => {
          const next = MODES.find((each) => each === currentTarget.value);
          if (next === undefined) return;
          setRules([{ site, mode: next }], t('sites.changed', { site: name, mode: t(`popup.mode.${next}`) }));
        }}
      >
        {MODES.map((each) => (
          <option key={each} value={each} selected={each === mode}>
            {t(`popup.mode.${each}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="plain icon-only"
        aria-label={t('sites.deleteSite', { site: name })}
        title={t('sites.delete')}
        onClick={() => setRules([{ site, mode: null }], t('sites.deleted', { site: name }))}
      >
        <Icon of={Trash2} />
      </button>
    </li>
  );
}
