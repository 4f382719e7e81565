import { type Actor, badInput, Clock, DomainError, parseInput, permit, text } from '@banso/kernel';
import { Db, readSheet, type Tx } from '@banso/platform';
import { z } from 'zod';
import { isAct } from './act-kinds.js';
import { guessMapping, type Mapping, namedHeads } from './column-mapping.js';
import { IMPORT_KINDS, type ImportKind, workOf } from './import-kinds.js';
import type { ImportWork } from './import-column.js';
import { learn } from './known.js';
import { kitOf } from './offline-kit.js';
import { rehearse, runRows, type RowResult } from './row-run.js';
import { TableImport, undoUntil, waitUntil } from './table-import.entity.js';
import { may } from './table-import.policy.js';
import { lastOfKind, rowsOf, saveRows, takeTableImport } from './table-import.queries.js';
import { TableImportRow } from './table-import-row.entity.js';
import { takeBack } from './take-back.js';

const kindSchema = z.object({ kind: z.enum(IMPORT_KINDS), fileName: text(200) });
const mappingSchema = z.object({
  mapping: z.array(z.object({ column: text(60), head: text(120) })).max(100),
});
const fixesSchema = z.object({
  fixes: z
    .array(z.object({ no: z.int().min(1).max(2_000_000), column: text(60), value: z.string().max(10_000) }))
    .min(1)
    .max(200),
});

export interface CellFix {
  readonly no: number;
  readonly column: string;
  readonly value: string;
}

/** Tables that people bring: read, looked through, put right, taken in as one, taken back. */
export class TableImportService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Reads a file; nothing of it is taken in yet. */
  async bring(actor: Actor, input: { kind: string; fileName: string }, file: Buffer): Promise<TableImport> {
    const { kind, fileName } = parseInput(kindSchema, input);
    permit(may.bring(actor, kind));
    // Read before the transaction: nobody waits for a connection meanwhile.
    const table = await readSheet(file);
    const kit = kitOf(table.key, actor, kind);
    return this.db.write(actor, async (tx) => {
      permit(may.bring(actor, kind));
      const at = this.clock.now();
      const work = await this.workOf(tx, actor, kind);
      const headers = namedHeads(table.headers);
      const remembered = await lastOfKind(tx, actor, kind);
      const mapping = guessMapping(work.columns, headers, remembered?.mapping ?? null);
      const brought = TableImport.of(
        actor,
        { kind, fileName, encoding: table.encoding, headers, mapping },
        at,
      );
      await tx.insert(TableImport, brought);
      const rows = table.rows.map(({ no, cells }) =>
        Object.assign(new TableImportRow(), {
          importId: brought.id,
          no,
          prefectureId: brought.prefectureId,
          municipalityId: brought.municipalityId,
          state: 'OPEN',
          cells,
          // The book of a town says whose its rows are, once for all.
          fixes:
            kit && actor.role === 'HUB_STAFF' && !isAct(kind) ? { municipalityId: kit.municipalityId } : {},
          findings: [],
          outcome: 'FAULTY',
          keepUntil: waitUntil(at),
        }),
      );
      await this.look(tx, work, brought, rows);
      await saveRows(tx, rows);
      return brought;
    });
  }

  /** Says which head of the file stands for which column; remembered for the next file of the kind. */
  map(actor: Actor, id: string, input: readonly { column: string; head: string }[]): Promise<TableImport> {
    return this.change(actor, id, async (tx, brought, work) => {
      const { mapping } = parseInput(mappingSchema, { mapping: input });
      brought.mapping = mappingOf(work, brought.headers, mapping);
      await tx.save(brought);
      const rows = (await rowsOf(tx, brought.id)).filter(({ state }) => state === 'OPEN');
      await this.lookAgain(tx, work, brought, rows);
    });
  }

  /** Puts cells right on the screen; what stood in the file is kept beside it. */
  fix(actor: Actor, id: string, input: readonly CellFix[]): Promise<TableImport> {
    return this.change(actor, id, async (tx, brought, work) => {
      const { fixes } = parseInput(fixesSchema, { fixes: input });
      const rows = (await rowsOf(tx, brought.id)).filter(({ state }) => state === 'OPEN');
      for (const { no, column, value } of fixes) {
        const row = rows.find((one) => one.no === no);
        if (!row) throw badInput({ path: 'fixes', rule: 'no-import-row', facts: { row: no } });
        if (!work.columns.some(({ name }) => name === column))
          throw badInput({ path: 'fixes', rule: 'unknown' });
        row.fixes = { ...row.fixes, [column]: value };
      }
      await this.lookAgain(tx, work, brought, rows);
    });
  }

  /** Takes in every row without a fault, in one piece; the others wait. */
  apply(actor: Actor, id: string): Promise<TableImport> {
    return this.change(actor, id, async (tx, brought, work) => {
      const at = this.clock.now();
      const waiting = (await rowsOf(tx, brought.id)).filter(({ state }) => state === 'OPEN');
      const results = await runRows(tx, work, {
        rows: waiting,
        heads: brought.headers,
        mapping: brought.mapping,
      });
      for (const row of waiting) note(row, results.get(row.no));
      const done = waiting.filter(({ outcome }) => outcome !== 'FAULTY');
      if (done.length === 0) throw new DomainError('INVALID_STATE', 'import.nothing-to-apply');
      for (const row of done) {
        const result = results.get(row.no);
        row.state = 'APPLIED';
        row.recordType = result?.done?.recordType ?? null;
        row.recordId = result?.done?.recordId ?? null;
        row.scopes = result?.done?.scopes ?? null;
        row.imagesBefore = result?.before ?? null;
        row.imagesAfter = result?.after ?? null;
      }
      brought.apply(at);
      await tx.save(brought);
      await saveRows(tx, waiting);
      // What was taken in goes when it can no longer be taken back.
      await tx.update(
        TableImportRow,
        { importId: brought.id, state: 'APPLIED' },
        { keepUntil: undoUntil(at) },
      );
    });
  }

  /** Makes everything what it was before, row by row; what somebody has changed since stays, and says so. */
  undo(actor: Actor, id: string): Promise<TableImport> {
    return this.db.write(actor, async (tx) => {
      const brought = await takeTableImport(tx, actor, id);
      permit(may.bring(actor, brought.kind));
      brought.undo(this.clock.now());
      const rows = (await rowsOf(tx, brought.id)).filter(({ state }) => state === 'APPLIED');
      for (const row of rows.toReversed()) {
        const kept = await takeBack(tx, row);
        row.state = kept ? 'KEPT' : 'UNDONE';
        row.findings = kept ? [...row.findings, kept] : row.findings;
      }
      await saveRows(tx, rows);
      await tx.save(brought);
      return brought;
    });
  }

  /** Forgets a file that nothing was taken in of. */
  discard(actor: Actor, id: string): Promise<TableImport> {
    return this.db.write(actor, async (tx) => {
      const brought = await takeTableImport(tx, actor, id);
      permit(may.bring(actor, brought.kind));
      brought.discard();
      await tx.save(brought);
      await tx.delete(TableImportRow, { importId: brought.id });
      return brought;
    });
  }

  private change(
    actor: Actor,
    id: string,
    work: (tx: Tx, brought: TableImport, how: ImportWork) => Promise<void>,
  ): Promise<TableImport> {
    return this.db.write(actor, async (tx) => {
      const brought = await takeTableImport(tx, actor, id);
      permit(may.bring(actor, brought.kind));
      brought.requireUsable();
      await work(tx, brought, await this.workOf(tx, actor, brought.kind));
      return brought;
    });
  }

  private async workOf(tx: Tx, actor: Actor, kind: ImportKind): Promise<ImportWork> {
    return workOf(kind, await learn(tx, actor, this.clock));
  }

  private async look(tx: Tx, work: ImportWork, brought: TableImport, rows: TableImportRow[]): Promise<void> {
    const results = await rehearse(tx, work, { rows, heads: brought.headers, mapping: brought.mapping });
    for (const row of rows) note(row, results.get(row.no));
  }

  private async lookAgain(
    tx: Tx,
    work: ImportWork,
    brought: TableImport,
    rows: TableImportRow[],
  ): Promise<void> {
    await this.look(tx, work, brought, rows);
    await saveRows(tx, rows);
  }
}

function note(row: TableImportRow, result: RowResult | undefined): void {
  if (!result) return;
  row.outcome = result.outcome;
  row.findings = result.findings;
}

/** Each head for one column at most, and every needed column has one. */
function mappingOf(
  work: ImportWork,
  heads: readonly string[],
  chosen: readonly { column: string; head: string }[],
): Mapping {
  const mapping = Object.fromEntries(chosen.map(({ column, head }) => [column, head]));
  const used = Object.values(mapping);
  const isKnown = ([column, head]: [string, string]) =>
    heads.includes(head) && work.columns.some(({ name }) => name === column);
  if (!Object.entries(mapping).every(isKnown)) throw badInput({ path: 'mapping', rule: 'unknown' });
  const [twice] = used.filter((head, i) => used.indexOf(head) < i);
  if (twice !== undefined) throw badInput({ path: 'mapping', rule: 'head-twice', facts: { head: twice } });
  return mapping;
}
