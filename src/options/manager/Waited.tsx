/** What a view waits for: lines in its place meanwhile, the trouble where it does not come. */
import type { ComponentChildren, VNode } from 'preact';
import { t } from '../../i18n.ts';
import { Trouble } from './Trouble.tsx';
import type { Answer } from './use-answer.ts';

interface WaitedProps<T> {
  for: Answer<T>;
  children: (value: T) => ComponentChildren;
}

export function Waited<T>({ for: { value, error, refresh }, children }: WaitedProps<T>): VNode {
  if (error !== undefined) return <Trouble error={error} again={refresh} />;
  if (value === undefined) return <Skeleton />;
  return <>{children(value)}</>;
}

export function Skeleton(): VNode {
  return (
    <div class="skeleton" role="status">
      <span class="hidden">{t('manager.loading')}</span>
      <i />
      <i />
      <i />
    </div>
  );
}
