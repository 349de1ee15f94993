import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pauseFor, settlePause } from '../../../src/background/pause.ts';
import { entries } from '../../../src/settings/schema.ts';
import { readSettings, writeSettings } from '../../../src/settings/store.ts';

const HOUR_MS = 3_600_000;

describe('a pause', () => {
  it.each([
    ['hour', { until: 1_000 + HOUR_MS }],
    ['resumed', { until: 'resumed' }],
    [null, null],
  ] as const)('for %s is %j', (choice, pause) => {
    expect(pauseFor(choice, 1_000)).toEqual(pause);
  });
});

describe('the end of a pause', () => {
  beforeEach(() => fakeBrowser.reset());

  const settle = async () => settlePause(await readSettings());

  it('is set by an alarm, again after each start', async () => {
    const until = Date.now() + HOUR_MS;
    await writeSettings([entries.pause({ until })]);
    await settle();
    await settle();
    expect(await fakeBrowser.alarms.getAll()).toMatchObject([{ scheduledTime: until }]);
  });

  it('comes at the next start where the alarm was missed', async () => {
    await writeSettings([entries.pause({ until: Date.now() - 1 })]);
    await settle();
    expect((await readSettings()).pause).toBeNull();
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  it('does not come by itself where the reader resumes', async () => {
    await writeSettings([entries.pause({ until: Date.now() + HOUR_MS })]);
    await settle();
    await writeSettings([entries.pause({ until: 'resumed' })]);
    await settle();
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
    expect((await readSettings()).pause).toEqual({ until: 'resumed' });
  });
});
