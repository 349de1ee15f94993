import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { TABLE_NAMES } from '../../../../src/options/manager/storage/table-name.ts';
import { Database } from '../../../../src/store/database.ts';
import { LEFT_OUT } from '../../../../src/store/recover.ts';

it('every table that is recovered has a name in words', () => {
  const recovered = new Database().tables.map(({ name }) => name).filter((name) => !LEFT_OUT.has(name));
  expect(Object.keys(TABLE_NAMES).sort()).toEqual(recovered.sort());
});
