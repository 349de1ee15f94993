/** The sections of the options page, in their order. A new one is one line here. */
import { t } from '../i18n.ts';
import { Appearance } from './Appearance.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import type { Section } from './section.ts';

export const SECTIONS: readonly Section[] = [
  { id: 'appearance', label: () => t('options.nav.appearance'), view: Appearance },
  { id: 'shortcuts', label: () => t('options.nav.shortcuts'), view: Shortcuts },
];
