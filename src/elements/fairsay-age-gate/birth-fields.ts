import { html, type TemplateResult } from 'lit';
import type { Birth, BirthVerdict, judgeBirth, localDay } from '../../core/age/calendar.js';
import type { AgeMessages } from '../../locales/messages/age.js';

/** The rules of the calendar, from the code that the page has for an age. */
export interface Calendar {
  readonly judgeBirth: typeof judgeBirth;
  readonly localDay: typeof localDay;
}

/** One part of a birth date. */
type Part = 'year' | 'month' | 'day';

/** Where each mistake is. */
const PLACES: Partial<Record<BirthVerdict, Part>> = {
  'bad-year': 'year',
  future: 'year',
  'bad-month': 'month',
  'bad-day': 'day',
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
    const place = this.wantsMore ? 'month' : this.#verdict && PLACES[this.#verdict];
    if (place) {
      this.#inputs[['year', 'month', 'day'].indexOf(place)]?.focus();
    }
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

  #renderField(part: Part, [label, hint, error]: readonly [string, string, string]): TemplateResult {
    const wrong = this.#verdict !== undefined && PLACES[this.#verdict] === part;
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

  /** Draws the fields that are needed by now. */
  render(texts: AgeMessages): TemplateResult {
    const { ageYear, ageYearHint, ageYearError, ageFutureError } = texts;
    const { ageMonth, ageMonthHint, ageMonthError, ageDay, ageDayHint, ageDayError } = texts;
    const yearError = this.#verdict === 'future' ? ageFutureError : ageYearError;
    return html`
      ${this.#renderField('year', [ageYear, ageYearHint, yearError])}
      ${
        this.#whole
          ? [
              this.#renderField('month', [ageMonth, ageMonthHint, ageMonthError]),
              this.#renderField('day', [ageDay, ageDayHint, ageDayError]),
            ]
          : ''
      }
    `;
  }
}
