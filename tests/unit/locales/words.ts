/** Words that no label of an action may hold, by language: one list for each locale, or its tests fail. */
export const UNFAIR: Readonly<Record<string, { readonly later: RegExp; readonly nudging: RegExp }>> = {
  en: {
    later: /\b(later|not now|remind|maybe|skip|another time)\b/iu,
    nudging:
      /\b(recommended|best|better|enjoy|miss|unfortunately|sorry|don.t care|no thanks|free|just|only|continue|ok)\b/iu,
  },
  de: {
    later: /(?<!\p{L})(später|nicht jetzt|erinner\p{L}*|vielleicht|überspringen|ein andermal)(?!\p{L})/iu,
    nudging:
      /(?<!\p{L})(empfohlen\p{L}*|beste\p{L}*|besser\p{L}*|genießen|verpass\p{L}*|leider|schade|nein danke|gratis|nur|weiter|ok|zustimmen und)(?!\p{L})/iu,
  },
  ar: {
    later: /لاحق|ليس الآن|ذكّر|ذكر|ربما|تخط/u,
    nudging: /مستحسن|موصى|أفضل|استمتع|تفوّت|تفويت|للأسف|مجان|فقط|متابعة|حسنًا|حسنا/u,
  },
};
