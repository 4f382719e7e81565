import { type Agreement, Attendance, Placement } from '@banso/engagement';
import { closuresBetween } from '@banso/directory';
import { type Actor, datesBetween, groupBy, localDateOf, permit } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { absencesOf, always, exceptionsOf, workingHalves } from '@banso/talent';
import { halvesOfVisit, MADE, Visit } from '@banso/dispatch';
import { In, IsNull } from 'typeorm';
import { getCostAgreement, partiesOf } from './agreement-costs.queries.js';
import { actualsBetween, versionsOfCosts } from './cost.queries.js';
import {
  type DayWorked,
  firstOfMonth,
  meetingOf,
  type Period,
  type Statement,
  type StatementFacts,
  statementOf,
} from './reckoning/index.js';
import { may } from './settlement.policy.js';

/** What an agreement costs in a period and who bears it, as the rows stand now. For the hub alone. */
export async function reckonStatement(
  tx: Tx,
  actor: Actor,
  { agreementId, period }: { readonly agreementId: string; readonly period: Period },
): Promise<Statement> {
  const agreement = await getCostAgreement(tx, actor, agreementId);
  // Of others' days nobody else sees all: a sum over some of them would be wrong.
  permit(may.reckon(actor));
  return statementOf(await factsOf(tx, agreement, period), period);
}

async function factsOf(tx: Tx, agreement: Agreement, asked: Period): Promise<StatementFacts> {
  const term = { from: agreement.startsOn, to: agreement.endsOn };
  const period = meetingOf(term, asked);
  const versions = await versionsOfCosts(tx, agreement.id);
  if (!period) return { term, versions, days: [], entered: [] };
  const months = { from: firstOfMonth(period.from), to: period.to };
  const entered = await actualsBetween(tx, agreement.id, months);
  return { term, versions, days: await daysOf(tx, agreement, period), entered };
}

/** The days of every source: each row of the matrix says which of them it counts. */
async function daysOf(tx: Tx, { id }: Agreement, period: Period): Promise<DayWorked[]> {
  const placements = await tx.find(Placement, {
    where: { agreementId: id, status: In(['ACTIVE', 'ENDED']) },
    order: { id: 'ASC' },
  });
  const parties = await partiesOf(tx, [id]);
  const partyOf = new Map(parties.map((party) => [party.municipalityId, party.id]));
  const towns: Towns = (municipalityId) => partyOf.get(municipalityId) ?? null;
  return [
    ...(await attendedDays(tx, placements, period, towns)),
    ...(await placedDays(tx, placements, period, towns)),
    ...(await visitedDays(tx, placements, period, towns)),
  ];
}

/** The party of a town; null where it is none. */
type Towns = (municipalityId: string) => string | null;

async function attendedDays(
  tx: Tx,
  placements: readonly Placement[],
  period: Period,
  partyOf: Towns,
): Promise<DayWorked[]> {
  const rows = await tx
    .createQueryBuilder(Attendance, 'attendance')
    .where({ placementId: In(placements.map(({ id }) => id)), removedAt: IsNull() })
    .andWhere('attendance.workedOn BETWEEN :from AND :to', { ...period })
    .getMany();
  return rows.map(({ id, workedOn, municipalityId, halfDays, travelYen }) => ({
    source: 'ATTENDANCE',
    refId: id,
    date: workedOn,
    partyId: partyOf(municipalityId),
    halfDays,
    travelYen,
  }));
}

/** By the weekly pattern, without days on which the offices are closed or the person is away. */
async function placedDays(
  tx: Tx,
  placements: readonly Placement[],
  period: Period,
  partyOf: Towns,
): Promise<DayWorked[]> {
  const exceptions = await exceptionsOf(
    tx,
    placements.map(({ specialistId }) => specialistId),
    period,
  );
  return placements.flatMap((placement) => {
    const term = meetingOf({ from: placement.startsOn, to: placement.endsOn }, period);
    if (!term) return [];
    const halves = workingHalves({
      ...absencesOf(exceptions(placement.specialistId)),
      patterns: always(placement.weekly),
      dates: datesBetween(term.from, term.to),
      closures: closuresBetween(term.from, term.to),
    });
    return [...groupBy(halves, ({ date }) => date)].map(([date, worked]) => ({
      source: 'PLACEMENT' as const,
      refId: placement.id,
      date,
      partyId: partyOf(placement.municipalityId),
      halfDays: worked.length,
      travelYen: 0,
    }));
  });
}

/** Visits that were made, by people of the agreement, to its towns. One that reaches into both halves is a day. */
async function visitedDays(
  tx: Tx,
  placements: readonly Placement[],
  period: Period,
  partyOf: Towns,
): Promise<DayWorked[]> {
  const visits = await tx
    .createQueryBuilder(Visit, 'visit')
    .where({ specialistId: In(placements.map(({ specialistId }) => specialistId)), status: In([...MADE]) })
    .andWhere(`(visit.startsAt AT TIME ZONE 'Asia/Tokyo')::date BETWEEN :from AND :to`, { ...period })
    .getMany();
  return visits.flatMap((visit) => {
    const date = localDateOf(visit.startsAt);
    const partyId = partyOf(visit.municipalityId);
    const sent = placements.some(
      ({ specialistId, startsOn, endsOn }) =>
        specialistId === visit.specialistId && startsOn <= date && date <= endsOn,
    );
    if (!sent || partyId === null) return [];
    return [
      {
        source: 'VISIT' as const,
        refId: visit.id,
        date,
        partyId,
        halfDays: halvesOfVisit(visit).length,
        travelYen: 0,
      },
    ];
  });
}
