/** Installs what tests need of the system: from Debian's or Ubuntu's packages, where we may. */
import { spawnSync } from 'node:child_process';
import { isProgram, named } from '../browsers.mjs';
import { run } from '../commands.mjs';

/**
 * Installs packages one by one, so that one that is not to be had stops no other. Who needs them looks whether they came.
 *
 * @param {readonly string[]} packages
 */
export async function installPackages(packages) {
  const apt = aptGet();
  if (packages.length && apt) {
    await run([...apt, 'update']);
    for (const name of packages) {
      await run([...apt, 'install', '-y', '--no-install-recommends', name]);
    }
  }
}

/** @returns {string[] | undefined} How to call the system's package manager, if it can be. */
function aptGet() {
  const [apt] = named('apt-get').filter(isProgram);
  const [sudo] = named('sudo').filter(isProgram);
  const isRoot = process.getuid?.() === 0;
  const options = ['-o', 'DPkg::Lock::Timeout=300'];
  const command = ['env', 'DEBIAN_FRONTEND=noninteractive', apt ?? '', ...options];
  if (!apt || !(isRoot || (sudo && spawnSync(sudo, ['-n', 'true']).status === 0))) {
    return undefined;
  }
  return isRoot ? command : [sudo ?? '', '-n', ...command];
}
