import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkIntegrity } from '../../../src/dataset/integrity.ts';
import { parsePack } from '../../../src/dataset/parse.ts';
import { checkVerbatim } from '../../../src/dataset/verbatim.ts';

it('the example of docs/pack-format.md is a pack that holds against its document', () => {
  const page = readFileSync(new URL('../../../docs/pack-format.md', import.meta.url), 'utf8');
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  const [, text = ''] = /^The document behind it reads: `(.*)`$/m.exec(page) ?? [];
  const parsed = parsePack(example);
  if (!parsed.ok) expect.fail(JSON.stringify(parsed.problems));
  expect(checkIntegrity(parsed.pack)).toEqual([]);
  const sha256 = createHash('sha256').update(text).digest('hex');
  expect(checkVerbatim(parsed.pack, { text, sha256 })).toEqual([]);
});
