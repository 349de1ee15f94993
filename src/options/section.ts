/** What the frame of the options page and its sections know of each other. */
import type { FunctionComponent } from 'preact';
import type { BrowserName } from '../ui/browser-name.ts';
import type { Notices } from '../ui/notices.ts';
import type { Permissions } from '../ui/permissions.ts';
import type { Shortcut } from '../ui/ShortcutList.tsx';
import type { ChoicesApi } from '../ui/use-choices.ts';
import type { ManagerApi } from './manager/api.ts';

export interface OptionsApi extends ChoicesApi {
  /** The shortcuts of the extension and the keys they have now. */
  commands(): Promise<Shortcut[]>;
  browser: BrowserName;
  /** What was last done, for the bar beside the sections. */
  notices: Notices;
  permissions: Permissions;
  /** Whether the browser lets the extension into private windows. */
  inPrivateWindows(): Promise<boolean>;
  /** Whether files on this computer can be read, once they are allowed: Chromium has a switch of its own for them. */
  canReadFiles(): Promise<boolean>;
  /** Hands a file to the reader, as a download. */
  save(file: Blob, name: string): void;
  /** What the sections on packs and entries need. */
  manager: ManagerApi;
}

export interface SectionProps {
  api: OptionsApi;
  /** What follows the section in the address, as it stands there (percent-encoded): `harbour` of `#packs/harbour`. */
  path: string;
}

export interface Section {
  /** Its place in the address: `#sites`. */
  id: string;
  label: () => string;
  /** Led to from elsewhere: not in the list of sections. */
  unlisted?: boolean;
  view: FunctionComponent<SectionProps>;
}
