/** Whether the offer has been made on this page: who closed it has heard it. */
let offered = false;

/** Puts the offer to load the page again into it, once. */
export function offer(): void {
  if (!offered) {
    offered = true;
    document.body.append(document.createElement('fairsay-reload'));
  }
}
