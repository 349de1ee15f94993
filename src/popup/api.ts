/** What the popup needs of the browser: passed in, so that tests and the gallery can give something else. */
import type { AskAsUi } from '../messages/ui.ts';

export interface PopupApi {
  tabId: number;
  ask: AskAsUi;
  /** Asks the browser for the permission to read a site. Must be called first thing in a click's handler. */
  requestSite(site: string): Promise<boolean>;
  openOptions(): void;
}
