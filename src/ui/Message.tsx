/** A state of its own: what is the case, why, and what can be done. */
import type { IconNode } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../card/Icon.tsx';

interface MessageProps {
  icon: IconNode;
  title: string;
  children?: ComponentChildren;
}

export function Message({ icon, title, children }: MessageProps): VNode {
  return (
    <div class="message" role="status">
      <Icon of={icon} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}
