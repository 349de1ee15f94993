/** One entity in the list. */
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot stand where rows are moved in a frame
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid takes the focus, for all its rows
import type { VNode } from 'preact';
import { Icon } from '../../../card/Icon.tsx';
import { Text } from '../../../card/Text.tsx';
import { TYPE_ICONS } from '../../../card/type-icon.ts';
import type { Words } from '../../../dataset/card-content.ts';
import { formatNumber, t } from '../../../i18n.ts';
import type { EntityRowView } from '../../../store/manager-api.ts';

interface EntityRowProps {
  id: string;
  row: EntityRowView;
  index: number;
  packTitle: Words | undefined;
  muted: boolean;
  active: boolean;
  href: string;
  opened: () => void;
}

export function EntityRow({ id, row, index, packTitle, muted, active, href, opened }: EntityRowProps): VNode {
  const { name, lang, nativeName, type, pack, aliases, quotes, edit } = row;
  return (
    <div
      id={id}
      class={active ? 'row active' : 'row'}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={active}
    >
      <div role="gridcell" class="cell name" data-type={type}>
        <a href={href} tabIndex={-1} onClick={opened}>
          <Icon of={TYPE_ICONS[type]} class="lead" />
          <Text words={{ text: name, lang }} />
          {nativeName !== undefined && nativeName.text !== name && (
            <>
              {' '}
              <Text words={nativeName} class="soft" />
            </>
          )}
        </a>
      </div>
      <div role="gridcell" class="cell type">
        {t(`type.${type}`)}
      </div>
      <div role="gridcell" class="cell pack">
        {packTitle === undefined ? <bdi>{pack}</bdi> : <Text words={packTitle} />}
      </div>
      <div role="gridcell" class="cell aliases number">
        {formatNumber(aliases)}
      </div>
      <div role="gridcell" class="cell quotes number">
        {formatNumber(quotes)}
      </div>
      <div role="gridcell" class="cell state">
        {edit !== null && <span class="flag">{t(`manager.edit.${edit}`)}</span>}
        {muted && <span class="flag">{t('manager.entities.isMuted')}</span>}
      </div>
    </div>
  );
}
