/** An editor's note that may be missing: on a quote, on words in it, on a source. */
import type { VNode } from 'preact';
import type { Localized } from '../../../dataset/parts.ts';
import { ListField } from './ListField.tsx';
import { LocalizedField } from './LocalizedField.tsx';
import type { At } from './problems.ts';

interface NoteFieldProps<Noted> {
  label: string;
  /** What the note is on. */
  on: Noted;
  change: (noted: Noted) => void;
  /** The language of a new note. */
  lang: string;
  at: At;
  /** Of the note: `sic[0].note`. */
  path?: string;
}

export function NoteField<Noted extends { note?: Localized | undefined }>(
  props: NoteFieldProps<Noted>,
): VNode {
  const { label, on, change, lang, at, path = 'note' } = props;
  const { note } = on;
  const set = (next: Localized | undefined) => {
    const noted = { ...on };
    if (next === undefined) delete noted.note;
    else Object.assign(noted, { note: next });
    change(noted);
  };
  return (
    <ListField
      label={label}
      items={note === undefined ? [] : [note]}
      set={([next]) => set(next)}
      {...(note === undefined ? { make: () => ({ [lang]: '' }) } : {})}
    >
      {(text, setText) => (
        <LocalizedField label={label} value={text} set={setText} path={path} at={at} rows={2} />
      )}
    </ListField>
  );
}
