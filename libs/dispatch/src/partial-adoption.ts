import type { Actor, LocalDate } from '@banso/kernel';
import { adopt, type Assignment } from '@banso/planning';
import type { Tx } from '@banso/platform';
import { requestsToPlan } from '@banso/support';
import { assignmentOf, nightFlags, periodOf } from './plan-rows.js';
import { minuteOf, type Period } from './planning-calendar.js';
import { planningProblem } from './planning-problem.js';
import type { PlanningRun } from './planning-run.entity.js';
import type { ProposedVisit } from './proposed-visit.entity.js';
import { type KeptSlot, slotOf } from './slot.js';

const numberOf = ({ requestId, visitNo }: Pick<Assignment, 'requestId' | 'visitNo'>): string =>
  `${requestId} ${visitNo}`;

/**
 * The proposals, by id, that a part of a plan cannot do without, judged against today's rows. Published visits
 * that the part leaves alone stay where they are. Empty = it holds by itself; null = not even with all of them.
 */
export async function neededBeside(
  tx: Tx,
  actor: Actor,
  run: PlanningRun,
  {
    today,
    all,
    part,
  }: {
    readonly today: LocalDate;
    readonly all: readonly ProposedVisit[];
    readonly part: readonly ProposedVisit[];
  },
): Promise<string[] | null> {
  const period = periodOf(run);
  const problem = await planningProblem(tx, actor, {
    period,
    today,
    requests: await requestsToPlan(tx, actor),
    held: [],
    released: new Set(all.flatMap(({ replacesVisitId }) => replacesVisitId ?? [])),
    frozen: run.movePublished,
  });
  const proposed = all.map((proposal) => assignmentOf(period, proposal));
  const current = all.flatMap((proposal) =>
    proposal.replaces ? [standingAt(period, assignmentOf(period, proposal), proposal.replaces)] : [],
  );
  const chosen = part.map((proposal) => assignmentOf(period, proposal));
  const { alsoNeeded } = adopt(problem, current, proposed, chosen);
  if (alsoNeeded === null) return null;
  const wanted = new Set(alsoNeeded.map(numberOf));
  return all.filter((proposal) => wanted.has(numberOf(assignmentOf(period, proposal)))).map(({ id }) => id);
}

/** The published visit that a proposal would move, where it is now. */
function standingAt(period: Period, proposal: Assignment, kept: KeptSlot): Assignment {
  const slot = slotOf(kept);
  const { requestId, visitNo } = proposal;
  return {
    requestId,
    visitNo,
    specialistId: slot.specialistId,
    mode: slot.mode,
    start: minuteOf(period, slot.startsAt),
    end: minuteOf(period, slot.endsAt),
    travelBefore: 0,
    travelAfter: 0,
    ...nightFlags(slot),
  };
}
