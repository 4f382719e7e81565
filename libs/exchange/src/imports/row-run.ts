import { DomainError } from '@banso/kernel';
import { EMPTY_CELL, sqlState, type Tx } from '@banso/platform';
import type { Mapping } from './column-mapping.js';
import { error, type Finding, isFaulty, refused } from './finding.js';
import type { Done, ImportWork, RowValues } from './import-column.js';
import { type Image, imagesOf, sameImages } from './record-images.js';
import type { RowOutcome, TableImportRow } from './table-import-row.entity.js';

/** What came of a row, and how it can be taken back. */
export interface RowResult {
  readonly outcome: RowOutcome;
  readonly findings: readonly Finding[];
  readonly done: Done | null;
  readonly before: readonly Image[];
  readonly after: readonly Image[];
}

type Row = Pick<TableImportRow, 'no' | 'cells' | 'fixes'>;

interface ReadRow {
  readonly row: Row;
  readonly values: RowValues;
  readonly findings: readonly Finding[];
}

/** What a row says, by column; what was typed on the screen goes before what stood in the file. */
function read(
  work: ImportWork,
  row: Row,
  { heads, mapping }: { heads: readonly string[]; mapping: Mapping },
): ReadRow {
  const values: Record<string, unknown> = {};
  const findings: Finding[] = [];
  for (const column of work.columns) {
    const fixed = row.fixes[column.name];
    const head = mapping[column.name];
    if (fixed === undefined && head === undefined) continue;
    const cell =
      fixed === undefined ? row.cells[heads.indexOf(head ?? '')] : { kind: 'TEXT' as const, text: fixed };
    const meant = column.read(column.name, cell ?? EMPTY_CELL);
    values[column.name] = meant.value;
    findings.push(...meant.findings);
    const isMissing = column.needed && meant.value === null && !isFaulty(meant.findings);
    if (isMissing) findings.push(error(column.name, 'required'));
  }
  for (const { name, needed } of work.columns)
    if (needed && !(name in values)) findings.push(error(name, 'no-column'));
  return { row, values, findings };
}

/** A second row about the same is a fault of the second: nobody can tell which of the two is meant. */
function withDoubles(work: ImportWork, rows: readonly ReadRow[]): ReadRow[] {
  const first = new Map<string, number>();
  return rows.map((one) => {
    if (isFaulty(one.findings)) return one;
    const key = work.keyOf(one.values);
    if (key === null) return one;
    const before = first.get(key);
    if (before === undefined) first.set(key, one.row.no);
    return before === undefined
      ? one
      : { ...one, findings: [...one.findings, error(null, 'double', { row: before })] };
  });
}

function refusalsOf(work: ImportWork, thrown: DomainError): Finding[] {
  const { faults, ...facts } = thrown.details;
  if (!faults) return [refused(thrown.reason, facts)];
  return faults.map(({ path, rule, facts: figures = {} }) => error(work.columnOf(path), rule, figures));
}

const FAULTY = { outcome: 'FAULTY', done: null, before: [], after: [] } as const;

/** One row through the service that owns its rules. What is refused leaves nothing behind. */
async function run(tx: Tx, work: ImportWork, { values, findings }: ReadRow): Promise<RowResult> {
  if (isFaulty(findings)) return { ...FAULTY, findings };
  await tx.query('SAVEPOINT import_row');
  try {
    const before = await imagesOf(tx, work.before(values));
    const done = await work.act(values);
    const after = await imagesOf(tx, done.scopes);
    await tx.query('RELEASE SAVEPOINT import_row');
    const changed = before.length === 0 && after.length > 0 ? 'ADDED' : 'UPDATED';
    const outcome = done.outcome ?? (sameImages(before, after) ? 'UNCHANGED' : changed);
    return { outcome, findings, done, before, after };
  } catch (thrown) {
    await tx.query('ROLLBACK TO SAVEPOINT import_row');
    await tx.query('RELEASE SAVEPOINT import_row');
    if (thrown instanceof DomainError)
      return { ...FAULTY, findings: [...findings, ...refusalsOf(work, thrown)] };
    // What only a constraint of the tables knows: this row alone is refused.
    if (sqlState(thrown)?.startsWith('23'))
      return { ...FAULTY, findings: [...findings, refused('import.against-rules')] };
    throw thrown;
  }
}

/** Every row in the order of the file, inside the caller's transaction. */
export async function runRows(
  tx: Tx,
  work: ImportWork,
  { rows, ...table }: { rows: readonly Row[]; heads: readonly string[]; mapping: Mapping },
): Promise<Map<number, RowResult>> {
  const results = new Map<number, RowResult>();
  const readRows = withDoubles(
    work,
    rows.map((row) => read(work, row, table)),
  );
  for (const one of readRows) results.set(one.row.no, await run(tx, work, one));
  return results;
}

/** The same as a rehearsal: what would come of each row, and nothing of it stays. */
export async function rehearse(
  tx: Tx,
  work: ImportWork,
  table: { rows: readonly Row[]; heads: readonly string[]; mapping: Mapping },
): Promise<Map<number, RowResult>> {
  await tx.query('SAVEPOINT import_rehearsal');
  try {
    return await runRows(tx, work, table);
  } finally {
    await tx.query('ROLLBACK TO SAVEPOINT import_rehearsal').catch(() => undefined);
    await tx.query('RELEASE SAVEPOINT import_rehearsal').catch(() => undefined);
  }
}
