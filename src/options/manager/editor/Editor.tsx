/** One entity, to be looked at and changed: fields, the card as it will be, and a test bench, side by side. */
import { ArrowLeft, FileQuestion } from 'lucide';
import type { VNode } from 'preact';
import { Icon } from '../../../card/Icon.tsx';
import { t } from '../../../i18n.ts';
import type { EntityEntry, PackRow } from '../../../store/manager-api.ts';
import { Message } from '../../../ui/Message.tsx';
import type { ManagerApi } from '../api.ts';
import { useAnswer } from '../use-answer.ts';
import { Waited } from '../Waited.tsx';
import { useRevision } from '../written.ts';
import { EditorForm } from './EditorForm.tsx';

interface EditorProps {
  api: ManagerApi;
  packId: string;
  /** `+` for a new one. */
  id: string;
  /** The address of the list. */
  back: string;
}

/** What the editor opens on. No entry: a new one. */
interface Opened {
  pack: PackRow | undefined;
  entry: EntityEntry | undefined;
}

export function Editor({ api, packId, id, back }: EditorProps): VNode {
  const revision = useRevision(api);
  const opened = useAnswer<Opened>(async () => {
    if (id !== '+') {
      const entry = await api.store.entity(`${packId}/${id}`);
      return { pack: entry?.pack, entry };
    }
    const packs = await api.store.packs();
    return { pack: packs.find((pack) => pack.id === packId), entry: undefined };
  }, `${packId}/${id} ${revision}`);
  return (
    <div class="editor">
      <a class="button plain back" href={back}>
        <Icon of={ArrowLeft} class="lead way" />
        {t('manager.editor.back')}
      </a>
      <Waited for={opened}>
        {({ pack, entry }) =>
          pack === undefined || (entry === undefined && id !== '+') ? (
            <Message icon={FileQuestion} title={t('manager.editor.gone')}>
              <p>{t('manager.editor.goneText')}</p>
            </Message>
          ) : (
            <EditorForm api={api} pack={pack} entry={entry} />
          )
        }
      </Waited>
    </div>
  );
}
