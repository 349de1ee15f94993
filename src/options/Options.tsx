/** The options page. */
import type { VNode } from 'preact';
import { t } from '../i18n.ts';
import type { AskAsUi } from '../messages/ui.ts';
import { Appearance } from './Appearance.tsx';

export function Options({ ask }: { ask: AskAsUi }): VNode {
  return (
    <main>
      <h1>{t('options.title')}</h1>
      <Appearance ask={ask} />
    </main>
  );
}
