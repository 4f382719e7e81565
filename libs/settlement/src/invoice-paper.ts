import { inJapaneseEra, type LocalDate, localDateOf } from '@banso/kernel';
import type { Paper, PaperPart } from '@banso/platform';
import type { CostParty } from './agreement-costs.queries.js';
import type { Invoice, InvoiceEvidence, InvoiceLine } from './invoice.entity.js';
import { type CostItem, daysOf, type Evidence } from './reckoning/index.js';

export interface InvoicePaperFacts {
  readonly invoice: Invoice;
  readonly lines: readonly InvoiceLine[];
  readonly evidence: readonly InvoiceEvidence[];
  readonly agreement: { readonly number: string; readonly title: string };
  readonly parties: readonly CostParty[];
  /** Who bills. */
  readonly issuer: string;
}

const ITEMS: Readonly<Record<CostItem, string>> = {
  SALARY: '給料',
  ALLOWANCE: '手当',
  TRAVEL: '旅費',
  RETIREMENT: '退職手当',
  RECRUITING: '募集',
  FEE: '手数料・委託料',
  TRAINING: '研修',
  OTHER: 'その他',
};

const KINDS: Readonly<Record<Evidence['kind'], string>> = {
  ATTENDANCE: '勤務',
  PLACEMENT: '配属',
  VISIT: '訪問',
  ENTERED: '実額',
};

const TITLES: Readonly<Record<Invoice['status'], string>> = {
  DRAFT: '負担金請求書（案）',
  ISSUED: '負担金請求書',
  CANCELLED: '負担金請求書（取消済み）',
  DISCARDED: '負担金請求書（破棄した案）',
};

const yenOf = (yen: number): string => {
  const figure = Math.abs(yen)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  return `${yen < 0 ? '−' : ''}${figure}円`;
};
const span = (from: LocalDate, to: LocalDate): string => `${inJapaneseEra(from)}から${inJapaneseEra(to)}まで`;
const shortDay = (date: LocalDate): string => `${Number(date.slice(5, 7))}/${Number(date.slice(8))}`;
const monthOf = (date: LocalDate): string => `${Number(date.slice(5, 7))}月`;

/** 負担金請求書: the bill on paper, every figure with its article, and what it rests on. */
export function invoicePaper(facts: InvoicePaperFacts): Paper {
  const { invoice, agreement, parties, issuer } = facts;
  const party = parties.find(({ id }) => id === invoice.partyId);
  const issuedOn = invoice.issuedAt && inJapaneseEra(localDateOf(invoice.issuedAt));
  return {
    title: TITLES[invoice.status],
    // Not the day on which it is taken away: the same invoice is the same file.
    madeOn: localDateOf(invoice.issuedAt ?? invoice.draftedAt),
    corner: [invoice.number, issuedOn].filter((line) => line !== null),
    parts: [
      { kind: 'text', text: `${party?.name ?? ''}　様` },
      { kind: 'text', text: issuer, align: 'right' },
      { kind: 'text', text: '協定に基づく負担金を、次のとおり請求します。' },
      {
        kind: 'facts',
        rows: [
          ['請求額', yenOf(invoice.totalYen)],
          ['期間', span(invoice.fromOn, invoice.toOn)],
          ['協定', `${agreement.number}　${agreement.title}`],
          ...(invoice.cancelReason === null ? [] : [['取消しの理由', invoice.cancelReason] as const]),
        ],
      },
      { kind: 'heading', text: '内訳' },
      figures(facts),
      { kind: 'heading', text: '根拠' },
      grounds(facts),
    ],
  };
}

const figures = ({ invoice, lines }: InvoicePaperFacts): PaperPart => ({
  kind: 'table',
  columns: [
    { head: '番号', width: 28 },
    { head: '期間', width: 70 },
    { head: '費目', width: 80 },
    { head: '根拠', width: 44 },
    { head: '計算' },
    { head: '負担額', align: 'right', width: 74 },
  ],
  rows: [
    ...lines.map(({ position, fromOn, toOn, item, label, clauseNo, formulaJa, yen }) => [
      String(position),
      `${shortDay(fromOn)}〜${shortDay(toOn)}`,
      `${ITEMS[item]} ${label}`,
      `第${clauseNo}条`,
      formulaJa,
      yenOf(yen),
    ]),
    ['', '', '', '', '計', yenOf(invoice.totalYen)],
  ],
  sums: 1,
});

/** By the number of the figure. */
function grounds({ lines, evidence, parties }: InvoicePaperFacts): PaperPart {
  const placeOf = (partyId: string | null) => parties.find(({ id }) => id === partyId)?.name ?? '';
  const rows = lines.flatMap((line) =>
    evidence
      .filter(({ lineId }) => lineId === line.id)
      .map(({ kind, onDate, partyId, halfDays, yen, refId }) => [
        String(line.position),
        kind === 'ENTERED' ? monthOf(onDate) : shortDay(onDate),
        KINDS[kind],
        placeOf(partyId),
        halfDays > 0 ? `${daysOf(halfDays)}日` : '',
        yen === 0 ? '' : yenOf(yen),
        refId.slice(0, 8),
      ]),
  );
  if (rows.length === 0)
    return { kind: 'text', text: '額は協定の定めだけで決まり、日数や実額によりません。' };
  return {
    kind: 'table',
    columns: [
      { head: '番号', width: 28 },
      { head: '日', width: 66 },
      { head: '種類', width: 40 },
      { head: '場所' },
      { head: '日数', align: 'right', width: 40 },
      { head: '金額', align: 'right', width: 70 },
      { head: '記録', width: 60 },
    ],
    rows,
  };
}
