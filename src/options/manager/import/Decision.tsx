/** What the reader has to agree to before an import is written, and the buttons that write it or let it be. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { count, t } from '../../../i18n.ts';
import type { ImportDraft } from '../../../store/manager-api.ts';
import { wordsOf } from '../langs.ts';
import { Invalid } from './Invalid.tsx';
import type { Importing } from './importing.ts';

interface DecisionProps {
  importing: Importing;
  draft: ImportDraft;
}

export function Decision({ importing: { state, commit, cancel }, draft }: DecisionProps): VNode {
  const { pack, status, invalid, installed } = draft;
  const [withoutInvalid, setWithoutInvalid] = useState(false);
  const [replace, setReplace] = useState(false);
  const mustReplace = status === 'older' || status === 'own';
  const agreed = (invalid.length === 0 || withoutInvalid) && (!mustReplace || replace);
  const write = () =>
    commit({ withoutInvalid, replace, name: { what: 'imported', name: wordsOf(pack.title).text } });
  return (
    <>
      {invalid.length > 0 && (
        <section class="group">
          <h3 class="warning">{count('manager.import.invalid', invalid.length)}</h3>
          <Invalid invalid={invalid} />
          <label class="check">
            <input
              type="checkbox"
              checked={withoutInvalid}
              onChange={({ currentTarget }) => setWithoutInvalid(currentTarget.checked)}
            />
            {t('manager.import.withoutThem')}
          </label>
        </section>
      )}
      {mustReplace && (
        <label class="check">
          <input
            type="checkbox"
            checked={replace}
            onChange={({ currentTarget }) => setReplace(currentTarget.checked)}
          />
          {status === 'own'
            ? t('manager.import.replaceOwn')
            : t('manager.import.replaceNewer', { version: installed?.version ?? '' })}
        </label>
      )}
      <div class="acts">
        {/* While it is read in another way, what stands here is what it would no longer be. */}
        <button type="button" class="main" disabled={!agreed || state.step !== 'preview'} onClick={write}>
          {t(invalid.length > 0 && withoutInvalid ? 'manager.import.writeWithout' : 'manager.import.write')}
        </button>
        <button type="button" onClick={cancel}>
          {t('manager.cancel')}
        </button>
        <span class="soft">{t('manager.import.notYet')}</span>
      </div>
    </>
  );
}
