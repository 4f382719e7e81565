import { beyondOwnRows, sqlState, type Tx } from '@banso/platform';
import { type Finding, refused } from './finding.js';
import { type Image, imagesOf, restore, sameImages } from './record-images.js';
import type { TableImportRow } from './table-import-row.entity.js';

interface LastChange {
  readonly at: Date;
  readonly name: string | null;
}

/** Who changed one of these rows last, as the log knows. */
async function lastChangeOf(tx: Tx, images: readonly Image[]): Promise<LastChange | undefined> {
  const [last] = await beyondOwnRows(tx, () =>
    tx.query<LastChange[]>(
      `SELECT e.at, coalesce(x.label, a.display_name) AS name FROM audit_entry e
       LEFT JOIN account a ON a.id::text = e.account_id
       LEFT JOIN person_erasure x ON x.account_id = a.id AND x.prefecture_id = e.prefecture_id
       WHERE e.table_name = ANY ($1) AND e.row_id = ANY ($2) AND e.kind IN ('CREATE', 'UPDATE', 'DELETE')
       ORDER BY e.id DESC LIMIT 1`,
      [images.map(({ table }) => table), images.map(({ row }) => String(row['id']))],
    ),
  );
  return last;
}

/**
 * Makes what a row has changed what it was before.
 * @returns null when it is so again; otherwise why it stays as it is now
 */
export async function takeBack(tx: Tx, row: TableImportRow): Promise<Finding | null> {
  const { scopes, imagesBefore, imagesAfter } = row;
  if (!scopes || !imagesBefore || !imagesAfter || row.outcome === 'UNCHANGED') return null;
  const now = await imagesOf(tx, scopes);
  if (!sameImages(now, imagesAfter)) {
    const last = await lastChangeOf(tx, imagesAfter);
    return refused('import.changed-since', { name: last?.name ?? '', at: last?.at.toISOString() ?? '' });
  }
  await tx.query('SAVEPOINT import_row');
  try {
    await restore(tx, imagesAfter, imagesBefore);
    await tx.query('RELEASE SAVEPOINT import_row');
    return null;
  } catch (thrown) {
    await tx.query('ROLLBACK TO SAVEPOINT import_row');
    await tx.query('RELEASE SAVEPOINT import_row');
    // Something refers to it by now, or has taken its place.
    if (sqlState(thrown)?.startsWith('23')) return refused('import.in-use');
    throw thrown;
  }
}
