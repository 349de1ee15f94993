import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readSelection } from '../src/page/selection.ts';

/** Put into a document for the reader's click in the context menu; what it returns is the answer to that. */
export default defineUnlistedScript(() => readSelection());
