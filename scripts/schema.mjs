/** Makes the JSON Schema of the configuration from its types, so that editors check and explain what a shop writes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';
import { ROOT } from './files.mjs';

/** @returns {object} */
export function createSchema() {
  return createGenerator({
    path: join(ROOT, 'src/config/types.ts'),
    tsconfig: join(ROOT, 'tsconfig.json'),
    type: 'Config',
    topRef: false,
    additionalProperties: false,
    skipTypeCheck: true,
    // JSON has none: they are for a configuration in code.
    functions: 'hide',
  }).createSchema('Config');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(join(ROOT, 'dist/config.schema.json'), `${JSON.stringify(createSchema(), null, 2)}\n`);
}
