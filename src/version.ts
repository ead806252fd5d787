/** The version of the package, as records name it. A test compares it with `package.json`. */
export const VERSION = '0.1.0';
