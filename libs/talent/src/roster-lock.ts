import type { Tx } from '@banso/platform';

/** One change of a prefecture's fields or desk at a time: both replace sets of rows as a whole. */
export async function lockRoster(
  tx: Tx,
  roster: 'desk-duty' | 'expert-field',
  prefectureId: string,
): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${roster} ${prefectureId}`]);
}
