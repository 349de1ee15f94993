/** The test bench as a section of its own: over all packs that are switched on. */
import type { VNode } from 'preact';
import { t } from '../../../i18n.ts';
import type { ManagerApi } from '../api.ts';
import { TestBench } from './TestBench.tsx';

export function BenchSection({ api }: { api: ManagerApi }): VNode {
  return (
    <>
      <p class="lead-in">{t('manager.bench.intro')}</p>
      <TestBench api={api} />
    </>
  );
}
