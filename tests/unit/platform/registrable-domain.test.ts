import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findRegistrableDomain } from '../../../src/platform/cookies/registrable-domain.js';

/** A browser that knows which endings are public. */
const PUBLIC = ['co.uk', 'uk', 'com', 'example', 'github.io', 'io'];

function probe(hostname: string): { found: string; tried: string[] } {
  const tried: string[] = [];
  const found = findRegistrableDomain(hostname, (domain) => {
    tried.push(domain);
    return !PUBLIC.includes(domain);
  });
  return { found, tried };
}

describe('the registrable domain', () => {
  for (const [hostname, expected] of [
    ['www.shop.com', 'shop.com'],
    ['a.b.c.shop.com', 'shop.com'],
    ['shop.com', 'shop.com'],
    ['shop.example.co.uk', 'example.co.uk'],
    ['somebody.github.io', 'somebody.github.io'],
  ] as const) {
    test(`of ${hostname} is the widest that keeps a cookie: ${expected}`, () => {
      assert.equal(probe(hostname).found, expected);
    });
  }

  for (const hostname of ['localhost', 'shop', '127.0.0.1', '[::1]', '[::ffff:7f00:1]', 'shop.com.', '', 'co.uk']) {
    test(`more private: ${hostname || 'a page without a host'} shares with nobody`, () => {
      assert.equal(probe(hostname).found, '');
    });
  }

  test('is never tried with a whole top-level domain, nor with an address of numbers', () => {
    assert.deepEqual(probe('a.shop.com').tried, ['shop.com']);
    assert.deepEqual(probe('127.0.0.1').tried, []);
  });

  test('more private: where nothing is kept, as with cookies blocked, it is none', () => {
    assert.equal(
      findRegistrableDomain('www.shop.com', () => false),
      '',
    );
  });
});
