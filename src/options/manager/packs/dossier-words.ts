/** The headings and small words of a dossier in the reader's language. */
import type { WriteOptions } from '../../../dataset/formats/write.ts';
import { t } from '../../../i18n.ts';

export function dossierWords(): Required<WriteOptions>['words'] {
  return {
    types: {
      person: t('manager.dossier.people'),
      organization: t('manager.dossier.organizations'),
      event: t('manager.dossier.events'),
      document: t('manager.dossier.documents'),
      agreement: t('manager.dossier.agreements'),
    },
    version: t('manager.import.head.version'),
    checked: t('manager.import.head.checked'),
    licence: t('manager.packs.licence'),
    status: t('manager.dossier.status'),
    role: t('manager.dossier.role'),
    since: t('card.since'),
    disputed: t('manager.dossier.disputed'),
    quotes: t('manager.dossier.quotes'),
    quotesAbout: t('manager.dossier.quotesAbout'),
    sources: t('manager.import.kind.sources'),
    references: t('card.references'),
    reportedBy: t('manager.dossier.reportedBy'),
    printedSo: t('card.sic'),
    inSource: t('card.inSource'),
  };
}
