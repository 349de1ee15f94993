/** The sections of the options page, in their order. A new one is one line here. */
import { t } from '../i18n.ts';
import { Appearance } from './Appearance.tsx';
import { Muted } from './Muted.tsx';

import { DATASET_SECTIONS, STORAGE_SECTION } from './manager/sections.tsx';
import { Privacy } from './Privacy.tsx';

import { Shortcuts } from './Shortcuts.tsx';
import type { Section } from './section.ts';
import { Sites } from './sites/Sites.tsx';

export const SECTIONS: readonly Section[] = [
  ...DATASET_SECTIONS,
  { id: 'sites', label: () => t('options.nav.sites'), view: Sites },
  { id: 'muted', label: () => t('options.nav.muted'), view: Muted },
  { id: 'appearance', label: () => t('options.nav.appearance'), view: Appearance },
  { id: 'shortcuts', label: () => t('options.nav.shortcuts'), view: Shortcuts },
  { id: 'privacy', label: () => t('options.nav.privacy'), view: Privacy },
  STORAGE_SECTION,
];
