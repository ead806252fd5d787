/** What the newsletter panel says. */
export interface NewsletterMessages {
  newsletterTitle: string;
  /** While the server is asked what holds. */
  newsletterLoading: string;
  /** While the age or the consent is being asked for. */
  newsletterWait: string;
  /** Where a minor is there, so nothing is asked. */
  newsletterMinor: string;
  /** Whom it is about. `{address}` is what the server gives to be shown. */
  newsletterFor: string;

  /** Where somebody is subscribed. */
  newsletterSubscribed: string;
  /** Where the second step of a double opt-in is open. */
  newsletterPending: string;
  /** Where somebody gets nothing. */
  newsletterUnsubscribed: string;
  /** Where the server stopped sending. */
  newsletterSuppressed: string;
  /** `{date}` is the last day of the pause. */
  newsletterPaused: string;

  newsletterTopics: string;
  newsletterFrequency: string;
  newsletterChannels: string;
  newsletterPause: string;
  /** A length of a pause. `{days}` is written out, `{date}` is its last day. */
  newsletterPauseFor: string;
  newsletterResume: string;
  newsletterSave: string;
  newsletterStop: string;
  /** Under the button that stops everything: what it does not stop. */
  newsletterStopNote: string;
  /** Where a link asked to stop everything: that nothing has happened yet. */
  newsletterStopReady: string;
  newsletterUndo: string;
  newsletterResend: string;
  newsletterRetry: string;

  /** While something is on its way. */
  newsletterSaving: string;
  newsletterSaved: string;
  newsletterStopped: string;
  newsletterResent: string;

  newsletterExpired: string;
  /** Where nobody is known, as the page was opened without a link: how to get one. */
  newsletterNoLink: string;
  newsletterNotFound: string;
  newsletterConflict: string;
  /** `{duration}` is how long to wait. */
  newsletterRateLimited: string;
  newsletterOffline: string;
  newsletterFailed: string;
  /** Where nothing can be asked what holds. */
  newsletterUnreachable: string;

  /** The other way out. `{email}` is the shop's address, which becomes a link. */
  newsletterMail: string;
  /** The subject of that message. */
  newsletterMailSubject: string;
}
