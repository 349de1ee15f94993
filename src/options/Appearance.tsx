/** How marks look: each choice shows itself. A change reaches all open tabs at once. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { AskAsUi } from '../messages/ui.ts';
import { MARK_STYLES, type MarkStyle } from '../settings/schema.ts';

export function Appearance({ ask }: { ask: AskAsUi }): VNode {
  const [chosen, setChosen] = useState<MarkStyle>();
  const [failed, setFailed] = useState(false);
  const fail = () => setFailed(true);
  useEffect(() => {
    ask('appearance', {}).then(({ markStyle }) => setChosen(markStyle), fail);
  }, [ask]);
  const choose = (style: MarkStyle) => {
    setFailed(false);
    ask('setMarkStyle', { style }).then(() => setChosen(style), fail);
  };
  return (
    <fieldset>
      <legend>{t('options.marks')}</legend>
      <p class="soft">{t('options.marksText')}</p>
      {MARK_STYLES.map((style) => (
        <label key={style}>
          <input
            type="radio"
            name="style"
            value={style}
            checked={style === chosen}
            onChange={() => choose(style)}
          />
          <span>{t(`options.style.${style}`)}</span>
          <span class={`sample ${style}`}>{t('options.sample')}</span>
        </label>
      ))}
      {failed && (
        <p class="warning" role="alert">
          {t('popup.failed')}
        </p>
      )}
    </fieldset>
  );
}
