/** How far an import is, for a view: drawn anew with each step. */
import { useEffect, useState } from 'preact/hooks';
import type { Importing, ImportState } from './importing.ts';

export function useImport(importing: Importing): ImportState {
  const [state, setState] = useState(importing.state);
  useEffect(() => {
    const look = () => setState(importing.state);
    // It may have gone on between drawing and listening.
    look();
    return importing.listen(look);
  }, [importing]);
  return state;
}
