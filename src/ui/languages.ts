/** The languages that can be had beside English, by the names of their files. A bundle adds the ones that it brings. */
export const LANGUAGES = new Set(['ar', 'de']);
