import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openPanel, takePanelEntity } from '../../../src/background/panel.ts';

describe('the side panel', () => {
  let opened: unknown[];

  beforeEach(() => {
    fakeBrowser.reset();
    opened = [];
    Object.assign(fakeBrowser, { sidePanel: { open: async (where: unknown) => void opened.push(where) } });
  });

  it('is asked for before anything is awaited, for the click counts no longer', () => {
    void openPanel(7, 3, 'harbour/ada');
    expect(opened).toEqual([{ tabId: 7 }]);
  });

  it('opens on the entity of the card, once, in the window of the click', async () => {
    await openPanel(7, 3, 'harbour/ada');
    expect(await takePanelEntity(4)).toBeNull();
    expect(await takePanelEntity(3)).toBe('harbour/ada');
    expect(await takePanelEntity(3)).toBeNull();
  });
});
