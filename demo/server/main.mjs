/** Serves the demo at the same address each time, or at a free one where that is taken. */
import { startSite } from './server.mjs';

const shopPort = Number(process.env['PORT'] || 8460);

/** @param {NodeJS.ErrnoException} error */
const onFreePorts = (error) => {
  if (error.code !== 'EADDRINUSE') {
    throw error;
  }
  console.log(`Port ${shopPort} or the one after it is taken.`);
  return startSite();
};

const { shopUrl } = await startSite({ shopPort, partyPort: shopPort && shopPort + 1 }).catch(onFreePorts);
console.log(`Fairsay demo shop: ${shopUrl}/`);
