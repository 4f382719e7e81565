import type { Actor } from '@banso/kernel';
import type { TownFacts } from '@banso/planning';
import type { Tx } from '@banso/platform';
import { daysIn, type Period } from './planning-calendar.js';
import { townProfilesOf } from './town-profile.queries.js';

/** What is special about a town; towns of which nothing is known are left out. */
export async function townFacts(
  tx: Tx,
  actor: Actor,
  period: Period,
  places: readonly string[],
): Promise<Record<string, TownFacts>> {
  const towns: Record<string, TownFacts> = {};
  for (const profile of await townProfilesOf(tx, actor, places)) {
    const busyDays = daysIn(period, profile.busy);
    if (!profile.isOnePerson && busyDays.length === 0) continue;
    towns[profile.municipalityId] = {
      ...(profile.isOnePerson && { oneItPerson: true }),
      ...(busyDays.length > 0 && { busyDays }),
    };
  }
  return towns;
}
