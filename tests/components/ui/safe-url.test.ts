import { expect } from '@open-wc/testing';
import { safeUrl } from '../../../src/ui/safe-url.js';

describe('safeUrl', () => {
  for (const url of [
    'https://a.example/x',
    'http://a.example',
    'mailto:a@b.example',
    'tel:+123',
    '/privacy',
    'x?y#z',
  ]) {
    it(`lets ${url} through as it is`, () => {
      expect(safeUrl(url)).to.equal(url);
    });
  }

  const bad = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://a.example/1',
    'file:///etc/passwd',
    'https://[',
  ];
  for (const url of bad) {
    it(`drops ${JSON.stringify(url)}`, () => {
      expect(safeUrl(url)).to.equal(undefined);
    });
  }

  for (const nothing of [undefined, '', null as unknown as string]) {
    it(`makes no address of ${JSON.stringify(nothing)}`, () => {
      expect(safeUrl(nothing) || undefined).to.equal(undefined);
    });
  }
});
