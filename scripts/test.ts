/**
 * `npm test`, after the set-up: types, style, builds, unit tests, end-to-end tests in both browsers. The last line, alone,
 * is `N passed, N failed, N skipped`. A step that fails without counting anything (a build, a type error) is one failure.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import * as v from 'valibot';

const REPORT = '.output/test-report.json';

/** What vitest's JSON reporter says of a run. */
const Report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
});

const checks = ['check:types', 'check:style'].filter((script) => !npm(script));
const builds = ['build', 'build:e2e'].filter((script) => !npm(script));
// Without builds the tests would look at what an earlier run has left.
const tests = builds.length === 0 ? runTests() : { passed: 0, failed: 0, skipped: 0 };

const broken = [...checks, ...builds];
for (const script of broken) console.log(`failed: npm run ${script}`);
const failed = tests.failed + broken.length;
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${tests.passed} passed, ${failed} failed, ${tests.skipped} skipped`);

/** @returns whether it went well */
function npm(script: string): boolean {
  console.log(`\n> ${script}`);
  return run('npm', ['run', '--silent', script]);
}

function runTests() {
  rmSync(REPORT, { force: true });
  console.log('\n> vitest');
  const passed = run('npx', [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
  ]);
  const report = readReport();
  // A file that does not load holds no test that could have failed.
  const failed = passed ? report.numFailedTests : Math.max(1, report.numFailedTests);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

function readReport() {
  try {
    return v.parse(Report, JSON.parse(readFileSync(REPORT, 'utf8')));
  } catch (error) {
    console.error(`vitest left no report: ${error}`);
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
  }
}

function run(program: string, args: string[]): boolean {
  // On Windows npm and npx are scripts of the shell.
  const shell = process.platform === 'win32';
  return spawnSync(program, args, { shell, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}
