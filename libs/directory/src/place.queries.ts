import type { Actor } from '@banso/kernel';
import type { Tx } from '@banso/platform';

/** Somewhere a working day can begin or a visit can lead: a municipality's office or the prefectural office. */
export interface Place {
  readonly id: string;
  readonly prefectureId: string;
  readonly name: string;
  readonly nameEn: string;
  /** The reading in hiragana. */
  readonly kana: string;
  /** Where the office stands, in degrees. */
  readonly officeLat: number;
  readonly officeLng: number;
}

/** Every place, as a subquery: the prefectural office goes by the prefecture's six-digit code. */
export const PLACE = `(
  SELECT id, prefecture_id AS "prefectureId", name, name_en AS "nameEn", kana,
    office_lat AS "officeLat", office_lng AS "officeLng" FROM municipality
  UNION ALL
  SELECT lgcode, id, name || '庁', name_en || ' Prefectural Office', kana || 'ちょう', office_lat, office_lng
  FROM prefecture)`;

/** Those of the ids that exist, in no order. */
export async function placesByIds(tx: Tx, ids: readonly string[]): Promise<Place[]> {
  return tx.query<Place[]>(`SELECT * FROM ${PLACE} place WHERE id = ANY($1)`, [ids]);
}

/** Every place of the actor's prefecture, the prefectural office first. */
export async function listPlaces(tx: Tx, actor: Actor): Promise<Place[]> {
  return tx.query<Place[]>(`SELECT * FROM ${PLACE} place WHERE "prefectureId" = $1 ORDER BY id`, [
    actor.prefectureId,
  ]);
}

/** Those of the ids that are places of the prefecture. */
export async function placesOf(
  tx: Tx,
  prefectureId: string | null,
  ids: readonly string[],
): Promise<Place[]> {
  const places = await placesByIds(tx, ids);
  return places.filter((place) => place.prefectureId === prefectureId);
}
