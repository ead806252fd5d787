/** What `fairsay-hosts.js` does with the declared `hosts`. Without that file nothing is held by host. */
export interface GateConfig {
  /**
   * Whether what a page asks of a declared host waits until every service that declares the host is allowed.
   *
   * @default true
   */
  hosts?: boolean;
  /**
   * Lets everything pass and only lists what would have waited, on the console and as the event `fairsay-report`. For trying it out.
   *
   * @default false
   */
  reportOnly?: boolean;
  /**
   * Holds every host of another origin that is not declared too. What the shop needs, such as a payment provider, must then
   * be declared as a service of a necessary category. `fairsay-strict.js` then also refuses what scripts write under the
   * declared names of cookies and keys of services that are not allowed.
   *
   * @default false
   */
  strict?: boolean;
}
