import { type Actor, type Half, type LocalDate, WEEKDAYS, type Weekday } from '@banso/kernel';
import type { Tx } from '@banso/platform';

/** A field of one fiscal year with its themes and its members. */
export interface FieldOfYear {
  readonly id: string;
  readonly fiscalYear: number;
  readonly name: string;
  readonly nameEn: string;
  readonly themeIds: readonly string[];
  readonly specialistIds: readonly string[];
}

const FIELD = `
  SELECT f.id, f.fiscal_year AS "fiscalYear", f.name, f.name_en AS "nameEn",
    ARRAY(SELECT t.theme_id FROM expert_field_theme t WHERE t.field_id = f.id ORDER BY 1) AS "themeIds",
    ARRAY(SELECT s.id FROM expert_field_member m
          JOIN specialist s ON s.prefecture_id = m.prefecture_id AND s.id = m.specialist_id
          WHERE m.field_id = f.id AND (s.active OR NOT $3) ORDER BY s.kana, s.id)::text[] AS "specialistIds"
  FROM expert_field f
  WHERE f.prefecture_id = $1`;
const FIELDS = `${FIELD} AND f.fiscal_year = $2`;
const FIELDS_BY_IDS = `${FIELD} AND f.id = ANY($2)`;

/** The prefecture's fields of a fiscal year; members who left the pool since are still named. */
export function fieldsOf(tx: Tx, actor: Actor, fiscalYear: number): Promise<FieldOfYear[]> {
  return tx.query<FieldOfYear[]>(`${FIELDS} ORDER BY f.name, f.id`, [actor.prefectureId, fiscalYear, false]);
}

/** Those of the ids that are fields of the actor's prefecture, of whatever year; in no order. */
export function fieldsByIds(tx: Tx, actor: Actor, ids: readonly string[]): Promise<FieldOfYear[]> {
  return tx.query<FieldOfYear[]>(FIELDS_BY_IDS, [actor.prefectureId, ids, false]);
}

/** The field that a theme belongs to in a year, with those of its members who can be given work. */
export async function fieldOfTheme(
  tx: Tx,
  actor: Actor,
  themeId: string,
  fiscalYear: number,
): Promise<FieldOfYear | null> {
  const [field] = await tx.query<FieldOfYear[]>(
    `${FIELDS} AND EXISTS (SELECT 1 FROM expert_field_theme t WHERE t.field_id = f.id AND t.theme_id = $4)`,
    [actor.prefectureId, fiscalYear, true, themeId],
  );
  return field ?? null;
}

/** Who is at the desk in one half-day of the week. */
export interface DeskShift {
  readonly weekday: Weekday;
  readonly half: Half;
  readonly specialistIds: readonly string[];
}

/** What the shift is called in the log. */
export const shiftId = (
  prefectureId: string,
  { weekday, half }: Pick<DeskShift, 'weekday' | 'half'>,
): string => `${prefectureId}/${weekday}/${half}`;

/** Who answers consultations then: active, and working in that half-day; in the order of the reading. */
export async function deskDutyAt(
  tx: Tx,
  actor: Actor,
  { date, weekday, half }: { readonly date: LocalDate; readonly weekday: Weekday; readonly half: Half },
): Promise<string[]> {
  const found = await tx.query<{ id: string }[]>(
    `SELECT s.id FROM desk_duty d
     JOIN specialist s ON s.prefecture_id = d.prefecture_id AND s.id = d.specialist_id
     WHERE d.prefecture_id = $1 AND d.weekday = $2 AND d.half = $3 AND s.active AND $4 = ANY (coalesce(
         (SELECT w.weekly FROM weekly_pattern w WHERE w.specialist_id = s.id AND w.valid_from <= $5
          ORDER BY w.valid_from DESC LIMIT 1), s.weekly))
     ORDER BY s.kana, s.id`,
    [actor.prefectureId, weekday, half, `${weekday}_${half}`, date],
  );
  return found.map((row) => row.id);
}

/** The prefecture's week at the desk, from Sunday morning on; half-days without anybody are left out. */
export async function listDeskDuty(tx: Tx, actor: Actor): Promise<DeskShift[]> {
  const shifts = await tx.query<DeskShift[]>(
    `SELECT d.weekday, d.half, array_agg(s.id::text ORDER BY s.kana, s.id) AS "specialistIds"
     FROM desk_duty d JOIN specialist s ON s.prefecture_id = d.prefecture_id AND s.id = d.specialist_id
     WHERE d.prefecture_id = $1 GROUP BY d.weekday, d.half ORDER BY d.half`,
    [actor.prefectureId],
  );
  return shifts.sort((a, b) => WEEKDAYS.indexOf(a.weekday) - WEEKDAYS.indexOf(b.weekday));
}
