/**
 * Whether an error says that the extension has gone. By its look, not its class: the page's script is another file with a
 * class of its own, Chromium has none.
 */
export function isGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('trouble' in error && error.trouble === 'gone') || error.message.includes('context invalidated');
}
