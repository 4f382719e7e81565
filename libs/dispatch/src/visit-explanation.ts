import { type Actor, type LocalDate, notFound } from '@banso/kernel';
import { type Assignment, nearestChanges, type Reason } from '@banso/planning';
import type { Tx } from '@banso/platform';
import type { SpokenChange, VisitExplanation } from './plan-answers.js';
import { placedBecause } from './plan-reasoning.js';
import type { PlanRecord } from './plan-record.queries.js';
import { periodOf, slotFrom } from './plan-rows.js';
import { changeSpeakerFor, speakerFor } from './plan-words.js';
import { tiersOf } from './score-in-tiers.js';
import type { SpokenReason } from './unplaced-reasons.js';

type Numbered = Pick<Assignment, 'requestId' | 'visitNo'>;

const isVisit =
  ({ requestId, visitNo }: Numbered) =>
  (other: Numbered): boolean =>
    other.requestId === requestId && other.visitNo === visitNo;

/** Why a visit lies where it lies in a plan, or nowhere. */
export async function explained(
  tx: Tx,
  actor: Actor,
  record: PlanRecord,
  visit: Numbered,
): Promise<VisitExplanation> {
  const { run, problem, assignments } = record;
  const period = periodOf(run);
  const { requestId: supportRequestId, visitNo } = visit;
  const head = { runId: run.id, supportRequestId, visitNo };
  const placed = assignments.find(isVisit(visit));
  const because = placedBecause(problem, assignments, visit, (parts) => tiersOf(problem, parts));
  if (placed && because)
    return {
      ...head,
      slot: slotFrom(period, placed),
      price: because.price,
      alternatives: because.alternatives.map((alternative) => ({
        slot: slotFrom(period, alternative.visit),
        price: alternative.price,
      })),
      reasons: [],
      nearestChanges: [],
    };
  const held = problem.fixed.find((one) => one.requestId === supportRequestId && one.visitNo === visitNo);
  if (held)
    // Pinned or published before: the planner had no choice.
    return {
      ...head,
      slot: slotFrom(period, held),
      price: null,
      alternatives: [],
      reasons: [],
      nearestChanges: [],
    };
  const leftOut = record.unplaced.find(isVisit(visit));
  if (!leftOut) throw notFound('visit');
  return {
    ...head,
    slot: null,
    price: null,
    alternatives: [],
    reasons: await spokenReasons(tx, actor, run.fromOn, leftOut.reasons),
    nearestChanges: await spokenChanges(tx, actor, record, visit),
  };
}

async function spokenReasons(
  tx: Tx,
  actor: Actor,
  origin: LocalDate,
  reasons: readonly Reason[],
): Promise<SpokenReason[]> {
  const speak = await speakerFor(tx, actor, reasons);
  return reasons.map((reason) => ({ ...reason, sentence: speak(reason, origin) }));
}

/** The first visit of a request that has no place: what comes after it waits for that one. */
export async function spokenChanges(
  tx: Tx,
  actor: Actor,
  { run, problem, assignments, unplaced }: PlanRecord,
  visit: Numbered,
): Promise<SpokenChange[]> {
  const first = unplaced.find(({ requestId }) => requestId === visit.requestId);
  if (first?.visitNo !== visit.visitNo) return [];
  const changes = nearestChanges(problem, assignments, visit.requestId);
  const speak = await changeSpeakerFor(tx, actor, changes);
  return changes.map((change) => ({
    kind: change.kind,
    facts: change.facts,
    sentence: speak(change, run.fromOn),
  }));
}
