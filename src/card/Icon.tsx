/** Icons of lucide (ISC), drawn as plain SVG elements in the colour of the text. Decoration: a label says the rest. */

import type { IconNode } from 'lucide';
import { h, type VNode } from 'preact';

export function Icon({ of: shapes }: { of: IconNode }): VNode {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {shapes.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
