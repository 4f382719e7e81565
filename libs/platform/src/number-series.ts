import { fiscalYearOf, type LocalDate, reiwaOf } from '@banso/kernel';
import type { Tx } from './db.js';

/** R: 派遣申請, S: 相談, K: 協定, F: 負担金の請求, T: 旅費の請求. */
export type NumberKind = 'R' | 'S' | 'K' | 'F' | 'T';

/** The next number of the fiscal year, such as `R8-0231`: without gaps, since it is taken in the same transaction. */
export async function nextNumber(
  tx: Tx,
  kind: NumberKind,
  { prefectureId, today }: { prefectureId: string; today: LocalDate },
): Promise<string> {
  const fiscalYear = fiscalYearOf(today);
  const [row]: { last: number }[] = await tx.query(
    `INSERT INTO number_series (prefecture_id, fiscal_year, kind, last) VALUES ($1, $2, $3, 1)
     ON CONFLICT (prefecture_id, fiscal_year, kind) DO UPDATE SET last = number_series.last + 1 RETURNING last`,
    [prefectureId, fiscalYear, kind],
  );
  return `${kind}${reiwaOf(fiscalYear)}-${String(row?.last).padStart(4, '0')}`;
}
