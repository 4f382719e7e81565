import { MADE, Visit } from '@banso/dispatch';
import {
  type Actor,
  knownId,
  localDate,
  type LocalDate,
  notFound,
  type Page,
  type PageRequest,
  parseInput,
  type SpecialistUser,
  text,
  uuid,
} from '@banso/kernel';
import { keysetPage, type Tx } from '@banso/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { firstOfMonth, lastOfMonth } from '../reckoning/index.js';
import type { Journey } from './rules/index.js';
import { TravelClaim } from './travel-claim.entity.js';
import { visibleClaims } from './travel-claim.policy.js';
import { TRAVEL_CLAIM_STATUSES } from './travel-claim-status.js';
import { TravelClaimEvent } from './travel-claim-event.entity.js';
import { TravelClaimVisit } from './travel-claim-visit.entity.js';
import { TravelLeg, TravelNight, TravelReceipt } from './travel-journey.entity.js';
import { TravelLine } from './travel-line.entity.js';
import { TravelRuleVersion } from './travel-rule-version.entity.js';

const filterSchema = z.object({
  statuses: z.array(z.enum(TRAVEL_CLAIM_STATUSES)).max(TRAVEL_CLAIM_STATUSES.length).nullish(),
  specialistId: uuid().nullish(),
  municipalityId: text(6).nullish(),
  /** Any day of the month in which the journey began. */
  month: localDate().nullish(),
  visitId: uuid().nullish(),
});

/** Which claims to list; nothing named means all that the actor can see. */
export type TravelClaimFilter = z.input<typeof filterSchema>;

function visible(tx: Tx, actor: Actor): SelectQueryBuilder<TravelClaim> {
  const { where, parameters } = visibleClaims(actor);
  return tx.createQueryBuilder(TravelClaim, 'claim').where(`(${where})`, { ...parameters });
}

const byId = (tx: Tx, actor: Actor, id: string): SelectQueryBuilder<TravelClaim> =>
  visible(tx, actor).andWhere('claim.id = :id', { id: knownId('travel-claim', id) });

export async function getTravelClaim(tx: Tx, actor: Actor, id: string): Promise<TravelClaim> {
  const claim = await byId(tx, actor, id).getOne();
  if (!claim) throw notFound('travel-claim');
  return claim;
}

/** Loads and locks it for a change. */
export async function takeTravelClaim(tx: Tx, actor: Actor, id: string): Promise<TravelClaim> {
  const claim = await byId(tx, actor, id).setLock('pessimistic_write').getOne();
  if (!claim) throw notFound('travel-claim');
  return claim;
}

/** The latest journey first. */
export function listTravelClaims(
  tx: Tx,
  actor: Actor,
  filter: TravelClaimFilter,
  page: PageRequest,
): Promise<Page<TravelClaim>> {
  const wanted = parseInput(filterSchema, filter);
  const list = visible(tx, actor);
  if (wanted.statuses?.length) list.andWhere('claim.status IN (:...statuses)', { statuses: wanted.statuses });
  if (wanted.specialistId) list.andWhere('claim.specialistId = :of', { of: wanted.specialistId });
  if (wanted.month)
    list.andWhere('claim.fromOn BETWEEN :first AND :last', {
      first: firstOfMonth(wanted.month),
      last: lastOfMonth(wanted.month),
    });
  for (const key of ['municipalityId', 'visitId'] as const)
    if (wanted[key])
      list.andWhere(
        `claim.id IN (${tx
          .createQueryBuilder(TravelClaimVisit, 'part')
          .select('part.claimId')
          .where(`part.${key} = :${key}`)
          .getQuery()})`,
        { [key]: wanted[key] },
      );
  return keysetPage(
    list,
    {
      by: ['claim.fromOn', 'claim.id'],
      order: 'DESC',
      keyOf: ({ fromOn, id }) => [fromOn, id],
    },
    page,
  );
}

/** Visits that one has made and not yet claimed for, the latest first. */
export function unclaimedVisits(tx: Tx, actor: SpecialistUser): Promise<Visit[]> {
  const claimed = tx.createQueryBuilder(TravelClaimVisit, 'part').select('part.visitId').getQuery();
  return tx
    .createQueryBuilder(Visit, 'visit')
    .where({ prefectureId: actor.prefectureId, specialistId: actor.specialistId, status: In([...MADE]) })
    .andWhere(`visit.id NOT IN (${claimed})`)
    .orderBy('visit.startsAt', 'DESC')
    .addOrderBy('visit.id')
    .take(60)
    .getMany();
}

/** The visits of claims that the caller has already been allowed to see, by day. */
export function claimVisitsOf(tx: Tx, claimIds: readonly string[]): Promise<TravelClaimVisit[]> {
  return tx.find(TravelClaimVisit, {
    where: { claimId: In([...claimIds]) },
    order: { onDate: 'ASC', visitId: 'ASC' },
  });
}

/** What was frozen of claims that the caller has already been allowed to see. */
export function travelLinesOf(tx: Tx, claimIds: readonly string[]): Promise<TravelLine[]> {
  return tx.find(TravelLine, { where: { claimId: In([...claimIds]) }, order: { position: 'ASC' } });
}

/** The histories of claims that the caller has already been allowed to see, oldest first. */
export function claimHistoriesOf(tx: Tx, claimIds: readonly string[]): Promise<TravelClaimEvent[]> {
  return tx.find(TravelClaimEvent, {
    where: { claimId: In([...claimIds]) },
    order: { at: 'ASC', seq: 'ASC' },
  });
}

/** Legs, nights and receipts of a claim that the caller has already been allowed to see. */
export interface JourneyRows {
  readonly legs: readonly TravelLeg[];
  readonly nights: readonly TravelNight[];
  readonly receipts: readonly TravelReceipt[];
}

export async function journeyRowsOf(tx: Tx, claimId: string): Promise<JourneyRows> {
  return {
    legs: await tx.find(TravelLeg, { where: { claimId }, order: { position: 'ASC' } }),
    nights: await tx.find(TravelNight, { where: { claimId }, order: { onDate: 'ASC' } }),
    receipts: await tx.find(TravelReceipt, { where: { claimId }, order: { position: 'ASC' } }),
  };
}

export const journeyOf = (claim: TravelClaim, rows: JourneyRows): Journey => ({
  from: claim.fromOn,
  to: claim.toOn,
  start: claim.startsFrom,
  end: claim.endsAt,
  ...rows,
});

/** Every version of every body's rule, the latest first. */
export function listTravelRules(tx: Tx, actor: Actor): Promise<TravelRuleVersion[]> {
  return tx.find(TravelRuleVersion, {
    where: { prefectureId: actor.prefectureId ?? '' },
    order: { validFrom: 'DESC', version: 'DESC', id: 'ASC' },
    take: 500,
  });
}

/** Saves the row with what happened to it. */
export async function saveTravelClaim(tx: Tx, claim: TravelClaim): Promise<void> {
  await tx.save(TravelClaim, claim);
  const events = claim.newEvents.splice(0);
  if (events.length > 0) await tx.insert(TravelClaimEvent, events);
}

/** What was granted to somebody at a town in a month. */
export interface TravelTotal {
  readonly specialistId: string;
  readonly municipalityId: string;
  readonly month: LocalDate;
  readonly visits: number;
  readonly yen: number;
  readonly feeYen: number;
}

/** Granted travel by person, town and month of the visit, of visits in a period. */
export function travelTotals(
  tx: Tx,
  actor: Actor,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<TravelTotal[]> {
  return tx.query<TravelTotal[]>(
    `SELECT part.specialist_id AS "specialistId", part.municipality_id AS "municipalityId",
            to_char(part.on_date, 'YYYY-MM-01') AS month, count(*)::int AS visits,
            sum(part.yen)::int AS yen, sum(part.fee_yen)::int AS "feeYen"
     FROM travel_claim_visit part JOIN travel_claim claim ON claim.id = part.claim_id
     WHERE part.prefecture_id = $1 AND claim.status IN ('APPROVED', 'PAID') AND part.on_date BETWEEN $2 AND $3
     GROUP BY 1, 2, 3 ORDER BY 3, 1, 2 LIMIT 5000`,
    [actor.prefectureId, from, to],
  );
}
