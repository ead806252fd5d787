import { ReportEvent, type ReportItem } from '../../events/report-event.js';

/** Takes down what would have waited, and tells it together once the page has got its turn. */
export function createReport(): (item: ReportItem) => void {
  const told = new Set<string>();
  let items: ReportItem[] = [];
  return (item) => {
    const key = `${item.kind} ${item.url}`;
    if (told.has(key)) {
      return;
    }
    told.add(key);
    if (items.push(item) === 1) {
      setTimeout(() => {
        console.info('[fairsay] REPORT gate.reportOnly: would have waited', items);
        document.dispatchEvent(new ReportEvent({ items: Object.freeze(items) }));
        items = [];
      });
    }
  };
}
