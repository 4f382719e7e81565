import { type Actor, localDateOf } from '@banso/kernel';
import { DEFAULT_POLICY, type Problem, type StandingVisit, type Weights } from '@banso/planning';
import type { Tx } from '@banso/platform';
import { In } from 'typeorm';
import type { SearchResult } from './planning-record.js';
import type { PlanningRun } from './planning-run.entity.js';
import { periodOf, wholePlan } from './plan-rows.js';
import { type PlacedVisit, ProposedVisit, type Replacement } from './proposed-visit.entity.js';
import { type Slot, slotOf } from './slot.js';
import { UnplacedVisit } from './unplaced-visit.entity.js';
import { Visit } from './visit.entity.js';

/** A plan as rows. */
export interface PlanRows {
  readonly proposals: ProposedVisit[];
  readonly unplaced: UnplacedVisit[];
  readonly travelMinutes: number;
}

type Numbered = { readonly supportRequestId: string; readonly visitNo: number };
const numberOf = ({ supportRequestId, visitNo }: Numbered): string => `${supportRequestId} ${visitNo}`;

/** What a plan proposes and what it leaves out. A published visit that stays where it is is no proposal. */
export async function proposalsOf(
  tx: Tx,
  actor: Actor,
  run: PlanningRun,
  { problem, result }: { readonly problem: Problem; readonly result: SearchResult },
): Promise<PlanRows> {
  const period = periodOf(run);
  const held = await tx.findBy(ProposedVisit, { id: In(problem.fixed.map(({ id }) => id)) });
  const heldByNumber = new Map(held.map((visit) => [numberOf(visit), visit]));
  const { visits: placed, travelMinutes } = wholePlan(period, problem, {
    assignments: result.assignments,
    held,
  });
  const published = await publishedOf(tx, actor, problem);
  const { weights } = run.policy ?? DEFAULT_POLICY;

  const replacementOf = (visit: PlacedVisit): Replacement | null => {
    const kept = heldByNumber.get(numberOf(visit));
    if (kept?.replacesVisitId && kept.replaces)
      return { visitId: kept.replacesVisitId, slot: slotOf(kept.replaces), points: kept.movePoints ?? 0 };
    const before = published.get(numberOf(visit));
    return before ? { visitId: before.id, slot: before, points: pointsOfMove(weights, before, visit) } : null;
  };
  const proposals = placed.flatMap((visit) => {
    const replaces = replacementOf(visit);
    if (replaces?.points === 0 && isSamePlace(replaces, visit)) return [];
    return [ProposedVisit.of(run, visit, { pinned: heldByNumber.has(numberOf(visit)), replaces })];
  });
  const unplaced = result.unplaced.map((visit) => {
    const before = published.get(numberOf({ supportRequestId: visit.requestId, visitNo: visit.visitNo }));
    const points = weights.movedSpecialist;
    return UnplacedVisit.of(run, visit, before ? { visitId: before.id, slot: before, points } : null);
  });
  return { proposals, unplaced, travelMinutes };
}

/** Points of moving a published visit, by the policy. */
export function pointsOfMove(prices: Weights, before: Slot, after: Slot): number {
  if (isSamePlace({ slot: before }, after)) return 0;
  if (before.specialistId !== after.specialistId) return prices.movedSpecialist;
  return localDateOf(before.startsAt) === localDateOf(after.startsAt) ? prices.movedTime : prices.movedDay;
}

const isSamePlace = ({ slot }: Pick<Replacement, 'slot'>, visit: Slot): boolean =>
  slot.specialistId === visit.specialistId &&
  slot.mode === visit.mode &&
  slot.startsAt.getTime() === visit.startsAt.getTime() &&
  slot.nightBefore === visit.nightBefore &&
  slot.nightAfter === visit.nightAfter;

/** The published visits that the plan could move, by what they are the number of. */
async function publishedOf(tx: Tx, actor: Actor, problem: Problem): Promise<Map<string, Visit>> {
  const standing = new Set((problem.standing ?? []).map(standingNumber));
  if (standing.size === 0) return new Map();
  const visits = await tx
    .createQueryBuilder(Visit, 'visit')
    .where('visit.prefectureId = :prefectureId', { prefectureId: actor.prefectureId })
    .andWhere(`visit.status <> 'CANCELLED'`)
    .andWhere('visit.supportRequestId = ANY(:requestIds)', {
      requestIds: (problem.standing ?? []).map(({ requestId }) => requestId),
    })
    .getMany();
  return new Map(
    visits.filter((visit) => standing.has(numberOf(visit))).map((visit) => [numberOf(visit), visit]),
  );
}

const standingNumber = ({ requestId, visitNo }: StandingVisit): string =>
  numberOf({ supportRequestId: requestId, visitNo });
