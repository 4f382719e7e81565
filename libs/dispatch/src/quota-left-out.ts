import {
  type CountedVisit,
  listQuotas,
  type Quota,
  reachesOf,
  type Share,
  shareOut,
  type WaitingRequest,
} from '@banso/engagement';
import { type Actor, addDays, type LocalDate, localDateOf } from '@banso/kernel';
import { numbersToPlace, type PlanningRequest, type Problem, type Unplaced } from '@banso/planning';
import type { Tx } from '@banso/platform';
import type { SupportRequest } from '@banso/support';
import { instantOf, type Period } from './planning-calendar.js';
import type { CalendarEntry } from './planning-pool.js';
import type { ProposedVisit } from './proposed-visit.entity.js';
import { countedAs, standingVisits, themesOf } from './quota-visits.js';
import { amountIn, QUOTA_RULE } from './quota-words.js';

/** What the planner is asked, without the visits that quotas do not allow, and those with their reason. */
export interface WithinQuotas {
  readonly problem: Problem;
  readonly leftOut: readonly Unplaced[];
}

interface Asked {
  readonly period: Period;
  /** Only this request is given anything new; null or absent: all of them share. */
  readonly only?: string | null;
  readonly requests: readonly SupportRequest[];
  /** Proposals that stay where they are: they count as if they were published. */
  readonly held: readonly (CalendarEntry & Partial<Pick<ProposedVisit, 'replacesVisitId'>>)[];
}

/**
 * Leaves out of a problem the new visits for which quotas have nothing left. Who comes and when is not known yet, so each
 * visit counts as a day by itself, quotas of agreements only bind requests whose specialist is named, and of a monthly
 * quota all months together may be used; publishing judges the plan as it is.
 */
export async function withinQuotas(
  tx: Tx,
  actor: Actor,
  { problem }: { readonly problem: Problem },
  { period, requests, held, only = null }: Asked,
): Promise<WithinQuotas> {
  const quotas = await listQuotas(tx, actor);
  if (quotas.length === 0) return { problem, leftOut: [] };
  const themes = await themesOf(
    tx,
    actor,
    requests.map(({ id }) => id),
  );
  const standing: CountedVisit[] = [
    ...(await standingVisits(tx, actor, quotas, {
      dates: daysOf(period.from, period.to),
      requestIds: requests.map(({ id }) => id),
    })),
    ...held.filter(({ replacesVisitId }) => !replacesVisitId).map((visit) => countedAs(visit, themes)),
  ];
  const shares = shareOut(quotas, {
    requests: problem.requests
      .filter(({ id }) => only === null || id === only)
      .map((request) => waiting(problem, request, themes.get(request.id) ?? null)),
    standing,
    reaches: await reachesOf(tx, quotas),
    days: ({ id }) =>
      daysFor(
        period,
        problem.requests.find((request) => request.id === id),
      ),
  });
  return without(problem, shares);
}

/** Visits that would be new: those that stand and may move are counted already. */
const newVisits = ({ standing = [] }: Problem, { id, visits }: PlanningRequest): number =>
  Math.max(0, visits - standing.filter(({ requestId }) => requestId === id).length);

const waiting = (problem: Problem, request: PlanningRequest, themeId: string | null): WaitingRequest => ({
  id: request.id,
  municipalityId: request.town,
  themeId,
  specialistId: request.requiredSpecialistId,
  mode: request.mode,
  minutes: request.minutes,
  visits: newVisits(problem, request),
  priority: request.priority,
  waitingDays: request.waitingDays,
});

/** The first day, and the first of each further month up to the last day. */
function daysOf(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [from];
  for (let day = from; day <= to; day = addDays(day, 1))
    if (day.endsWith('-01') && day !== from) days.push(day);
  return days;
}

/** The same of the days in which visits of a request may lie. */
function daysFor(period: Period, request: PlanningRequest | undefined): LocalDate[] {
  if (!request) return [];
  const first = localDateOf(instantOf(period, request.earliest));
  const last = request.deadline === null ? period.to : localDateOf(instantOf(period, request.deadline - 1));
  const [from, to] = [first > period.from ? first : period.from, last < period.to ? last : period.to];
  return daysOf(from, to < from ? from : to);
}

function without(problem: Problem, shares: readonly Share[]): WithinQuotas {
  const byRequest = new Map(shares.map((share) => [share.requestId, share]));
  const leftOut: Unplaced[] = [];
  const requests = problem.requests.map((request) => {
    const share = byRequest.get(request.id);
    if (!share) return request;
    const stands = (problem.standing ?? []).filter(({ requestId }) => requestId === request.id);
    // Visits that stand keep the form in which they were published.
    const mode = stands.length > 0 ? request.mode : share.mode;
    if (!share.stoppedBy) return { ...request, mode };
    const fewer = { ...request, mode, visits: request.visits - newVisits(problem, request) + share.visits };
    const kept = new Set(numbersToPlace(problem, fewer));
    const gone = numbersToPlace(problem, request).filter((no) => !kept.has(no));
    // A published visit keeps its number; then publishing is left to judge.
    if (gone.some((no) => stands.some(({ visitNo }) => visitNo === no))) return request;
    const reasons = [reasonOf(share.stoppedBy)];
    leftOut.push(...gone.map((visitNo) => ({ requestId: request.id, visitNo, reasons })));
    return fewer;
  });
  return { problem: { ...problem, requests }, leftOut };
}

const reasonOf = ({
  quota,
  used,
  limit,
}: {
  quota: Quota;
  used: number;
  limit: number;
}): Unplaced['reasons'][number] => ({
  ruleId: QUOTA_RULE,
  count: 1,
  facts: {
    quotaId: quota.id,
    quota: quota.name,
    unit: quota.unit,
    used: amountIn(quota.unit, used),
    limit: amountIn(quota.unit, limit),
  },
});
