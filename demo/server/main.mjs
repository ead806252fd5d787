/**
 * Serves the demo at the same address each time, or at a free one where that is taken. What the shop is sent is kept in
 * `.data/`, or in the PostgreSQL of `DATABASE_URL`.
 */
import { folder } from './files.mjs';
import { startSite } from './server.mjs';

const databaseUrl = process.env['DATABASE_URL'];
const shopPort = Number(process.env['PORT'] || 8460);

/** @param {NodeJS.ErrnoException} error */
const onFreePorts = (error) => {
  if (error.code !== 'EADDRINUSE') {
    throw error;
  }
  // Two processes cannot share a folder.
  const memory = databaseUrl ? '' : ' This one keeps nothing after its end.';
  console.log(`Port ${shopPort} or the one after it is taken, perhaps by this demo.${memory}`);
  return startSite({ databaseUrl });
};

const { shopUrl, close } = await startSite({
  shopPort,
  partyPort: shopPort && shopPort + 1,
  dataDir: folder('../.data'),
  databaseUrl,
}).catch(onFreePorts);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    close().finally(() => process.exit());
  });
}
console.log(`Fairsay demo shop: ${shopUrl}/`);
