import { describe, expect, it } from 'vitest';
import { oneAtATime } from '../../../src/background/one-at-a-time.ts';

/** Work that ends when it is told to. */
function workshop() {
  const ends: (() => void)[] = [];
  const run = oneAtATime(() => new Promise((resolve) => void ends.push(resolve)));
  const begun = async () => {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    return ends.length;
  };
  return { run, begun, end: (at: number) => ends[at]?.() };
}

describe('work that is asked for many times', () => {
  it('runs once more for all who ask while it runs', async () => {
    const { run, begun, end } = workshop();
    const first = run();
    expect(await begun()).toBe(1);
    const others = [run(), run(), run()];
    expect(await begun()).toBe(1);
    end(0);
    await first;
    expect(await begun()).toBe(2);
    end(1);
    await Promise.all(others);
    expect(await begun()).toBe(2);
  });

  it('is not answered by a run that began before it was asked for', async () => {
    const { run, begun, end } = workshop();
    void run();
    await begun();
    let answered = false;
    const late = run().then(() => {
      answered = true;
    });
    end(0);
    expect(await begun()).toBe(2);
    expect(answered).toBe(false);
    end(1);
    await late;
  });

  it('goes on after a failure', async () => {
    let runs = 0;
    const run = oneAtATime(async () => {
      runs += 1;
      if (runs === 1) throw new Error('no');
    });
    await expect(run()).rejects.toThrow('no');
    await run();
    expect(runs).toBe(2);
  });
});
