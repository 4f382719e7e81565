import { describe, expect, it } from '@jest/globals';
import type { TaxEvidenceTable } from '@banso/settlement';
import { parse } from 'csv-parse/sync';
import { taxEvidenceCsv } from './tax-evidence-csv.js';

const [AGREEMENT, TOWN, MEASURE] = ['k', 't', 'm'];
const cost = {
  agreementId: AGREEMENT,
  partyId: TOWN,
  bearer: 'MUNICIPALITY',
  item: 'SALARY',
  clauseNo: 5,
} as const;
const period = { from: '2026-09-01', to: '2026-09-30' };

const table = {
  fiscalYear: 2026,
  until: '2026-10-31',
  measures: [
    {
      id: MEASURE,
      measure: '=架空の措置',
      ratePerMille: 500,
      ceilingYen: null,
      source: '架空の通知（要確認）',
    },
  ],
  agreements: [{ id: AGREEMENT, number: 'K8-0001', title: '協定, "共同"' }],
  parties: [{ id: TOWN, name: '三原市' }],
  rows: [
    {
      ...cost,
      measureId: MEASURE,
      yen: 301,
      verdict: 'COUNTS',
      persons: [{ name: '専門 一', form: '任期付職員', ...period }],
      costs: [{ ...cost, ...period, label: '給料', yen: 301, invoiceNumber: 'F8-0001' }],
    },
    {
      ...cost,
      measureId: null,
      yen: -20,
      verdict: 'NO_MEASURE',
      persons: [],
      costs: [{ ...cost, ...period, label: '訂正', yen: -20, invoiceNumber: null }],
    },
  ],
  totals: [{ partyId: TOWN, measureId: MEASURE, baseYen: 301, ratedYen: 150, yen: 150 }],
} as unknown as TaxEvidenceTable;

describe('the evidence table as a file', () => {
  it('is read by a spreadsheet: a mark in front, one datum in a cell, figures as figures, no formulas', () => {
    const file = taxEvidenceCsv(table);
    expect(file.startsWith('\uFEFF"区分"')).toBe(true);
    const rows: Record<string, string>[] = parse(file, { bom: true, columns: true });
    expect(rows.map((row) => [row['区分'], row['金額（円）'], row['対象'], row['請求番号']])).toEqual([
      ['対象者', '', '対象', ''],
      ['負担額', '301', '対象', 'F8-0001'],
      ['負担額', '-20', '対象外', ''],
      ['対象額の計', '301', '', ''],
      ['率を掛けた額', '150', '', ''],
      ['上限を当てた額', '150', '', ''],
    ]);
    expect(rows[1]).toMatchObject({
      協定名: '協定, "共同"',
      措置: "'=架空の措置",
      条: '5',
      '率（千分率）': '500',
    });
    expect(rows[2]).toMatchObject({ 理由: 'この年度・団体・費目を対象とする措置が登録されていない' });
  });
});
