/* The basket's own page. */
import { countBags, linesOfBasket, onBasket, setCount } from './basket.js';
import { currency, onCurrency, price } from './money.js';

/** Draws the basket, and draws it again when it or the currency changes. */
export function showBasket(page) {
  const catalogue = JSON.parse(page.querySelector('#catalogue').textContent);
  const bags = new Map(catalogue.bags.map((bag) => [bag.id, bag]));
  const colours = new Map(catalogue.colours.map(({ id, name }) => [id, name]));
  const draw = () => {
    const known = linesOfBasket().filter(({ bag }) => bags.has(bag));
    page.querySelector('[data-empty]').hidden = known.length > 0;
    page.querySelector('[data-filled]').hidden = known.length === 0;
    page
      .querySelector('.lines')
      .replaceChildren(
        ...known.map((line) => drawLine(page, line, { ...bags.get(line.bag), colour: colours.get(line.colour) })),
      );
    const total = known.reduce((sum, { bag, count }) => sum + bags.get(bag).prices[currency()] * count, 0);
    page.querySelector('[data-total]').textContent = price(total);
  };
  onBasket(draw);
  onCurrency(draw);
  page.querySelector('[data-order]').addEventListener('click', () => {
    const bagWord = countBags() === 1 ? 'bag is' : 'bags are';
    page.querySelector('[data-said]').textContent =
      `This is a demo: your ${bagWord} safe here, and nothing was ordered.`;
  });
}

function drawLine(page, line, bag) {
  const item = page.querySelector('template').content.cloneNode(true).firstElementChild;
  const link = item.querySelector('a');
  const number = item.querySelector('input');
  const remove = item.querySelector('button');
  item.querySelector('svg').dataset.leather = line.colour;
  item.querySelector('use').setAttribute('href', `/assets/bags/${bag.id}.svg#art`);
  link.textContent = bag.name;
  link.href = `/product.html?bag=${bag.id}`;
  item.querySelector('[data-kind]').textContent = `${bag.colour}, ${line.size.toLowerCase()}`;
  item.querySelector('data').textContent = price(bag.prices[currency()] * line.count);
  number.value = line.count;
  number.addEventListener('change', () => {
    if (number.reportValidity()) {
      setCount(line, number.valueAsNumber);
      page.querySelectorAll('.lines li')[index(line)]?.querySelector('input').focus();
    }
  });
  remove.setAttribute('aria-label', `Remove ${bag.name}`);
  remove.addEventListener('click', () => {
    setCount(line, 0);
    document.querySelector('main').focus();
  });
  return item;
}

function index({ bag, colour, size }) {
  return linesOfBasket().findIndex((each) => each.bag === bag && each.colour === colour && each.size === size);
}
