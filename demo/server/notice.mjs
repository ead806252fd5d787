/** The privacy notice as the server sends it: from the shop's configuration, by the core of the library that was built. */

/** @typedef {import('../../src/core/index.js').NoticeWords} NoticeWords */
/** @typedef {import('../../src/config/types.js').Config} Config */

/**
 * A module of the built library. Its address is put together, as the compiler would look for a build that is not there yet.
 *
 * @param {string} path
 */
const built = (path) => import(new URL(`../../dist/${path}.js`, import.meta.url).href);

/**
 * Writes the sections of the notice, for browsers without script and for search engines.
 *
 * @param {Config} config
 * @param {'en' | 'de' | 'ar'} lang
 * @returns {Promise<string>}
 */
export async function renderNoticeOf(config, lang) {
  /** @type {typeof import('../../src/core/index.js')} */
  const { renderNotice } = await built('core/index');
  const [{ en }, english, language, part] = await Promise.all(
    ['locales/en', 'locales/en/notice', `locales/${lang}`, `locales/${lang}/notice`].map(built),
  );
  const words = { ...en.messages, ...english.notice, ...language[lang].messages };
  /** @type {NoticeWords} */
  const all = lang === 'en' ? words : { ...words, ...part.notice.messages };
  return renderNotice(config, { lang, words: all, today: new Date().toISOString().slice(0, 10) });
}
