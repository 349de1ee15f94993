/** What the shortcuts of the manifest's `commands` do in the tab in front. */
import { tell } from './tabs.ts';

const STEPS: Record<string, 1 | -1> = { 'next-mention': 1, 'previous-mention': -1 };

/** In frames the keyboard's way is the popup's list. */
export async function followCommand(command: string, tabId: number | undefined): Promise<void> {
  const direction = STEPS[command];
  if (direction === undefined || tabId === undefined) return;
  await tell(tabId, { order: 'step', direction }, { frameId: 0 });
}
