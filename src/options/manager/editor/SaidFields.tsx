/** The words of a source on the entity, beside what others say on them. The words themselves are verbatim. */
import type { VNode } from 'preact';
import { type Disputed, type Entity, Verdict } from '../../../dataset/schema.ts';
import { t } from '../../../i18n.ts';
import { SelectField, TextField } from '../Field.tsx';
import { newId } from './draft.ts';
import { ListField } from './ListField.tsx';
import { LocalizedField } from './LocalizedField.tsx';
import { ReferencesField } from './ReferencesField.tsx';
import { SourceSelect } from './SourceFields.tsx';
import { DateField, type StatementFieldsProps } from './StatementFields.tsx';

const VERDICTS = Verdict.options.map((value) => value);

export function SaidFields({ draft, lang, replace, at }: StatementFieldsProps): VNode {
  const { entity, sources } = draft;
  const set = (change: Partial<Entity>) => replace({ ...entity, ...change });
  const { sourceRole } = entity;
  const [firstSource] = sources;
  return (
    <>
      {sourceRole !== undefined && (
        <fieldset class="entry">
          <legend>{t('manager.editor.sourceRole')}</legend>
          <div class="entry-fields">
            <p class="verbatim" dir="auto">
              “{sourceRole.span.exact}”
            </p>
            <LocalizedField
              label={t('manager.editor.role')}
              value={sourceRole.text}
              set={(text) => set({ sourceRole: { ...sourceRole, text } })}
              path="sourceRole.text"
              at={at}
            />
            <DateField
              label={t('manager.editor.asOf')}
              value={sourceRole.asOf}
              set={(asOf) => set({ sourceRole: { ...sourceRole, asOf } })}
              error={at('sourceRole.asOf')}
            />
          </div>
        </fieldset>
      )}
      <h4>{t('card.saidAndOthers')}</h4>
      <p class="soft hint">{t('manager.editor.disputedHint')}</p>
      <ListField
        label={t('manager.editor.disputed')}
        items={entity.disputed}
        set={(disputed) => set({ disputed })}
        {...(firstSource === undefined
          ? {}
          : {
              make: (): Disputed => ({
                id: newId('disputed'),
                verdict: 'contested',
                said: { source: firstSource.id, exact: '', start: 0, end: 0 },
              }),
            })}
      >
        {(disputed, change, i) => (
          <>
            <SourceSelect
              sources={sources}
              value={disputed.said.source}
              set={(source) => change({ ...disputed, said: { ...disputed.said, source } })}
            />
            <TextField
              label={t('manager.editor.said')}
              rows={2}
              value={disputed.said.exact}
              set={(exact) =>
                change({
                  ...disputed,
                  said: { ...disputed.said, exact, end: disputed.said.start + exact.length },
                })
              }
              error={at(`disputed[${i}].said.exact`)}
            />
            <SelectField
              label={t('manager.editor.verdict')}
              value={disputed.verdict}
              set={(verdict) => change({ ...disputed, verdict })}
              options={VERDICTS.map((value) => ({ value, label: t(`verdict.${value}`) }))}
            />
            <LocalizedField
              label={t('manager.editor.others')}
              value={disputed.others?.text ?? { [lang]: '' }}
              set={(text) => change({ ...disputed, others: { references: [], ...disputed.others, text } })}
              path={`disputed[${i}].others.text`}
              at={at}
              rows={2}
            />
            {disputed.others !== undefined && (
              <ReferencesField
                all={draft.references}
                chosen={disputed.others.references}
                set={(chosen, made) =>
                  replace(
                    {
                      ...entity,
                      disputed: entity.disputed.with(i, {
                        ...disputed,
                        others: { text: disputed.others?.text ?? {}, references: chosen },
                      }),
                    },
                    made === undefined ? undefined : { ...draft.references, [made.id]: made.reference },
                  )
                }
                error={at(`disputed[${i}].others.references`)}
              />
            )}
          </>
        )}
      </ListField>
    </>
  );
}
