/** One entity in place of the lists that led to it, with the content of its card and the way back. */
import { ArrowLeft } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Kind } from '../card/CardBody.tsx';
import { Icon } from '../card/Icon.tsx';
import { t } from '../i18n.ts';
import { Contents, type Place } from './Contents.tsx';
import { JumpTo, JumpWarning } from './JumpTo.tsx';
import type { Jumps } from './use-jumps.ts';
import type { ViewApi } from './view-api.ts';

interface EntityViewProps {
  place: Place;
  api: ViewApi;
  back: () => void;
  follow: (place: Place) => void;
  /** Where the page mentions it. */
  jumps?: Jumps;
}

export function EntityView({ place, api, back, follow, jumps }: EntityViewProps): VNode {
  const { entity, name } = place;
  const view = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  // Each entity is shown from its top, with Back in reach.
  useEffect(() => {
    scrollTo({ top: 0, behavior: 'instant' });
    button.current?.focus();
  }, [entity]);
  useEffect(() => {
    const left = new AbortController();
    view.current?.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // Else the browser would close the popup.
        event.preventDefault();
        back();
      },
      { signal: left.signal },
    );
    return () => left.abort();
  }, [back]);
  return (
    <section class="entity" aria-label={name} ref={view}>
      <Contents
        place={place}
        ask={api.ask}
        follow={follow}
        above={(first) => (
          <>
            <div class="bar">
              <button type="button" class="back" ref={button} onClick={back}>
                <Icon of={ArrowLeft} class="lead way" />
                {t('card.back')}
              </button>
              {first && <Kind type={first.type} />}
              {jumps && <JumpTo entity={entity} name={name} jumps={jumps} both />}
            </div>
            {jumps && <JumpWarning entity={entity} jumps={jumps} />}
          </>
        )}
      />
    </section>
  );
}
