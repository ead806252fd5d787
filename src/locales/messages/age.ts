/**
 * What is said where a shop asks for an age. `{site}` is the shop, `{age}` the age in years. It is a confirmation, and no
 * text may call it a verification.
 */
export interface AgeMessages {
  /** The heading of the question. */
  ageTitle: string;
  /** Who asks, and for what age, with equal answers below. */
  ageText: string;
  /** That somebody younger can come with a parent or guardian. */
  ageTogether: string;
  ageAdult: string;
  ageAccompanied: string;
  ageAlone: string;
  /** What the answer is, and how long it is kept. `{duration}` is how long an adult's is. */
  ageNote: string;
  /** The same where every answer ends with the browser. */
  ageNoteSession: string;

  /** Asks for the birth date, without a hint at which answer leads where. */
  ageDateText: string;
  /** Asks for month and day where the year is not enough. */
  ageDateMore: string;
  ageYear: string;
  ageYearHint: string;
  ageYearError: string;
  ageFutureError: string;
  ageMonth: string;
  ageMonthHint: string;
  ageMonthError: string;
  ageDay: string;
  ageDayHint: string;
  ageDayError: string;
  /** The button below the birth date. */
  ageContinue: string;

  /** After a birth date that is not long enough ago, where a parent or guardian can be there. */
  ageUnderTitle: string;
  ageUnderText: string;
  ageWithGuardian: string;
  ageWithoutGuardian: string;

  /** The second step, which speaks to the adult. */
  ageGuardianTitle: string;
  ageGuardianText: string;
  /** That what is optional stays off. */
  ageGuardianNote: string;
  ageConfirm: string;
  ageBack: string;

  /** For who may not stay. */
  ageDeclinedTitle: string;
  ageDeclinedText: string;
  /** The same where only parts of the page are kept back. */
  ageDeclinedParts: string;
  /** How long the answer is kept. */
  ageDeclinedNote: string;
  /** Before the links to elsewhere. */
  ageDeclinedLinks: string;
  /** Where there is no such link. */
  ageDeclinedClose: string;
  /** Goes on without the parts that are kept back. */
  ageGoOn: string;
}
