/* Prices in the currency that the visitor picked. */
import { recall, remember } from './preferences.js';

const NAME = 'bagsok.currency';
const listeners = new Set();

/** The currency that prices are in. */
export function currency() {
  const picked = recall(NAME);
  return ['EUR', 'GBP', 'USD'].includes(picked) ? picked : 'EUR';
}

/** An amount as people write it. */
export function price(amount) {
  return new Intl.NumberFormat('en', { style: 'currency', currency: currency(), maximumFractionDigits: 0 }).format(
    amount,
  );
}

/** Calls back now and whenever the visitor picks another currency. */
export function onCurrency(listener) {
  listeners.add(listener);
  listener();
}

/** Ties the list of currencies to every price on the page. */
export function startCurrency(select) {
  select.value = currency();
  select.addEventListener('change', () => {
    remember(NAME, select.value);
    listeners.forEach((listener) => listener());
  });
  onCurrency(() => {
    for (const node of document.querySelectorAll('[data-price]')) {
      const amount = node.dataset[currency().toLowerCase()];
      node.value = amount;
      node.textContent = price(amount);
    }
  });
}
