import { expect } from '@open-wc/testing';
import { createShelf } from '../../../src/platform/log/shelf.js';

const NAME = 'fairsay-test';

/** A storage that fails in one way. */
function failing(part: Partial<Storage>): () => Storage {
  return () => ({ getItem: (name: string) => localStorage.getItem(name), ...part }) as Storage;
}

const full = failing({
  setItem: () => {
    throw new DOMException('', 'QuotaExceededError');
  },
  removeItem: (name) => {
    localStorage.removeItem(name);
  },
});

describe('a shelf', () => {
  beforeEach(() => {
    localStorage.removeItem(NAME);
  });

  it('keeps a text for the next page', () => {
    createShelf(NAME).write('a\n');
    expect(createShelf(NAME).read()).to.equal('a\n');
  });

  it('leaves nothing behind where it is empty', () => {
    createShelf(NAME).write('a\n');
    createShelf(NAME).write('');
    expect(localStorage.getItem(NAME)).to.equal(null);
  });

  it('keeps a text for this page where the storage cannot be had', () => {
    const shelf = createShelf(NAME, () => {
      throw new DOMException('', 'SecurityError');
    });
    expect(shelf.read()).to.equal('');
    shelf.write('a\n');
    expect(shelf.read()).to.equal('a\n');
  });

  it('keeps what a full storage cannot take behind what it has', () => {
    localStorage.setItem(NAME, 'a\n');
    const shelf = createShelf(NAME, full);
    shelf.write('a\nb\n');
    expect(shelf.read()).to.equal('a\na\nb\n');
    shelf.write('');
    expect(shelf.read()).to.equal('');
  });
});
