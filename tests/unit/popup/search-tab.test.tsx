import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AskAsUi, SearchAnswer } from '../../../src/messages/ui.ts';
import { SearchTab } from '../../../src/popup/SearchTab.tsx';
import '../../support/messages.ts';

const answerOf = (name: string): SearchAnswer => ({
  found: [{ entity: `harbour/${name}`, name, type: 'person', pack: 'The harbour' }],
  total: 1,
});

describe('Enter in the search', () => {
  let root: HTMLElement;
  let answers: Map<string, (answer: SearchAnswer) => void>;
  const open = vi.fn();

  beforeEach(async () => {
    const { document, Event } = parseHTML('<!doctype html><body></body>');
    vi.stubGlobal('document', document);
    vi.stubGlobal('Event', Event);
    root = document.body;
    answers = new Map();
    open.mockClear();
    const ask = ((_: 'search', { text }: { text: string }) =>
      new Promise((resolve) => answers.set(text, resolve))) as unknown as AskAsUi;
    await act(() => render(<SearchTab ask={ask} open={open} focus={false} />, root));
  });
  afterEach(() => {
    render(null, root);
    vi.unstubAllGlobals();
  });

  const field = () => root.querySelector('input') as HTMLInputElement;
  const send = (event: Event) => act(() => void field().dispatchEvent(event));
  const type = (text: string) => {
    field().value = text;
    return send(new Event('input'));
  };
  const enter = () => send(Object.assign(new Event('keydown'), { key: 'Enter' }));
  const answer = (text: string, name: string) => act(async () => answers.get(text)?.(answerOf(name)));

  it('opens what was found', async () => {
    await type('o');
    await answer('o', 'Osric Vane');
    await enter();
    expect(open).toHaveBeenCalledExactlyOnceWith(answerOf('Osric Vane').found[0]);
  });

  it('waits for the answer to what stands in the field, and opens nothing that was found before', async () => {
    await type('o');
    await answer('o', 'Osric Vane');
    await type('or');
    await enter();
    expect(open).not.toHaveBeenCalled();
    await answer('or', 'Orla Finch');
    expect(open).toHaveBeenCalledExactlyOnceWith(answerOf('Orla Finch').found[0]);
  });

  it('is forgotten when the reader types on', async () => {
    await type('o');
    await enter();
    await type('or');
    await answer('or', 'Orla Finch');
    expect(open).not.toHaveBeenCalled();
  });
});
