/**
 * A screen for a browser with windows, and the keys pressed on it: what the browser itself asks of the reader is no page,
 * and no driver can answer it. Needs Xvfb, openbox and xdotool (`scripts/browsers.mjs` installs them).
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';

const execute = promisify(execFile);

const PROGRAMS = ['Xvfb', 'openbox', 'xdotool'];
const SIZE = '1280x900x24';

export interface Screen {
  /** For the environment of a browser: `:99` */
  readonly display: string;
  /** The title of the window that has the keyboard; empty without one. */
  front(): Promise<string>;
  /** @param keys as xdotool calls them: `Tab`, `Return`, `Escape` */
  press(...keys: string[]): Promise<void>;
  close(): Promise<void>;
}

/** @returns whether this machine has what a screen needs */
export function canOpenScreen(): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return PROGRAMS.every((name) => folders.some((folder) => existsSync(join(folder, name))));
}

export async function openScreen(): Promise<Screen> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SIZE, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = `:${await firstLine(server.stdio[3] as Readable)}`;
  const env = { ...process.env, DISPLAY: display };
  const windows = spawn('openbox', [], { env, stdio: 'ignore' });
  const xdotool = async (...words: string[]) => (await execute('xdotool', words, { env })).stdout.trim();
  return {
    display,
    // It fails where no window has the keyboard.
    front: () => xdotool('getactivewindow', 'getwindowname').catch(() => ''),
    press: async (...keys) => void (await xdotool('key', '--delay', '100', ...keys)),
    close: async () => {
      await end(windows);
      await end(server);
    },
  };
}

/** The server tells the number of the display that was free. */
async function firstLine(pipe: Readable): Promise<string> {
  const [data] = await once(pipe, 'data');
  return String(data).trim();
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
