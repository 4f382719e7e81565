import { type Actor, notFound } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { PLACE, placesOf } from './place.queries.js';
import { orderedPair } from './travel-override.entity.js';
import type { TravelMode } from './travel-estimate.entity.js';

/** The hub's own figure beats the estimate. */
export const TRAVEL_SOURCES = ['ESTIMATE', 'HUB', 'UNKNOWN'] as const;
export type TravelSource = (typeof TRAVEL_SOURCES)[number];

/** The way between two places as the planner counts it. */
export interface TravelTime {
  readonly fromId: string;
  readonly toId: string;
  readonly toName: string;
  readonly toNameEn: string;
  readonly minutes: number | null;
  readonly source: TravelSource;
  /** What the estimate says, also where the hub knows better. */
  readonly estimatedMinutes: number | null;
  readonly roadKm: number | null;
  readonly mode: TravelMode | null;
  readonly note: string | null;
}

interface Leg {
  readonly fromId: string;
  readonly toId: string;
  readonly minutes: number | null;
}

const LEGS = `
  SELECT from_id AS "fromId", to_id AS "toId", COALESCE(o.minutes, e.minutes) AS minutes
  FROM (SELECT * FROM travel_estimate
        WHERE prefecture_id = $1 AND from_id = ANY($2) AND to_id = ANY($2)) e
  FULL JOIN (SELECT * FROM travel_override
             WHERE prefecture_id = $1 AND from_id = ANY($2) AND to_id = ANY($2)) o USING (from_id, to_id)`;

const legKey = (a: string, b: string): string => orderedPair(a, b).join(' ');

/** Minutes between places of the actor's prefecture, in the order of the ids; null where nobody knows. */
export async function travelMatrix(
  tx: Tx,
  actor: Actor,
  placeIds: readonly string[],
): Promise<(number | null)[][]> {
  const legs = await tx.query<Leg[]>(LEGS, [actor.prefectureId, placeIds]);
  const minutes = new Map(legs.map((leg) => [legKey(leg.fromId, leg.toId), leg.minutes]));
  return placeIds.map((a) => placeIds.map((b) => (a === b ? 0 : (minutes.get(legKey(a, b)) ?? null))));
}

const TIMES = `
  SELECT $2::text AS "fromId", place.id AS "toId", place.name AS "toName", place."nameEn" AS "toNameEn",
         COALESCE(o.minutes, e.minutes) AS minutes,
         CASE WHEN o.minutes IS NOT NULL THEN 'HUB' WHEN e.minutes IS NOT NULL THEN 'ESTIMATE' ELSE 'UNKNOWN' END
           AS source,
         e.minutes AS "estimatedMinutes", e.road_km::float8 AS "roadKm", e.mode, o.note
  FROM ${PLACE} place
  LEFT JOIN travel_estimate e ON e.prefecture_id = $1
    AND e.from_id = LEAST($2, place.id) AND e.to_id = GREATEST($2, place.id)
  LEFT JOIN travel_override o ON o.prefecture_id = $1
    AND o.from_id = LEAST($2, place.id) AND o.to_id = GREATEST($2, place.id)
  WHERE place."prefectureId" = $1 AND place.id <> $2 AND ($3::text IS NULL OR place.id = $3)
  ORDER BY place.id`;

/** The ways from one place of the actor's prefecture to every other. */
export async function listTravelTimes(tx: Tx, actor: Actor, fromId: string): Promise<TravelTime[]> {
  const [from] = await placesOf(tx, actor.prefectureId, [fromId]);
  if (!from) throw notFound('place');
  return tx.query<TravelTime[]>(TIMES, [from.prefectureId, from.id, null]);
}

/** The way between two places of the actor's prefecture. */
export async function getTravelTime(
  tx: Tx,
  actor: Actor,
  ends: { fromId: string; toId: string },
): Promise<TravelTime> {
  const [time] = await tx.query<TravelTime[]>(TIMES, [actor.prefectureId, ends.fromId, ends.toId]);
  if (!time) throw notFound('place');
  return time;
}
