import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';
import { tool } from '../../scripts/commands.mjs';
import { filesBelow } from '../../scripts/files.mjs';
import { VERSION } from '../../src/version.js';

const call = promisify(execFile);

describe('the package as it is published', () => {
  it('has the version that its records name', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal(VERSION, version);
  });

  it('is clean for publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: process.cwd(), strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg)),
      [],
    );
  });

  it('has types that every resolution of modules finds', async () => {
    // What has no code, or is JSON, is nothing to resolve.
    const without = ['jsx', 'config.schema.json', 'receipt.schema.json', 'custom-elements.json', 'package.json'];
    const [node = '', ...attw] = tool('@arethetypeswrong/cli', 'attw');
    const options = ['--pack', '.', '--profile', 'esm-only', '--no-emoji', '--exclude-entrypoints', ...without];
    await assert.doesNotReject(
      call(node, [...attw, ...options]),
      'run `npx attw --pack . --profile esm-only` to see why',
    );
  });

  it('has types that compile by themselves, those for JSX too', () => {
    const files = filesBelow('dist', '.d.ts');
    const program = ts.createProgram(files, {
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      module: ts.ModuleKind.NodeNext,
      noEmit: true,
      strict: true,
      target: ts.ScriptTarget.ES2022,
      types: [],
    });
    const problems = files.flatMap((file) => {
      const source = program.getSourceFile(file);
      return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    });
    assert.ok(files.includes(join('dist', 'jsx.d.ts')));
    assert.deepEqual(
      problems.map(
        ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
      ),
      [],
    );
  });
});
