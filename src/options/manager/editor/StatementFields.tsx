/** What is verified now, the background, and what has happened since: each statement with what it rests on. */
import type { VNode } from 'preact';
import type { Entity, Reference } from '../../../dataset/schema.ts';
import { t } from '../../../i18n.ts';
import { TextField } from '../Field.tsx';
import type { Draft } from './draft.ts';
import { ListField } from './ListField.tsx';
import { LocalizedField } from './LocalizedField.tsx';
import type { At } from './problems.ts';
import { ReferencesField } from './ReferencesField.tsx';

export interface StatementFieldsProps {
  draft: Draft;
  /** The language of new texts. */
  lang: string;
  replace: (entity: Entity, references?: Draft['references']) => void;
  at: At;
}

type Made = { id: string; reference: Reference } | undefined;

export function StatementFields({ draft, lang, replace, at }: StatementFieldsProps): VNode {
  const { entity } = draft;
  const set = (change: Partial<Entity>) => replace({ ...entity, ...change });
  const withMade = (change: Partial<Entity>, made: Made) =>
    replace(
      { ...entity, ...change },
      made === undefined ? undefined : { ...draft.references, [made.id]: made.reference },
    );
  const { status: _, ...withoutStatus } = entity;
  return (
    <>
      <h4>{t('manager.editor.status')}</h4>
      <p class="soft hint">{t('manager.editor.statusHint')}</p>
      <ListField
        label={t('manager.editor.status')}
        items={entity.status === undefined ? [] : [entity.status]}
        set={([status]) => replace(status === undefined ? withoutStatus : { ...entity, status })}
        {...(entity.status === undefined
          ? { make: () => ({ text: { [lang]: '' }, date: '', references: [] as string[] }) }
          : {})}
      >
        {(status, change) => (
          <>
            <LocalizedField
              label={t('manager.editor.statusText')}
              value={status.text}
              set={(text) => change({ ...status, text })}
              path="status.text"
              at={at}
              rows={2}
            />
            <DateField
              value={status.date}
              set={(date) => change({ ...status, date })}
              error={at('status.date')}
            />
            <ReferencesField
              all={draft.references}
              chosen={status.references}
              set={(chosen, made) => withMade({ status: { ...status, references: chosen } }, made)}
              error={at('status.references')}
            />
          </>
        )}
      </ListField>

      <h4>{t('card.background')}</h4>
      <p class="soft hint">{t('manager.editor.backgroundHint')}</p>
      <ListField
        label={t('manager.editor.statement')}
        items={entity.background}
        set={(background) => set({ background })}
        make={() => ({
          text: { [lang]: '' },
          basis: { kind: 'references' as const, references: [] as string[] },
        })}
      >
        {(statement, change, i) => (
          <>
            <LocalizedField
              label={t('manager.editor.statement')}
              value={statement.text}
              set={(text) => change({ ...statement, text })}
              path={`background[${i}].text`}
              at={at}
              rows={3}
            />
            {statement.basis.kind === 'source' ? (
              <p class="soft" dir="auto">
                {t('manager.editor.restsOnSource', { words: statement.basis.span.exact })}
              </p>
            ) : (
              <ReferencesField
                all={draft.references}
                chosen={statement.basis.references}
                set={(chosen, made) =>
                  withMade(
                    {
                      background: entity.background.with(i, {
                        ...statement,
                        basis: { kind: 'references', references: chosen },
                      }),
                    },
                    made,
                  )
                }
                error={at(`background[${i}].basis.references`)}
              />
            )}
          </>
        )}
      </ListField>

      <h4>{t('card.since')}</h4>
      <ListField
        label={t('manager.editor.development')}
        items={entity.since}
        set={(since) => set({ since })}
        make={() => ({ text: { [lang]: '' }, date: '', references: [] as string[] })}
      >
        {(development, change, i) => (
          <>
            <LocalizedField
              label={t('manager.editor.development')}
              value={development.text}
              set={(text) => change({ ...development, text })}
              path={`since[${i}].text`}
              at={at}
              rows={2}
            />
            <DateField
              value={development.date}
              set={(date) => change({ ...development, date })}
              error={at(`since[${i}].date`)}
            />
            <ReferencesField
              all={draft.references}
              chosen={development.references}
              set={(chosen, made) =>
                withMade({ since: entity.since.with(i, { ...development, references: chosen }) }, made)
              }
              error={at(`since[${i}].references`)}
            />
          </>
        )}
      </ListField>
    </>
  );
}

interface DateFieldProps {
  value: string;
  set: (date: string) => void;
  error: string | undefined;
  label?: string;
}

/** A year, a month or a day: the browser's own field knows days only. */
export function DateField({ value, set, error, label = t('manager.editor.date') }: DateFieldProps): VNode {
  return <TextField label={label} value={value} set={set} error={error} dir="ltr" placeholder="2020-09-10" />;
}
