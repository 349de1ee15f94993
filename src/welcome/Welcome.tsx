/** The page that opens after installing: a sample that works at once, then what has to be asked, once. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { detach } from '../errors.ts';
import { t } from '../i18n.ts';
import { isAllGranted } from '../sites/granted.ts';
import { Failed } from '../ui/Failed.tsx';
import { useChoices } from '../ui/use-choices.ts';
import type { Answers, WelcomeApi } from './api.ts';
import { Done } from './Done.tsx';
import { Questions } from './Questions.tsx';
import { Sample } from './Sample.tsx';
import { useAnswers } from './use-answers.ts';

const ALL_SITES = ['<all_urls>'];

export function Welcome({ api }: { api: WelcomeApi }): VNode {
  const { ask, permissions, browser, commands } = api;
  const { choices, failed, change } = useChoices(api);
  const { answers, answer } = useAnswers(ask, choices);
  /** Missing while the questions are open; then whether the browser lets all sites be read. */
  const [granted, setGranted] = useState<boolean>();

  // Given or taken back elsewhere, while this page is open.
  useEffect(() => {
    const left = new AbortController();
    const look = async () => {
      const all = isAllGranted(await permissions.granted());
      setGranted((before) => (before === undefined ? undefined : all));
    };
    permissions.watch(() => detach(look()), left.signal);
    return () => left.abort();
  }, [permissions]);

  /** Called first in a click, because the browser asks only then. Refused, or not asked at all, is no failure. */
  const askBrowser = async (): Promise<boolean> => {
    const given = await permissions.request(ALL_SITES).catch(() => false);
    if (given) await change('permissionsChanged', {});
    return given;
  };
  const finish = async (chosen: Answers): Promise<void> => {
    const answered = chosen.where === 'all' ? askBrowser() : Promise.resolve(false);
    // What was chosen is kept, whatever is answered.
    if (await save(chosen, change)) setGranted(await answered);
  };
  return (
    <main>
      <header>
        <p class="soft">{t('extName')}</p>
        <h1>{t('welcome.title')}</h1>
        <p>{t('welcome.lead')}</p>
      </header>
      <Sample ask={ask} />
      <p class="soft">{t('welcome.withoutPermission')}</p>
      {answers !== undefined && granted === undefined && (
        <Questions answers={answers} answer={answer} browser={browser} finish={() => finish(answers)} />
      )}
      <Failed when={failed} />
      {answers !== undefined && granted !== undefined && (
        <Done
          {...{ answers, granted, browser, commands }}
          askAgain={() => askBrowser().then(setGranted)}
          change={() => setGranted(undefined)}
        />
      )}
    </main>
  );
}

async function save(
  { where, mode, pack }: Answers,
  change: ReturnType<typeof useChoices>['change'],
): Promise<boolean> {
  return (
    (await change('setReadingMode', { mode })) &&
    (await change('setBundled', { on: pack === 'bundled' })) &&
    (await change('setDefaultMode', { mode: where === 'all' ? mode : 'off' }))
  );
}
