import type { Actor, Change } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { takeSupportRequest, visitsPublished, visitsReopened } from '@banso/support';
import { answerBy } from './answers/answer-by.js';
import { overtakeProposals } from './answers/visit-proposal.queries.js';
import { companionsFollow } from './dates/companions-follow.js';
import { removeHeld } from './dates/held-visits.js';
import { planningPolicy } from './planning-policy.queries.js';
import { PlanPublication, type PublicationCause, type Publisher } from './plan-publication.entity.js';
import type { PlacedVisit } from './proposed-visit.entity.js';
import { assertWithinQuotas } from './quota-gate.js';
import { PublicationChange } from './publication/publication-change.entity.js';
import { nextVersion } from './publication/publication-order.queries.js';
import { type Slot, slotAlone } from './slot.js';
import { type CancelSide, Visit } from './visit.entity.js';
import { saveVisits } from './visit.queries.js';
import { countVisits } from './visit-call-off.js';
import { STANDING } from './visit-status.js';
import { tellOfVisits } from './visit-notices.js';
import { arrangeTravel } from './visit-travel.js';

/** A published visit and where it goes. */
export interface Move {
  readonly visit: Visit;
  readonly to: Slot;
  /** Whether it shall stay there; null = as before. */
  readonly pinned: boolean | null;
}

/** What a new version of the published plan changes; the visits were taken by the caller. */
export interface CalendarChanges {
  readonly publish: readonly { readonly placed: PlacedVisit; readonly pinned: boolean }[];
  readonly move: readonly Move[];
  readonly cancel: readonly Visit[];
  /** Held for a town that was asked: what it chose is published, the others are free again. */
  readonly keep?: readonly Visit[];
  readonly release?: readonly Visit[];
}

/** Where a version comes from, and what is said to those whose visits change. */
export interface Cause {
  readonly cause: PublicationCause;
  readonly runId: string | null;
  /** On whose side the reason of what is called off lies. */
  readonly side: CancelSide;
  /** The other day that was asked for, when that moves the visit: every other proposal for it is overtaken. */
  readonly proposalId?: string;
  /** A line for those who are told. */
  readonly words?: string | null;
  /** The older version that is gone back to. */
  readonly restores?: number;
  /** Who looks at the calendar, where whoever acts may not see all of it. */
  readonly reader?: Actor;
}

/**
 * Makes the next version of the published plan, in the caller's transaction and under its calendar lock. Two
 * visits may take each other's slots: the calendar is judged when all of them have moved. Refuses what would exceed a
 * quota.
 */
export async function applyChanges(
  tx: Tx,
  { publish, move, cancel, keep = [], release = [] }: CalendarChanges,
  { cause, runId, side, reader, proposalId, words = null, restores }: Cause,
  change: Change & { readonly actor: Publisher },
): Promise<PlanPublication> {
  const looking = reader ?? change.actor;
  const coming = [...publish, ...keep.map((placed) => ({ placed }))];
  await assertWithinQuotas(tx, looking, { publish: coming, move, cancel, held: [...keep, ...release] });
  const counts = { visits: coming.length, moved: move.length, cancelled: cancel.length };
  const version = await nextVersion(tx, change.actor.prefectureId);
  const publication = PlanPublication.of(
    change.actor,
    version,
    { cause, runId, restores: restores ?? null, ...counts },
    change.at,
  );
  await tx.insert(PlanPublication, publication);

  await tx.query('SET CONSTRAINTS visit_one_place_at_a_time DEFERRED');
  const left = [...move.map(({ visit }) => visit), ...cancel, ...release].map(emptied);
  await removeHeld(tx, release);
  const { answerDays } = await planningPolicy(tx, looking);
  const asked = (visit: Visit): void => visit.expectAnswer(answerBy(change.at, visit.startsAt, answerDays));
  const before = new Map(
    [...move.map(({ visit }) => visit), ...cancel].map((visit) => [visit.id, slotAlone(visit)]),
  );
  for (const visit of cancel) visit.cancel(side, change);
  await saveVisits(tx, cancel);
  for (const { visit, to, pinned } of move) {
    visit.move(to, publication, change);
    if (pinned !== null) visit.pin(pinned);
    asked(visit);
  }
  const added = publish.map(({ placed, pinned }) =>
    Visit.publish(publication, placed, pinned, { ...change, reason: null }),
  );
  for (const visit of keep) visit.publishHeld(publication, { ...change, reason: null });
  for (const visit of [...keep, ...added]) asked(visit);
  const standing = [...move.map(({ visit }) => visit), ...keep, ...added];
  await saveVisits(tx, await arrangeTravel(tx, looking, [...standing, ...left]));
  await saveVisits(tx, standing);
  await tx.query('SET CONSTRAINTS visit_one_place_at_a_time IMMEDIATE');

  await tx.insert(PublicationChange, [
    ...standing.map((visit) => {
      const was = before.get(visit.id) ?? null;
      return PublicationChange.of(publication, visit, { before: was, after: slotAlone(visit) });
    }),
    ...cancel.map((visit) =>
      PublicationChange.of(publication, visit, { before: before.get(visit.id) ?? null, after: null }),
    ),
  ]);
  await overtakeProposals(
    tx,
    [...move.map(({ visit }) => visit.id), ...cancel.map(({ id }) => id)],
    change,
    proposalId ?? null,
  );
  await tellRequests(tx, standing, cancel, change);
  await companionsFollow(tx, [...move.map(({ visit }) => visit), ...cancel], change);
  await tellOfVisits(
    tx,
    change,
    publication.id,
    [
      ...[...keep, ...added].map((visit) => ({ visit, change: 'NEW' as const })),
      ...move.map(({ visit }) => ({ visit, change: 'MOVED' as const, was: before.get(visit.id)?.startsAt })),
      ...cancel.map((visit) => ({ visit, change: 'CANCELLED' as const })),
    ],
    { note: words },
  );
  return publication;
}

/** The slot that a visit leaves: the ways of that day change too. */
export function emptied(visit: Visit): Visit {
  return Object.assign(new Visit(), visit, { status: 'CANCELLED', newEvents: [] });
}

/** Specialists of a case may read it; a case without any visit left waits for the planner again. */
async function tellRequests(
  tx: Tx,
  standing: readonly Visit[],
  cancelled: readonly Visit[],
  change: Change,
): Promise<void> {
  for (const [requestId, specialistIds] of teamsOf(standing))
    await visitsPublished(tx, requestId, { ...change, reason: null, specialistIds });
  const served = new Set(standing.map(({ supportRequestId }) => supportRequestId));
  const touched = [...new Set(cancelled.map(({ supportRequestId }) => supportRequestId))].sort();
  for (const requestId of touched.filter((id) => !served.has(id))) {
    const request = await takeSupportRequest(tx, change.actor, requestId);
    const left = await countVisits(tx, requestId, STANDING);
    if (left === 0 && request.status === 'IN_SUPPORT') await visitsReopened(tx, requestId, change);
  }
}

/** Who comes to each request, in the order in which requests are locked everywhere. */
export function teamsOf(
  visits: readonly { readonly supportRequestId: string; readonly specialistId: string }[],
): [string, string[]][] {
  const teams = new Map<string, Set<string>>();
  for (const { supportRequestId, specialistId } of visits)
    teams.set(supportRequestId, (teams.get(supportRequestId) ?? new Set()).add(specialistId));
  return [...teams]
    .map(([requestId, team]): [string, string[]] => [requestId, [...team]])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
