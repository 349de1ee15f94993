/** The manager's sections of the options page, each with the address that leads to it. */
import { t } from '../../i18n.ts';
import type { Section } from '../section.ts';
import { BenchSection } from './bench/BenchSection.tsx';
import { CaptureSection } from './capture/CaptureSection.tsx';
import { Entities } from './entities/Entities.tsx';
import { Import } from './import/Import.tsx';
import { Names } from './names/Names.tsx';
import { Packs } from './packs/Packs.tsx';
import { StorageSection } from './storage/StorageSection.tsx';

export const DATASET_SECTIONS: readonly Section[] = [
  { id: 'packs', label: () => t('manager.nav.packs'), view: ({ api }) => <Packs api={api.manager} /> },
  {
    id: 'entities',
    label: () => t('manager.nav.entities'),
    view: ({ api, path }) => <Entities api={api.manager} path={path} />,
  },
  { id: 'names', label: () => t('manager.nav.names'), view: ({ api }) => <Names api={api.manager} /> },
  {
    id: 'import',
    label: () => t('manager.nav.import'),
    view: ({ api, path }) => <Import api={api.manager} path={path} />,
  },
  { id: 'bench', label: () => t('manager.nav.bench'), view: ({ api }) => <BenchSection api={api.manager} /> },
  {
    id: 'capture',
    label: () => t('manager.nav.capture'),
    unlisted: true,
    view: ({ api, path }) => <CaptureSection api={api.manager} path={path} />,
  },
];

export const STORAGE_SECTION: Section = {
  id: 'storage',
  label: () => t('manager.nav.storage'),
  view: ({ api }) => <StorageSection api={api.manager} />,
};
