import { type Actor, type LocalDate, permit } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { type EvidenceRow, type TaxEvidenceTable, taxEvidence } from '@banso/settlement';
import { IS_MADE } from './made-visits.js';
import { may } from './overview.policy.js';
import type { Year } from './year.js';

/** What a cost line needs before it can be shown to the ministry, as far as the platform knows it. */
export const TAX_CHECKS = ['MEASURE', 'PERSON', 'REPORT', 'INVOICE'] as const;
export type TaxCheck = (typeof TAX_CHECKS)[number];

/** One row of the evidence table with what it still lacks; nothing: ready. */
export interface ReadyRow {
  readonly row: EvidenceRow;
  readonly missing: readonly TaxCheck[];
}

export interface TaxReadiness {
  readonly year: Year;
  /** Months that are over by now. */
  readonly until: LocalDate;
  readonly lines: number;
  readonly ready: number;
  readonly yen: number;
  readonly readyYen: number;
  /** How many lines lack what. */
  readonly lacking: readonly { readonly check: TaxCheck; readonly lines: number }[];
  readonly rows: readonly ReadyRow[];
  readonly table: TaxEvidenceTable;
}

/** Agreements of which somebody made a visit in the year whose report the town has not confirmed. */
const UNCONFIRMED = `
  SELECT DISTINCT placement.agreement_id AS id FROM placement
  JOIN visit ON visit.prefecture_id = placement.prefecture_id AND visit.specialist_id = placement.specialist_id
    AND visit.municipality_id = placement.municipality_id
    AND (visit.starts_at AT TIME ZONE 'Asia/Tokyo')::date BETWEEN placement.starts_on AND placement.ends_on
  WHERE placement.prefecture_id = $1 AND placement.agreement_id IS NOT NULL
    AND placement.status IN ('ACTIVE', 'ENDED') AND visit.starts_at >= $2 AND visit.starts_at < $3
    AND ${IS_MADE} AND visit.status NOT IN ('RECEIVED', 'SETTLED')`;

/** 特別交付税の根拠: which cost lines of the evidence table are complete. Payment is not known to the platform. */
export async function taxReadiness(
  tx: Tx,
  actor: Actor,
  { year, today }: { readonly year: Year; readonly today: LocalDate },
): Promise<TaxReadiness> {
  permit(may.read(actor));
  const table = await taxEvidence(tx, actor, { fiscalYear: year.fiscalYear, today });
  const unconfirmed = await tx.query<{ id: string }[]>(UNCONFIRMED, [
    actor.prefectureId,
    year.startsAt,
    year.endsAt,
  ]);
  const open = new Set(unconfirmed.map(({ id }) => id));
  const rows = table.rows.map((row) => ({ row, missing: lackOf(row, open.has(row.agreementId)) }));
  const ready = rows.filter(({ missing }) => missing.length === 0);
  const yenOf = (some: readonly ReadyRow[]): number => some.reduce((sum, { row }) => sum + row.yen, 0);
  return {
    year,
    until: table.until,
    lines: rows.length,
    ready: ready.length,
    yen: yenOf(rows),
    readyYen: yenOf(ready),
    lacking: TAX_CHECKS.map((check) => ({
      check,
      lines: rows.filter(({ missing }) => missing.includes(check)).length,
    })),
    rows,
    table,
  };
}

/** What a row lacks. Without a measure nobody has judged the people either. */
export function lackOf(
  { verdict, costs }: Pick<EvidenceRow, 'verdict' | 'costs'>,
  hasOpenReports: boolean,
): TaxCheck[] {
  const lacks: Readonly<Record<TaxCheck, boolean>> = {
    MEASURE: verdict === 'NO_MEASURE',
    PERSON: verdict === 'NOBODY_PLACED' || verdict === 'FORM_NOT_COUNTED' || verdict === 'FORMS_DIFFER',
    REPORT: hasOpenReports,
    INVOICE: costs.some(({ invoiceNumber }) => invoiceNumber === null),
  };
  return TAX_CHECKS.filter((check) => lacks[check]);
}
