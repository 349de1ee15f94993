import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readSaved } from '../src/settings/saved.ts';
import { serveStore } from '../src/store/worker.ts';

/** A worker of the extension's own pages. */
export default defineUnlistedScript(() => serveStore(self, readSaved));
