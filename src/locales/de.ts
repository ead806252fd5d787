import type { Locale } from './messages.js';

/** German, formal. Written by the Fairsay authors, 2026-11; not yet checked by a lawyer. */
export const de = {
  lang: 'de',
  dir: 'ltr',
  messages: {
    bannerTitle: 'Cookies und Ihre Privatsphäre',
    bannerText:
      '{site} und andere Unternehmen möchten Cookies und ähnliche Speicher für die folgenden Zwecke verwenden. Wir bewahren Ihre Antwort für {duration} auf, und Sie können sie jederzeit ändern.',
    thisSite: 'Diese Website',
    acceptAll: 'Alle akzeptieren',
    rejectAll: 'Alle ablehnen',
    openPreferences: 'Auswählen',
    closeBanner: 'Schließen, alles bleibt ausgeschaltet',
    privacyLink: 'Datenschutzerklärung',
    saved: 'Ihre Auswahl ist gespeichert.',

    preferencesTitle: 'Datenschutzeinstellungen',
    preferencesText:
      'Sie können jeden Zweck einzeln erlauben oder ablehnen. Solange Sie nicht speichern, ändert sich nichts.',
    save: 'Auswahl speichern',
    closePreferences: 'Schließen, ohne zu speichern',
    alwaysOn: 'Immer aktiv',
    exemptNote: 'Das Gesetz erlaubt dies ohne Einwilligung. Sie können es ausschalten.',
    gpcNote: 'Ausgeschaltet, da Ihr Browser es mit Global Privacy Control verlangt.',
    services: 'Dienste ({count})',
    noServices: 'Hier sind keine Dienste aufgeführt.',
    provider: 'Anbieter',
    hosts: 'Sendet Daten an',
    providerNotice: 'Datenschutzerklärung von {name}',
    storageCaption: 'Cookies und Speicher von {name}',
    storageName: 'Name',
    storageKind: 'Art',
    storagePurpose: 'Zweck',
    storageDuration: 'Speicherdauer',
    untilClosed: 'Bis Sie den Browser schließen',
    untilDeleted: 'Bis zur Löschung',
    kindCookie: 'Cookie',
    kindLocal: 'Lokaler Speicher',
    kindSession: 'Sitzungsspeicher',
    kindIndexeddb: 'Datenbank',
    kindCache: 'Zwischenspeicher',
    kindWorker: 'Service Worker',

    necessaryLabel: 'Notwendig',
    necessaryPurpose: 'Sorgt dafür, dass die Website funktioniert, und merkt sich Ihre Auswahl.',
    functionalLabel: 'Funktional',
    functionalPurpose: 'Merkt sich Ihre Einstellungen, zum Beispiel Sprache oder Größe.',
    analyticsLabel: 'Statistik',
    analyticsPurpose: 'Misst, wie die Website genutzt wird, um sie zu verbessern.',
    marketingLabel: 'Marketing',
    marketingPurpose: 'Zeigt Ihnen Werbung und misst, ob sie wirkt.',

    embedTitle: 'Inhalt von {name}',
    embedText:
      'Beim Laden gehen Ihre IP-Adresse und die Adresse dieser Seite an {provider}. Dabei können Cookies verwendet werden.',
    loadOnce: 'Einmal laden',
    alwaysAllow: '{name} immer erlauben',

    privacyChoices: 'Datenschutzeinstellungen',
    signalHonoured: 'Global Privacy Control ist eingeschaltet und wird beachtet.',
  },
} satisfies Locale;
