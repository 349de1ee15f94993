/** What can be done with a whole entity: mute it, take one's changes back, move it, delete it. Each with Undo. */
import { BellOff, RotateCcw, Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { Icon } from '../../../card/Icon.tsx';
import { t } from '../../../i18n.ts';
import type { EntityEntry, EntryChange, EntryRef, Saved } from '../../../store/manager-api.ts';
import type { ManagerApi } from '../api.ts';
import { SelectField } from '../Field.tsx';
import { wordsOf } from '../langs.ts';
import { TroubleLine } from '../Trouble.tsx';
import { Unfit } from '../trouble.ts';
import { useAnswer } from '../use-answer.ts';
import { useWork } from '../use-work.ts';
import { announce } from '../written.ts';

interface EntityActionsProps {
  api: ManagerApi;
  entry: EntityEntry;
  name: string;
}

export function EntityActions({ api, entry, name }: EntityActionsProps): VNode {
  const { key, pack, edit, entity, patterns, quotes } = entry;
  const work = useWork();
  const choices = useAnswer(() => api.ask('choices', {}), key);
  const packs = useAnswer(() => api.store.packs(), '');
  const muted = choices.value?.muted.some((each) => each.entity === key) ?? false;
  const others = packs.value?.filter(({ origin, id }) => origin === 'own' && id !== pack.id) ?? [];
  const done = async (saved: Saved) => {
    if (!saved.ok) throw new Unfit(saved.problems);
    announce(api, saved);
  };
  const mute = () =>
    work.start(async () => {
      const turn = (on: boolean) => api.ask('mute', { entity: key, on });
      await turn(!muted);
      choices.refresh();
      api.notices.done(t(muted ? 'manager.editor.unmuted' : 'undo.mute', { name }), async () => {
        await turn(muted);
        choices.refresh();
      });
    });
  const mine: EntryRef[] = [
    { kind: 'entity', id: entity.id },
    ...patterns
      .filter((pattern) => pattern.edit !== null)
      .map(({ pattern }) => ({ kind: 'pattern' as const, id: pattern.id })),
    ...quotes
      .filter((quote) => quote.edit !== null)
      .map(({ quote }) => ({ kind: 'quote' as const, id: quote.id })),
  ];
  const revert = () =>
    work.start(async () => done(await api.store.revert(pack.id, mine, { what: 'reverted', name })));
  const remove = () =>
    work.start(async () => {
      const gone: EntryChange = { kind: 'entity', id: entity.id, value: null };
      await done(await api.store.change(pack.id, [gone], { what: 'removed', name }));
    });
  const move = (to: string) =>
    work.start(async () => {
      const saved = await api.store.move([key], to, { what: 'moved', name });
      const [moved] = saved.keys;
      if (moved !== undefined) location.hash = `#entities/${moved}`;
      await done(saved);
    });
  return (
    <div class="acts tight">
      <button type="button" class="plain" aria-pressed={muted} disabled={work.busy} onClick={mute}>
        <Icon of={BellOff} class="lead" />
        {t(muted ? 'manager.editor.unmute' : 'card.mute')}
      </button>
      {edit !== null && (
        <button type="button" class="plain" disabled={work.busy} onClick={revert}>
          <Icon of={RotateCcw} class="lead" />
          {t('manager.editor.revert')}
        </button>
      )}
      {edit !== 'deleted' && (
        <button type="button" class="plain" disabled={work.busy} onClick={remove}>
          <Icon of={Trash2} class="lead" />
          {t('manager.packs.remove')}
        </button>
      )}
      {others.length > 0 && (
        <SelectField
          label={t('manager.editor.move')}
          class="inline"
          value=""
          set={(to) => to !== '' && move(to)}
          options={[
            { value: '', label: t('manager.editor.choose') },
            ...others.map(({ id, title }) => ({ value: id, label: wordsOf(title).text })),
          ]}
        />
      )}
      <TroubleLine error={work.error} />
    </div>
  );
}
