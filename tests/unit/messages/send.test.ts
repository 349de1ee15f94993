import { describe, expect, it, vi } from 'vitest';
import { SidelightError } from '../../../src/errors.ts';
import { askAsPage, type Message } from '../../../src/messages/send.ts';

/** A background that gives these answers, one after the other. */
function runtime(...answers: unknown[]) {
  const asked: Message[] = [];
  const sendMessage = async (message: Message) => {
    asked.push(message);
    return answers[asked.length - 1];
  };
  return { asked, ask: askAsPage({ sendMessage }) };
}

describe('a question', () => {
  it('is asked once where there is an answer, be it that there is nothing', async () => {
    const { asked, ask } = runtime(null);
    expect(await ask('frames', {})).toBeNull();
    expect(asked).toEqual([{ name: 'frames', request: {} }]);
  });

  it('is asked again where the background has ended without a word', async () => {
    const { asked, ask } = runtime(undefined, { mode: 'quiet' });
    expect(await ask('hello', { document: 'h1' })).toEqual({ mode: 'quiet' });
    expect(asked).toHaveLength(2);
  });

  it('that nobody answers is an error, never an answer', async () => {
    await expect(runtime().ask('hello', { document: 'h1' })).rejects.toThrow(SidelightError);
  });

  it('that is lost without a word is asked again, as often as there is hope', async () => {
    vi.useFakeTimers();
    try {
      const lost = new Promise(() => {});
      const { asked, ask } = runtime(lost, lost, { mode: 'marks' });
      const answer = ask('hello', { document: 'h1' });
      await vi.advanceTimersByTimeAsync(3_999);
      expect(asked).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(1);
      expect(asked).toHaveLength(2);
      await vi.advanceTimersByTimeAsync(8_000);
      expect(await answer).toEqual({ mode: 'marks' });
      expect(vi.getTimerCount()).toBe(0);

      const silent = runtime(lost, lost, lost, lost, lost);
      void silent.ask('frames', {});
      await vi.advanceTimersByTimeAsync(600_000);
      expect(silent.asked).toHaveLength(4);
    } finally {
      vi.useRealTimers();
    }
  });
});
