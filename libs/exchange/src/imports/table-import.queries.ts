import { type Actor, knownId, notFound, type Page, type PageRequest } from '@banso/kernel';
import { keysetPage, type Tx } from '@banso/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { ImportKind } from './import-kinds.js';
import { TableImport } from './table-import.entity.js';
import { visibleTo } from './table-import.policy.js';
import { type RowOutcome, type RowState, TableImportRow } from './table-import-row.entity.js';

function visible(tx: Tx, actor: Actor): SelectQueryBuilder<TableImport> {
  const { where, parameters } = visibleTo(actor);
  return tx.createQueryBuilder(TableImport, 'import').where(`(${where})`, parameters);
}

export async function getTableImport(tx: Tx, actor: Actor, id: string): Promise<TableImport> {
  const found = await visible(tx, actor)
    .andWhere('import.id = :id', { id: knownId('import', id) })
    .getOne();
  if (!found) throw notFound('import');
  return found;
}

/** Loads and locks it: two who apply one import wait for each other. */
export async function takeTableImport(tx: Tx, actor: Actor, id: string): Promise<TableImport> {
  const found = await visible(tx, actor)
    .andWhere('import.id = :id', { id: knownId('import', id) })
    .setLock('pessimistic_write')
    .getOne();
  if (!found) throw notFound('import');
  return found;
}

/** The latest first. */
export const listTableImports = (tx: Tx, actor: Actor, page: PageRequest): Promise<Page<TableImport>> =>
  keysetPage(
    visible(tx, actor),
    {
      by: ['import.createdAt', 'import.id'],
      order: 'DESC',
      keyOf: (row) => [row.createdAt.toISOString(), row.id],
    },
    page,
  );

/** What was called what in the last file of the kind that the own side has brought. */
export const lastOfKind = (tx: Tx, actor: Actor, kind: ImportKind): Promise<TableImport | null> =>
  visible(tx, actor)
    .andWhere('import.kind = :kind', { kind })
    .andWhere(`import.status <> 'DISCARDED'`)
    .orderBy('import.createdAt', 'DESC')
    .getOne();

export const rowsOf = (tx: Tx, importId: string): Promise<TableImportRow[]> =>
  tx.find(TableImportRow, { where: { importId }, order: { no: 'ASC' } });

/** Rows of an import that the caller has already been allowed to see; `only`: of these outcomes. */
export const listRows = (
  tx: Tx,
  { importId, only }: { readonly importId: string; readonly only: readonly RowOutcome[] | null },
  page: PageRequest,
): Promise<Page<TableImportRow>> => {
  const query = tx
    .createQueryBuilder(TableImportRow, 'line')
    .where('line.importId = :importId', { importId });
  if (only?.length) query.andWhere('line.outcome IN (:...only)', { only });
  return keysetPage(query, { by: ['line.no'], order: 'ASC', keyOf: ({ no }) => [no] }, page);
};

export interface RowCount {
  readonly importId: string;
  readonly state: RowState;
  readonly outcome: RowOutcome;
  readonly count: number;
}

/** How many rows of each import are in which state, with which outcome. */
export const countRows = (tx: Tx, importIds: readonly string[]): Promise<RowCount[]> =>
  tx
    .createQueryBuilder(TableImportRow, 'line')
    .select('line.importId', 'importId')
    .addSelect('line.state', 'state')
    .addSelect('line.outcome', 'outcome')
    .addSelect('count(*)::int', 'count')
    .where({ importId: In([...importIds]) })
    .groupBy('line.importId, line.state, line.outcome')
    .getRawMany<RowCount>();

const COLUMNS: Readonly<Record<string, readonly [property: keyof TableImportRow, type: string]>> = {
  import_id: ['importId', 'uuid'],
  no: ['no', 'int'],
  prefecture_id: ['prefectureId', 'text'],
  municipality_id: ['municipalityId', 'text'],
  state: ['state', 'text'],
  cells: ['cells', 'jsonb'],
  fixes: ['fixes', 'jsonb'],
  findings: ['findings', 'jsonb'],
  outcome: ['outcome', 'text'],
  record_type: ['recordType', 'text'],
  record_id: ['recordId', 'uuid'],
  scopes: ['scopes', 'jsonb'],
  images_before: ['imagesBefore', 'jsonb'],
  images_after: ['imagesAfter', 'jsonb'],
  keep_until: ['keepUntil', 'timestamptz'],
};
const NAMES = Object.keys(COLUMNS);
/** What never changes once the file has been read. */
const FIXED = ['import_id', 'no', 'prefecture_id', 'municipality_id', 'cells'];

/** Hundreds of rows in one statement, new ones and changed ones. */
export async function saveRows(tx: Tx, rows: readonly TableImportRow[]): Promise<void> {
  if (rows.length === 0) return;
  const told = rows.map((row) =>
    Object.fromEntries(Object.entries(COLUMNS).map(([name, [property]]) => [name, row[property] ?? null])),
  );
  const typed = Object.entries(COLUMNS).map(([name, [, type]]) => `${name} ${type}`);
  const changed = NAMES.filter((name) => !FIXED.includes(name)).map((name) => `${name} = excluded.${name}`);
  await tx.query(
    `INSERT INTO table_import_row (${NAMES.join(', ')})
     SELECT ${NAMES.join(', ')} FROM jsonb_to_recordset($1::jsonb) AS row (${typed.join(', ')})
     ON CONFLICT (import_id, no) DO UPDATE SET ${changed.join(', ')}`,
    [JSON.stringify(told)],
  );
}

/** For background work: rows that can no longer be taken in or taken back. */
export async function forgetImportRows(tx: Tx, now: Date): Promise<void> {
  await tx.query('DELETE FROM table_import_row WHERE keep_until < $1', [now]);
}
