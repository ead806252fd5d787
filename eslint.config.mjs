import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { layerConfigs } from './scripts/layers.mjs';

const TIME = 'The time and randomness are arguments of the core. The reasons are in docs/adr/0001-layers.md.';
const HTML = 'No HTML strings: a page may require Trusted Types, and texts come from a configuration.';

const properties = {
  html: ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'writeln'].map((property) => ({
    property,
    message: HTML,
  })),
  time: [
    { object: 'Date', property: 'now', message: TIME },
    { object: 'Math', property: 'random', message: TIME },
  ],
};

const syntax = {
  style: [
    { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
    { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
    { selector: 'TSModuleDeclaration[kind!="global"]', message: 'Use a module.' },
    { selector: 'TSParameterProperty', message: 'Write the field out.' },
    { selector: 'MethodDefinition[accessibility="private"]', message: 'Use #.' },
    {
      selector: 'PropertyDefinition[accessibility="private"][declare=false]:not(:has(> Decorator))',
      message: 'Use #, except for reactive state.',
    },
    { selector: 'ImportDeclaration[source.value=/unsafe-(html|svg)|unsafe-mathml/]', message: HTML },
  ],
  quiet: [
    {
      selector: 'ImportExpression:not([source.value=/^\\.\\u002F[^\\u002F]+$/])',
      message: 'Only the entries and src/page fetch code, beside what stands in the same folder.',
    },
  ],
  time: [{ selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: TIME }],
};

export default defineConfig(
  {
    ignores: [
      'dist/',
      '.test-build/',
      '.tmp/',
      '.data/',
      '.stryker-tmp/',
      'coverage/',
      'reports/',
      'playwright-report/',
      'test-results/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  eslint.configs.recommended,
  {
    rules: {
      complexity: ['error', 10],
      eqeqeq: 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 400 }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.test.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { minimumDescriptionLength: 5, 'ts-expect-error': 'allow-with-description' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-syntax': ['error', ...syntax.style],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit['flat/recommended'], wc.configs['flat/best-practice']],
    linterOptions: { noInlineConfig: true },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-restricted-properties': ['error', ...properties.html],
      'no-restricted-syntax': ['error', ...syntax.style, ...syntax.quiet],
      '@typescript-eslint/ban-ts-comment': 'error',
      // Lit calls handlers on their element, and our factories give objects whose methods never use `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  // Google's queue knows a command by its being an Arguments object.
  { files: ['src/signals/google.ts'], rules: { 'prefer-rest-params': 'off' } },
  {
    files: ['src/core/**/*.ts', 'src/config/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ...properties.html, ...properties.time],
      'no-restricted-syntax': ['error', ...syntax.style, ...syntax.quiet, ...syntax.time],
    },
  },
  {
    files: ['src/*.ts', 'src/page/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...syntax.style] },
  },
  layerConfigs,
  {
    files: ['tests/**/*.ts'],
    rules: {
      // The runner keeps the promises of describe and it, and chai asserts by reading properties.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['describe', 'it', 'test', 'suite', 'before', 'after'], package: 'node:test' },
          ],
        },
      ],
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  // With its accessibility plug-in each of chai's assertions can be awaited, and few need to be.
  { files: ['tests/components/**/*.ts'], rules: { '@typescript-eslint/no-floating-promises': 'off' } },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
  { files: ['demo/**/*.js'], languageOptions: { globals: { ...globals.browser, fairsay: 'readonly' } } },
);
