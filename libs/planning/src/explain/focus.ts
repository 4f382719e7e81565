import type { Assignment } from '../plan.js';
import { PlanView } from '../plan-view.js';
import type { PlanningRequest, PlanningSpecialist, Problem } from '../problem.js';

/** A small problem with its plan: judged there, something is judged as in the whole. */
export interface Focus {
  readonly problem: Problem;
  readonly assignments: readonly Assignment[];
}

export const viewOf = ({ problem, assignments }: Focus): PlanView => new PlanView(problem, assignments);

/**
 * All that decides whether a specialist can hold a visit of a request, and what that does to his or her
 * days: the visits of both, and of the companions if one has to come along.
 */
export function focusOnPair(
  { problem, assignments }: Focus,
  request: PlanningRequest,
  specialist: PlanningSpecialist,
): Focus {
  const { id } = specialist;
  const along = request.companion === true;
  const belongs = (visit: {
    readonly requestId: string | null;
    readonly specialistId: string;
    readonly companionId?: string | null;
  }): boolean =>
    visit.specialistId === id ||
    visit.requestId === request.id ||
    (along && (visit.companionId ?? null) !== null);
  const kept = assignments.filter(belongs);
  const standing = problem.standing?.filter(belongs);
  const named = new Set([request.id, ...[...kept, ...(standing ?? [])].map(({ requestId }) => requestId)]);
  return {
    assignments: kept,
    problem: {
      ...problem,
      specialists: [specialist],
      requests: problem.requests.filter((one) => named.has(one.id)),
      fixed: problem.fixed.filter(belongs),
      ...(standing && { standing }),
      ...(problem.sessions && {
        sessions: problem.sessions
          .filter(({ specialistIds }) => specialistIds.includes(id))
          .map((session) => ({ ...session, specialistIds: [id] })),
      }),
    },
  };
}

/** Requests with their visits and nobody's days: what people can do is not judged there. */
export function focusOnRequests(
  { problem, assignments }: Focus,
  requests: readonly PlanningRequest[],
): Focus {
  const ids = new Set(requests.map(({ id }) => id));
  const towns = new Set(requests.map(({ town }) => town));
  const standing = problem.standing?.filter(({ requestId }) => ids.has(requestId));
  return {
    assignments: assignments.filter(({ requestId }) => ids.has(requestId)),
    problem: {
      ...problem,
      specialists: problem.specialists.map((one) => ({ ...one, available: [], blocked: [] })),
      requests,
      fixed: problem.fixed.filter(
        ({ requestId, place }) =>
          (requestId !== null && ids.has(requestId)) || (place !== null && towns.has(place)),
      ),
      ...(standing && { standing }),
      ...(problem.sessions && {
        sessions: problem.sessions.filter(({ place }) => place !== null && towns.has(place)),
      }),
    },
  };
}

/** A request with all others of its town and its campaign: what is fair is judged among them. */
export function neighboursOf({ requests }: Problem, request: PlanningRequest): readonly PlanningRequest[] {
  const campaign = request.campaignId ?? null;
  return requests.filter(
    (one) => one.town === request.town || (campaign !== null && one.campaignId === campaign),
  );
}
