/** The first command of the README, without its set-up and its build: other tests use what is built. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, inject, it } from 'vitest';

const run = promisify(execFile);

it.skipIf(inject('browserKind') !== 'chromium')(
  'npm start without a display lists what it finds on the demo page, with reasons, and draws a card',
  async () => {
    const { stdout } = await run('npx', ['tsx', 'scripts/start.ts', '--headless', '--no-build'], {
      shell: process.platform === 'win32',
    });
    expect(stdout).toMatch(/Raisi.* ebrahim-raisi /);
    expect(stdout).toMatch(/^card: \S/m);
    expect(stdout).toMatch(/^screenshot: .*\.png$/m);
  },
);
