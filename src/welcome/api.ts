/** What the welcome page needs of the browser and the background. */
import type { BrowserName } from '../ui/browser-name.ts';
import type { Permissions } from '../ui/permissions.ts';
import type { Shortcut } from '../ui/ShortcutList.tsx';
import type { ChoicesApi } from '../ui/use-choices.ts';

export interface WelcomeApi extends ChoicesApi {
  permissions: Permissions;
  commands(): Promise<Shortcut[]>;
  browser: BrowserName;
}

/** What the reader is asked, and has answered. */
export interface Answers {
  where: 'all' | 'chosen';
  mode: 'marks' | 'quiet';
  pack: 'bundled' | 'none';
}
