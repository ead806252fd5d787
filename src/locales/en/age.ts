import type { AgeMessages } from '../messages/age.js';

/** What is said where a shop asks for an age. Written by the project in November 2026; not checked by a lawyer. */
export const age = {
  ageTitle: 'Please confirm your age',
  ageText: '{site} is for people of {age} or over.',
  ageTogether: 'If you are younger, you can use it together with a parent or guardian.',
  ageAdult: 'I am {age} or over',
  ageAccompanied: 'I am under {age}, with a parent or guardian',
  ageAlone: 'I am under {age}, on my own',
  ageNote:
    'This is your own statement, and nobody checks it. We keep an adult’s answer for {duration}, any other until you close the browser.',
  ageNoteSession: 'This is your own statement, and nobody checks it. We keep it until you close the browser.',

  ageDateText:
    'Please tell us when you were born. Your age is worked out here on your device; the date is not kept or sent.',
  ageDateMore: 'The year alone does not tell. Please add the month and the day.',
  ageYear: 'Year of birth',
  ageYearHint: '4 digits',
  ageYearError: 'Write the year with 4 digits.',
  ageFutureError: 'This year has not come yet. Check the year.',
  ageMonth: 'Month',
  ageMonthHint: '1 to 12',
  ageMonthError: 'Write the month as a number from 1 to 12.',
  ageDay: 'Day',
  ageDayHint: '1 to 31',
  ageDayError: 'Write a day that this month has.',
  ageContinue: 'Continue',

  ageUnderTitle: 'Is a parent or guardian with you?',
  ageUnderText: 'You are under {age}. You can use {site} together with a parent or guardian.',
  ageWithGuardian: 'Yes, they are here',
  ageWithoutGuardian: 'No, I am on my own',

  ageGuardianTitle: 'A word to the parent or guardian',
  ageGuardianText: 'You are this visitor’s parent or guardian, and you will use {site} together with them.',
  ageGuardianNote: 'What is optional, such as marketing, stays off for this visit.',
  ageConfirm: 'That is so',
  ageBack: 'Go back',

  ageDeclinedTitle: 'Thank you for telling us',
  ageDeclinedText: 'This page is for people of {age} or over.',
  ageDeclinedParts:
    'Some parts of this page are for people of {age} or over and stay hidden. Everything else is there for you.',
  ageDeclinedNote: 'We keep your answer until you close the browser.',
  ageDeclinedLinks: 'You are welcome here:',
  ageDeclinedClose: 'You can close this page.',
  ageGoOn: 'Go on without these parts',
} satisfies AgeMessages;
