import { type Actor, type Change, DomainError, type HubStaff, permit } from '@banso/kernel';
import { type Db, sqlState, type Tx } from '@banso/platform';
import { getSupportRequest } from '@banso/support';
import { applyChanges, type Cause } from './calendar-changes.js';
import { lockCalendar } from './calendar-lock.js';
import type { RepairOption, VisitChange } from './plan-answers.js';
import type { PlanPublication } from './plan-publication.entity.js';
import { planningRunMay } from './planning-run.policy.js';
import { isSameSlot, type Slot } from './slot.js';
import type { Visit } from './visit.entity.js';
import { takeVisit } from './visit.queries.js';

/** A change of the published calendar by the hub, one at a time; `taken` is the reason where Postgres itself refuses. */
export async function changingCalendar<T>(
  db: Db,
  actor: Actor,
  taken: string,
  work: (tx: Tx, hub: HubStaff) => Promise<T>,
): Promise<T> {
  try {
    return await db.write(actor, async (tx) => {
      permit(planningRunMay.request(actor));
      await lockCalendar(tx, actor);
      return work(tx, actor);
    });
  } catch (error) {
    // The calendar itself refused: somebody took the slot or the number.
    if (['23P01', '23505'].includes(sqlState(error) ?? '')) throw new DomainError('CONFLICT', taken);
    throw error;
  }
}

/** Makes the changes of an option the next version of the published plan; under the calendar lock. */
export async function applyOption(
  tx: Tx,
  { changes }: Pick<RepairOption, 'changes'>,
  cause: Cause,
  change: Change & { readonly actor: HubStaff },
): Promise<PlanPublication> {
  const { actor } = change;
  const visits = new Map<string, Visit>();
  for (const { visitId, before } of [...changes].sort(byVisit))
    if (visitId !== null) visits.set(visitId, await takeAt(tx, actor, visitId, before));
  const visitOf = ({ visitId }: VisitChange): Visit => {
    const visit = visits.get(visitId ?? '');
    if (!visit) throw stale();
    return visit;
  };
  const towns = new Map<string, string>();
  for (const { supportRequestId } of changes)
    towns.set(supportRequestId, (await getSupportRequest(tx, actor, supportRequestId)).municipalityId);
  return applyChanges(
    tx,
    {
      publish: changes.flatMap((one) =>
        one.kind === 'NEW' && one.after ? [{ placed: placedOf(one, one.after, towns), pinned: false }] : [],
      ),
      move: changes.flatMap((one) =>
        one.kind === 'MOVED' && one.after ? [{ visit: visitOf(one), to: one.after, pinned: null }] : [],
      ),
      cancel: changes.filter(({ kind }) => kind === 'CANCELLED').map(visitOf),
    },
    cause,
    change,
  );
}

const byVisit = (a: VisitChange, b: VisitChange): number => (a.visitId ?? '').localeCompare(b.visitId ?? '');

function placedOf(
  { supportRequestId, visitNo }: VisitChange,
  slot: Slot,
  towns: ReadonlyMap<string, string>,
) {
  return {
    supportRequestId,
    visitNo,
    municipalityId: towns.get(supportRequestId) ?? '',
    ...slot,
    // Worked out when it joins the visits of its day.
    travelBeforeMinutes: 0,
    travelAfterMinutes: 0,
  };
}

/** Loads and locks a visit that must still be where the option found it. */
async function takeAt(tx: Tx, actor: Actor, id: string, before: Slot | null): Promise<Visit> {
  const visit = await takeVisit(tx, actor, id);
  if (!visit.isAhead || !before || !isSameSlot(visit, before)) throw stale();
  return visit;
}

/** What was offered does not hold any more: nothing is done. */
export const stale = (): DomainError => new DomainError('CONFLICT', STALE);
export const STALE = 'repair.stale';

/** The option that was named, if today's rows still offer it. */
export function chosen(options: readonly RepairOption[], key: string): RepairOption {
  const option = options.find((one) => one.key === key);
  if (!option) throw stale();
  return option;
}
