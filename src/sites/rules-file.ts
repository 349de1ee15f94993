/** Rules of sites as a file: written for the reader's other browser, read whoever wrote it. `docs/sites-format.md`. */
import { MODES, type Mode } from '../settings/schema.ts';
import { type NoSite, readSite } from './read-site.ts';

export interface Rule {
  site: string;
  mode: Mode;
}

export type BadRule =
  /** The row is not an object with a site and a mode. */
  | 'not-a-rule'
  | 'bad-mode'
  /** The site stands further above in the file. */
  | 'twice'
  | NoSite;

export interface BadRow {
  /** Of the list `sites`, from 1. */
  row: number;
  /** What stands there, as far as it is a site. */
  site: string;
  why: BadRule;
}

/** What makes a whole file unreadable. */
export type BadFile = 'not-json' | 'not-rules' | 'later-version';

export type RulesRead = { ok: true; rules: Rule[]; bad: BadRow[] } | { ok: false; why: BadFile };

const FORMAT = 'sidelight-sites';
const VERSION = 1;

export function writeRules(rules: readonly Rule[]): string {
  const sites = rules.map(({ site, mode }) => ({ site, mode }));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, sites }, null, 2)}\n`;
}

/** Rows that are no rules are named; the others are kept. */
export function readRules(text: string): RulesRead {
  const file = parse(text);
  if (file === undefined) return { ok: false, why: 'not-json' };
  if (!isRecord(file) || file.format !== FORMAT || !Array.isArray(file.sites))
    return { ok: false, why: 'not-rules' };
  if (file.version !== VERSION) return { ok: false, why: 'later-version' };
  const rules = new Map<string, Rule>();
  const bad: BadRow[] = [];
  for (const [index, row] of file.sites.entries()) {
    const read = readRow(row);
    const leave = (why: BadRule) => bad.push({ row: index + 1, site: nameOf(row), why });
    if ('why' in read) leave(read.why);
    else if (rules.has(read.site)) leave('twice');
    else rules.set(read.site, read);
  }
  return { ok: true, rules: [...rules.values()], bad };
}

function readRow(row: unknown): Rule | { why: BadRule } {
  if (!isRecord(row) || typeof row.site !== 'string') return { why: 'not-a-rule' };
  const mode = MODES.find((each) => each === row.mode);
  if (mode === undefined) return { why: 'bad-mode' };
  const read = readSite(row.site);
  return read.ok ? { site: read.site, mode } : { why: read.why };
}

function nameOf(row: unknown): string {
  return isRecord(row) && typeof row.site === 'string' ? row.site.slice(0, 100) : '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
