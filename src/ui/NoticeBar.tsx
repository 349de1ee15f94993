/** Says what was last done and offers Undo, beside the page, until something else is done or it is put away. */
import { Check, CircleAlert, Undo2, X } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../card/Icon.tsx';
import { detach } from '../errors.ts';
import { t } from '../i18n.ts';
import type { Notice, Notices } from './notices.ts';

export function NoticeBar({ notices }: { notices: Notices }): VNode {
  const notice = useNotice(notices);
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // What was deleted has taken the focus with it: the way back is the next place to be.
    if (notice?.step !== 'offered' && document.activeElement === document.body) undo.current?.focus();
  }, [notice]);
  return (
    <div class="notice-place" role="status">
      {notice !== undefined && (
        <div class={`notice ${notice.step}`}>
          <Icon of={notice.step === 'failed' ? CircleAlert : Check} />
          <span class="words">{wordsOf(notice)}</span>
          {notice.undo !== undefined && notice.step !== 'undoing' && (
            <button type="button" class="undo" ref={undo} onClick={() => detach(notices.undo())}>
              <Icon of={Undo2} class="lead" />
              {t('undo.undo')}
            </button>
          )}
          <button
            type="button"
            class="icon-button"
            aria-label={t('page.dismiss')}
            title={t('page.dismiss')}
            onClick={() => notices.dismiss()}
          >
            <Icon of={X} />
          </button>
        </div>
      )}
    </div>
  );
}

function useNotice(notices: Notices): Notice | undefined {
  const [notice, setNotice] = useState(notices.current);
  useEffect(() => notices.listen(() => setNotice(notices.current)), [notices]);
  return notice;
}

function wordsOf({ text, step, why }: Notice): string {
  switch (step) {
    case 'done':
    case 'offered':
      return text;
    case 'undoing':
      return t('undo.saving');
    case 'undone':
      return t('page.undone', { text });
    case 'failed':
      return [t('page.undoFailed', { text }), why].filter((words) => words !== undefined).join(' ');
  }
}
