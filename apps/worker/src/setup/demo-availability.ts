import { AvailabilityChangeService } from '@banso/dispatch';
import { addDays, type Clock, type HubStaff } from '@banso/kernel';
import type { Db } from '@banso/platform';

/** What comes again in the months of one person, so that the grid shows it. */
export async function makeRepeatRules(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  hub: HubStaff,
  specialistId: string,
): Promise<void> {
  await new AvailabilityChangeService(db, clock).addRule(hub, {
    specialistId,
    rule: 'FREQ=MONTHLY;BYDAY=3FR',
    startsOn: addDays(clock.today(), 1),
    part: 'PM',
    reason: '大学の研究会',
  });
}
