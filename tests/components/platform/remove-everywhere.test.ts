import { expect } from '@open-wc/testing';
import { removeEverywhere } from '../../../src/platform/cookies/remove-everywhere.js';

/** Counts the cookies that are written while something is done at an address. */
function writesAt(path: string, action: () => void): number {
  const before = location.href;
  let writes = 0;
  Object.defineProperty(document, 'cookie', {
    configurable: true,
    set: () => {
      writes += 1;
    },
  });
  history.replaceState(null, '', path);
  try {
    action();
  } finally {
    history.replaceState(null, '', before);
    Reflect.deleteProperty(document, 'cookie');
  }
  return writes;
}

describe('the removal of a cookie', () => {
  it('tries each step of the path, with and without a slash at its end', () => {
    const at = (path: string) =>
      writesAt(path, () => {
        removeEverywhere('count');
      });
    const step = at('/a/b') - at('/a');
    expect(step).to.be.greaterThan(0);
    expect(at('/a/b/c') - at('/a/b')).to.equal(step);
  });

  it('holds nothing up at an address of thousands of steps: no browser keeps a cookie for a path of that length', () => {
    const writes = writesAt(`/${'a/'.repeat(4000)}`, () => {
      removeEverywhere('count');
    });
    expect(writes).to.be.lessThan(10_000);
  });
});
