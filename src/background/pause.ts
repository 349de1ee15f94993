/** A pause for an hour: an alarm ends it, also when the browser was closed meanwhile. */
import { browser } from 'wxt/browser';
import type { PauseChoice } from '../messages/ui.ts';
import { entries, type Pause, type Settings } from '../settings/schema.ts';
import { writeSettings } from '../settings/store.ts';
import { pauseAt } from '../sites/decide.ts';

const ALARM = 'resume';
const HOUR_MS = 3_600_000;

export function pauseFor(choice: PauseChoice | null, now: number): Pause | null {
  if (choice === null) return null;
  return { until: choice === 'hour' ? now + HOUR_MS : 'resumed' };
}

/** Takes a pause away that is over, and sees to it that one that is not will end. */
export async function settlePause({ pause }: Settings): Promise<void> {
  if (pause === null || pause.until === 'resumed') await browser.alarms.clear(ALARM);
  else if (pauseAt(pause, Date.now()) === null) await writeSettings([entries.pause(null)]);
  else browser.alarms.create(ALARM, { when: pause.until });
}
