/** The invented pack as its file has it, with one thing changed. */
import { readFileSync } from 'node:fs';

const TEXT = readFileSync(new URL('../../fixtures/packs/harbour.json', import.meta.url), 'utf8');

export type Data = Record<string, unknown>;

/** A new copy each time. */
export function harbourFile(): Data {
  return JSON.parse(TEXT);
}

/** `changed('entities.0.id', 'x')`: a new copy with that value at that place; `undefined` takes the key away. */
export function changed(path: string, value: unknown): Data {
  const pack = harbourFile();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Data>((data, key) => data[key] as Data, pack);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return pack;
}
