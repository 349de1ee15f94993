/** A labelled control with its hint and its error, tied together for a screen reader. */
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  /** Seen by screen readers alone: the place says the rest. */
  labelHidden?: boolean;
  hint?: ComponentChildren;
  /** What is wrong with what stands there. */
  error?: string | undefined;
  class?: string;
  children: (wiring: Wiring) => VNode;
}

/** To be spread over the control. */
export interface Wiring {
  id: string;
  'aria-invalid': 'true' | undefined;
  'aria-describedby': string | undefined;
}

export function Field({ label, labelHidden = false, hint, error, class: name, children }: FieldProps): VNode {
  const id = useId();
  const hasHint = hint !== undefined;
  const hasError = error !== undefined;
  const describedBy = [...(hasHint ? [`${id}-hint`] : []), ...(hasError ? [`${id}-error`] : [])].join(' ');
  return (
    <div class={name === undefined ? 'field' : `field ${name}`}>
      <label for={id} class={labelHidden ? 'hidden' : undefined}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': hasError ? 'true' : undefined,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
      })}
      {hasHint && (
        <p id={`${id}-hint`} class="soft hint">
          {hint}
        </p>
      )}
      {hasError && (
        <p id={`${id}-error`} class="error">
          {error}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  value: string;
  set: (value: string) => void;
  /** So many lines; one without it. */
  rows?: number;
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | 'auto';
  placeholder?: string;
  spellcheck?: boolean;
}

/** Text of any script: it runs in the direction of its own first letter. */
export function TextField(props: TextFieldProps): VNode {
  const { value, set, rows, lang, dir = 'auto', placeholder, spellcheck = false, ...field } = props;
  const shared = { value, lang, dir, placeholder, spellcheck };
  return (
    <Field {...field}>
      {(wiring) =>
        rows === undefined ? (
          <input
            {...wiring}
            {...shared}
            type="text"
            onInput={({ currentTarget }) => set(currentTarget.value)}
          />
        ) : (
          <textarea
            {...wiring}
            {...shared}
            rows={rows}
            onInput={({ currentTarget }) => set(currentTarget.value)}
          />
        )
      }
    </Field>
  );
}

interface SelectFieldProps<Value extends string> extends Omit<FieldProps, 'children'> {
  value: Value;
  options: readonly { value: Value; label: string }[];
  set: (value: Value) => void;
}

export function SelectField<Value extends string>(props: SelectFieldProps<Value>): VNode {
  const { value, options, set, ...field } = props;
  return (
    <Field {...field}>
      {(wiring) => (
        <select
          {...wiring}
          value={value}
          onChange={({ currentTarget }) => {
            const chosen = options.find((option) => option.value === currentTarget.value);
            if (chosen !== undefined) set(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
