/** What an import would add, change and remove, and which rows it would lose: everything a decision needs. */
import { TriangleAlert } from 'lucide';
import type { VNode } from 'preact';
import { pair } from '../../../card/copy-text.ts';
import { Icon } from '../../../card/Icon.tsx';
import { Some } from '../../../card/Some.tsx';
import { Text } from '../../../card/Text.tsx';
import { EntityType, NO_LICENCE } from '../../../dataset/schema.ts';
import { count, formatDate, t } from '../../../i18n.ts';
import type { ImportDraft } from '../../../store/manager-api.ts';
import type { ManagerApi } from '../api.ts';
import { SelectField } from '../Field.tsx';
import { wordsOf } from '../langs.ts';
import { Changes } from './Changes.tsx';
import { Columns } from './Columns.tsx';
import { Decision } from './Decision.tsx';
import { FormatChoice } from './FormatChoice.tsx';
import { IntoPack } from './IntoPack.tsx';
import { warningText } from './reasons.ts';

/** So many changes without a place are listed before a button for more. */
const ASIDE_FIRST = 5;

interface PreviewProps {
  api: ManagerApi;
  draft: ImportDraft;
}

export function Preview({ api, draft }: PreviewProps): VNode {
  const { pack, rows, warnings, format, columns, editsKept, editsAside } = draft;
  const { readAgain, state } = api.imports.file;
  const { read, into } = state;
  const about = [
    t('popup.version', { version: pack.version }),
    t('popup.checked', { date: formatDate(pack.checked) }),
    // That there is none is a warning below.
    ...(pack.licence === NO_LICENCE ? [] : [pack.licence]),
  ].reduce(pair);
  return (
    <div class="preview">
      <h3>
        <Text words={wordsOf(pack.title)} />
      </h3>
      <p class="soft">
        <bdi>{about}</bdi>
      </p>
      {draft.sha256 !== undefined && (
        <p class="soft">
          {t('manager.import.sha256')} <bdi class="checksum">{draft.sha256}</bdi>
        </p>
      )}
      <p>
        {statusText(draft)} {count('manager.import.rows', rows)}
      </p>
      {editsKept > 0 && <p>{count('manager.import.editsKept', editsKept)}</p>}
      {editsAside.length > 0 && (
        <div class="group">
          <p class="warning">{count('manager.import.editsAside', editsAside.length)}</p>
          <Some first={ASIDE_FIRST} list>
            {editsAside.map(({ kind, id, name }) => (
              <li key={`${kind} ${id}`}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </Some>
        </div>
      )}
      {warnings.map((warning) => (
        <p key={warning.kind} class="warning">
          <Icon of={TriangleAlert} class="lead" />
          {warningText(warning)}
        </p>
      ))}
      <div class="reading">
        <FormatChoice read={read} found={format} again={(next) => readAgain(next, into)} />
        {format !== 'pack' && (
          <>
            <IntoPack api={api} into={into} set={(next) => readAgain(read, next)} />
            <SelectField
              label={t('manager.import.type')}
              value={read.type ?? 'person'}
              set={(type) => readAgain({ ...read, type }, into)}
              options={EntityType.options.map((value) => ({ value, label: t(`type.${value}`) }))}
            />
          </>
        )}
        {columns !== undefined && (
          <Columns columns={columns} read={read} again={(next) => readAgain(next, into)} />
        )}
      </div>
      <Changes draft={draft} />
      {/* Consent to what one reading would lose is none to what the next would. */}
      <Decision key={state.reading} importing={api.imports.file} draft={draft} />
    </div>
  );
}

/** How it stands to what is there under its id. */
function statusText({ status, installed, pack }: ImportDraft): string {
  const before = installed?.version ?? '';
  switch (status) {
    case 'new':
      return t('manager.import.status.new');
    case 'newer':
      return t('manager.import.status.newer', { before, after: pack.version });
    case 'same':
      return t('manager.import.status.same', { before });
    case 'older':
      return t('manager.import.status.older', { before, after: pack.version });
    case 'own':
      return t('manager.import.status.own');
    case 'into':
      return t('manager.import.status.into');
  }
}
