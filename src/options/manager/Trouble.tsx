/** Why something could not be done, what was kept, and what can be done now. */
import { CircleAlert, DatabaseZap } from 'lucide';
import type { VNode } from 'preact';
import type { Trouble as TroubleKind } from '../../errors.ts';
import { t } from '../../i18n.ts';
import { Message } from '../../ui/Message.tsx';
import { problemText } from './import/reasons.ts';
import { isClosed, needsRecovery, troubleOf, Unfit } from './trouble.ts';

interface TroubleProps {
  error: unknown;
  again?: () => void;
}

/** In place of a whole view. */
export function Trouble({ error, again }: TroubleProps): VNode {
  const closed = isClosed(error);
  return (
    <Message
      icon={closed ? DatabaseZap : CircleAlert}
      title={t(closed ? 'manager.brokenTitle' : 'manager.troubleTitle')}
    >
      <p>{troubleText(error)}</p>
      <div class="acts">
        {needsRecovery(error) && (
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

const WORDS = {
  'store-broken': 'manager.trouble.storeBroken',
  'store-held': 'manager.trouble.storeHeld',
  'store-newer': 'manager.trouble.storeNewer',
  'no-room': 'manager.trouble.noRoom',
  overtaken: 'manager.trouble.overtaken',
  'pack-gone': 'manager.trouble.packGone',
  'not-own': 'manager.trouble.notOwn',
  refused: 'manager.trouble.refused',
  'bad-file': 'manager.storage.badBackup',
  gone: 'manager.trouble.other',
} as const satisfies Record<TroubleKind, string>;

export function troubleText(error: unknown): string {
  if (error instanceof Unfit) {
    const [first] = error.problems;
    if (first !== undefined) return t('manager.trouble.unfit', { why: problemText(first.code, first.value) });
  }
  const trouble = troubleOf(error);
  return t(trouble === undefined ? 'manager.trouble.other' : WORDS[trouble]);
}
