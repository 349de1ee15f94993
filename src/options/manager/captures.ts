/** Captures that wait in `storage.session`. */
import { captureKey, parseCapture } from '../../messages/capture-draft.ts';
import type { ManagerApi } from './api.ts';

/** The part of `browser.storage.session` that is needed. */
interface Session {
  get(key: string): Promise<Record<string, unknown>>;
  remove(key: string): Promise<void>;
}

export function captureBox(session: Session): Pick<ManagerApi, 'capture' | 'dropCapture'> {
  return {
    async capture(id) {
      const key = captureKey(id);
      return parseCapture((await session.get(key))[key]);
    },
    dropCapture: (id) => session.remove(captureKey(id)),
  };
}
