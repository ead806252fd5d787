// Mutation tests over the core: `npm run mutation`. It changes the compiled files, so that no mutant needs a compiler.
import { filesBelow } from './scripts/files.mjs';

export default {
  testRunner: 'tap',
  tap: {
    testFiles: filesBelow('.test-build/tests/unit/core', '.test.js'),
    nodeArgs: ['--test-reporter=tap', '-r', '{{hookFile}}', '{{testFile}}'],
  },
  mutate: ['.test-build/src/core/**/*.js'],
  coverageAnalysis: 'perTest',
  ignoreStatic: false,
  concurrency: 2,
  // Only what the compiled tests read is copied: the published schemas are made from the sources.
  ignorePatterns: [
    '**',
    ...['.test-build', 'src', 'scripts'].flatMap((folder) => [`!${folder}`, `!${folder}/**`]),
  ].concat(['package.json', 'tsconfig.json'].map((file) => `!${file}`)),
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'html'],
  htmlReporter: { fileName: 'reports/mutation.html' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 100, low: 95, break: 95 },
};
