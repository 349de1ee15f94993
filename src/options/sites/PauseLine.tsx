/** A pause for everywhere: begun for an hour or until resumed, and ended. */
import { Pause as PauseIcon } from 'lucide';
import type { VNode } from 'preact';
import { Icon } from '../../card/Icon.tsx';
import { formatTime, t } from '../../i18n.ts';
import type { Pause, PauseChoice } from '../../messages/ui.ts';

interface PauseLineProps {
  pause: Pause | null;
  set: (until: PauseChoice | null) => void;
}

export function PauseLine({ pause, set }: PauseLineProps): VNode {
  return (
    <div class={pause === null ? 'acts' : 'acts banner'} role="status">
      {pause === null ? (
        <>
          <button type="button" onClick={() => set('hour')}>
            <Icon of={PauseIcon} class="lead" />
            {t('sites.pauseHour')}
          </button>
          <button type="button" onClick={() => set('resumed')}>
            {t('sites.pauseOpen')}
          </button>
        </>
      ) : (
        <>
          <span>
            {pause.until === 'resumed'
              ? t('sites.pausedOpen')
              : t('sites.pausedUntil', { time: formatTime(pause.until) })}
          </span>
          <button type="button" class="main" onClick={() => set(null)}>
            {t('sites.resume')}
          </button>
        </>
      )}
    </div>
  );
}
