/**
 * `npm start` and `npm test` on a machine that has only Node and npm: brings the packages and the browsers, then runs
 * `scripts/start.ts` or `scripts/test.ts`. Plain Node, no dependencies.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideBrowsers, provideScreen, SetupFailed } from './browsers.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = [20, 19];

/** @type {Record<string, import('./browsers.mjs').BrowserKind[]>} the browsers that each command drives */
const COMMANDS = { start: ['chromium'], test: ['chromium', 'firefox'] };

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetupFailed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** @param {string[]} args */
function main([command = '', ...rest]) {
  const kinds = COMMANDS[command];
  if (kinds === undefined) throw new SetupFailed(`Usage: setup.mjs ${Object.keys(COMMANDS).join(' | ')}`);
  checkNode();
  installPackages();
  const browsers = provideBrowsers(kinds);
  if (command === 'test') provideScreen();
  return run(process.execPath, ['--import', 'tsx', join('scripts', `${command}.ts`), ...rest], browsers);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetupFailed(
    `Node ${OLDEST_NODE.join('.')} or later is needed; this is ${process.versions.node}.`,
  );
}

function installPackages() {
  // NODE_ENV=production would leave out what builds and tests need.
  if (isStale()) mustRun('npm', ['ci', '--include=dev']);
  // TypeScript's configuration builds on a generated one; `npm ci` makes it, unless scripts are switched off.
  if (!existsSync(join(ROOT, '.wxt', 'tsconfig.json'))) mustRun('npx', ['wxt', 'prepare']);
}

/** npm writes `node_modules/.package-lock.json` last: it is there only after an install that ended well. */
function isStale() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return true;
  return statSync(installed).mtimeMs < statSync(join(ROOT, 'package-lock.json')).mtimeMs;
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function mustRun(program, args) {
  if (run(program, args) === 0) return;
  throw new SetupFailed(`\`${program} ${args.join(' ')}\` failed; what it said stands above.`);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [environment] added to this process's own
 * @returns {number} the exit code
 */
function run(program, args, environment = {}) {
  const { status } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    // On Windows npm and npx are scripts of the shell.
    shell: process.platform === 'win32' && program !== process.execPath,
  });
  return status ?? 1;
}
