import { glanceAtAge, type AgeRules } from '../../core/age/glance.js';
import { drawCurtain } from '../../platform/age/curtain.js';
import { leaveAtDoor } from '../../platform/age/door.js';
import { attempt } from '../../platform/record-reader.js';

/**
 * Looks at the answer about the age before the page is drawn, hides what waits for one, and leaves for the page what was seen.
 * More private: of rules that cannot be read nothing is left, and so a minor may be there.
 *
 * @returns whether the page, or a part of it, waits.
 */
export function lookIn(rules: AgeRules): boolean | undefined {
  return attempt(() => {
    const cookies = attempt(() => document.cookie);
    const glance = glanceAtAge(rules, location.pathname, cookies);
    leaveAtDoor(glance);
    const waits = glance.minor && !!glance.minimumAge && glance.age !== 'accompanied';
    if (waits) {
      drawCurtain(rules.age?.scope);
    }
    return waits;
  });
}
