/** What the answers to messages are made with. */
import type { Entry, Settings } from '../settings/schema.ts';
import type { Where } from '../settings/store.ts';
import type { Allowance } from './allowance.ts';
import type { Badge } from './badge.ts';
import type { Library } from './library.ts';

export interface Services {
  library: Library;
  /** Those of all windows, or of the private ones. */
  settings: (where?: Where) => Promise<Settings>;
  save: (changes: readonly Entry[], where?: Where) => Promise<void>;
  /** Of characters to annotate. */
  allowance: Allowance;
  /** Of changes of settings that a page asks for. */
  writes: Allowance;
  badge: Badge;
}
