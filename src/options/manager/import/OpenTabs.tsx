/** The tabs whose text may be read, to import from one of them; and what to do where none may. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import type { ManagerApi, TabText } from '../api.ts';
import { useAnswer } from '../use-answer.ts';
import { Waited } from '../Waited.tsx';

interface OpenTabsProps {
  api: ManagerApi;
  /** `tab=12`: this one, at once. */
  path: string;
  open: (source: string, fileName?: string) => void;
}

export function OpenTabs({ api, path, open }: OpenTabsProps): VNode {
  const tabs = useAnswer(() => api.tabs(), '');
  const [unread, setUnread] = useState<'closed' | 'page'>();
  const read = async (tabId: number, isWanted: (found: TabText) => boolean) => {
    setUnread(undefined);
    const found = await api.readTab(tabId).catch(() => null);
    if (found === null) return setUnread('closed');
    if (!isWanted(found)) return setUnread('page');
    // Whoever comes back to this section wants no second reading.
    if (path !== '') location.replace('#import');
    open(found.text, fileNameOf(found.url));
  };
  // Once for each address of this section
  useEffect(() => {
    const [, id] = /^tab=(\d+)$/.exec(path) ?? [];
    if (id !== undefined) read(Number(id), mayBePack);
  }, [path]);
  return (
    <>
      <p class="soft">{t('manager.import.fromTabText')}</p>
      {unread !== undefined && (
        <p class="warning" role="alert">
          {t(unread === 'closed' ? 'manager.import.unread' : 'manager.import.webPage')}
        </p>
      )}
      <Waited for={tabs}>
        {(list) =>
          list.length === 0 ? (
            <p>{t('manager.import.noTabs')}</p>
          ) : (
            <ul class="tabs-open">
              {list.map(({ id, title, url }) => (
                <li key={id}>
                  <button type="button" class="plain" onClick={() => read(id, () => true)}>
                    <bdi>{title === '' ? url : title}</bdi>
                    <bdi class="soft">{url}</bdi>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Waited>
    </>
  );
}

/** "Import" in the popup may be pressed over any page: an article is not taken for a list before the reader says so. */
function mayBePack({ text, isFile }: TabText): boolean {
  return isFile || /^\s*[{[]/u.test(text);
}

/** The last part of an address: its ending tells the format. */
function fileNameOf(url: string): string | undefined {
  const name = URL.canParse(url) ? new URL(url).pathname.split('/').at(-1) : undefined;
  return name === '' ? undefined : name;
}
