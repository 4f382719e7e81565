import { randomUUID } from 'node:crypto';
import type { Tx } from '@banso/platform';
import { type Invoice, InvoiceEvidence, InvoiceLine } from './invoice.entity.js';
import { type BilledLine, shareWords } from './reckoning/index.js';

/** Postgres takes at most 65,535 parameters in one statement. */
const ROWS_AT_ONCE = 1_000;

/** Freezes what a bill says: each figure with its words, and what it rests on. */
export async function insertLines(tx: Tx, invoice: Invoice, billed: readonly BilledLine[]): Promise<void> {
  const rows = billed.map((one, i) => ({ billed: one, row: lineOf(invoice, one, i + 1) }));
  const evidence = rows.flatMap(({ billed: { line }, row }) =>
    line.evidence.map(({ date, ...rest }) => ({
      id: randomUUID(),
      prefectureId: invoice.prefectureId,
      invoiceId: invoice.id,
      lineId: row.id,
      onDate: date,
      ...rest,
    })),
  );
  await tx.insert(
    InvoiceLine,
    rows.map(({ row }) => row),
  );
  for (let from = 0; from < evidence.length; from += ROWS_AT_ONCE)
    await tx.insert(InvoiceEvidence, evidence.slice(from, from + ROWS_AT_ONCE));
}

function lineOf(invoice: Invoice, { line, share }: BilledLine, position: number): InvoiceLine {
  const words = shareWords(line, share);
  return Object.assign(new InvoiceLine(), {
    id: randomUUID(),
    prefectureId: invoice.prefectureId,
    invoiceId: invoice.id,
    position,
    item: line.terms.item,
    label: line.terms.label,
    clauseNo: line.terms.clauseNo,
    matrixVersion: line.version,
    fromOn: line.from,
    toOn: line.to,
    totalYen: line.totalYen,
    shareWeight: share.weight,
    shareSum: line.shares.reduce((sum, { weight }) => sum + weight, 0),
    remainderYen: share.remainderYen,
    yen: share.yen,
    formulaJa: words.ja,
    formulaEn: words.en,
  });
}
