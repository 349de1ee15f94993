/** Words of a source, typed in by hand: they stand at no known place of it. */
import type { VNode } from 'preact';
import type { Source, SourceSpan } from '../../../dataset/schema.ts';
import { t } from '../../../i18n.ts';
import { TextField } from '../Field.tsx';
import { SourceSelect } from './SourceFields.tsx';

interface SpanFieldsProps {
  sources: readonly Source[];
  span: SourceSpan;
  set: (span: SourceSpan) => void;
  error: string | undefined;
}

export function SpanFields({ sources, span, set, error }: SpanFieldsProps): VNode {
  return (
    <>
      <SourceSelect sources={sources} value={span.source} set={(source) => set({ ...span, source })} />
      <TextField
        label={t('manager.editor.said')}
        rows={2}
        value={span.exact}
        set={(exact) => set({ ...span, exact, end: span.start + exact.length })}
        error={error}
      />
    </>
  );
}
