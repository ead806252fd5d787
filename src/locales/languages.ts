/** The languages that come with the library beside English, by the names of their files. */
export const LANGUAGES: readonly string[] = ['ar', 'de'];
