/** The version of the package, for records of choices. A test holds it against package.json. */
export const VERSION = '0.1.0';
