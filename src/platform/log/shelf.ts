/** Lines of text that outlive the page where that is possible. */
export interface Shelf {
  /** Everything that is there, what is only in memory last. */
  readonly read: () => string;
  /** Puts a text in the place of what is there. */
  readonly write: (text: string) => void;
}

/**
 * Creates a shelf in `localStorage`. What that cannot take, because it is full or out of reach, stays in memory for the life
 * of the page.
 *
 * @param storage - Finds the storage. Its getter, too, throws in a sandboxed frame.
 */
export function createShelf(name: string, storage: () => Storage = () => localStorage): Shelf {
  let memory = '';
  const stored = (): string => {
    try {
      return storage().getItem(name) ?? '';
    } catch {
      return '';
    }
  };
  return {
    read: () => stored() + memory,
    write: (text) => {
      try {
        if (text) {
          storage().setItem(name, text);
        } else {
          storage().removeItem(name);
        }
      } catch {
        // What is read back tells.
      }
      memory = stored() === text ? '' : text;
    },
  };
}
