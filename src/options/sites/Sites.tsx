/** Where Sidelight reads: everywhere else, site by site, in private windows, and not at all for a while. */
import type { VNode } from 'preact';
import { keyPart, t } from '../../i18n.ts';
import { MODES, PRIVATE_WINDOWS, READING_MODES } from '../../settings/schema.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { useChoices } from '../../ui/use-choices.ts';
import type { SectionProps } from '../section.ts';
import { AllSites } from './AllSites.tsx';
import { PauseLine } from './PauseLine.tsx';
import { PrivateNow } from './PrivateNow.tsx';
import { Rules } from './Rules.tsx';
import { useGranted } from './use-granted.ts';

export function Sites({ api }: SectionProps): VNode {
  const { choices, failed, change } = useChoices(api);
  const granted = useGranted(api);
  return (
    <>
      <Failed when={failed} />
      <PauseLine pause={choices?.pause ?? null} set={(until) => change('pause', { until })} />
      <Choice
        legend={t('sites.elsewhere')}
        answers={MODES.map((mode) => ({
          value: mode,
          label: t(`popup.mode.${mode}`),
          text: t(`sites.elsewhereMode.${mode}`),
        }))}
        chosen={choices?.defaultMode}
        choose={(mode) => change('setDefaultMode', { mode })}
      >
        <p class="soft">{t('sites.elsewhereText')}</p>
      </Choice>
      {choices && choices.defaultMode !== 'off' && <AllSites {...granted} />}
      {choices && <Rules rules={choices.rules} change={change} api={api} {...granted} />}
      <Choice
        legend={t('sites.reading')}
        answers={READING_MODES.map((mode) => ({
          value: mode,
          label: t(`popup.mode.${mode}`),
          text: t(`page.mode.${mode}`),
        }))}
        chosen={choices?.readingMode}
        choose={(mode) => change('setReadingMode', { mode })}
      >
        <p class="soft">{t('sites.readingText')}</p>
      </Choice>
      <Choice
        legend={t('sites.private')}
        answers={PRIVATE_WINDOWS.map((choice) => ({
          value: choice,
          label: t(`sites.privateChoice.${keyPart(choice)}`),
          text: t(`sites.privateExplain.${keyPart(choice)}`),
        }))}
        chosen={choices?.privateWindows}
        choose={(choice) => change('setPrivateWindows', { choice })}
      >
        <p class="soft">{t('sites.privateText')}</p>
        <PrivateNow api={api} />
      </Choice>
    </>
  );
}
