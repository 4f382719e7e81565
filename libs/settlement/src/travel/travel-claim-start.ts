import { type Place, placesOf, listTravelTimes, type TravelTime } from '@banso/directory';
import { halvesOfVisit, type Visit } from '@banso/dispatch';
import { type Actor, DomainError, localDateOf } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { getSpecialist } from '@banso/talent';
import { In } from 'typeorm';
import { type Journey, prefilled, type Stop, type VisitOnSite, type Ways } from './rules/index.js';
import type { TravelClaim } from './travel-claim.entity.js';
import { TravelClaimVisit } from './travel-claim-visit.entity.js';

/** Visits as the way to them sees them, by time. */
export function onSite(visits: readonly Visit[], stopOf: (id: string) => Stop): VisitOnSite[] {
  return visits.map((visit) => ({
    date: localDateOf(visit.startsAt),
    town: stopOf(visit.municipalityId),
    nightBefore: visit.nightBefore,
    nightAfter: visit.nightAfter,
  }));
}

/** The journey that the plan meant: from the base by the estimated ways, with the nights that were planned. */
export async function plannedJourney(tx: Tx, actor: Actor, visits: readonly Visit[]): Promise<Journey> {
  const { baseId } = await getSpecialist(tx, actor, visits[0]?.specialistId ?? '');
  const ids = [...new Set([baseId, ...visits.map(({ municipalityId }) => municipalityId)])];
  const places = await placesOf(tx, actor.prefectureId, ids);
  const stop = (id: string): Stop =>
    stopOf(
      places.find((place) => place.id === id),
      id,
    );
  return prefilled(onSite(visits, stop), stop(baseId), await waysBetween(tx, actor, ids));
}

const stopOf = (place: Place | undefined, id: string): Stop => ({
  id,
  name: place?.name ?? id,
  regionId: place?.prefectureId ?? id.slice(0, 2),
});

async function waysBetween(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Ways> {
  const times = new Map<string, TravelTime>();
  for (const fromId of ids)
    for (const time of await listTravelTimes(tx, actor, fromId)) times.set(`${fromId} ${time.toId}`, time);
  return (fromId, toId) => {
    const time = times.get(`${fromId} ${toId}`);
    return {
      meters: time?.roadKm == null ? null : Math.round(time.roadKm * 1_000),
      minutes: time?.minutes ?? null,
      byFerry: time?.mode === 'ferry_assumed' || time?.mode === 'no_road',
    };
  };
}

/** None of them has been claimed for. The caller holds the person's days. */
export async function requireUnclaimed(tx: Tx, visits: readonly Visit[]): Promise<void> {
  const taken = await tx.findOneBy(TravelClaimVisit, { visitId: In(visits.map(({ id }) => id)) });
  if (taken) throw new DomainError('CONFLICT', 'travel-claim.visit-taken', { date: taken.onDate });
}

export const partsOf = (claim: TravelClaim, visits: readonly Visit[]): TravelClaimVisit[] =>
  visits.map((visit) =>
    Object.assign(new TravelClaimVisit(), {
      visitId: visit.id,
      prefectureId: claim.prefectureId,
      claimId: claim.id,
      specialistId: claim.specialistId,
      municipalityId: visit.municipalityId,
      onDate: localDateOf(visit.startsAt),
      halfDays: halvesOfVisit(visit).length,
      agreementId: null,
      partyId: null,
      ruleVersionId: null,
      yen: null,
      feeYen: null,
      costActualId: null,
      chargedMonth: null,
    }),
  );
