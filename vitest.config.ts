import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { BROWSER_KINDS, type BrowserKind } from './tests/e2e/harness/driver.ts';

/** The same tests for each browser. */
const endToEnd = (browserKind: BrowserKind) => ({
  test: {
    name: `e2e-${browserKind}`,
    include: ['tests/e2e/**/*.test.ts'],
    provide: { browserKind },
    // Real browsers lose an answer now and then. What fails is done once more, and the report names it.
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A page on a busy machine: what is waited for is a state, never a time.
    expect: { poll: { timeout: 15_000, interval: 50 } },
    // After the unit tests, and no more browsers at once than a small machine can bear.
    sequence: { groupOrder: 1 },
    maxWorkers: 2,
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/fuzz/**/*.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      ...BROWSER_KINDS.map(endToEnd),
    ],
  },
});
