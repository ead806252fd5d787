/**
 * Measures Fairsay beside a bare page and its rivals, in one run and by turns. `npm run bench` takes every measurement,
 * `npm run bench -- accept storm` those whose names begin so, and `--write` puts the tables into docs/benchmarks.md. Nothing
 * here fails for being slow.
 */
import { ensureBuild } from '../../scripts/commands.mjs';
import { accepts } from './accept.mjs';
import { firstVisits } from './first-visit.mjs';
import { preferencesClick } from './preferences.mjs';
import { releases } from './release.mjs';
import { returnVisits } from './return-visit.mjs';
import { storms } from './storm.mjs';
import { openLab } from './support/lab.mjs';
import { draw, keep, machine, write } from './support/report.mjs';
import { LEFT_OUT } from './support/subjects.mjs';

/** @type {Record<string, import('./support/measurement.js').Measurement>} */
const MEASUREMENTS = {
  ...firstVisits,
  ...returnVisits,
  ...accepts,
  ...preferencesClick,
  ...releases,
  ...storms,
};

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const chosen = Object.entries(MEASUREMENTS).filter(
  ([name]) => !asked.length || asked.some((word) => name.startsWith(word)),
);
if (!chosen.length || !(await ensureBuild())) {
  console.error(`There is no build, or no such measurement. There are: ${Object.keys(MEASUREMENTS).join(', ')}.`);
  process.exit(1);
}
console.log(
  'Times in milliseconds: median (a quarter below – a quarter above), ratio to the bare page of the same run.',
);
console.log(LEFT_OUT);
const lab = await openLab();
try {
  /** @type {Record<string, import('./support/report.mjs').Named>} */
  const tables = {};
  const on = machine(lab.browser.version());
  for (const [name, { title, measure }] of chosen) {
    const start = Date.now();
    const table = { title, ...(await measure(lab)) };
    tables[name] = table;
    console.log(`\n${title} [${name}, ${Math.round((Date.now() - start) / 1000)} s]\n${draw(table)}`);
    keep(on, tables);
  }
  if (process.argv.includes('--write')) {
    await write(on, tables);
  }
} finally {
  await lab.close();
}
