/** One question with its answers, each with what it means. */
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';

interface Answer<Value extends string> {
  value: Value;
  label: string;
  /** What it means, in a line of its own. */
  text?: string;
  /** What it looks like, at the end of the line. */
  sample?: VNode;
}

interface ChoiceProps<Value extends string> {
  legend: string;
  /** Said before the answers. */
  children?: ComponentChildren;
  answers: readonly Answer<Value>[];
  /** None is chosen before the reader's own is known. */
  chosen: Value | undefined;
  choose: (value: Value) => void;
}

export function Choice<Value extends string>(props: ChoiceProps<Value>): VNode {
  const { legend, children, answers, chosen, choose } = props;
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      {children}
      {answers.map(({ value, label, text, sample }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => choose(value)}
          />
          <span>
            {label}
            {text !== undefined && <span class="soft">{text}</span>}
          </span>
          {sample}
        </label>
      ))}
    </fieldset>
  );
}
