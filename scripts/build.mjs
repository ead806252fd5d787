/** `npm run build`: everything that is published, in an empty `dist/`. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { run, tool } from './commands.mjs';
import { ROOT } from './files.mjs';

/** The last one makes what `npm start` looks for: where it is, the build was whole. */
const COMMANDS = [
  [...tool('rollup'), '--config', '--failAfterWarnings'],
  [process.execPath, 'scripts/schema.mjs'],
  [...tool('@custom-elements-manifest/analyzer', 'cem'), 'analyze', '--quiet'],
  [process.execPath, 'scripts/build/jsx-types.mjs'],
];

rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
for (const command of COMMANDS) {
  const code = await run(command);
  if (code !== 0) {
    process.exit(code);
  }
}
