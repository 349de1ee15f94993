/** Pauses everywhere, and says until when. */
import { CirclePause } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../card/Icon.tsx';
import { t, uiLang } from '../i18n.ts';
import type { Pause } from '../messages/ui.ts';
import type { Site } from './use-site.ts';

/** A disclosure, because a pause is chosen rarely and must not be pressed by chance. */
export function PauseControl({ site: { state, pause } }: { site: Site }): VNode {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const left = new AbortController();
    const close = () => {
      if (details.current) details.current.open = false;
    };
    addEventListener(
      'pointerdown',
      ({ target }) => target instanceof Node && !details.current?.contains(target) && close(),
      { signal: left.signal },
    );
    details.current?.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !details.current?.open) return;
        event.preventDefault();
        event.stopPropagation();
        close();
        details.current.querySelector('summary')?.focus();
      },
      { signal: left.signal },
    );
    return () => left.abort();
  }, []);
  if (state.pause !== null) {
    return (
      <p class="paused" role="status">
        <Icon of={CirclePause} />
        <span>{pausedUntil(state.pause)}</span>
        <button type="button" class="plain" onClick={() => pause(null)}>
          {t('popup.pause.resume')}
        </button>
      </p>
    );
  }
  return (
    <details class="pause" ref={details}>
      <summary title={t('popup.pause.label')}>
        <Icon of={CirclePause} class="lead" />
        {t('popup.pause.button')}
      </summary>
      <div class="choices">
        <p>{t('popup.pause.label')}</p>
        <button type="button" class="plain" onClick={() => pause('hour')}>
          {t('popup.pause.hour')}
        </button>
        <button type="button" class="plain" onClick={() => pause('resumed')}>
          {t('popup.pause.resumed')}
        </button>
      </div>
    </details>
  );
}

export function pausedUntil({ until }: Pause): string {
  if (until === 'resumed') return t('popup.pause.untilResumed');
  const time = new Intl.DateTimeFormat(uiLang(), { timeStyle: 'short' }).format(until);
  return t('popup.pause.untilTime', { time });
}
