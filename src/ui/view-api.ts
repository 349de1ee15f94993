/** What popup and panel need of the browser: passed in, so that the gallery can give something else. */
import type { AskAsUi } from '../messages/ui.ts';

/** Where on the options page a view sends the reader: the hash of its address. */
export type OptionsPlace = 'packs' | `import/tab=${number}` | 'names' | 'sites';

export interface ViewApi {
  /** The browser's number of the tab that the view speaks of. */
  tabId: number;
  ask: AskAsUi;
  /**
   * Asks the browser for the permission to read a site and its subdomains; false where it was refused. Must be called
   * first thing in a click's handler.
   */
  requestSite(site: string): Promise<boolean>;
  openOptions(place: OptionsPlace): void;
  /** The page with the live sample. */
  openWelcome(): void;
  /** Calls back when what the background tells of tabs may have changed, until the signal aborts. */
  watch(changed: () => void, signal: AbortSignal): void;
  /**
   * Must be called first thing in a click's handler. Missing in the panel itself, which stands beside pages that the
   * toolbar button was not pressed over.
   */
  openPanel?(): void;
}
