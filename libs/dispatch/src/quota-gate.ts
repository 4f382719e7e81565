import {
  type CountedVisit,
  type Exceeded,
  exceededBy,
  limitOf,
  listQuotas,
  reachesOf,
} from '@banso/engagement';
import { type Actor, DomainError } from '@banso/kernel';
import type { Unplaced } from '@banso/planning';
import type { Tx } from '@banso/platform';
import type { PlacedVisit } from './proposed-visit.entity.js';
import { countedAs, standingVisits, themesOf } from './quota-visits.js';
import { amountIn } from './quota-words.js';
import { type Slot, slotAlone } from './slot.js';
import type { Visit } from './visit.entity.js';

/** What would change in the published calendar. */
export interface QuotaChange {
  readonly publish: readonly { readonly placed: PlacedVisit }[];
  readonly move: readonly { readonly visit: Visit; readonly to: Slot }[];
  readonly cancel: readonly Visit[];
  /** Held slots that are published, or released. */
  readonly held?: readonly Visit[];
}

/** Counts that a change would take over their limit; nobody else may change the calendar meanwhile. */
export async function quotasExceededBy(tx: Tx, actor: Actor, change: QuotaChange): Promise<Exceeded[]> {
  const quotas = await listQuotas(tx, actor);
  if (quotas.length === 0) return [];
  const coming = [
    ...change.publish.map(({ placed }) => placed),
    ...change.move.map(({ visit: { supportRequestId, visitNo, municipalityId }, to }) => ({
      supportRequestId,
      visitNo,
      municipalityId,
      ...slotAlone(to),
    })),
  ];
  const themes = await themesOf(
    tx,
    actor,
    coming.map(({ supportRequestId }) => supportRequestId),
  );
  const added = coming.map((visit) => countedAs(visit, themes));
  const standing = await standingVisits(tx, actor, quotas, {
    dates: added.map(({ date }) => date),
    requestIds: added.map(({ supportRequestId }) => supportRequestId),
  });
  const gone = new Set(
    [...change.move.map(({ visit }) => visit), ...change.cancel, ...(change.held ?? [])].map(({ id }) => id),
  );
  const after: CountedVisit[] = [...standing.filter(({ id }) => !gone.has(id)), ...added];
  return exceededBy(quotas, { before: standing, after }, await reachesOf(tx, quotas));
}

/** Which of these slots a visit could move to without taking a count over its limit; reads as much for many as for one. */
export async function slotsWithinQuotas(
  tx: Tx,
  actor: Actor,
  visit: Visit,
  slots: readonly Slot[],
): Promise<boolean[]> {
  const quotas = await listQuotas(tx, actor);
  if (quotas.length === 0) return slots.map(() => true);
  const { supportRequestId, visitNo, municipalityId } = visit;
  const themes = await themesOf(tx, actor, [supportRequestId]);
  const moved = slots.map((slot) =>
    countedAs({ supportRequestId, visitNo, municipalityId, ...slotAlone(slot) }, themes),
  );
  const standing = await standingVisits(tx, actor, quotas, {
    dates: moved.map(({ date }) => date),
    requestIds: [supportRequestId],
  });
  const rest = standing.filter(({ id }) => id !== visit.id);
  const reaches = await reachesOf(tx, quotas);
  return moved.map(
    (one) => exceededBy(quotas, { before: standing, after: [...rest, one] }, reaches).length === 0,
  );
}

/** Refuses what would exceed a quota: publishing, an urgent visit or a repair. */
export async function assertWithinQuotas(tx: Tx, actor: Actor, change: QuotaChange): Promise<void> {
  const exceeded = await quotasExceededBy(tx, actor, change);
  if (exceeded.length > 0)
    throw new DomainError('CONFLICT', 'quota.exceeded', { quotas: exceeded.map(factsOf) });
}

/** Refuses what cannot be done since a quota has nothing left for it. */
export function assertNotByQuota(leftOut: readonly Unplaced[]): void {
  const quotas = leftOut.flatMap(({ reasons }) => reasons.map(({ facts }) => facts));
  if (quotas.length > 0) throw new DomainError('CONFLICT', 'quota.exceeded', { quotas: quotas.slice(0, 1) });
}

/** As it is told: which quota, what is used, what it would come to, and the limit. */
export const factsOf = ({ quota, before, after }: Exceeded) => ({
  quotaId: quota.id,
  quota: quota.name,
  unit: quota.unit,
  used: amountIn(quota.unit, before),
  would: amountIn(quota.unit, after),
  limit: amountIn(quota.unit, limitOf(quota)),
});
