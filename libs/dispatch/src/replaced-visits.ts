import { type Actor, DomainError, instantAt, type LocalDate } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import type { Move } from './calendar-changes.js';
import { firstFreeDay } from './planning-calendar.js';
import { planningPolicy } from './planning-policy.queries.js';
import { isSameSlot, type KeptSlot, type Slot, slotAlone, slotOf } from './slot.js';
import type { Visit } from './visit.entity.js';
import { takeVisit } from './visit.queries.js';

/** Published visits that a plan moves or calls off. */
export interface Replaced {
  readonly move: readonly Move[];
  readonly cancel: readonly Visit[];
}

/** What a plan says of a published visit. */
export interface Claim {
  readonly replacesVisitId: string | null;
  readonly replaces: KeptSlot | null;
}

/** Loads and locks them. Refuses when one of them is no longer where the plan found it, or may no longer move. */
export async function takeReplaced(
  tx: Tx,
  actor: Actor,
  plan: {
    readonly today: LocalDate;
    readonly proposals: readonly (Claim & Slot & { readonly pinned: boolean })[];
    readonly leftOut: readonly Claim[];
  },
): Promise<Replaced> {
  const claims = [...plan.proposals, ...plan.leftOut].filter(
    ({ replacesVisitId }) => replacesVisitId !== null,
  );
  if (claims.length === 0) return { move: [], cancel: [] };
  const { frozenWorkingDays } = await planningPolicy(tx, actor);
  const free = instantAt(firstFreeDay(plan.today, frozenWorkingDays), 0);
  const visits = new Map<string, Visit>();
  // In one order everywhere, so that two who take several wait for each other and not in a circle.
  for (const claim of [...claims].sort((a, b) => idOf(a).localeCompare(idOf(b)))) {
    const visit = await takeVisit(tx, actor, idOf(claim));
    if (!isStillThere(visit, claim, free))
      throw new DomainError('CONFLICT', 'plan.overtaken', { rules: ['fixed-untouched'], visits: 1 });
    visits.set(visit.id, visit);
  }
  const visitOf = (claim: Claim): Visit[] => {
    const visit = visits.get(idOf(claim));
    return visit ? [visit] : [];
  };
  return {
    move: plan.proposals.flatMap((proposal) =>
      visitOf(proposal).map((visit) => ({ visit, to: slotAlone(proposal), pinned: proposal.pinned })),
    ),
    cancel: plan.leftOut.flatMap(visitOf),
  };
}

/** Whether a visit is where the plan found it, and may still move: neither confirmed nor pinned nor too soon. */
export const isStillThere = (visit: Visit, { replaces }: Claim, free: Date): boolean =>
  replaces !== null &&
  isSameSlot(visit, slotOf(replaces)) &&
  visit.status === 'PUBLISHED' &&
  !visit.pinned &&
  visit.startsAt >= free;

const idOf = ({ replacesVisitId }: Claim): string => replacesVisitId ?? '';
