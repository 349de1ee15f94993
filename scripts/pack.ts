/** `npm run --silent pack -- check|build|diff|stats FILE`: for authors of packs. Errors go to standard error, a line each. */
import { BUILD_USAGE, build } from './pack-build.ts';
import { CHECK_USAGE, check } from './pack-check.ts';
import { complain, Refusal } from './pack-cli.ts';
import { DIFF_USAGE, diff } from './pack-diff.ts';
import { STATS_USAGE, stats } from './pack-stats.ts';

const COMMANDS = new Map([
  ['check', check],
  ['build', build],
  ['diff', diff],
  ['stats', stats],
]);

try {
  const [name = '', ...args] = process.argv.slice(2);
  const command = COMMANDS.get(name);
  if (command === undefined) {
    throw new Refusal(
      ['usage:', ...[CHECK_USAGE, BUILD_USAGE, DIFF_USAGE, STATS_USAGE].map((line) => `  ${line}`)],
      2,
    );
  }
  command(args);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  for (const line of error.lines) complain(line);
  process.exitCode = error.exitCode;
}
