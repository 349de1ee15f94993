/** How marks look, each choice showing itself, and the number on the toolbar button. A change reaches all tabs at once. */
import type { VNode } from 'preact';
import { t } from '../i18n.ts';
import { MARK_STYLES } from '../settings/schema.ts';
import { Choice } from '../ui/Choice.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useChoices } from '../ui/use-choices.ts';
import type { SectionProps } from './section.ts';

export function Appearance({ api }: SectionProps): VNode {
  const { choices, failed, change } = useChoices(api);
  return (
    <>
      <Failed when={failed} />
      <Choice
        legend={t('options.marks')}
        answers={MARK_STYLES.map((style) => ({
          value: style,
          label: t(`options.style.${style}`),
          sample: <span class={`sample ${style}`}>{t('options.sample')}</span>,
        }))}
        chosen={choices?.markStyle}
        choose={(style) => change('setMarkStyle', { style })}
      >
        <p class="soft">{t('options.marksText')}</p>
      </Choice>
      <h3>{t('options.badge')}</h3>
      <Switch
        label={t('options.badgeShow')}
        text={t('options.badgeText')}
        on={choices?.badge ?? false}
        turn={(on) => change('setBadge', { on })}
      />
    </>
  );
}
