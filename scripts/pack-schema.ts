/** `npm run pack:schema`: writes `docs/pack.schema.json`, the format for editors that help while an author writes. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { Address, Day, Id, Lang, Localized, LocalizedName, PartialDate } from '../src/dataset/parts.ts';
import {
  Alias,
  Basis,
  ContextRequirement,
  Disputed,
  Entity,
  Near,
  Pack,
  Pattern,
  Quote,
  Reference,
  Retraction,
  Source,
  SourceSpan,
} from '../src/dataset/schema.ts';

/**
 * The text of `docs/pack.schema.json`. It says less than `parsePack`: texts are not trimmed, addresses and days are
 * not parsed, ids are not resolved.
 */
export function packJsonSchema(): string {
  const schema = toJsonSchema(Pack, {
    target: 'draft-2020-12',
    typeMode: 'input',
    ignoreActions: ['check', 'trim'],
    definitions: {
      Address,
      Alias,
      Basis,
      ContextRequirement,
      Day,
      Disputed,
      Entity,
      Id,
      Lang,
      Localized,
      LocalizedName,
      Near,
      PartialDate,
      Pattern,
      Quote,
      Reference,
      Retraction,
      Source,
      SourceSpan,
    },
  });
  const { $schema } = schema;
  return `${JSON.stringify({ $schema, title: 'Sidelight pack, format 1', ...schema }, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../docs/pack.schema.json', import.meta.url);
  writeFileSync(file, packJsonSchema());
  console.log('docs/pack.schema.json written');
}
