import type { NewsletterMessages } from '../messages/newsletter.js';
import type { PartLocale } from '../messages.js';

/** What the newsletter panel says in German, formal. Written by the Fairsay authors, 2026-11; not yet checked by a lawyer. */
export const newsletter = {
  lang: 'de',
  dir: 'ltr',
  part: 'newsletter',
  messages: {
    newsletterTitle: 'Ihr Newsletter',
    newsletterLoading: 'Ihre Auswahl wird nachgesehen …',
    newsletterWait: 'Ihre Newsletter-Auswahl kommt nach der Frage zum Datenschutz.',
    newsletterMinor: 'Unser Newsletter ist für Erwachsene, darum fragen wir hier nichts.',
    newsletterFor: 'Für {address}',
    newsletterSubscribed: 'Sie sind angemeldet.',
    newsletterPending:
      'Ein Schritt fehlt noch: Bestätigen Sie mit dem Link, den wir Ihnen geschickt haben. Bis dahin kommt nichts.',
    newsletterUnsubscribed: 'Sie erhalten keinen Newsletter. Möchten Sie ihn wieder, wählen Sie aus, was Sie wünschen.',
    newsletterSuppressed:
      'Wir schreiben nicht mehr an diese Adresse, da Nachrichten zurückkamen oder gemeldet wurden. Schreiben Sie uns, um das zu ändern.',
    newsletterPaused: 'Pausiert bis {date}.',
    newsletterTopics: 'Themen',
    newsletterFrequency: 'Wie oft',
    newsletterChannels: 'Wie wir Sie erreichen dürfen',
    newsletterPause: 'Eine Pause machen',
    newsletterPauseFor: '{days}, bis {date}',
    newsletterResume: 'Jetzt fortsetzen',
    newsletterSave: 'Speichern',
    newsletterStop: 'Alles abbestellen',
    newsletterStopNote: 'Ein Klick, keine Fragen. Nachrichten zu Ihren Bestellungen kommen weiterhin.',
    newsletterStopReady: 'Drücken Sie „Alles abbestellen“, und es ist erledigt. Bisher hat sich nichts geändert.',
    newsletterUndo: 'Rückgängig machen',
    newsletterResend: 'Nachricht noch einmal senden',
    newsletterRetry: 'Noch einmal versuchen',
    newsletterSaving: 'Wird gespeichert …',
    newsletterSaved: 'Ihre Auswahl ist gespeichert.',
    newsletterStopped: 'Alles ist abbestellt. Es kommt kein Newsletter mehr.',
    newsletterResent: 'Die Nachricht ist noch einmal unterwegs.',
    newsletterExpired:
      'Dieser Link gilt nicht mehr. Öffnen Sie den in unserer neuesten Nachricht, oder schreiben Sie uns.',
    newsletterNoLink:
      'Um zu sehen und zu ändern, was Sie bekommen, öffnen Sie den Link in unserer neuesten Nachricht. Für einen neuen melden Sie sich noch einmal an, oder schreiben Sie uns.',
    newsletterNotFound: 'Zu diesem Link kennen wir keinen Newsletter.',
    newsletterConflict: 'Ihre Auswahl wurde inzwischen anderswo geändert. So steht sie jetzt.',
    newsletterRateLimited: 'Das war zu oft. Bitte versuchen Sie es in {duration} noch einmal.',
    newsletterOffline: 'Sie scheinen offline zu sein. Ihre Auswahl ist, wie sie war.',
    newsletterFailed: 'Das hat nicht geklappt. Ihre Auswahl ist, wie sie war.',
    newsletterUnreachable: 'Ihre Auswahl ist im Moment nicht erreichbar.',
    newsletterMail: 'Sie können auch an {email} schreiben: Eine Zeile genügt, und wir bestellen alles ab.',
    newsletterMailSubject: 'Newsletter abbestellen',
  },
} satisfies PartLocale<NewsletterMessages>;
