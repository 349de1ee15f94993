/** For the extension's own pages, where the clipboard is allowed whenever the page has the focus. */
export async function copyWords(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
