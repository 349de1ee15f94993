import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setReporter } from '../../../src/errors.ts';
import { NoticeBar } from '../../../src/ui/NoticeBar.tsx';
import { createNotices, type Notices, type UndoFailure } from '../../../src/ui/notices.ts';
import { speak } from '../../support/messages.ts';

const OVERTAKEN: UndoFailure = { why: 'It was changed again.', final: true };
const LOST: UndoFailure = { why: 'Nobody answered.', final: false };

/** A bar on which an Undo fails for these reasons, one after the other, and then works. */
function failing(...failures: UndoFailure[]): { notices: Notices; putAway: string[] } {
  const putAway: string[] = [];
  const notices = createNotices((error) => error as UndoFailure);
  const undo = async () => {
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
  };
  notices.done('Osric Vane was saved.', undo, { token: 'u1', putAway: () => void putAway.push('u1') });
  return { notices, putAway };
}

describe('an Undo that fails', () => {
  let root: HTMLElement;
  beforeEach(() => {
    speak('en');
    setReporter(() => {});
    const { document } = parseHTML('<!doctype html><body></body>');
    vi.stubGlobal('document', document);
    root = document.body;
  });
  afterEach(() => {
    render(null, root);
    vi.unstubAllGlobals();
    setReporter(console.error);
  });

  const show = (notices: Notices) => act(() => render(<NoticeBar notices={notices} />, root));
  const press = (selector: string) =>
    act(async () => {
      root.querySelector<HTMLElement>(selector)?.click();
      await new Promise((resolve) => setTimeout(resolve));
    });
  const words = () => root.querySelector('.words')?.textContent;

  it('says why, and is not offered again where it would fail again', async () => {
    await show(failing(OVERTAKEN).notices);
    await press('.undo');
    expect(words()).toBe('This could not be undone: Osric Vane was saved. It was changed again.');
    expect(root.querySelector('.undo')).toBeNull();
  });

  it('is offered again where it may work then', async () => {
    await show(failing(LOST).notices);
    await press('.undo');
    expect(words()).toContain('Nobody answered.');
    await press('.undo');
    expect(words()).toBe('Undone: Osric Vane was saved.');
  });

  it('can still be put away for good', async () => {
    const { notices, putAway } = failing(LOST);
    await show(notices);
    await press('.undo');
    await press('.icon-button');
    expect(putAway).toEqual(['u1']);
    expect(root.querySelector('.notice')).toBeNull();
  });
});
