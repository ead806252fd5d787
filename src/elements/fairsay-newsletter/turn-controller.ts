import type { ReactiveController, ReactiveElement } from 'lit';
import { panelTurn, type PanelTurn } from '../../core/newsletter/turn.js';
import type { ShowDetail } from '../../events/show-event.js';
import type { PageController } from '../../ui/controllers/page-controller.js';
import { closestOf, focused } from '../../ui/focus.js';

const MODAL = 'dialog:modal';
const EVENTS = ['fairsay-show', 'fairsay-hide', 'fairsay-suppressed'];

/** Says whose turn it is: the panel's question comes after those for the age and for consent. */
export class TurnController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #page: PageController;
  /** Whether the banner was closed without an answer, or cannot be shown. Unknown until it is first asked. */
  #closed: boolean | undefined;

  constructor(host: ReactiveElement, page: PageController) {
    this.#host = host;
    this.#page = page;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of EVENTS) {
      document.addEventListener(type, this.#hear);
    }
  }

  hostDisconnected(): void {
    for (const type of EVENTS) {
      document.removeEventListener(type, this.#hear);
    }
  }

  get turn(): PanelTurn {
    const { state, settings } = this.#page.store ?? {};
    const banner = document.querySelector<ReactiveElement>('fairsay-banner');
    // It may have been closed before this code had come.
    this.#closed ??= !!banner?.hasUpdated && !banner.matches(':popover-open');
    return panelTurn({
      age: state?.age,
      minor: state?.minor,
      asking: !this.#closed && !!state?.asking.length,
      minors: settings?.age.minors,
    });
  }

  /** While a modal dialog is open the banner has only stepped aside. */
  readonly #hear = (event: Event): void => {
    const { type, detail } = event as Event & { readonly detail: ShowDetail };
    if (detail.what === 'banner') {
      this.#closed = type !== EVENTS[0] && !(closestOf(focused(), MODAL) ?? document.querySelector(MODAL));
      this.#host.requestUpdate();
    }
  };
}
