/* The basket: kept in this browser alone, whatever the visitor chooses, as a shop cannot work without it. */
const NAME = 'bagsok.basket';
const listeners = new Set();
let lines = read();

/** What is in it: a bag, its colour and size, and how many. */
export function linesOfBasket() {
  return lines;
}

/** How many bags there are in all. */
export function countBags() {
  return lines.reduce((sum, { count }) => sum + count, 0);
}

/** Puts one bag in. The same bag again makes two. */
export function addBag(bag, colour, size) {
  const line = lines.find((each) => each.bag === bag && each.colour === colour && each.size === size);
  keep(
    line
      ? lines.map((each) => (each === line ? { ...line, count: Math.min(line.count + 1, 9) } : each))
      : [...lines, { bag, colour, size, count: 1 }],
  );
}

/** Changes how many of a line there are. None takes it out. */
export function setCount(line, count) {
  keep(lines.map((each) => (each === line ? { ...line, count } : each)).filter((each) => each.count > 0));
}

/** Calls back now and whenever the basket changes, here or in another tab. */
export function onBasket(listener) {
  listeners.add(listener);
  listener();
}

window.addEventListener('storage', ({ key }) => {
  if (key === NAME) {
    lines = read();
    listeners.forEach((listener) => listener());
  }
});

function keep(next) {
  lines = next;
  try {
    localStorage.setItem(NAME, JSON.stringify(lines));
  } catch {
    // Storage is off: the basket lasts as long as this page.
  }
  listeners.forEach((listener) => listener());
}

function read() {
  try {
    const stored = JSON.parse(localStorage.getItem(NAME));
    return Array.isArray(stored) ? stored.filter(({ bag, count }) => typeof bag === 'string' && count > 0) : [];
  } catch {
    return [];
  }
}
