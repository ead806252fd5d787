import type { ReloadMessages } from '../messages/reload.js';
import type { PartLocale } from '../messages.js';

/** German, formal. Written by the Fairsay authors, 2026-11; not yet checked by a lawyer. */
export const reloadDe: PartLocale<ReloadMessages> = {
  lang: 'de',
  dir: 'ltr',
  part: 'reload',
  messages: {
    reloadTitle: 'Ihre Auswahl gilt',
    reloadText:
      'Code, der auf dieser Seite mit Ihrer Erlaubnis geladen wurde, läuft möglicherweise noch. Laden Sie die Seite neu, um ihn zu beenden.',
    reloadNow: 'Seite neu laden',
    reloadClose: 'Schließen',
  },
};
