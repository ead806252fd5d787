/** Makes JSON Schemas from types: of the configuration, so that editors check it, and of what is on record about choices. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';
import { ROOT } from './files.mjs';

/** @typedef {import('ts-json-schema-generator').Schema} Schema */

/** @param {string} file @param {string} type @returns {Schema} */
function schemaOf(file, type) {
  return createGenerator({
    path: join(ROOT, file),
    tsconfig: join(ROOT, 'tsconfig.json'),
    type,
    topRef: false,
    additionalProperties: false,
    skipTypeCheck: true,
    // JSON has none: they are for a configuration in code.
    functions: 'hide',
  }).createSchema(type);
}

/** The configuration. @returns {Schema} */
export function createSchema() {
  return schemaOf('src/config/types.ts', 'Config');
}

/** The file that a shopper downloads; under `definitions` also the `LogBody` that a log is sent, and its `Envelope`. @returns {Schema} */
export function createReceiptSchema() {
  const file = 'src/core/receipt/receipt.ts';
  const receipt = schemaOf(file, 'Receipt');
  const { type, properties, required, additionalProperties, description, definitions } = schemaOf(file, 'LogBody');
  const LogBody = { type, properties, required, additionalProperties, description };
  return { ...receipt, definitions: { ...receipt.definitions, ...definitions, LogBody } };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [name, schema] of [
    ['config', createSchema()],
    ['receipt', createReceiptSchema()],
  ]) {
    writeFileSync(join(ROOT, `dist/${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
  }
}
