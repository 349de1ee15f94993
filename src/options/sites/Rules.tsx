/** The rules of single sites: looked for, added, changed, deleted, written to a file and read from one. */
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { Some } from '../../card/Some.tsx';
import { count, formatNumber, t } from '../../i18n.ts';
import type { Mode } from '../../settings/schema.ts';
import { showSite } from '../../sites/read-site.ts';
import type { Rule } from '../../sites/rules-file.ts';
import { FILE_SITE } from '../../sites/site.ts';
import type { ChoicesNow } from '../../ui/use-choices.ts';
import type { OptionsApi } from '../section.ts';
import { AddRule } from './AddRule.tsx';
import { RuleRow } from './RuleRow.tsx';
import { RulesFile } from './RulesFile.tsx';
import { useFilesShut } from './use-file-access.ts';
import type { Granted } from './use-granted.ts';

/** So many rules are drawn at first, and with each press of the button for more. */
const SHOWN = 100;

interface RulesProps extends Granted, Pick<ChoicesNow, 'change'> {
  rules: readonly Rule[];
  api: OptionsApi;
}

/** What becomes of sites: their new modes, `null` for none of their own. */
export type SetRules = (rules: { site: string; mode: Mode | null }[], said: string) => Promise<void>;

export function Rules({ rules, change, api, granted, allow }: RulesProps): VNode {
  const [wanted, setWanted] = useState('');
  const filesShut = useFilesShut(api);
  const entries = useMemo(
    () =>
      rules
        .map((rule) => ({ ...rule, shown: showSite(rule.site) }))
        .sort((one, other) => one.shown.localeCompare(other.shown)),
    [rules],
  );
  const words = wanted.trim().toLowerCase();
  const found = entries.filter(({ site, shown }) => site.includes(words) || shown.includes(words));

  const setRules: SetRules = async (next, said) => {
    const before = new Map(rules.map(({ site, mode }) => [site, mode]));
    const back = next.map(({ site }) => ({ site, mode: before.get(site) ?? null }));
    if (!(await change('setRules', { rules: next }))) return;
    api.notices.done(said, async () => {
      await api.ask('setRules', { rules: back });
    });
  };

  return (
    <section aria-labelledby="rules">
      <h3 id="rules">{t('sites.rules')}</h3>
      <p class="soft">{t('sites.rulesText')}</p>
      <AddRule rules={rules} setRules={setRules} />
      {rules.length > 0 && (
        <div class="above-list">
          <label>
            <span class="hidden">{t('sites.search')}</span>
            <input
              type="search"
              placeholder={t('sites.search')}
              value={wanted}
              onInput={({ currentTarget }) => setWanted(currentTarget.value)}
            />
          </label>
          <span class="soft" role="status">
            {words === ''
              ? count('sites.count', rules.length)
              : t('sites.found', { found: formatNumber(found.length), all: formatNumber(rules.length) })}
          </span>
        </div>
      )}
      <div class="rows-of-rules">
        <Some key={words} first={SHOWN} step={SHOWN} list>
          {found.map((entry) => (
            <RuleRow
              key={entry.site}
              {...entry}
              setRules={setRules}
              allow={allow}
              shut={entry.mode !== 'off' && filesShut && entry.site === FILE_SITE}
              missing={entry.mode !== 'off' && granted !== undefined && !granted.isGranted(entry.site)}
            />
          ))}
        </Some>
      </div>
      <RulesFile rules={rules} setRules={setRules} save={api.save} />
    </section>
  );
}
