/**
 * Looks at a call of what is built in, before it happens. Gives what to do in its place, or nothing to let it happen as it
 * is. What it throws itself is no matter of the page: the call happens, with the native error where it is wrong.
 *
 * @param self - Whose method it is, or the constructor of the class to make.
 * @param args - What it is given. May be changed.
 * @param go - Makes the native call after all.
 * @param key - The name of the property.
 * @param native - What is built in.
 */
export type Look = (self: never, args: never, go: Act, key: string, native: Native) => Act | Falsy;

/** What is done in place of a call. What it throws, the page gets. */
export type Act = () => unknown;

export type Native = (...args: never[]) => unknown;

export type Falsy = undefined | null | false | '';

/** A place to patch: whose property, which one, and which part of its descriptor. */
interface Patch {
  readonly owner: object;
  readonly key: string;
  readonly part: 'value' | 'get' | 'set';
  readonly look: Look;
  /** What stood there, and what stands there while it is patched. */
  native?: Native;
  ours?: Native | undefined;
}

/** The patches of a page. */
export interface Patches {
  /**
   * Names places. Nothing happens where a browser does not have them.
   *
   * @param owners - The names of classes, with spaces between, whose objects have the properties; or nothing for the page itself.
   * @param keys - The names of the properties, with spaces between.
   */
  readonly add: (owners: string, keys: string, look: Look, part?: Patch['part']) => void;
  /**
   * Patches the places, or puts back what is still ours there. What others have wrapped meanwhile stays, and lets everything
   * pass. A page that has frozen what is built in is left as it is.
   */
  readonly set: (on: boolean) => void;
  isOn: boolean;
}

/** Creates the patches of a page. */
export function createPatches(): Patches {
  const places: Patch[] = [];
  const patches: Patches = {
    isOn: false,
    add: (owners, keys, look, part = 'value') => {
      const classes = globalThis as unknown as Record<string, { prototype: object } | undefined>;
      for (const name of owners.split(' ')) {
        const owner = name ? classes[name]?.prototype : globalThis;
        for (const key of owner ? keys.split(' ') : []) {
          places.push({ owner: owner as object, key, part, look });
        }
      }
    },
    set: (on) => {
      patches.isOn = on;
      for (const patch of places) {
        const { owner, key, part, native, ours } = patch;
        const descriptor = Object.getOwnPropertyDescriptor(owner, key);
        const now = descriptor?.[part] as Native | undefined;
        if (now && (on ? !ours : now === ours)) {
          patch.native = now;
          patch.ours = on ? wrap(now, patch, patches) : undefined;
          Reflect.defineProperty(owner, key, { ...descriptor, [part]: patch.ours ?? native });
        }
      }
    },
  };
  return patches;
}

/** A proxy keeps the name, the length, the constants and `instanceof` of what it stands for. */
function wrap(native: Native, { look, key }: Patch, patches: Patches): Native {
  const handle = (self: unknown, args: unknown[], go: Act): unknown => {
    let act: Act | Falsy;
    try {
      act = patches.isOn && look(self as never, args as never, go, key, native);
    } catch {
      // The native call says what is wrong.
    }
    return (act || go)();
  };
  return new Proxy(native, {
    apply: (_, self, args) => handle(self, args, () => Reflect.apply(native, self, args)),
    construct: (_, args, maker) =>
      handle(maker, args, () => Reflect.construct(native, args, maker) as object) as object,
  });
}
