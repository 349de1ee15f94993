/** The office of the entity as a source has it: its words, what they mean, when it held, and how it stands today. */
import type { VNode } from 'preact';
import { type SourceRole, Verdict } from '../../../dataset/schema.ts';
import { t } from '../../../i18n.ts';
import { SelectField } from '../Field.tsx';
import { ListField } from './ListField.tsx';
import { LocalizedField } from './LocalizedField.tsx';
import { SpanFields } from './SpanFields.tsx';
import { DateField, type StatementFieldsProps } from './StatementFields.tsx';

const VERDICTS = ['', ...Verdict.options] as const;

export function RoleField({ draft, lang, replace, at }: StatementFieldsProps): VNode {
  const { entity, sources } = draft;
  const { sourceRole, ...without } = entity;
  const [source] = sources;
  const make = (of: typeof source & object): SourceRole => ({
    text: { [lang]: '' },
    span: { source: of.id, exact: '', start: 0, end: 0 },
    asOf: of.date,
  });
  return (
    <ListField
      label={t('manager.editor.role')}
      items={sourceRole === undefined ? [] : [sourceRole]}
      set={([role]) => replace(role === undefined ? without : { ...entity, sourceRole: role })}
      {...(sourceRole === undefined && source !== undefined ? { make: () => make(source) } : {})}
    >
      {(role, change) => {
        const { verdict: _, ...unjudged } = role;
        return (
          <>
            {role.span.start > 0 ? (
              <p class="verbatim" dir="auto">
                “{role.span.exact}”
              </p>
            ) : (
              <SpanFields
                sources={sources}
                span={role.span}
                set={(span) => change({ ...role, span })}
                error={at('sourceRole.span.exact')}
              />
            )}
            <LocalizedField
              label={t('manager.editor.role')}
              value={role.text}
              set={(text) => change({ ...role, text })}
              path="sourceRole.text"
              at={at}
            />
            <div class="pair">
              <DateField
                label={t('manager.editor.asOf')}
                value={role.asOf}
                set={(asOf) => change({ ...role, asOf })}
                error={at('sourceRole.asOf')}
              />
              <SelectField<Verdict | ''>
                label={t('manager.editor.verdict')}
                value={role.verdict ?? ''}
                set={(verdict) => change(verdict === '' ? unjudged : { ...role, verdict })}
                options={VERDICTS.map((value) => ({
                  value,
                  label: t(value === '' ? 'manager.editor.noVerdict' : `verdict.${value}`),
                }))}
              />
            </div>
          </>
        );
      }}
    </ListField>
  );
}
