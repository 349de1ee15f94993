/** Begins the import of a file or a text. */
import { t } from '../../../i18n.ts';
import type { ManagerApi } from '../api.ts';

/** @param fileName without it the text has no name that could be the title of a list */
export function openSource({ imports }: ManagerApi, source: Blob | string, fileName?: string): void {
  imports.file.start(
    source,
    fileName === undefined ? { title: { [t('uiLang')]: t('manager.import.pasted') } } : { fileName },
  );
}

/** Takes the first of the files that were dropped: each import is looked at by itself. */
export function openDropped(api: ManagerApi, [file, ...others]: readonly File[]): void {
  if (file === undefined) return;
  api.imports.file.start(file, { fileName: file.name }, { leftOut: others.map(({ name }) => name) });
}
