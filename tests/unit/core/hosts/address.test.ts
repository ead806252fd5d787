import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressesIn, isAddress, MAY_LOAD } from '../../../../src/core/hosts/address.js';

describe('isAddress', () => {
  const yes: readonly [tag: string, attribute: string][] = [
    ['script', 'src'],
    ['iframe', 'src'],
    ['img', 'srcset'],
    ['source', 'srcset'],
    ['video', 'poster'],
    ['object', 'data'],
    ['link', 'href'],
    ['link', 'imagesrcset'],
    ['image', 'href'],
    ['image', 'xlink:href'],
    ['script', 'xlink:href'],
    ['feImage', 'href'],
  ];
  const no: readonly [tag: string, attribute: string][] = [
    ['a', 'href'],
    ['base', 'href'],
    ['form', 'action'],
    ['img', 'alt'],
    ['img', 'data-src'],
    ['iframe', 'srcdoc'],
    ['own-player', 'src'],
    ['own-image', 'href'],
    ['script', 'type'],
  ];
  for (const [tag, attribute] of yes) {
    test(`takes ${attribute} of ${tag}`, () => {
      assert.equal(isAddress(tag, attribute), true);
    });
  }
  for (const [tag, attribute] of no) {
    test(`takes no ${attribute} of ${tag}`, () => {
      assert.equal(isAddress(tag, attribute), false);
    });
  }
});

describe('addressesIn', () => {
  test('gives the one address of most attributes, whatever is in it', () => {
    assert.deepEqual(addressesIn('src', 'https://a.example/x y,z'), ['https://a.example/x y,z']);
  });

  test('gives each address of a set of pictures', () => {
    const found = addressesIn('srcset', ' https://a.example/1.gif 1x,https://b.example/2.gif\n2x , /own.gif');
    for (const address of ['https://a.example/1.gif', 'https://b.example/2.gif', '/own.gif']) {
      assert.ok(found.includes(address), address);
    }
    assert.deepEqual(addressesIn('imagesrcset', 'a 1x,b 2x'), ['a', '1x', 'b', '2x']);
  });
});

describe('MAY_LOAD', () => {
  for (const markup of [
    '<img src="https://a.example">',
    '<IMG\nSRC = //a.example>',
    '<p><b><video poster=https://a.example>',
    '<image xlink:href="https://a.example"/>',
    '<img alt="" srcset="/own.gif, https://a.example 2x">',
  ]) {
    test(`looks closer at ${JSON.stringify(markup)}`, () => {
      assert.equal(MAY_LOAD.test(markup), true);
    });
  }

  for (const markup of ['', 'text', '<p class="a">text</p>', '<img src="/own.gif" alt="a">', 'a // b']) {
    test(`lets ${JSON.stringify(markup)} go its native way`, () => {
      assert.equal(MAY_LOAD.test(markup), false);
    });
  }
});
