import { ReportEvent, type ReportItem } from '../../../events/report-event.js';
import type { Report } from '../held.js';

/** Creates what tells of addresses that would have waited, each once for each way in which it was asked for. */
export function createReport(): (reports: readonly Report[]) => void {
  const told = new Set<string>();
  return (reports) => {
    const items = reports.flatMap(([url, kind, services]): ReportItem[] => {
      const key = `${kind} ${url}`;
      const isNew = !told.has(key);
      told.add(key);
      return isNew ? [Object.freeze({ host: new URL(url).hostname, kind, url, services })] : [];
    });
    if (items.length) {
      console.info('[fairsay] REPORT gate.reportOnly: would have waited', items);
      document.dispatchEvent(new ReportEvent({ items: Object.freeze(items) }));
    }
  };
}
