import { notFound } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import type { PartWish, VisitChange } from './plan-answers.js';
import type { PlanningRun } from './planning-run.entity.js';
import { proposedVisitsOf, unplacedVisitsOf } from './planning-run.queries.js';
import type { ProposedVisit } from './proposed-visit.entity.js';
import { type Slot, slotAlone, slotOf } from './slot.js';
import type { UnplacedVisit } from './unplaced-visit.entity.js';

/** What a plan, or a part of it, changes: visits that come or move, and published ones that have no place in it. */
export interface PlanPart {
  readonly proposals: readonly ProposedVisit[];
  readonly leftOut: readonly UnplacedVisit[];
}

/** Everything that a plan changes. */
export async function wholeOf(tx: Tx, run: PlanningRun): Promise<PlanPart> {
  const unplaced = await unplacedVisitsOf(tx, [run.id]);
  return {
    proposals: await proposedVisitsOf(tx, [run.id]),
    leftOut: unplaced.filter(({ replacesVisitId }) => replacesVisitId !== null),
  };
}

/** The named part of a plan; refuses names that are not of this plan. */
export function partOf({ proposals, leftOut }: PlanPart, { only, callOff }: PartWish): PlanPart {
  const [wanted, unwanted] = [new Set(only), new Set(callOff)];
  const part = {
    proposals: proposals.filter(({ id }) => wanted.has(id)),
    leftOut: leftOut.filter(({ replacesVisitId }) => unwanted.has(replacesVisitId ?? '')),
  };
  if (part.proposals.length < wanted.size) throw notFound('proposed-visit');
  if (part.leftOut.length < unwanted.size) throw notFound('visit');
  return part;
}

/** Published visits that a part of a plan moves or calls off, by id. */
export const replacedIn = ({ proposals, leftOut }: PlanPart): string[] =>
  [...proposals, ...leftOut].flatMap(({ replacesVisitId }) => replacesVisitId ?? []);

/** The part, as it is named when it is asked for. */
export const namesOf = ({ proposals, leftOut }: PlanPart): PartWish => ({
  only: proposals.map(({ id }) => id),
  callOff: leftOut.flatMap(({ replacesVisitId }) => replacesVisitId ?? []),
});

/** What becomes of each visit that a part touches. */
export const changesOf = ({ proposals, leftOut }: PlanPart): VisitChange[] => [
  ...proposals.map((proposal) => changeOf(proposal, slotAlone(proposal))),
  ...leftOut.map((visit) => changeOf(visit, null)),
];

function changeOf(row: ProposedVisit | UnplacedVisit, after: Slot | null): VisitChange {
  const { supportRequestId, visitNo, replacesVisitId, replaces } = row;
  return {
    kind: after === null ? 'CANCELLED' : replacesVisitId === null ? 'NEW' : 'MOVED',
    supportRequestId,
    visitNo,
    visitId: replacesVisitId,
    before: replaces && slotOf(replaces),
    after,
  };
}

/** Whether a part changes nothing at all. */
export const isEmpty = ({ proposals, leftOut }: PlanPart): boolean => proposals.length + leftOut.length === 0;
