import { type Actor, instantAt, type LocalDate } from '@banso/kernel';
import type { Assignment, Violation } from '@banso/planning';
import type { Tx } from '@banso/platform';
import { requestsToPlan } from '@banso/support';
import { In } from 'typeorm';
import { type PlanPart, replacedIn } from './plan-part.js';
import { assignmentOf, nightFlags, periodOf } from './plan-rows.js';
import { firstFreeDay, minuteOf, type Period } from './planning-calendar.js';
import { planningPolicy } from './planning-policy.queries.js';
import { planningProblem } from './planning-problem.js';
import type { PlanningRun } from './planning-run.entity.js';
import { type Claim, isStillThere } from './replaced-visits.js';
import type { Answer, Given } from './reckonings.js';
import { slotOf } from './slot.js';
import { Visit } from './visit.entity.js';

/** What a part of a plan cannot do without, and the rules that it breaks by itself. */
export interface PartJudgement {
  /** The fewest further changes of the plan with which it holds; null = not even with all of them. */
  readonly alsoNeeded: PlanPart | null;
  readonly broken: readonly Violation[];
}

type Numbered = { readonly supportRequestId: string; readonly visitNo: number };
const rowKey = ({ supportRequestId, visitNo }: Numbered): string => `${supportRequestId} ${visitNo}`;
const keyOf = ({ requestId, visitNo }: Pick<Assignment, 'requestId' | 'visitNo'>): string =>
  `${requestId} ${visitNo}`;

/** What is asked of the planner for a part, and the part of the plan that is still possible at all. */
export interface PartQuestion {
  readonly given: Given<'adopt'>;
  readonly possible: PlanPart;
}

/**
 * A part of a plan beside today's rows. Published visits that the part leaves alone stay where they are, also
 * those for which the plan has no place.
 */
export async function partQuestion(
  tx: Tx,
  actor: Actor,
  run: PlanningRun,
  asked: { readonly today: LocalDate; readonly whole: PlanPart; readonly part: PlanPart },
): Promise<PartQuestion> {
  const period = periodOf(run);
  const { today, part } = asked;
  const possible = await stillPossible(tx, actor, today, asked.whole);
  const problem = await planningProblem(tx, actor, {
    period,
    today,
    requests: await requestsToPlan(tx, actor),
    held: [],
    released: new Set(replacedIn(possible)),
    frozen: run.movePublished,
  });
  const current = [...possible.proposals, ...possible.leftOut].flatMap((row) => standingOf(period, row));
  const proposed = possible.proposals.map((proposal) => assignmentOf(period, proposal));
  const chosen = [...part.proposals, ...part.leftOut].map(({ supportRequestId, visitNo }) => ({
    requestId: supportRequestId,
    visitNo,
  }));
  return { given: [problem, current, proposed, chosen], possible };
}

/** The planner's answer as parts of the plan. */
export function judgementOf(
  { possible }: PartQuestion,
  { broken, alsoNeeded }: Answer<'adopt'>,
): PartJudgement {
  const needed = alsoNeeded && new Set(alsoNeeded.map(keyOf));
  return {
    broken,
    alsoNeeded: needed && {
      proposals: possible.proposals.filter((row) => needed.has(rowKey(row))),
      leftOut: possible.leftOut.filter((row) => needed.has(rowKey(row))),
    },
  };
}

/** Without what a plan says of published visits that were moved, confirmed or called off since: they stay. */
async function stillPossible(
  tx: Tx,
  actor: Actor,
  today: LocalDate,
  { proposals, leftOut }: PlanPart,
): Promise<PlanPart> {
  const { frozenWorkingDays } = await planningPolicy(tx, actor);
  const free = instantAt(firstFreeDay(today, frozenWorkingDays), 0);
  const ids = replacedIn({ proposals, leftOut });
  const visits = ids.length > 0 ? await tx.findBy(Visit, { id: In(ids) }) : [];
  const byId = new Map(visits.map((visit) => [visit.id, visit]));
  const holds = (claim: Claim): boolean => {
    if (claim.replacesVisitId === null) return true;
    const visit = byId.get(claim.replacesVisitId);
    return visit !== undefined && isStillThere(visit, claim, free);
  };
  return { proposals: proposals.filter(holds), leftOut: leftOut.filter(holds) };
}

/** The published visit that a plan would move or call off, where it is now. */
function standingOf(period: Period, row: Numbered & Claim): Assignment[] {
  if (!row.replaces) return [];
  const slot = slotOf(row.replaces);
  return [
    {
      requestId: row.supportRequestId,
      visitNo: row.visitNo,
      specialistId: slot.specialistId,
      mode: slot.mode,
      start: minuteOf(period, slot.startsAt),
      end: minuteOf(period, slot.endsAt),
      travelBefore: 0,
      travelAfter: 0,
      ...nightFlags(slot),
    },
  ];
}
