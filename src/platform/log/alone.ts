/** How long a tab may be alone, in milliseconds, where the browser has no locks: longer than one answer may take. */
const LEASE = 15_000;

/** Runs a task while no other tab of this site runs one of the same name; waits for those that do. */
export async function alone(name: string, task: () => Promise<void>): Promise<void> {
  let begun = false;
  const locks = (navigator as { locks?: LockManager }).locks;
  try {
    await locks?.request(name, () => {
      begun = true;
      return task();
    });
  } catch {
    // A frame without an origin has no locks; nothing else of the site knows what it does.
  }
  if (!begun) {
    await leased(`${name}-lease`, task);
  }
}

/** The same by a note in the storage, for pages without https. Two that write it at once may both run. */
async function leased(key: string, task: () => Promise<void>): Promise<void> {
  const tab = `${Math.random()} `;
  while (!take(key, tab)) {
    await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 200));
  }
  await task();
  if (holder(key).startsWith(tab)) {
    localStorage.removeItem(key);
  }
}

function take(key: string, tab: string): boolean {
  const left = Number(holder(key).split(' ')[1]) - Date.now();
  if (left > 0 && left <= LEASE) {
    return false;
  }
  try {
    localStorage.setItem(key, `${tab}${Date.now() + LEASE}`);
    return holder(key).startsWith(tab);
  } catch {
    // Without a storage no other tab knows what is to be sent.
    return true;
  }
}

function holder(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
