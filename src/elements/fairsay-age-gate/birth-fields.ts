import { html, type TemplateResult } from 'lit';
import type { Birth, BirthVerdict, judgeBirth, localDay } from '../../core/age/calendar.js';
import type { AgeMessages } from '../../locales/messages/age.js';

/** The rules of the calendar, from the code that the page has for an age. */
export interface Calendar {
  readonly judgeBirth: typeof judgeBirth;
  readonly localDay: typeof localDay;
}

/** One part of a birth date: the name of its field, its label, what it takes, and what is said where that is wrong. */
type Field = readonly [part: string, label: string, hint: string, error: string];

/** In which field each mistake is; where one is unsettled, in the first that is still missing. */
const PLACES: Partial<Record<BirthVerdict, number>> = {
  'bad-year': 0,
  future: 0,
  unsettled: 1,
  'bad-month': 1,
  'bad-day': 2,
};

/**
 * The fields for a birth date. What is typed stands in them and nowhere else, and they are emptied with the answer: no name, no
 * id and no attribute of theirs lets a browser keep it, and no part of the date is asked for before it is needed.
 */
export class BirthFields {
  readonly #root: () => ParentNode;
  readonly #calendar: Calendar;
  #whole = false;
  #verdict: BirthVerdict | undefined;

  /** @param root - Where the fields are drawn. */
  constructor(root: () => ParentNode, calendar: Calendar) {
    this.#root = root;
    this.#calendar = calendar;
  }

  /** Whether month and day have just been asked for too. */
  get wantsMore(): boolean {
    return this.#verdict === 'unsettled';
  }

  /** Judges what is typed: forgets it with the outcome, else asks for what is missing, or says what is wrong. */
  judge(minimumAge: number): BirthVerdict {
    const { judgeBirth: judge, localDay: today } = this.#calendar;
    const [year = '', month, day] = this.#inputs.map(({ value }) => value);
    const birth: Birth = this.#whole ? { year, month, day } : { year };
    const verdict = judge(birth, minimumAge, today(new Date()));
    if (verdict === 'old-enough' || verdict === 'too-young') {
      this.clear();
    } else {
      this.#verdict = verdict;
      this.#whole ||= verdict === 'unsettled';
    }
    return verdict;
  }

  /** Puts the focus where something is wrong or missing. */
  focus(): void {
    this.#inputs[this.#place ?? -1]?.focus();
  }

  /** Forgets what is typed, and what was asked for. */
  clear(): void {
    for (const input of this.#inputs) {
      input.value = '';
    }
    this.#whole = false;
    this.#verdict = undefined;
  }

  get #inputs(): HTMLInputElement[] {
    return [...this.#root().querySelectorAll('input')];
  }

  get #place(): number | undefined {
    return this.#verdict && PLACES[this.#verdict];
  }

  /** Draws the fields that are needed by now. */
  render(texts: AgeMessages): TemplateResult[] {
    const { ageYear, ageYearHint, ageYearError, ageFutureError } = texts;
    const { ageMonth, ageMonthHint, ageMonthError, ageDay, ageDayHint, ageDayError } = texts;
    const fields: Field[] = [
      ['year', ageYear, ageYearHint, this.#verdict === 'future' ? ageFutureError : ageYearError],
      ['month', ageMonth, ageMonthHint, ageMonthError],
      ['day', ageDay, ageDayHint, ageDayError],
    ];
    return fields
      .slice(0, this.#whole ? 3 : 1)
      .map((field, index) => fieldTemplate(field, index === this.#place && !this.wantsMore));
  }
}

function fieldTemplate([part, label, hint, error]: Field, wrong: boolean): TemplateResult {
  return html`<div part="field">
    <label>
      ${label}
      <input
        inputmode="numeric"
        autocomplete="bday-${part}"
        aria-describedby=${wrong ? `${part}-error ${part}-hint` : `${part}-hint`}
        aria-invalid=${wrong}
      />
    </label>
    <p part="hint" id="${part}-hint">${hint}</p>
    ${wrong ? html`<p part="error" id="${part}-error">${error}</p>` : ''}
  </div>`;
}
