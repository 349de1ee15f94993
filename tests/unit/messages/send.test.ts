import { describe, expect, it } from 'vitest';
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
});
