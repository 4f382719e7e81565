import { TownProfileService } from '@banso/dispatch';
import { addDays, type Clock, localDateOf } from '@banso/kernel';
import type { Db } from '@banso/platform';
import type { DemoPrefecture } from './demo-files.js';
import type { DemoPeople } from './demo-people.js';

/** What towns have said of themselves: invented, so that a plan has somebody to protect and days to keep free. */
export async function describeTowns(
  { db, clock, now }: { readonly db: Db; readonly clock: Clock; readonly now: Date },
  { townProfiles }: DemoPrefecture,
  { hub, towns }: DemoPeople,
): Promise<void> {
  const profiles = new TownProfileService(db, clock);
  const today = localDateOf(now);
  for (const { municipality, itStaff, busy } of townProfiles)
    await profiles.set(towns.get(municipality) ?? hub, {
      municipalityId: municipality,
      itStaff,
      busy: busy.map(({ fromOffsetDays, toOffsetDays, label }) => ({
        from: addDays(today, fromOffsetDays),
        to: addDays(today, toOffsetDays),
        label,
      })),
    });
}
