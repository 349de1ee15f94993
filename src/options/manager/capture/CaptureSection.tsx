/** What was selected on a page, as a form that is filled in: saved as a name or as a quote, into a pack of the reader's own. */
import { CircleCheck, MousePointerClick } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import type { CaptureDraft } from '../../../messages/capture-draft.ts';
import { Message } from '../../../ui/Message.tsx';
import type { ManagerApi } from '../api.ts';
import { SelectField, TextField } from '../Field.tsx';
import { wordsOf } from '../langs.ts';
import { useAnswer } from '../use-answer.ts';
import { Waited } from '../Waited.tsx';
import { useRevision } from '../written.ts';
import { accessText } from './access-text.ts';
import { NameCapture } from './NameCapture.tsx';
import { QuoteCapture } from './QuoteCapture.tsx';
import type { Target } from './save-capture.ts';

interface CaptureSectionProps {
  api: ManagerApi;
  /** The id of the draft. */
  path: string;
}

/** No pack has this id: ids hold no capital letters. */
const NEW = 'NEW';

export function CaptureSection({ api, path }: CaptureSectionProps): VNode {
  const [saved, setSaved] = useState<string>();
  const revision = useRevision(api);
  const found = useAnswer(async () => {
    const [capture, packs] = await Promise.all([api.capture(path), api.store.packs()]);
    return { capture, own: packs.filter(({ origin }) => origin === 'own') };
  }, path);
  useEffect(() => {
    // What was undone can be saved again.
    if (api.notices.current?.step === 'undone') setSaved(undefined);
  }, [api, revision]);
  if (saved !== undefined) {
    return (
      <Message icon={CircleCheck} title={saved}>
        <p>{t('manager.import.doneText')}</p>
        <a class="button" href="#entities">
          {t('manager.packs.entries')}
        </a>
      </Message>
    );
  }
  return (
    <Waited for={found}>
      {({ capture, own }) =>
        capture === undefined ? (
          <Message icon={MousePointerClick} title={t('manager.capture.gone')}>
            <p>{t('manager.capture.goneText')}</p>
          </Message>
        ) : (
          <Form
            api={api}
            capture={capture}
            packs={own.map(({ id, title }) => ({ value: id, label: wordsOf(title).text }))}
            done={(text) => {
              setSaved(text);
              api.dropCapture(path);
            }}
          />
        )
      }
    </Waited>
  );
}

interface FormProps {
  api: ManagerApi;
  capture: CaptureDraft;
  packs: { value: string; label: string }[];
  done: (text: string) => void;
}

function Form({ api, capture, packs, done }: FormProps): VNode {
  const [as, setAs] = useState(capture.as);
  const [packId, setPackId] = useState(packs[0]?.value ?? NEW);
  const [title, setTitle] = useState(t('manager.names.newTitle'));
  const isNew = packId === NEW;
  const target: Target = isNew ? { create: title.trim() || t('manager.names.newTitle') } : { id: packId };
  const packTitle = packs.find(({ value }) => value === packId)?.label ?? title;
  const saved = (what: string) => done(t('manager.capture.saved', { what, title: packTitle }));
  const { captured } = capture;
  return (
    <div class="stack capture">
      {capture.isPrivate && <p class="warning">{t('manager.capture.isPrivate')}</p>}
      <fieldset class="modes">
        <legend class="hidden">{t('manager.nav.capture')}</legend>
        {(['name', 'quote'] as const).map((each) => (
          <label key={each} class="check">
            <input type="radio" name="as" checked={as === each} onChange={() => setAs(each)} />
            {t(each === 'name' ? 'manager.capture.addName' : 'manager.capture.addQuote')}
          </label>
        ))}
      </fieldset>
      <div class="pair">
        <SelectField
          label={t('manager.names.into')}
          value={packId}
          set={setPackId}
          options={[...packs, { value: NEW, label: t('manager.names.newPack') }]}
        />
        {isNew && <TextField label={t('manager.packs.title')} value={title} set={setTitle} />}
      </div>
      {as === 'name' ? (
        <NameCapture api={api} captured={captured} target={target} saved={saved} />
      ) : (
        <QuoteCapture api={api} captured={captured} target={target} saved={saved} />
      )}
      <p class="soft hint">{accessText(captured)}</p>
    </div>
  );
}
