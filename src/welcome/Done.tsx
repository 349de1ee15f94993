/** The choices are made: what happens now, where the toolbar button is, and how to change one's mind. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { report } from '../errors.ts';
import { t } from '../i18n.ts';
import { type Shortcut, ShortcutList } from '../ui/ShortcutList.tsx';
import type { Answers, WelcomeApi } from './api.ts';

interface DoneProps extends Pick<WelcomeApi, 'browser' | 'commands'> {
  answers: Answers;
  /** The browser lets Sidelight read all sites, where that was asked. */
  granted: boolean;
  /** To be called first in a click. */
  askAgain: () => void;
  change: () => void;
}

export function Done({ answers, granted, askAgain, change, browser, commands }: DoneProps): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const [shortcuts, setShortcuts] = useState<Shortcut[]>([]);
  useEffect(() => {
    heading.current?.focus();
    commands().then(setShortcuts, report);
  }, [commands]);
  const { where, mode, pack } = answers;
  const refused = where === 'all' && !granted;
  return (
    <section class="done">
      <h2 ref={heading} tabIndex={-1}>
        {t(refused ? 'welcome.refused' : 'welcome.done')}
      </h2>
      {refused && (
        <>
          <p>{t('welcome.refusedText')}</p>
          <p class="acts">
            <button type="button" onClick={askAgain}>
              {t('welcome.askAgain')}
            </button>
          </p>
        </>
      )}
      <ul class="points">
        <li>{t(where === 'all' && granted ? `welcome.nowAll.${mode}` : `welcome.nowChosen.${mode}`)}</li>
        {pack === 'none' && (
          <li>
            {t('welcome.nowNoPack')}
            <span class="acts links">
              <a href="options.html#import">{t('welcome.toImport')}</a>
              <a href="options.html#names">{t('welcome.toNames')}</a>
            </span>
          </li>
        )}
        <li>{t(`welcome.pin.${browser}`)}</li>
      </ul>
      <h3>{t('welcome.shortcuts')}</h3>
      <ShortcutList shortcuts={shortcuts} />
      <p class="acts links">
        <button type="button" onClick={change}>
          {t('welcome.change')}
        </button>
        <a href="options.html#sites">{t('welcome.toOptions')}</a>
        <a href="options.html#privacy">{t('options.nav.privacy')}</a>
      </p>
    </section>
  );
}
