/** Whether the browser's own switch for files on this computer stands against reading them. */
import { useEffect, useState } from 'preact/hooks';
import { report } from '../../errors.ts';
import type { OptionsApi } from '../section.ts';

/** False until the browser has said so, and where it has no such switch. */
export function useFilesShut({ canReadFiles }: OptionsApi): boolean {
  const [shut, setShut] = useState(false);
  useEffect(() => {
    canReadFiles().then((can) => setShut(!can), report);
  }, [canReadFiles]);
  return shut;
}
