/** The words of a source on the entity, beside what others say on them. The words themselves are verbatim. */
import type { VNode } from 'preact';
import { type Disputed, type Entity, Verdict } from '../../../dataset/schema.ts';
import { t } from '../../../i18n.ts';
import { SelectField } from '../Field.tsx';
import { newId } from './draft.ts';
import { ListField } from './ListField.tsx';
import { LocalizedField } from './LocalizedField.tsx';
import { ReferencesField } from './ReferencesField.tsx';
import { RoleField } from './RoleField.tsx';
import { SpanFields } from './SpanFields.tsx';
import type { StatementFieldsProps } from './StatementFields.tsx';

const VERDICTS = Verdict.options.map((value) => value);

export function SaidFields({ draft, lang, replace, at }: StatementFieldsProps): VNode {
  const { entity, sources } = draft;
  const set = (change: Partial<Entity>) => replace({ ...entity, ...change });
  const [firstSource] = sources;
  return (
    <>
      {firstSource === undefined && <p class="soft hint">{t('manager.editor.sourceFirst')}</p>}
      <h4>{t('manager.editor.sourceRole')}</h4>
      <RoleField draft={draft} lang={lang} replace={replace} at={at} />
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
            <SpanFields
              sources={sources}
              span={disputed.said}
              set={(said) => change({ ...disputed, said })}
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
