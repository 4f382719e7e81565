import { listVisits, VisitProposalService } from '@banso/dispatch';
import { addDays, type FixedClock } from '@banso/kernel';
import type { Db } from '@banso/platform';
import type { DemoPeople } from './demo-people.js';

/** As many as somebody would propose. */
const SLOTS = 2;
/** The first week is accepted already. */
const FROM_DAY = 7;

/** One specialist proposes another day: the hub finds something to decide. */
export async function proposeOtherDay(
  { db, clock, now }: { db: Db; clock: FixedClock; now: Date },
  { hub, specialists }: DemoPeople,
): Promise<void> {
  clock.moveTo(now);
  const proposals = new VisitProposalService(db, clock);
  const later = { from: addDays(clock.today(), FROM_DAY), statuses: ['PUBLISHED' as const] };
  const { rows } = await db.read(hub, (tx) => listVisits(tx, hub, later, { first: 20 }));
  for (const visit of rows) {
    const specialist = specialists.get(visit.specialistId);
    const open = specialist ? await proposals.openSlots(specialist, visit.id) : [];
    if (!specialist || open.length < SLOTS) continue;
    const startsAt = open.slice(0, SLOTS).map(({ slot }) => slot.startsAt);
    await proposals.propose(specialist, visit.id, { startsAt, note: 'この日は本務の会議が入りました。' });
    return;
  }
}
