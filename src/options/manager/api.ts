/** What the manager's views need of store, background and browser: passed in, so that tests and the gallery can give something else. */
import type { EntityKey } from '../../matching/types.ts';
import type { CaptureDraft } from '../../messages/capture-draft.ts';
import type { AskAsUi } from '../../messages/ui.ts';
import type { Manager } from '../../store/manager-api.ts';
import type { Notices } from '../../ui/notices.ts';
import type { Draft } from './editor/draft.ts';
import type { Importing } from './import/importing.ts';
import type { NamesForm } from './names/Names.tsx';

export interface ManagerApi {
  store: Manager;
  ask: AskAsUi;
  notices: Notices;
  /** What was typed in the editor and not saved, by entity: it waits there until the page is closed. */
  drafts: Map<EntityKey, Draft>;
  /** The import of a file and that of pasted names: they go on while another section is looked at. */
  imports: { file: Importing; names: Importing };
  /** What was pasted as names and not saved. */
  pasted: { form?: NamesForm };
  /** Hands a file to the reader, as a download. */
  save(file: Blob, name: string): void;
  /** Opens an address in a tab of its own. */
  open(address: string): void;
  /** The tabs that can be read now. */
  tabs(): Promise<OpenTab[]>;
  /** The text of the page that a tab shows, as it is written there. Null where the browser does not let it be read. */
  readTab(tabId: number): Promise<TabText | null>;
  /** What was selected on a page and is waiting to be added; undefined once it is gone. */
  capture(id: string): Promise<CaptureDraft | undefined>;
  /** Forgets it: it was saved, or is not wanted. */
  dropCapture(id: string): Promise<void>;
}

export interface OpenTab {
  id: number;
  title: string;
  url: string;
}

export interface TabText {
  text: string;
  title: string;
  url: string;
  /** Not a web page: a file that the browser shows. */
  isFile: boolean;
}
