import { csvOf } from '@banso/platform';
import type { EvidenceVerdict, TaxEvidenceTable } from '@banso/settlement';

const HEAD = [
  '区分',
  '年度',
  '団体',
  '協定番号',
  '協定名',
  '費目',
  '措置',
  '率（千分率）',
  '上限額（円）',
  '根拠資料',
  '対象',
  '理由',
  '氏名',
  '任用形態',
  '開始日',
  '終了日',
  '名称',
  '条',
  '請求番号',
  '金額（円）',
];

const ITEMS = {
  SALARY: '給料',
  ALLOWANCE: '手当',
  TRAVEL: '旅費',
  RETIREMENT: '退職手当',
  RECRUITING: '募集',
  FEE: '手数料・委託料',
  TRAINING: '研修',
  OTHER: 'その他',
} as const;

const REASONS: Readonly<Record<EvidenceVerdict, string>> = {
  COUNTS: '',
  NO_MEASURE: 'この年度・団体・費目を対象とする措置が登録されていない',
  FORM_NOT_COUNTED: '任用形態が対象外',
  FORMS_DIFFER: '任用形態の違う人が混じっている',
  NOBODY_PLACED: '年度内に配属がない',
};

/** One row for each figure, for each person and for each sum: 1 cell, 1 datum. */
export function taxEvidenceCsv(table: TaxEvidenceTable): string {
  const { fiscalYear, rows, totals, agreements, parties, measures } = table;
  const nameOf = (partyId: string) => parties.find(({ id }) => id === partyId)?.name ?? '';
  const measureCells = (measureId: string | null) => {
    const found = measures.find(({ id }) => id === measureId);
    return [found?.measure, found?.ratePerMille, found?.ceilingYen, found?.source].map(textOf);
  };
  const lines = rows.flatMap((row) => {
    const agreement = agreements.find(({ id }) => id === row.agreementId);
    const about = [
      textOf(fiscalYear),
      nameOf(row.partyId),
      agreement?.number ?? '',
      agreement?.title ?? '',
      ITEMS[row.item],
      ...measureCells(row.measureId),
      row.verdict === 'COUNTS' ? '対象' : '対象外',
      REASONS[row.verdict],
    ];
    return [
      ...row.persons.map(({ name, form, from, to }) => [
        '対象者',
        ...about,
        name,
        form,
        from,
        to,
        '',
        '',
        '',
        '',
      ]),
      ...row.costs.map(({ from, to, label, clauseNo, invoiceNumber, yen }) => [
        '負担額',
        ...about,
        '',
        '',
        from,
        to,
        label,
        textOf(clauseNo),
        invoiceNumber ?? '',
        textOf(yen),
      ]),
    ];
  });
  const sums = totals.flatMap(({ partyId, measureId, baseYen, ratedYen, yen }) => {
    const about = [textOf(fiscalYear), nameOf(partyId), '', '', '', ...measureCells(measureId)];
    const sum = (name: string, value: number) => [
      name,
      ...about,
      ...Array<string>(9).fill(''),
      textOf(value),
    ];
    return [sum('対象額の計', baseYen), sum('率を掛けた額', ratedYen), sum('上限を当てた額', yen)];
  });
  return csvOf([HEAD, ...lines, ...sums]);
}

const textOf = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);
