/** The texts of the offer to load the page again, where code that ran cannot be stopped otherwise. */
export interface ReloadMessages {
  reloadTitle: string;
  /** Why it is offered. Said by screen readers too. */
  reloadText: string;
  reloadNow: string;
  reloadClose: string;
}
