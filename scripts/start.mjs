/** `npm start`: installs and builds what is missing, then serves the demo shop. */
import { ensureBuild, ensurePackages } from './commands.mjs';

if ((await ensurePackages()) && (await ensureBuild())) {
  await import(new URL('../demo/server/main.mjs', import.meta.url).href);
} else {
  process.exitCode = 1;
}
