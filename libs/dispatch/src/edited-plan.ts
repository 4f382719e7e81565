import { type Assignment, opened, type Problem } from '@banso/planning';
import { assignmentOf } from './plan-rows.js';
import type { Period } from './planning-calendar.js';
import type { ProposedVisit } from './proposed-visit.entity.js';
import type { UnplacedVisit } from './unplaced-visit.entity.js';

/** The rows of a plan as they stand. */
export interface PlanAsRows {
  readonly proposals: readonly ProposedVisit[];
  readonly leftOut: readonly UnplacedVisit[];
}

/** A plan as people have made it since the planner answered, in the planner's words. */
export interface EditedPlan {
  /** What the run was given; wider where people did what the planner was not free to do. */
  readonly problem: Problem;
  readonly assignments: readonly Assignment[];
  /** Proposals of before that the planner held fixed are visits like any other. */
  readonly whole: { readonly open: Problem; readonly all: readonly Assignment[] };
}

type Numbered = Pick<Assignment, 'requestId' | 'visitNo'>;
export const numberOf = ({ requestId, visitNo }: Numbered): string => `${requestId} ${visitNo}`;
export const rowNumber = (row: { readonly supportRequestId: string; readonly visitNo: number }): string =>
  `${row.supportRequestId} ${row.visitNo}`;

/** Under the problem that the run was given, so that it can be compared with its bound as long as that holds. */
export function editedPlan(
  period: Period,
  given: { readonly problem: Problem; readonly assignments: readonly Assignment[] },
  { proposals, leftOut }: PlanAsRows,
): EditedPlan {
  const rows = new Map(
    proposals.map((proposal) => [rowNumber(proposal), assignmentOf(period, proposal)] as const),
  );
  const gone = new Set(leftOut.map(rowNumber));
  const held = given.problem.fixed.filter(({ requestId, visitNo }) => {
    const key = `${requestId} ${visitNo}`;
    return rows.has(key) || gone.has(key);
  });
  const letGo = held.filter(({ requestId, visitNo, ...was }) => {
    const is = rows.get(`${requestId} ${visitNo}`);
    return !is || !isSamePlace(is, was);
  });
  const stays = new Set(
    held.filter((one) => !letGo.includes(one)).map(({ requestId, visitNo }) => `${requestId} ${visitNo}`),
  );
  const planned = new Set(given.assignments.map(numberOf));
  const all = [
    // A published visit that the plan leaves where it is has no row.
    ...given.assignments.flatMap(
      (visit) => rows.get(numberOf(visit)) ?? (gone.has(numberOf(visit)) ? [] : visit),
    ),
    ...[...rows.values()].filter((visit) => !planned.has(numberOf(visit))),
  ];
  const assignments = all.filter((visit) => !stays.has(numberOf(visit)));
  const heldIds = new Set(held.map(({ id }) => id));
  return {
    problem: opened(given.problem, { letGo: new Set(letGo.map(({ id }) => id)), numbers: assignments }),
    assignments,
    whole: {
      open: { ...given.problem, fixed: given.problem.fixed.filter(({ id }) => !heldIds.has(id)) },
      all,
    },
  };
}

const isSamePlace = (
  a: Assignment,
  b: Pick<Assignment, 'specialistId' | 'mode' | 'start' | 'end' | 'nightBefore' | 'nightAfter'>,
): boolean =>
  a.specialistId === b.specialistId &&
  a.mode === b.mode &&
  a.start === b.start &&
  a.end === b.end &&
  (a.nightBefore ?? false) === (b.nightBefore ?? false) &&
  (a.nightAfter ?? false) === (b.nightAfter ?? false);

/** Whether a proposal lies where the planner has put it. */
export const isAsPlanned = (
  period: Period,
  { problem, assignments }: { readonly problem: Problem; readonly assignments: readonly Assignment[] },
  proposal: ProposedVisit,
): boolean => {
  const is = assignmentOf(period, proposal);
  const planned = assignments.find((visit) => numberOf(visit) === numberOf(is));
  const held = problem.fixed.find(({ requestId, visitNo }) => `${requestId} ${visitNo}` === numberOf(is));
  const was = planned ?? held;
  return was !== undefined && isSamePlace(is, was);
};
