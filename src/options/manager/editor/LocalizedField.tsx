/** One text in several languages, a line or a paragraph for each. */
import { Plus, X } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../../card/Icon.tsx';
import type { Localized } from '../../../dataset/parts.ts';
import { directionOf, t, uiLang } from '../../../i18n.ts';
import { TextField } from '../Field.tsx';
import type { At } from './problems.ts';

interface LocalizedFieldProps {
  label: string;
  value: Localized;
  set: (value: Localized) => void;
  /** Where it stands in the entry: `background[0].text`. */
  path: string;
  at: At;
  rows?: number;
}

export function LocalizedField({ label, value, set, path, at, rows }: LocalizedFieldProps): VNode {
  const [adding, setAdding] = useState<string>();
  const langs = Object.keys(value);
  const without = (lang: string) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== lang));
  const add = (lang: string) => {
    if (lang !== '' && !langs.includes(lang)) set({ ...value, [lang]: '' });
    setAdding(undefined);
  };
  return (
    <div class="localized">
      {langs.map((lang, index) => (
        <div key={lang} class="localized-line">
          <TextField
            label={langs.length === 1 ? label : `${label} (${langName(lang)})`}
            value={value[lang] ?? ''}
            set={(text) => set({ ...value, [lang]: text })}
            lang={lang}
            dir={directionOf(lang)}
            error={at(`${path}.${lang}`) ?? (index === 0 ? at(path) : undefined)}
            {...(rows === undefined ? {} : { rows })}
          />
          {langs.length > 1 && (
            <button
              type="button"
              class="plain icon-button"
              aria-label={t('manager.editor.takeOut', { what: `${label} (${langName(lang)})` })}
              title={t('manager.editor.takeOutShort')}
              onClick={() => set(without(lang))}
            >
              <Icon of={X} />
            </button>
          )}
        </div>
      ))}
      {adding === undefined ? (
        <button type="button" class="plain small" onClick={() => setAdding('')}>
          <Icon of={Plus} class="lead" />
          {t('manager.editor.addLang')}
        </button>
      ) : (
        <div class="acts">
          <TextField
            label={t('manager.editor.lang')}
            value={adding}
            set={setAdding}
            dir="ltr"
            placeholder="fa"
          />
          <button type="button" onClick={() => add(adding.trim())}>
            {t('manager.editor.addShort')}
          </button>
        </div>
      )}
    </div>
  );
}

/** "Persian" for `fa`, in the language of the interface; the tag itself where it has no name. */
export function langName(lang: string): string {
  try {
    return new Intl.DisplayNames([uiLang()], { type: 'language' }).of(lang) ?? lang;
  } catch {
    // Not a tag yet: somebody is typing.
    return lang;
  }
}
