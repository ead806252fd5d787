/* Puts the shop's behaviour on whichever page it is. */
import { countBags, onBasket } from './shop/basket.js';
import { showBasket } from './shop/basket-page.js';
import { startCurrency } from './shop/money.js';
import { showProduct } from './shop/product-page.js';

startCurrency(document.querySelector('[data-currency]'));
onBasket(() => {
  document.querySelector('[data-count]').value = countBags();
});

const product = document.querySelector('[data-product]');
const basket = document.querySelector('[data-basket]');
if (product) {
  showProduct(product);
}
if (basket) {
  showBasket(basket);
}
