import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { shieldMaking } from '../src/card/dom.ts';
import { mountCard } from '../src/card/mount.tsx';

/** Injected beside the page's script on first use; its factory waits there in the isolated world's globals. */
export default defineUnlistedScript(() => {
  shieldMaking();
  globalThis.sidelightMountCard = mountCard;
});
