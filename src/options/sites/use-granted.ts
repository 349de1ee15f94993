/** Which sites the browser lets Sidelight read, now, and the browser's question for more. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { report } from '../../errors.ts';
import { grantedAmong, isAllGranted } from '../../sites/granted.ts';
import type { OptionsApi } from '../section.ts';

export interface Granted {
  /** Missing until the browser has said so. */
  granted?: { all: boolean; isGranted: (site: string) => boolean };
  /** To be called first in a click: the browser asks only then. Resolves to the reader's answer. */
  allow: (origins: string[]) => Promise<boolean>;
}

export function useGranted({ permissions, ask }: OptionsApi): Granted {
  const [origins, setOrigins] = useState<readonly string[]>();
  useEffect(() => {
    const left = new AbortController();
    const read = () => permissions.granted().then(setOrigins, report);
    read();
    permissions.watch(read, left.signal);
    return () => left.abort();
  }, [permissions]);
  const allow = useCallback(
    (wanted: string[]) =>
      permissions.request(wanted).then(async (given) => {
        if (given) await ask('permissionsChanged', {});
        return given;
      }),
    [permissions, ask],
  );
  const granted = useMemo(
    () => origins && { all: isAllGranted(origins), isGranted: grantedAmong(origins) },
    [origins],
  );
  return { ...(granted === undefined ? {} : { granted }), allow };
}
