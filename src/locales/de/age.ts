import type { PartLocale } from '../messages.js';
import type { AgeMessages } from '../messages/age.js';

/** German, formal. Written by the project in November 2026; not checked by a lawyer. */
export const age = {
  lang: 'de',
  dir: 'ltr',
  part: 'age',
  messages: {
    ageTitle: 'Bitte bestätigen Sie Ihr Alter',
    ageText: '{site} richtet sich an Personen ab {age} Jahren.',
    ageTogether: 'Wenn Sie jünger sind, können Sie die Seite zusammen mit einem Elternteil oder Vormund nutzen.',
    ageAdult: 'Ich bin {age} oder älter',
    ageAccompanied: 'Ich bin unter {age}, in Begleitung der Eltern oder eines Vormunds',
    ageAlone: 'Ich bin unter {age} und allein',
    ageNote:
      'Das ist Ihre eigene Angabe, niemand prüft sie. Die Antwort Erwachsener speichern wir {duration}, jede andere, bis Sie den Browser schließen.',
    ageNoteSession: 'Das ist Ihre eigene Angabe, niemand prüft sie. Wir speichern sie, bis Sie den Browser schließen.',

    ageDateText:
      'Bitte nennen Sie uns Ihr Geburtsdatum. Ihr Alter wird hier auf Ihrem Gerät berechnet; das Datum wird weder gespeichert noch gesendet.',
    ageDateMore: 'Das Jahr allein genügt nicht. Bitte ergänzen Sie Monat und Tag.',
    ageYear: 'Geburtsjahr',
    ageYearHint: '4 Ziffern',
    ageYearError: 'Schreiben Sie das Jahr mit 4 Ziffern.',
    ageFutureError: 'Dieses Jahr liegt noch vor uns. Prüfen Sie das Jahr.',
    ageMonth: 'Monat',
    ageMonthHint: '1 bis 12',
    ageMonthError: 'Schreiben Sie den Monat als Zahl von 1 bis 12.',
    ageDay: 'Tag',
    ageDayHint: '1 bis 31',
    ageDayError: 'Schreiben Sie einen Tag, den dieser Monat hat.',
    ageContinue: 'Weiter',

    ageUnderTitle: 'Ist ein Elternteil oder Vormund bei Ihnen?',
    ageUnderText: 'Sie sind unter {age}. Sie können {site} zusammen mit einem Elternteil oder Vormund nutzen.',
    ageWithGuardian: 'Ja, ich bin in Begleitung',
    ageWithoutGuardian: 'Nein, ich bin allein',

    ageGuardianTitle: 'Ein Wort an den Elternteil oder Vormund',
    ageGuardianText: 'Sie sind Elternteil oder Vormund dieser Person und nutzen {site} gemeinsam mit ihr.',
    ageGuardianNote: 'Alles Optionale, etwa Marketing, bleibt bei diesem Besuch ausgeschaltet.',
    ageConfirm: 'So ist es',
    ageBack: 'Zurück',

    ageDeclinedTitle: 'Danke für Ihre Angabe',
    ageDeclinedText: 'Diese Seite richtet sich an Personen ab {age} Jahren.',
    ageDeclinedParts:
      'Einige Teile dieser Seite richten sich an Personen ab {age} Jahren und bleiben verborgen. Alles andere steht Ihnen offen.',
    ageDeclinedNote: 'Wir speichern Ihre Antwort, bis Sie den Browser schließen.',
    ageDeclinedLinks: 'Hier sind Sie willkommen:',
    ageDeclinedClose: 'Sie können diese Seite schließen.',
    ageGoOn: 'Ohne diese Teile fortfahren',
  },
} satisfies PartLocale<AgeMessages>;
