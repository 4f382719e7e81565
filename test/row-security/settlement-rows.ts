import { randomUUID } from 'node:crypto';
import type { Row } from './circles.js';

const NOW = '2026-12-01T00:00:00Z';
const PERIOD = { from_on: '2026-11-01', to_on: '2026-11-30' };
const ROW = { item: 'SALARY', label: 'x' };

interface Whose {
  readonly prefecture_id: string;
  readonly municipality_id: string;
  readonly party: string;
  readonly agreement: string;
}

/** A row of every table of costs and invoices, in the order in which they may be stored. */
export function settlementRows({
  prefecture_id,
  municipality_id,
  party: party_id,
  agreement: agreement_id,
}: Whose): readonly (readonly [string, Row])[] {
  const [matrix_id, cost_line, invoice_id, line_id] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  const of = { prefecture_id, agreement_id };
  const recorded = { recorded_by_name: 'x', recorded_at: NOW };
  return [
    [
      'cost_matrix',
      {
        id: matrix_id,
        ...of,
        version: 1,
        valid_from: '2026-10-01',
        reason: 'x',
        set_by_name: 'x',
        set_at: NOW,
      },
    ],
    [
      'cost_line',
      {
        id: cost_line,
        ...of,
        matrix_id,
        position: 1,
        ...ROW,
        clause_no: 1,
        amount_rule: 'MONTHLY',
        yen: 1,
        share_rule: 'FIXED',
        remainder_party_id: party_id,
      },
    ],
    ['cost_share', { ...of, line_id: cost_line, party_id, weight: 1 }],
    [
      'cost_actual',
      { id: randomUUID(), ...of, ...ROW, month: '2026-11-01', yen: 1, evidence: 'x', ...recorded },
    ],
    [
      'invoice',
      {
        id: invoice_id,
        ...of,
        party_id,
        municipality_id,
        status: 'ISSUED',
        number: `F-${invoice_id}`,
        ...PERIOD,
        total_yen: 1,
        drafted_by_name: 'x',
        drafted_at: NOW,
        issued_at: NOW,
      },
    ],
    [
      'invoice_line',
      {
        id: line_id,
        prefecture_id,
        invoice_id,
        position: 1,
        ...ROW,
        clause_no: 1,
        matrix_version: 1,
        ...PERIOD,
        total_yen: 1,
        share_weight: 1,
        share_sum: 1,
        remainder_yen: 0,
        yen: 1,
        formula_ja: 'x',
        formula_en: 'x',
      },
    ],
    [
      'invoice_evidence',
      {
        id: randomUUID(),
        prefecture_id,
        invoice_id,
        line_id,
        kind: 'ATTENDANCE',
        ref_id: randomUUID(),
        on_date: '2026-11-02',
        half_days: 2,
        yen: 0,
      },
    ],
    [
      'allocation_tax_rule',
      {
        id: randomUUID(),
        prefecture_id,
        measure: 'x',
        bearer: 'MUNICIPALITY',
        first_year: 2026,
        last_year: 2026,
        rate_per_mille: 500,
        items: ['SALARY'],
        appointment_forms: [],
        source: 'x',
        ...recorded,
      },
    ],
  ];
}
