/**
 * Looks at a call of what is built in, before it happens. Gives what to do in its place, or nothing to let it happen as it
 * is. What it throws itself is no matter of the page: the call happens, with the native error where it is wrong.
 *
 * @param self - Whose method it is, or the constructor of the class to make.
 * @param native - What is built in.
 */
export type Look = (self: never, args: never, native: Native) => Act | Falsy;

type Falsy = undefined | null | false | '';

/** What is done in place of a call. What it throws, the page gets. */
export type Act = () => unknown;

export type Native = (...args: never[]) => unknown;

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

/** The patches of a page. They are taken back when nothing is held. */
export interface Patches {
  /** Names a place. Nothing happens where a browser does not have it. */
  readonly add: (owner: object | undefined, key: string, look: Look, part?: Patch['part']) => void;
  readonly apply: () => void;
  /** Puts back what is still ours. What others have wrapped meanwhile stays, and lets everything pass. */
  readonly undo: () => void;
}

/** Creates the patches of a page. A proxy keeps the name, the length, the constants and `instanceof` of what it stands for. */
export function createPatches(): Patches {
  const patches: Patch[] = [];
  let active = false;

  const wrap = (native: Native, look: Look): Native => {
    const answer = (self: unknown, args: unknown[]): Act | Falsy => {
      try {
        return active ? look(self as never, args as never, native) : undefined;
      } catch {
        return undefined;
      }
    };
    return new Proxy(native, {
      apply: (_, self, args) => (answer(self, args) || (() => Reflect.apply(native, self, args)))(),
      construct: (_, args, maker) =>
        (answer(maker, args) || (() => Reflect.construct(native, args, maker) as object))() as object,
    });
  };

  const change = ({ owner, key, part }: Patch, from: Native | undefined, to: Native | undefined): boolean => {
    const now = Object.getOwnPropertyDescriptor(owner, key);
    return !!from && now?.[part] === from && Reflect.defineProperty(owner, key, { ...now, [part]: to });
  };

  return {
    add: (owner, key, look, part = 'value') => {
      if (owner) {
        patches.push({ owner, key, part, look });
      }
    },
    apply: () => {
      active = true;
      for (const patch of patches) {
        const native = Object.getOwnPropertyDescriptor(patch.owner, patch.key)?.[patch.part] as Native | undefined;
        if (native && !patch.ours) {
          patch.native = native;
          patch.ours = wrap(native, patch.look);
          change(patch, native, patch.ours);
        }
      }
    },
    undo: () => {
      active = false;
      for (const patch of patches.filter(({ ours }) => ours)) {
        if (change(patch, patch.ours, patch.native)) {
          patch.ours = undefined;
        }
      }
    },
  };
}

/** What the objects of a class have in common, where a browser has that class. */
export function classOf(name: string): object | undefined {
  return (globalThis as unknown as Record<string, { prototype: object } | undefined>)[name]?.prototype;
}
