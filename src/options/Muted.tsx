/** Names that are never shown, and those that are somebody else on a site: listed, and shown again. */
import type { ComponentChildren, VNode } from 'preact';
import { Some } from '../card/Some.tsx';
import { t } from '../i18n.ts';
import type { NamedEntity } from '../messages/ui.ts';
import { showSite } from '../sites/read-site.ts';
import { Failed } from '../ui/Failed.tsx';
import { useChoices } from '../ui/use-choices.ts';
import type { SectionProps } from './section.ts';

const SHOWN = 100;

export function Muted({ api }: SectionProps): VNode {
  const { choices, failed, change } = useChoices(api);
  const unmute = async ({ entity, name }: NamedEntity) => {
    if (!(await change('mute', { entity, on: false }))) return;
    api.notices.done(t('muted.unmuted', { name }), async () => {
      await api.ask('mute', { entity, on: true });
    });
  };
  const accept = async ({ entity, name, site }: NamedEntity & { site: string }) => {
    if (!(await change('refuse', { site, entity, on: false }))) return;
    api.notices.done(t('muted.accepted', { name, site: showSite(site) }), async () => {
      await api.ask('refuse', { site, entity, on: true });
    });
  };
  return (
    <>
      <Failed when={failed} />
      <h3>{t('muted.muted')}</h3>
      <p class="soft">{t('muted.mutedText')}</p>
      <List empty={choices?.muted.length === 0 ? t('muted.noneMuted') : undefined}>
        {(choices?.muted ?? []).map((each) => (
          <li key={each.entity}>
            <Name {...each} />
            <ShowAgain name={each.name} press={() => unmute(each)} />
          </li>
        ))}
      </List>
      <h3>{t('muted.refused')}</h3>
      <p class="soft">{t('muted.refusedText')}</p>
      <List empty={choices?.refused.length === 0 ? t('muted.noneRefused') : undefined}>
        {(choices?.refused ?? []).map((each) => (
          <li key={`${each.site} ${each.entity}`}>
            <Name {...each}>
              <span class="soft">
                <bdi>{t('popup.here', { site: showSite(each.site) })}</bdi>
              </span>
            </Name>
            <ShowAgain name={each.name} press={() => accept(each)} />
          </li>
        ))}
      </List>
    </>
  );
}

function List({ empty, children }: { empty: string | undefined; children: readonly VNode[] }): VNode {
  if (empty !== undefined) return <p class="empty">{empty}</p>;
  return (
    <div class="rows-of-names">
      <Some first={SHOWN} step={SHOWN} list>
        {children}
      </Some>
    </div>
  );
}

function Name({ name, children }: NamedEntity & { children?: ComponentChildren }): VNode {
  return (
    <span class="site-name">
      <span>
        <bdi>{name}</bdi>
      </span>
      {children}
    </span>
  );
}

function ShowAgain({ name, press }: { name: string; press: () => void }): VNode {
  return (
    <button type="button" aria-label={t('muted.againName', { name })} onClick={press}>
      {t('muted.again')}
    </button>
  );
}
