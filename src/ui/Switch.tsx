/** Something that is on or off, with what it means. */
import type { VNode } from 'preact';

interface SwitchProps {
  label: string;
  text?: string;
  on: boolean;
  turn: (on: boolean) => void;
}

export function Switch({ label, text, on, turn }: SwitchProps): VNode {
  return (
    <label class="switch">
      <span>
        {label}
        {text !== undefined && <span class="soft">{text}</span>}
      </span>
      <input type="checkbox" checked={on} onChange={({ currentTarget }) => turn(currentTarget.checked)} />
    </label>
  );
}
