/** What the reader has just changed, and the way back, at the place where it was done. */
import { Undo2 } from 'lucide';
import type { VNode } from 'preact';
import { t } from '../i18n.ts';
import { Icon } from './Icon.tsx';
import type { Notice } from './state.ts';
import type { Write } from './writer.ts';

interface NoticeBarProps {
  notice: Notice;
  write: Write | undefined;
}

export function NoticeBar({ notice, write }: NoticeBarProps): VNode {
  const { step } = notice;
  return (
    <>
      <p role="status">{noticeText(notice)}</p>
      {(step === 'done' || step === 'kept') && (
        <button type="button" onClick={() => write?.(notice, false)}>
          <Icon of={Undo2} class="lead" />
          {t('undo.undo')}
        </button>
      )}
    </>
  );
}

function noticeText({ kind, step, name }: Notice): string {
  const text = kind === 'siteOff' ? t('undo.siteOff') : t(`undo.${kind}`, { name });
  switch (step) {
    case 'saving':
    case 'undoing':
      return t('undo.saving');
    case 'done':
      return text;
    case 'failed':
      return t('undo.failed');
    case 'undone':
      return t('undo.undone');
    case 'kept':
      return t('page.undoFailed', { text });
  }
}

/** Whether the button that leads to the notice stands (again). */
export function offersAgain({ step }: Notice): boolean {
  return step === 'undone' || step === 'failed';
}
