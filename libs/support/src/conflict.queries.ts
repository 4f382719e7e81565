import type { Actor, LocalDate } from '@banso/kernel';
import { beyondOwnRows, type Tx } from '@banso/platform';
import { tiesCountSince } from '@banso/talent';
import { ConflictOfInterest } from './conflict-of-interest.entity.js';

/** The cases that are judged anew: one, or all that concern one person. */
export type Judged = { readonly caseId: string } | { readonly specialistId: string };

/**
 * Whoever writes vendors or ties, and whoever names a person for a case, comes one after the other: neither is
 * judged against what the other has not yet written.
 */
export async function lockConflicts(tx: Tx, prefectureId: string | null): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('support.conflict'), hashtext($1))`, [
    prefectureId ?? '',
  ]);
}

/** One number is one firm; without a number on both sides the name decides. */
const SAME_FIRM = `(vendor.corporate_number = firm.corporate_number
  OR (vendor.name_key = firm.name_key AND (vendor.corporate_number IS NULL OR firm.corporate_number IS NULL)))`;

/**
 * Writes down who is in conflict with what, from the vendors and ties of this day, and gives back the cases
 * that somebody new is shut out of. Under `lockConflicts`.
 */
export function judgeConflicts(
  tx: Tx,
  prefectureId: string,
  judged: Judged,
  today: LocalDate,
): Promise<string[]> {
  const [column, id] =
    'caseId' in judged ? ['case_id', judged.caseId] : ['specialist_id', judged.specialistId];
  // Whoever names a firm may not know in which purchases it is, nor the other way round.
  return beyondOwnRows(tx, () => judgedAnew(tx, prefectureId, { column, id, today }));
}

async function judgedAnew(
  tx: Tx,
  prefectureId: string,
  { column, id, today }: { readonly column: string; readonly id: string; readonly today: LocalDate },
): Promise<string[]> {
  const known = await tx.query<{ key: string }[]>(
    `WITH gone AS (DELETE FROM conflict_of_interest WHERE ${column} = $1 AND prefecture_id = $2
                   RETURNING case_id || ' ' || specialist_id AS key)
     SELECT key FROM gone`,
    [id, prefectureId],
  );
  const found = await tx.query<{ case_id: string; key: string }[]>(
    `INSERT INTO conflict_of_interest (case_id, specialist_id, vendor_id, firm_id, prefecture_id)
     SELECT vendor.case_id, firm.specialist_id, vendor.id, firm.id, vendor.prefecture_id
       FROM procurement_vendor vendor
       JOIN specialist_firm firm ON firm.prefecture_id = vendor.prefecture_id AND ${SAME_FIRM}
      WHERE ${column === 'case_id' ? 'vendor.case_id' : 'firm.specialist_id'} = $1 AND vendor.prefecture_id = $2
        AND vendor.removed_at IS NULL AND firm.removed_at IS NULL
        AND (firm.to_on IS NULL OR firm.to_on >= $3)
     RETURNING case_id, case_id || ' ' || specialist_id AS key`,
    [id, prefectureId, tiesCountSince(today)],
  );
  const before = new Set(known.map(({ key }) => key));
  return [...new Set(found.filter(({ key }) => !before.has(key)).map((row) => row.case_id))].sort();
}

/**
 * Ends the conflicts whose tie counts no more: nobody has to touch a case for that. The log of each case says when.
 * Harmless to repeat.
 */
export async function lapseConflicts(tx: Tx, today: LocalDate): Promise<void> {
  const lapsed = 'firm.id = conflict.firm_id AND firm.to_on < $1';
  const since = tiesCountSince(today);
  const where = await tx.query<{ prefecture_id: string }[]>(
    `SELECT DISTINCT conflict.prefecture_id FROM conflict_of_interest conflict, specialist_firm firm
     WHERE ${lapsed} ORDER BY 1`,
    [since],
  );
  for (const { prefecture_id: prefectureId } of where) {
    await lockConflicts(tx, prefectureId);
    await tx.query(
      `DELETE FROM conflict_of_interest conflict USING specialist_firm firm
       WHERE ${lapsed} AND conflict.prefecture_id = $2`,
      [since, prefectureId],
    );
  }
}

/** Everybody who is shut out of these cases: `vendorId` says by which firm. */
export function conflictsOf(tx: Tx, actor: Actor, caseIds: readonly string[]): Promise<ConflictOfInterest[]> {
  return tx
    .createQueryBuilder(ConflictOfInterest, 'conflict')
    .where('conflict.prefectureId = :prefectureId', { prefectureId: actor.prefectureId })
    .andWhere('conflict.caseId = ANY(:caseIds)', { caseIds })
    .orderBy('conflict.caseId')
    .addOrderBy('conflict.specialistId')
    .addOrderBy('conflict.vendorId')
    .addOrderBy('conflict.firmId')
    .getMany();
}

/** Whom a case must not be given to; a request that came from a consultation inherits what was known there. */
export async function shutOut(
  tx: Tx,
  actor: Actor,
  ...caseIds: readonly (string | null)[]
): Promise<ReadonlySet<string>> {
  const known = caseIds.filter((id) => id !== null);
  // Also those whom the actor knows nothing of: the next whom an offer passes by.
  const conflicts = await beyondOwnRows(tx, () => conflictsOf(tx, actor, known));
  return new Set(conflicts.map(({ specialistId }) => specialistId));
}

/** In SQL: the person of `:specialistId` is in conflict with none of these cases. */
export const noConflictWith = (...caseIds: readonly string[]): string =>
  `NOT EXISTS (SELECT 1 FROM conflict_of_interest conflict WHERE conflict.specialist_id = :specialistId
     AND conflict.case_id IN (${caseIds.join(', ')}))`;
