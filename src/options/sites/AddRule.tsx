/** A new rule: a site as a person writes it, held against what a site can be, and its mode. */
import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { keyPart, t } from '../../i18n.ts';
import { MODES, type Mode } from '../../settings/schema.ts';
import { type NoSite, readSite, showSite } from '../../sites/read-site.ts';
import type { Rule } from '../../sites/rules-file.ts';
import type { SetRules } from './Rules.tsx';

export function AddRule({ rules, setRules }: { rules: readonly Rule[]; setRules: SetRules }): VNode {
  const [typed, setTyped] = useState('');
  const [mode, setMode] = useState<Mode>('quiet');
  const [trouble, setTrouble] = useState<NoSite>();
  const id = useId();
  const add = async (event: Event) => {
    event.preventDefault();
    const read = readSite(typed);
    setTrouble(read.ok ? undefined : read.why);
    if (!read.ok) return;
    const { site } = read;
    const known = rules.some((rule) => rule.site === site);
    const words = { site: showSite(site), mode: t(`popup.mode.${mode}`) };
    await setRules([{ site, mode }], known ? t('sites.changed', words) : t('sites.added', words));
    setTyped('');
  };
  return (
    <form class="add-rule" onSubmit={add} noValidate>
      <label for={id}>{t('sites.site')}</label>
      <div class="acts">
        <input
          id={id}
          type="text"
          dir="ltr"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder="example.org"
          value={typed}
          aria-invalid={trouble !== undefined}
          aria-describedby={`${id}-why`}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setTrouble(undefined);
          }}
        />
        <select
          aria-label={t('sites.mode')}
          value={mode}
          onChange={({ currentTarget }) =>
            setMode(MODES.find((each) => each === currentTarget.value) ?? mode)
          }
        >
          {MODES.map((each) => (
            <option key={each} value={each}>
              {t(`popup.mode.${each}`)}
            </option>
          ))}
        </select>
        <button type="submit">{t('sites.add')}</button>
      </div>
      <p id={`${id}-why`} class="warning" role="alert">
        {trouble !== undefined && t(`sites.no.${keyPart(trouble)}`)}
      </p>
    </form>
  );
}
