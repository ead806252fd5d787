/* The page of one bag: its views, its colours, and the way into the basket. */
import { addBag } from './basket.js';
import { recall, remember } from './preferences.js';

const SIZE = 'bagsok.size';

/** Brings the page of a bag to life. */
export function showProduct(product) {
  const form = product.querySelector('[data-buy]');
  form.elements.colour.value = product.dataset.leather;
  form.elements.size.value = recall(SIZE) ?? form.elements.size.value;
  showViews(product);

  form.addEventListener('change', () => {
    product.dataset.leather = form.elements.colour.value;
    remember(SIZE, form.elements.size.value);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    addBag(product.dataset.product, form.elements.colour.value, form.elements.size.value);
    form.querySelector('[data-said]').textContent = 'It is in your basket.';
  });
}

function showViews(product) {
  const view = product.querySelector('#view');
  const name = product.querySelector('h1').textContent;
  const buttons = [...product.querySelectorAll('[data-view]')];
  for (const button of buttons) {
    button.addEventListener('click', () => {
      buttons.forEach((each) => each.setAttribute('aria-pressed', each === button));
      view.querySelector('use').setAttribute('href', `/assets/bags/${button.dataset.view}.svg#art`);
      view.setAttribute('aria-label', `${name}: ${button.getAttribute('aria-label').toLowerCase()}`);
    });
  }
}
