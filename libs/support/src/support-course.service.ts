import { type Actor, type Change, Clock, permit } from '@banso/kernel';
import { Db, enqueue, type Tx } from '@banso/platform';
import type { SupportRequest } from './support-request.entity.js';
import { callOffVisits } from './support-request.jobs.js';
import { may } from './support-request.policy.js';
import { saveSupportRequest, takeSupportRequest } from './support-request.queries.js';
import { parseReason } from './filing.js';
import { SupportTeamMember } from './support-team-member.entity.js';

/** The hub's hand on a case under way: pause, go on, end early. */
export class SupportCourseService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Its coming visits are called off; after `resume` the planner places them anew. */
  suspend(actor: Actor, id: string, reason: string): Promise<SupportRequest> {
    return this.steer(actor, id, async (request, change, tx) => {
      request.suspend({ ...change, reason: parseReason(reason) });
      await askToCallOff(tx, request);
    });
  }

  resume(actor: Actor, id: string): Promise<SupportRequest> {
    return this.steer(actor, id, (request, change) => request.resume(change));
  }

  /** Its coming visits are called off. */
  terminate(actor: Actor, id: string, reason: string): Promise<SupportRequest> {
    return this.steer(actor, id, async (request, change, tx) => {
      request.terminate({ ...change, reason: parseReason(reason) });
      await askToCallOff(tx, request);
    });
  }

  private steer(
    actor: Actor,
    id: string,
    turn: (request: SupportRequest, change: Change, tx: Tx) => void | Promise<void>,
  ): Promise<SupportRequest> {
    return this.db.write(actor, async (tx) => {
      const request = await takeSupportRequest(tx, actor, id);
      permit(may.steer(actor, request));
      await turn(request, { actor, at: this.clock.now() }, tx);
      await saveSupportRequest(tx, request);
      return request;
    });
  }
}

/** Visits belong to a lib above this one: it is told by a job. */
const askToCallOff = (tx: Tx, { id, prefectureId }: SupportRequest): Promise<void> =>
  enqueue(tx, callOffVisits, { supportRequestId: id }, { prefectureId });

/** Visits became official: support begins, and their specialists may read the case. */
export async function visitsPublished(
  tx: Tx,
  supportRequestId: string,
  { specialistIds, ...change }: Change & { specialistIds: readonly string[] },
): Promise<void> {
  const request = await takeSupportRequest(tx, change.actor, supportRequestId);
  request.beginSupport(change);
  await saveSupportRequest(tx, request);
  await tx
    .createQueryBuilder()
    .insert()
    .into(SupportTeamMember)
    .values(
      specialistIds.map((specialistId) => ({
        supportRequestId,
        specialistId,
        prefectureId: request.prefectureId,
      })),
    )
    .orIgnore()
    .execute();
}

/** The last visit was made: the report is due. */
export async function allVisitsDone(tx: Tx, supportRequestId: string, change: Change): Promise<void> {
  const request = await takeSupportRequest(tx, change.actor, supportRequestId);
  request.finishVisits(change);
  await saveSupportRequest(tx, request);
}

/** What may become of a case once its visits were made. */
export type AfterVisits =
  'awaitConfirmation' | 'awaitReportAgain' | 'awaitEvaluation' | 'complete' | 'followUp';

/** Reports, confirmations and evaluations belong to a lib above this one: it says what they make of the case. */
export async function caseGoesOn(
  tx: Tx,
  supportRequestId: string,
  step: AfterVisits,
  change: Change,
): Promise<SupportRequest> {
  const request = await takeSupportRequest(tx, change.actor, supportRequestId);
  request[step](change);
  await saveSupportRequest(tx, request);
  return request;
}

/** A cancelled visit left none standing: the case waits for the planner again. */
export async function visitsReopened(tx: Tx, supportRequestId: string, change: Change): Promise<void> {
  const request = await takeSupportRequest(tx, change.actor, supportRequestId);
  request.reschedule(change);
  await saveSupportRequest(tx, request);
}
