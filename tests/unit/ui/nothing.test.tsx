import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PackSummary } from '../../../src/messages/ui.ts';
import { Nothing } from '../../../src/ui/Nothing.tsx';
import type { ViewApi } from '../../../src/ui/view-api.ts';
import '../../support/messages.ts';

const PACK: PackSummary = {
  ...{ id: 'harbour', title: 'The harbour', version: '1', checked: '2026-11-23', entities: 3, quotes: 0 },
  ...{ on: true, sensitive: false, bundled: false },
};

describe('a page without a name', () => {
  let root: HTMLElement;
  const openOptions = vi.fn();
  beforeEach(() => {
    const { document } = parseHTML('<!doctype html><body></body>');
    vi.stubGlobal('document', document);
    root = document.body;
  });
  afterEach(() => {
    render(null, root);
    vi.unstubAllGlobals();
  });

  async function draw(packs: Promise<PackSummary[]>): Promise<string> {
    const api = { tabId: 7, ask: () => packs, openOptions } as unknown as ViewApi;
    await act(() => render(<Nothing api={api} />, root));
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    return root.textContent ?? '';
  }

  it('names the packs that were looked through', async () => {
    expect(await draw(Promise.resolve([PACK]))).toContain('The harbour');
  });

  it('says that every pack is off only where there is one', async () => {
    expect(await draw(Promise.resolve([{ ...PACK, on: false }]))).toContain('Every pack is switched off');
  });

  it('offers the import where there is no pack', async () => {
    const words = await draw(Promise.resolve([]));
    expect(words).toContain('There is no pack.');
    expect(words).not.toContain('switched off');
    [...root.querySelectorAll('button')].find((button) => button.textContent === 'Import')?.click();
    expect(openOptions).toHaveBeenCalledWith('import/tab=7');
  });

  it('does not take a question without an answer for no pack', async () => {
    const words = await draw(Promise.reject(new Error('busy')));
    expect(words).toContain('did not answer');
    expect(words).not.toMatch(/switched off|There is no pack/u);
  });
});
