/** Rules to a file and from one. Rows of a file that are no rules are named; the others are taken. */
import { Download, Upload } from 'lucide';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../../card/Icon.tsx';
import { Some } from '../../card/Some.tsx';
import { count, formatNumber, keyPart, t } from '../../i18n.ts';
import { type BadFile, type BadRow, type Rule, readRules, writeRules } from '../../sites/rules-file.ts';
import type { OptionsApi } from '../section.ts';
import type { SetRules } from './Rules.tsx';

/** Characters. Some 100,000 rules. */
const LARGEST = 10_000_000;

interface RulesFileProps extends Pick<OptionsApi, 'save'> {
  rules: readonly Rule[];
  setRules: SetRules;
}

type Trouble = BadFile | 'unreadable' | 'too-large';

export function RulesFile({ rules, setRules, save }: RulesFileProps): VNode {
  const [bad, setBad] = useState<BadRow[]>([]);
  const [trouble, setTrouble] = useState<Trouble>();
  const picker = useRef<HTMLInputElement>(null);
  const take = async (file: File): Promise<Trouble | undefined> => {
    if (file.size > LARGEST) return 'too-large';
    const text = await file.text().catch(() => undefined);
    if (text === undefined) return 'unreadable';
    const read = readRules(text);
    setBad(read.ok ? read.bad : []);
    if (!read.ok) return read.why;
    const before = new Map(rules.map(({ site, mode }) => [site, mode]));
    const news = read.rules.filter(({ site, mode }) => before.get(site) !== mode);
    if (news.length > 0) await setRules(news, count('sites.imported', news.length));
    return undefined;
  };
  return (
    <div class="rules-file">
      <div class="acts">
        <button type="button" onClick={() => picker.current?.click()}>
          <Icon of={Upload} class="lead" />
          {t('sites.import')}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={t('sites.import')}
          onChange={async ({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined) setTrouble(await take(file));
            // The same file may be chosen again, once it is mended.
            currentTarget.value = '';
          }}
        />
        <button
          type="button"
          disabled={rules.length === 0}
          onClick={() =>
            save(new Blob([writeRules(rules)], { type: 'application/json' }), 'sidelight-sites.json')
          }
        >
          <Icon of={Download} class="lead" />
          {t('sites.export')}
        </button>
      </div>
      <div role="alert">
        {trouble !== undefined && <p class="warning">{t(`sites.badFile.${keyPart(trouble)}`)}</p>}
        {bad.length > 0 && (
          <>
            <p class="warning">{count('sites.leftOut', bad.length)}</p>
            <div class="bad-rows">
              <Some first={20} step={100} list>
                {bad.map(({ row, site, why }) => (
                  <li key={row}>
                    {t('sites.badRow', { row: formatNumber(row) })} {site !== '' && <bdi>{site}</bdi>}{' '}
                    <span class="soft">{t(`sites.no.${keyPart(why)}`)}</span>
                  </li>
                ))}
              </Some>
            </div>
          </>
        )}
      </div>
    </div>
  );
}
