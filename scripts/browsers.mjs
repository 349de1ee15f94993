/**
 * Finds the browsers of this machine, or installs them with apt where that is allowed. Plain Node, no dependencies:
 * it runs before `npm ci` may have run. No browser is ever downloaded from anywhere but the system's own packages.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {'chromium' | 'firefox'} BrowserKind
 * @type {Record<BrowserKind, { name: string, oldest: number, variable: string, commands: string[], packages: string[] }>}
 */
const BROWSERS = {
  chromium: {
    name: 'Chromium',
    oldest: 128,
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    packages: ['chromium', 'chromium-sandbox'],
  },
  firefox: {
    name: 'Firefox ESR',
    oldest: 153,
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    packages: ['firefox-esr'],
  },
};

/** Persian and Arabic on the fixtures' pages: without a font the screenshots show boxes. */
const FONTS = ['fonts-noto-core'];

/** What puts windows on a screen that nobody sees, and presses keys there: a test of the permission prompt needs them. */
const SCREEN = { commands: ['Xvfb', 'openbox', 'xdotool'], packages: ['xvfb', 'openbox', 'xdotool'] };

/** Something is missing that cannot be brought from here; the message says what to do. */
export class SetupFailed extends Error {}

/**
 * @param {BrowserKind[]} kinds
 * @returns {Record<string, string>} the environment that tells the tests where each browser is
 * @throws {SetupFailed}
 */
export function provideBrowsers(kinds) {
  const missing = kinds.filter((kind) => findBrowser(kind) === undefined);
  if (missing.length > 0) installWithApt(missing.flatMap((kind) => BROWSERS[kind].packages));
  return Object.fromEntries(kinds.map((kind) => [BROWSERS[kind].variable, mustFind(kind)]));
}

/** For the tests alone: where it cannot be brought, they leave out what needs it, and say so. */
export function provideScreen() {
  if (process.platform !== 'linux' || SCREEN.commands.every((name) => findCommand(name) !== undefined))
    return;
  installWithApt(SCREEN.packages);
}

/** @param {BrowserKind} kind */
function mustFind(kind) {
  const { name, oldest, variable, packages } = BROWSERS[kind];
  const found = findBrowser(kind);
  if (found !== undefined) {
    const version = majorVersion(found);
    if (version === undefined || version >= oldest) return found;
    throw new SetupFailed(`${found} is version ${version}; ${name} ${oldest} or later is needed.`);
  }
  throw new SetupFailed(
    `${name} ${oldest} or later is needed and was not found, and it could not be installed from here. Do one of these:\n` +
      `  on Debian:  sudo apt-get install ${packages.join(' ')}\n` +
      `  elsewhere:  install it, and set ${variable} to the path of its program`,
  );
}

/**
 * @param {string} path
 * @returns {number | undefined} nothing where the program does not say: it is tried then
 */
function majorVersion(path) {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  const [, major] = /\b(\d+)\.\d/.exec(stdout ?? '') ?? [];
  return major === undefined ? undefined : Number(major);
}

/**
 * @param {BrowserKind} kind
 * @returns {string | undefined} the path of the program
 */
function findBrowser(kind) {
  const { variable, commands } = BROWSERS[kind];
  const given = process.env[variable];
  if (given) {
    if (isProgram(given)) return given;
    throw new SetupFailed(`${variable} is set to ${given}, and that is not a program that can be run.`);
  }
  return commands.map(findCommand).find((path) => path !== undefined);
}

/** @param {string} name */
function findCommand(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Not there, or not ours to run: both mean "not this one".
    return false;
  }
}

/** @param {string[]} packages */
function installWithApt(packages) {
  const before = rootPrefix();
  if (findCommand('apt-get') === undefined || before === undefined) return;
  const apt = [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q'];
  console.log(`Installing with apt: ${packages.join(' ')}`);
  run([...apt, 'update']);
  run([...apt, 'install', '-y', '--no-install-recommends', ...packages, ...FONTS]);
}

/** What makes a command run as root without a question; `undefined` where nothing does. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = findCommand('sudo') !== undefined && spawnSync('sudo', ['-n', 'true']).status === 0;
  return sudo ? ['sudo', '-n'] : undefined;
}

/** @param {string[]} command */
function run([program, ...args]) {
  spawnSync(/** @type {string} */ (program), args, { stdio: ['ignore', 'inherit', 'inherit'] });
}
