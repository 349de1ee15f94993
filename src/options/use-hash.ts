/** The place in the address, as it is now. */
import { useEffect, useState } from 'preact/hooks';

export function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const left = new AbortController();
    addEventListener('hashchange', () => setHash(location.hash), { signal: left.signal });
    return () => left.abort();
  }, []);
  return hash;
}
