/** Registers every element. */
export * from './elements/fairsay-age-gate/define.js';
export * from './elements/fairsay-banner/define.js';
export * from './elements/fairsay-embed/define.js';
export * from './elements/fairsay-link/define.js';
export * from './elements/fairsay-newsletter/define.js';
export * from './elements/fairsay-notice/define.js';
export * from './elements/fairsay-preferences/define.js';
export * from './elements/fairsay-reload/define.js';
