/** Why something could not be done, what was kept, and what can be done now. */
import { CircleAlert, DatabaseZap } from 'lucide';
import type { VNode } from 'preact';
import { t } from '../../i18n.ts';
import { Message } from '../../ui/Message.tsx';
import { troubleOf } from './trouble.ts';

interface TroubleProps {
  error: unknown;
  again?: () => void;
}

/** In place of a whole view. */
export function Trouble({ error, again }: TroubleProps): VNode {
  const trouble = troubleOf(error);
  const broken = trouble === 'store-broken' || trouble === 'store-newer';
  return (
    <Message
      icon={broken ? DatabaseZap : CircleAlert}
      title={t(broken ? 'manager.brokenTitle' : 'manager.troubleTitle')}
    >
      <p>{troubleText(error)}</p>
      <div class="acts">
        {broken && (
          <a class="button" href="#storage">
            {t('manager.toRecovery')}
          </a>
        )}
        {again !== undefined && (
          <button type="button" onClick={again}>
            {t('card.retry')}
          </button>
        )}
      </div>
    </Message>
  );
}

/** Beside what was tried. */
export function TroubleLine({ error }: { error: unknown }): VNode | null {
  if (error === undefined) return null;
  return (
    <p class="warning trouble-line" role="alert">
      {troubleText(error)}
    </p>
  );
}

function troubleText(error: unknown): string {
  switch (troubleOf(error)) {
    case 'store-broken':
      return t('manager.trouble.storeBroken');
    case 'store-newer':
      return t('manager.trouble.storeNewer');
    case 'no-room':
      return t('manager.trouble.noRoom');
    case 'overtaken':
      return t('manager.trouble.overtaken');
    case 'refused':
      return t('manager.trouble.refused', { why: error instanceof Error ? error.message : '' });
    default:
      return t('manager.trouble.other');
  }
}
