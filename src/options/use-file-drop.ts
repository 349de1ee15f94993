/** Files that are dropped on the page, wherever on it: one that nobody takes would replace the page. */
import { useEffect, useState } from 'preact/hooks';

/** @returns whether a file is held over the page now */
export function useFileDrop(take: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    const on = (type: 'dragover' | 'dragleave' | 'drop', hear: (event: DragEvent) => void) =>
      // Words that are dragged into a field are the browser's affair.
      addEventListener(type, (event) => event.dataTransfer?.types.includes('Files') && hear(event), {
        signal,
      });
    on('dragover', (event) => {
      event.preventDefault();
      setOver(true);
    });
    on('dragleave', () => setOver(false));
    on('drop', (event) => {
      event.preventDefault();
      setOver(false);
      take([...(event.dataTransfer?.files ?? [])]);
    });
    return () => left.abort();
  }, [take]);
  return over;
}
