import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packJsonSchema } from '../../../scripts/pack-schema.ts';

it('docs/pack.schema.json is what npm run pack:schema writes', () => {
  const committed = readFileSync(new URL('../../../docs/pack.schema.json', import.meta.url), 'utf8');
  expect(committed).toBe(packJsonSchema());
});
