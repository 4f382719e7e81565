import { type Actor, type LocalDate, notFound } from '@banso/kernel';
import type { Assignment, Reason } from '@banso/planning';
import type { Db, Tx } from '@banso/platform';
import type { SpokenChange, VisitExplanation } from './plan-answers.js';
import type { PlanRecord } from './plan-record.queries.js';
import { periodOf, slotFrom } from './plan-rows.js';
import { changeSpeakerFor, speakerFor } from './plan-words.js';
import { isByQuota } from './quota-words.js';
import type { Reckoner } from './reckoner.js';
import type { SpokenReason } from './unplaced-reasons.js';

type Numbered = Pick<Assignment, 'requestId' | 'visitNo'>;

const isVisit =
  ({ requestId, visitNo }: Numbered) =>
  (other: Numbered): boolean =>
    other.requestId === requestId && other.visitNo === visitNo;

/**
 * Says why visits lie where they lie. Transactions are short: none is open while something is reckoned, or
 * those who ask much would hold the connections of all others.
 */
export class VisitExplainer {
  constructor(
    private readonly db: Db,
    private readonly reckoner: Reckoner,
  ) {}

  /** Why a visit lies where it lies in a plan, or nowhere. */
  async explain(actor: Actor, record: PlanRecord, visit: Numbered): Promise<VisitExplanation> {
    const { run, problem, assignments } = record;
    const period = periodOf(run);
    const { requestId: supportRequestId, visitNo } = visit;
    const nothing = {
      runId: run.id,
      supportRequestId,
      visitNo,
      slot: null,
      price: null,
      alternatives: [],
      reasons: [],
      nearestChanges: [],
    };
    const placed = assignments.find(isVisit(visit));
    const because = placed && (await this.reckoner.reckon('placedBecause', [problem, assignments, visit]));
    if (placed && because)
      return {
        ...nothing,
        slot: slotFrom(period, placed),
        price: because.price,
        alternatives: because.alternatives.map((alternative) => ({
          slot: slotFrom(period, alternative.visit),
          price: alternative.price,
        })),
      };
    const held = problem.fixed.find((one) => one.requestId === supportRequestId && one.visitNo === visitNo);
    // Pinned or published before: the planner had no choice.
    if (held) return { ...nothing, slot: slotFrom(period, held) };
    const leftOut = record.unplaced.find(isVisit(visit));
    if (!leftOut) throw notFound('visit');
    return {
      ...nothing,
      reasons: await this.db.read(actor, (tx) => spokenReasons(tx, actor, run.fromOn, leftOut.reasons)),
      nearestChanges: await this.changes(actor, record, visit),
    };
  }

  /** What would help the first visit of a request that has no place: what comes after waits for that one. */
  async changes(
    actor: Actor,
    { run, problem, assignments, unplaced }: PlanRecord,
    visit: Numbered,
  ): Promise<SpokenChange[]> {
    const first = unplaced.find(({ requestId }) => requestId === visit.requestId);
    // A quota is raised, or not: no date or person would help.
    if (first?.visitNo !== visit.visitNo || isByQuota(first)) return [];
    const changes = await this.reckoner.reckon('nearestChanges', [problem, assignments, visit.requestId]);
    const speak = await this.db.read(actor, (tx) => changeSpeakerFor(tx, actor, changes));
    return changes.map((change) => ({
      kind: change.kind,
      facts: change.facts,
      sentence: speak(change, run.fromOn),
    }));
  }
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
