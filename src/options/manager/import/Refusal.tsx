/** A source of which nothing can be kept: why, and what can still be tried. Nothing has changed. */
import { FileX2 } from 'lucide';
import type { VNode } from 'preact';
import type { ReadOptions } from '../../../dataset/formats/types.ts';
import { t } from '../../../i18n.ts';
import type { ImportPreview } from '../../../store/manager-api.ts';
import { Message } from '../../../ui/Message.tsx';
import { Columns } from './Columns.tsx';
import { FormatChoice } from './FormatChoice.tsx';
import { Invalid } from './Invalid.tsx';
import { fileReason } from './reasons.ts';

interface RefusalProps {
  refused: Extract<ImportPreview, { ok: false }>;
  read: ReadOptions;
  again: (read: ReadOptions) => void;
  cancel: () => void;
}

export function Refusal({
  refused: { problems, invalid, columns },
  read,
  again,
  cancel,
}: RefusalProps): VNode {
  return (
    <>
      <Message icon={FileX2} title={t('manager.import.refused')}>
        {problems.map((problem) => (
          <p key={`${problem.reason} ${problem.field}`}>
            {fileReason(problem)}
            {problem.field !== undefined && (
              <>
                {' '}
                <bdi class="soft">
                  {problem.field}
                  {problem.value === undefined ? '' : `: ${problem.value}`}
                </bdi>
              </>
            )}
          </p>
        ))}
        <p class="soft">{t('manager.import.nothingChanged')}</p>
      </Message>
      <div class="reading">
        <FormatChoice read={read} again={again} />
        {columns !== undefined && <Columns columns={columns} read={read} again={again} />}
      </div>
      {invalid.length > 0 && <Invalid invalid={invalid} />}
      <div class="acts">
        <button type="button" onClick={cancel}>
          {t('manager.import.other')}
        </button>
      </div>
    </>
  );
}
