/* What the shop would like to remember of a visitor's taste. It may only once the visitor has said yes. */
const SERVICE = 'size-and-currency';
const chosen = new Map();

/* Where Fairsay has not loaded nothing is allowed: the more private answer. */
const may = () => window.fairsay?.allows?.(SERVICE) === true;

/** What was picked on this page, or on an earlier one if that may be remembered. */
export function recall(name) {
  return chosen.get(name) ?? (may() ? read(name) : null);
}

/** Keeps what was picked: for this page, and for later ones if that is allowed, now or in a moment. */
export function remember(name, value) {
  chosen.set(name, value);
  write();
}

window.fairsay?.subscribe?.(write);

function write() {
  if (may()) {
    for (const [name, value] of chosen) {
      try {
        localStorage.setItem(name, value);
      } catch {
        // Storage is off: it holds for this page.
      }
    }
  }
}

function read(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
