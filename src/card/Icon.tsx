/** Icons of lucide (ISC), drawn as plain SVG elements in the colour of the text. Decoration: a label says the rest. */

import type { IconNode } from 'lucide';
import { h, type VNode } from 'preact';

interface IconProps {
  of: IconNode;
  /** `lead`: before words. `way`: points along the text. */
  class?: 'lead' | 'way' | 'lead way';
}

export function Icon({ of: shapes, class: name }: IconProps): VNode {
  return (
    <svg
      class={name === undefined ? 'icon' : `icon ${name}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {shapes.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
