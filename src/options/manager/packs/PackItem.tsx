/** One pack of the list. What is seldom needed unfolds below it. */
import { Download, ExternalLink, Settings2, Trash2, TriangleAlert } from 'lucide';
import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { pair } from '../../../card/copy-text.ts';
import { Icon } from '../../../card/Icon.tsx';
import { Text } from '../../../card/Text.tsx';
import { NO_LICENCE } from '../../../dataset/schema.ts';
import { count, formatDate, t } from '../../../i18n.ts';
import type { PackRow } from '../../../store/manager-api.ts';
import type { ManagerApi } from '../api.ts';
import { wordsOf } from '../langs.ts';
import { TroubleLine } from '../Trouble.tsx';
import { useWork } from '../use-work.ts';
import { announce } from '../written.ts';
import { isLongAgo } from './checked.ts';
import { ExportPack } from './ExportPack.tsx';
import { PackSettings } from './PackSettings.tsx';

interface PackItemProps {
  api: ManagerApi;
  pack: PackRow;
  on: boolean;
  /** The pack was switched on or off. */
  changed: () => void;
}

type Unfolded = 'export' | 'settings';

export function PackItem({ api, pack, on, changed }: PackItemProps): VNode {
  const [unfolded, setUnfolded] = useState<Unfolded>();
  const work = useWork();
  const id = useId();
  const title = wordsOf(pack.title);
  const turn = () => work.start(() => api.ask('setPack', { packId: pack.id, on: !on }).then(changed));
  const remove = () =>
    work.start(async () =>
      announce(api, await api.store.removePack(pack.id, { what: 'removed', name: title.text })),
    );
  const unfold = (what: Unfolded) => setUnfolded(unfolded === what ? undefined : what);
  const { home } = pack;
  return (
    <li class={on ? 'pack' : 'pack off'} aria-labelledby={id}>
      <label class="switch">
        <h3 id={id}>
          <Text words={title} />
        </h3>
        <input
          type="checkbox"
          checked={on}
          aria-label={t('popup.usePack', { title: title.text })}
          onChange={turn}
        />
      </label>
      <PackFacts pack={pack} />
      <div class="acts tight">
        <a class="button plain" href={`#entities/${pack.id}`}>
          {t('manager.packs.entries')}
          <span class="hidden"> {title.text}</span>
        </a>
        {home !== undefined && (
          <button type="button" class="plain" title={home} onClick={() => api.open(home)}>
            <Icon of={ExternalLink} class="lead" />
            {t('manager.packs.newer')}
          </button>
        )}
        <button
          type="button"
          class="plain"
          aria-expanded={unfolded === 'export'}
          onClick={() => unfold('export')}
        >
          <Icon of={Download} class="lead" />
          {t('manager.packs.export')}
        </button>
        <button
          type="button"
          class="plain"
          aria-expanded={unfolded === 'settings'}
          onClick={() => unfold('settings')}
        >
          <Icon of={Settings2} class="lead" />
          {t('manager.packs.settings')}
        </button>
        <button
          type="button"
          class="plain"
          disabled={work.busy}
          aria-label={t('manager.packs.removeLabel', { title: title.text })}
          onClick={remove}
        >
          <Icon of={Trash2} class="lead" />
          {t('manager.packs.remove')}
        </button>
      </div>
      {unfolded === 'export' && <ExportPack api={api} pack={pack} />}
      {unfolded === 'settings' && <PackSettings api={api} pack={pack} done={() => setUnfolded(undefined)} />}
      <TroubleLine error={work.error} />
    </li>
  );
}

/** Counts, where it comes from, when it was checked, and what to bear in mind. */
function PackFacts({ pack }: { pack: PackRow }): VNode {
  const { counts, origin, version, checked, licence, sensitive, quietOnly } = pack;
  const holds = [
    count('popup.entities', counts.entities),
    count('manager.aliases', counts.aliases),
    ...(counts.quotes > 0 ? [count('popup.quotes', counts.quotes)] : []),
    ...(counts.sources > 0 ? [count('manager.sources', counts.sources)] : []),
    ...(counts.edited > 0 ? [count('manager.packs.edited', counts.edited)] : []),
  ].reduce(pair);
  const about = [
    t(`manager.packs.origin.${origin}`),
    t('popup.version', { version }),
    t('popup.checked', { date: formatDate(checked) }),
    licence === NO_LICENCE ? t('manager.packs.noLicence') : licence,
  ].reduce(pair);
  return (
    <>
      <p>{holds}</p>
      <p class="soft about">
        <bdi>{about}</bdi>
      </p>
      {(sensitive || quietOnly) && (
        <p class="flags">
          {sensitive && <span class="flag">{t('manager.packs.sensitive')}</span>}
          {quietOnly && <span class="flag">{t('manager.packs.quietOnly')}</span>}
        </p>
      )}
      {origin !== 'own' && isLongAgo(checked, new Date()) && (
        <p class="warning">
          <Icon of={TriangleAlert} class="lead" />
          {t('manager.packs.longAgo')}
        </p>
      )}
    </>
  );
}
