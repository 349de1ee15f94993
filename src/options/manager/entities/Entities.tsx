/** All entities of all packs: searched, filtered, sorted, and each opened in the editor. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ManagerApi } from '../api.ts';
import { Editor } from '../editor/Editor.tsx';
import { Browse } from './Browse.tsx';
import { type Filters, START } from './filters.ts';

interface EntitiesProps {
  api: ManagerApi;
  /** Empty; `PACK`: only this pack; `PACK/ID`: this entity; `PACK/+`: a new one. */
  path: string;
}

export function Entities({ api, path }: EntitiesProps): VNode {
  const [packId = '', id = ''] = path.split('/').map(decodeURIComponent);
  const [filters, setFilters] = useState<Filters>({ ...START, pack: packId });
  /** The place in the list, to come back to. */
  const [active, setActive] = useState(0);
  const [shownPack, setShownPack] = useState(packId);
  if (id === '' && packId !== shownPack) {
    setShownPack(packId);
    setFilters({ ...filters, pack: packId });
    setActive(0);
  }
  return (
    <>
      {id === '' ? (
        <Browse
          api={api}
          filters={filters}
          setFilters={(next) => {
            setFilters(next);
            setActive(0);
          }}
          active={active}
          setActive={setActive}
        />
      ) : (
        <Editor
          key={path}
          api={api}
          packId={packId}
          id={id}
          back={`#entities${shownPack === '' ? '' : `/${shownPack}`}`}
        />
      )}
    </>
  );
}
