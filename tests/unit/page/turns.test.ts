import { describe, expect, it } from 'vitest';
import { setReporter } from '../../../src/errors.ts';
import type { Mode } from '../../../src/messages/page.ts';
import { createTurns } from '../../../src/page/turns.ts';

/** A background that answers when it is let, with what held when it was asked. */
function document() {
  const begun: Mode[] = [];
  const questions: ((answer: Mode) => void)[] = [];
  let idle = 0;
  const turns = createTurns({
    ask: () => new Promise((resolve) => void questions.push(resolve)),
    begin: (mode) => void begun.push(mode),
    idle: () => {
      idle += 1;
    },
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    turns,
    begun,
    settle,
    idle: () => idle,
    /** Asked and not answered yet. */
    open: () => questions.length,
    async answer(mode: Mode) {
      questions.shift()?.(mode);
      await settle();
    },
  };
}

async function inMode(mode: Mode) {
  const page = document();
  void page.turns.again();
  await page.settle();
  await page.answer(mode);
  return page;
}

describe('the mode of a document', () => {
  it('is asked for once, and not again for an order that says the same', async () => {
    const { turns, begun, open, settle } = await inMode('marks');
    turns.order('marks');
    await settle();
    expect(open()).toBe(0);
    expect(begun).toEqual(['marks']);
  });

  it('is that of an order that came while it was asked for', async () => {
    const { turns, begun, answer, settle } = document();
    void turns.again();
    await settle();
    turns.order('quiet');
    await answer('marks');
    await answer('quiet');
    expect(begun).toEqual(['marks', 'quiet']);
  });

  it('is the last one, where two orders cross with an answer: off, and what held before', async () => {
    const { turns, begun, answer, settle, idle } = await inMode('marks');
    turns.order('off');
    await settle();
    turns.order('marks');
    await answer('off');
    expect(idle()).toBe(0);
    await answer('marks');
    expect(begun).toEqual(['marks', 'off', 'marks']);
    expect(turns.isOff()).toBe(false);
  });

  it('is asked for once for all orders that wait', async () => {
    const { turns, begun, answer, open, settle } = await inMode('marks');
    for (const mode of ['quiet', 'marks', 'quiet'] as const) turns.order(mode);
    await settle();
    await answer('quiet');
    expect(open()).toBe(0);
    expect(begun).toEqual(['marks', 'quiet']);
  });

  it('is told to be off once nothing waits, also where it could not be asked for', async () => {
    expect((await inMode('off')).idle()).toBe(1);
    const told: unknown[] = [];
    setReporter((error) => void told.push(error));
    const failure = new Error('no background');
    await createTurns({
      ask: () => Promise.reject(failure),
      begin: () => void told.push('begun'),
      idle: () => void told.push('idle'),
    }).again();
    expect(told).toEqual([failure, 'idle']);
  });
});
