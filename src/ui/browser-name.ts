/** Which browser's words and settings to speak of. */
export type BrowserName = 'chromium' | 'firefox';
