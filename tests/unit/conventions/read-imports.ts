import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';

export interface Import {
  /** As it is written: `../dataset/schema.ts`, `valibot`. */
  from: string;
  /** Nothing of it is left in the built file. */
  typeOnly: boolean;
}

/** Every static and dynamic import and every re-export of a file. */
export function readImports(path: string): Import[] {
  const source = readFileSync(path, 'utf8');
  const { module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      from: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ from: moduleRequest.value, typeOnly: isType }] : [],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => ({
      from: source.slice(moduleRequest.start + 1, moduleRequest.end - 1),
      typeOnly: false,
    })),
  ];
}
