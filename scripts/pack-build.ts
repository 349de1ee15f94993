/** `npm run --silent pack -- build FILE > PACK`: the JSON of a pack, of a table, linked data or a list of names. */
import { basename } from 'node:path';
import { readDataset } from '../src/dataset/formats/read.ts';
import {
  COLUMNS,
  type Column,
  FORMATS,
  type PackHead,
  type ReadOptions,
  type RowProblem,
} from '../src/dataset/formats/types.ts';
import { writePack } from '../src/dataset/formats/write-pack.ts';
import { parsePack } from '../src/dataset/parse.ts';
import { formatProblem } from '../src/dataset/problem.ts';
import { EntityType } from '../src/dataset/schema.ts';
import { complain, Refusal, readArguments, readBytes } from './pack-cli.ts';

export const BUILD_USAGE =
  'npm run --silent pack -- build FILE [--id ID --title TITLE --licence LICENCE --version VERSION --checked DAY]' +
  ' [--lang LANG] [--type TYPE] [--format FORMAT] [--delimiter CHARACTER] [--column HEADER=COLUMN …] [--skip-invalid]';

const OPTIONS = {
  id: { type: 'string' },
  title: { type: 'string' },
  licence: { type: 'string' },
  version: { type: 'string' },
  checked: { type: 'string' },
  lang: { type: 'string' },
  type: { type: 'string' },
  format: { type: 'string' },
  delimiter: { type: 'string' },
  column: { type: 'string', multiple: true },
  'skip-invalid': { type: 'boolean', default: false },
} as const;

/** @throws Refusal */
export function build(args: string[]): void {
  const { values, files } = readArguments(args, OPTIONS, 1, `usage: ${BUILD_USAGE}`);
  const [file = ''] = files;
  const { lang, delimiter } = values;
  const options: ReadOptions = {
    fileName: basename(file),
    ...oneOf('type', values.type, EntityType.options),
    ...oneOf('format', values.format, FORMATS),
    ...(lang === undefined ? {} : { lang }),
    ...(delimiter === undefined ? {} : { delimiter: delimiter === '\\t' ? '\t' : delimiter }),
    ...(values.column === undefined ? {} : { columns: Object.fromEntries(values.column.map(columnOf)) }),
  };
  const result = readDataset(readBytes(file), options);
  if (!result.ok) {
    const columns = (result.columns ?? []).flatMap(({ header, suggested }) =>
      suggested === undefined ? [] : [`"${header}" may be "${suggested}": --column "${header}=${suggested}"`],
    );
    const lines = [...result.problems.map(({ text }) => text), ...columns, ...result.invalid.map(lineOf)];
    throw new Refusal(
      lines.map((line) => `${file}: ${line}`),
      1,
    );
  }
  const { pack, invalid, warnings } = result.draft;
  const problems = invalid.map((problem) => `${file}: ${lineOf(problem)}`);
  for (const { text } of warnings) complain(`${file}: warning: ${text}`);
  if (problems.length > 0 && !values['skip-invalid']) {
    throw new Refusal([...problems, `${file}: nothing written; --skip-invalid leaves these out`], 1);
  }
  for (const problem of problems) complain(problem);
  const built = parsePack(withHead(pack, values, lang ?? 'en'));
  if (!built.ok) throw new Refusal(built.problems.map(formatProblem), 2);
  process.stdout.write(writePack(built.pack));
}

function withHead<Head extends PackHead>(
  pack: Head,
  values: Partial<Record<'id' | 'title' | 'licence' | 'version' | 'checked', string>>,
  lang: string,
): Head {
  const {
    title,
    id = pack.id,
    licence = pack.licence,
    version = pack.version,
    checked = pack.checked,
  } = values;
  return {
    ...pack,
    id,
    licence,
    version,
    checked,
    ...(title === undefined ? {} : { title: { [lang]: title } }),
  };
}

function oneOf<Key extends string, Choice extends string>(
  key: Key,
  value: string | undefined,
  choices: readonly Choice[],
): Partial<Record<Key, Choice>> {
  if (value === undefined) return {};
  const choice = choices.find((each) => each === value);
  if (choice === undefined)
    throw new Refusal([`--${key} "${value}": expected one of ${choices.join(', ')}`], 2);
  const chosen: Partial<Record<Key, Choice>> = {};
  chosen[key] = choice;
  return chosen;
}

function columnOf(text: string): [header: string, column: Column | null] {
  const at = text.lastIndexOf('=');
  const wanted = text.slice(at + 1);
  const column = COLUMNS.find((each) => each === wanted);
  if (at < 1 || (column === undefined && wanted !== '')) {
    throw new Refusal([`--column "${text}": expected HEADER= and one of ${COLUMNS.join(', ')}`], 2);
  }
  return [text.slice(0, at), column ?? null];
}

function lineOf({ row, list, field, text }: RowProblem): string {
  return (
    [`row ${row}`, ...(list === undefined ? [] : [list]), ...(field === '' ? [] : [field])].join(', ') +
    `: ${text}`
  );
}
