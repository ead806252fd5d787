import type { ServiceConfig } from '../../config/types.js';
import type { Choice, PageStore } from '../../page/types.js';

/** What the shopper has switched since the dialog was opened, over what holds. Nothing of it is stored. */
export class Draft {
  readonly #store: PageStore;
  readonly #switched = new Map<string, boolean>();

  constructor(store: PageStore) {
    this.#store = store;
  }

  /** Whether a category is drawn as on. */
  category(id: string): boolean {
    return this.#switched.get(id) ?? this.#store.state.categories[id]?.allowed ?? false;
  }

  /** Whether a service is drawn as on: by its own switch, else as its category was switched, else as it holds. */
  service({ id, category }: ServiceConfig): boolean {
    return this.#switched.get(id) ?? this.#switched.get(category) ?? this.#store.state.services[id]?.allowed ?? false;
  }

  /** Switches a category, and with it all of its services. */
  switchCategory(id: string, on: boolean): void {
    this.#switched.set(id, on);
    for (const service of this.#store.settings.services) {
      if (service.category === id) {
        this.#switched.delete(service.id);
      }
    }
  }

  switchService(id: string, on: boolean): void {
    this.#switched.set(id, on);
  }

  /**
   * Every answer that is explicit: of each category that can be answered, and of each service that differs from its
   * category or had an answer of its own, which a same answer takes back.
   */
  get choice(): Choice {
    const { settings, state } = this.#store;
    const choice: Record<string, boolean> = {};
    for (const { id, basis } of settings.categories) {
      if (basis !== 'necessary') {
        choice[id] = this.category(id);
      }
    }
    for (const service of settings.services) {
      const category = choice[service.category];
      const on = this.service(service);
      if (category !== undefined && (on !== category || state.services[service.id]?.why !== 'category')) {
        choice[service.id] = on;
      }
    }
    return choice;
  }
}
