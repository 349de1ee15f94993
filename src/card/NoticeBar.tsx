/** What the reader has just changed, and the way back, at the place where it was done. */
import { Undo2 } from 'lucide';
import type { VNode } from 'preact';
import { t } from '../i18n.ts';
import { Icon } from './Icon.tsx';
import type { Notice } from './state.ts';

interface NoticeBarProps {
  notice: Notice;
  name: string;
  undo: () => void;
}

export function NoticeBar({ notice: { kind, step }, name, undo }: NoticeBarProps): VNode {
  return (
    <>
      <p role="status">{noticeText(kind, step, name)}</p>
      {step === 'done' && (
        <button type="button" onClick={undo}>
          <Icon of={Undo2} class="lead" />
          {t('undo.undo')}
        </button>
      )}
    </>
  );
}

function noticeText(kind: Notice['kind'], step: Notice['step'], name: string): string {
  if (step === 'saving' || step === 'undoing') return t('undo.saving');
  if (step === 'undone') return t('undo.undone');
  if (step === 'failed') return t('undo.failed');
  return kind === 'siteOff' ? t('undo.siteOff') : t(`undo.${kind}`, { name });
}

/** Whether the button that leads to the notice stands (again). */
export function offersAgain(notice: Notice | null): boolean {
  return notice === null || notice.step === 'undone' || notice.step === 'failed';
}
