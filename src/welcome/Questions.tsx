/** What is asked once: where to read, how to show it, with which pack. Then what the browser will ask. */
import type { VNode } from 'preact';
import { t } from '../i18n.ts';
import type { BrowserName } from '../ui/browser-name.ts';
import { Choice } from '../ui/Choice.tsx';
import type { Answers } from './api.ts';

interface QuestionsProps {
  answers: Answers;
  answer: (part: Partial<Answers>) => void;
  browser: BrowserName;
  finish: () => void;
}

const WHERE = ['all', 'chosen'] as const;
const MODES = ['marks', 'quiet'] as const;
const PACKS = ['bundled', 'none'] as const;

export function Questions({ answers, answer, browser, finish }: QuestionsProps): VNode {
  const { where, mode, pack } = answers;
  return (
    <>
      <Choice
        legend={t('welcome.where')}
        answers={WHERE.map((value) => ({
          value,
          label: t(`welcome.whereLabel.${value}`),
          text: t(`welcome.whereText.${value}`),
        }))}
        chosen={where}
        choose={(value) => answer({ where: value })}
      />
      <Choice
        legend={t('welcome.pack')}
        answers={PACKS.map((value) => ({
          value,
          label: t(`welcome.packLabel.${value}`),
          text: t(`welcome.packText.${value}`),
        }))}
        chosen={pack}
        choose={(value) => answer({ pack: value })}
      />
      <Choice
        legend={t('welcome.mode')}
        answers={MODES.map((value) => ({
          value,
          label: t(`popup.mode.${value}`),
          text: t(`page.mode.${value}`),
        }))}
        chosen={mode}
        choose={(value) => answer({ mode: value })}
      >
        {pack === 'bundled' && <p class="soft">{t('welcome.quietAdvised')}</p>}
      </Choice>
      <section class="prompt" aria-labelledby="prompt">
        <h2 id="prompt">{t('welcome.prompt')}</h2>
        {where === 'all' ? (
          <>
            <p>{t('welcome.promptBefore')}</p>
            <blockquote>{t(`welcome.promptWords.${browser}`)}</blockquote>
            <p class="soft">{t('welcome.promptMeaning')}</p>
          </>
        ) : (
          <p>{t('welcome.promptNone')}</p>
        )}
        <p class="acts">
          <button type="button" class="main" onClick={finish}>
            {t(`welcome.finish.${where}`)}
          </button>
        </p>
        <p class="soft">{t('welcome.later')}</p>
      </section>
    </>
  );
}
