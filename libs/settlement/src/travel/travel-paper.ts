import { inJapaneseEra, type LocalDate, localDateOf } from '@banso/kernel';
import type { Paper, PaperPart } from '@banso/platform';
import type { LegMode, ReceiptKind, ReckonedLine, TourShare, TravelLineKind } from './rules/index.js';
import type { TravelClaim } from './travel-claim.entity.js';
import type { JourneyRows } from './travel-claim.queries.js';
import type { TravelClaimStatus } from './travel-claim-status.js';
import type { ClaimView } from './travel-claim-view.js';

export interface TravelPaperFacts {
  readonly claim: TravelClaim;
  readonly view: ClaimView;
  readonly journey: JourneyRows;
  readonly specialist: string;
  readonly prefecture: string;
  /** By the code of the town. */
  readonly townName: (id: string) => string;
}

const TITLES: Readonly<Record<TravelClaimStatus, string>> = {
  DRAFT: '旅費請求書（案）',
  SUBMITTED: '旅費請求書（審査中）',
  RETURNED: '旅費請求書（差戻し）',
  APPROVED: '旅費請求書',
  PAID: '旅費請求書（支払済み）',
  DISCARDED: '旅費請求書（破棄）',
};

const KINDS: Readonly<Record<TravelLineKind, string>> = {
  TRAIN: '鉄道賃',
  BUS: 'バス',
  FERRY: '船賃',
  AIR: '航空賃',
  TAXI: 'タクシー',
  CAR: '自家用車',
  TOLL: '有料道路',
  PARKING: '駐車',
  OTHER: 'その他',
  LODGING: '宿泊費',
  LODGING_ALLOWANCE: '宿泊手当',
  PER_DIEM: '日当',
  FEE: '謝金',
};
const MODES: Readonly<Record<LegMode, string>> = {
  TRAIN: '鉄道',
  BUS: 'バス',
  CAR: '自家用車',
  FERRY: '船',
  AIR: '航空機',
  TAXI: 'タクシー',
  WALK: '徒歩',
};
const RECEIPTS: Readonly<Record<ReceiptKind, string>> = {
  TRAIN: '鉄道',
  BUS: 'バス',
  FERRY: '船',
  AIR: '航空機',
  TAXI: 'タクシー',
  LODGING: '宿泊',
  TOLL: '有料道路',
  PARKING: '駐車',
  OTHER: 'その他',
};
const SHARES: Readonly<Record<TourShare, string>> = {
  VISITS: '訪問1件ごとに等分（端数は最初の訪問）',
  HALF_DAYS: '訪問の半日数で按分（端数は最初の訪問）',
};
const ENDS = { OFFICE: '勤務地', HOME: '自宅' } as const;

const yenOf = (yen: number): string => `${yen.toString().replace(/\B(?=(\d{3})+$)/g, ',')}円`;
const shortDay = (date: LocalDate): string => `${Number(date.slice(5, 7))}/${Number(date.slice(8))}`;
const kmOf = (meters: number | null): string => (meters === null ? '' : `${(meters / 1_000).toFixed(1)}km`);

/** 旅費請求書 (D10): each amount with its clause, the way, and the receipts. Nobody signs it. */
export function travelPaper(facts: TravelPaperFacts): Paper {
  const { claim, view, journey, specialist, prefecture } = facts;
  const approved = claim.approvedAt && localDateOf(claim.approvedAt);
  return {
    title: TITLES[claim.status],
    madeOn: localDateOf(claim.approvedAt ?? claim.submittedAt ?? claim.createdAt),
    corner: [claim.number, approved && inJapaneseEra(approved)].filter((line) => line !== null),
    parts: [
      { kind: 'text', text: `${prefecture}　御中` },
      { kind: 'text', text: specialist, align: 'right' },
      { kind: 'text', text: '次のとおり旅費を請求します。' },
      {
        kind: 'facts',
        rows: [
          ['請求額', yenOf(view.totalYen)],
          ['旅行期間', `${inJapaneseEra(claim.fromOn)}から${inJapaneseEra(claim.toOn)}まで`],
          ['出発・帰着', `${ENDS[claim.startsFrom]}発・${ENDS[claim.endsAt]}着`],
          ...(claim.submittedAt
            ? ([['請求日', inJapaneseEra(localDateOf(claim.submittedAt))]] as const)
            : []),
          ...(claim.paidOn ? ([['支払日', inJapaneseEra(claim.paidOn)]] as const) : []),
        ],
      },
      ...amounts(view),
      { kind: 'heading', text: '用務先と負担者' },
      payers(facts),
      { kind: 'text', text: `按分: ${SHARES[claim.shareRule]}` },
      { kind: 'heading', text: '行程' },
      legs(journey),
      ...nights(journey),
      { kind: 'heading', text: '領収書' },
      receipts(journey),
    ],
  };
}

function amounts({ rules, fees }: ClaimView): PaperPart[] {
  const parts = rules.flatMap(({ version, lines, yen }): PaperPart[] => [
    { kind: 'heading', text: `内訳　${version.title}${version.checked ? '' : '（単価は要確認）'}` },
    figures(lines, yen),
  ]);
  if (fees.length === 0) return parts;
  const sum = fees.reduce((all, { yen }) => all + yen, 0);
  return [...parts, { kind: 'heading', text: '謝金' }, figures(fees, sum)];
}

const figures = (lines: readonly ReckonedLine[], sum: number): PaperPart => ({
  kind: 'table',
  columns: [
    { head: '日', width: 36 },
    { head: '種類', width: 62 },
    { head: '計算' },
    { head: '根拠', width: 150 },
    { head: '金額', align: 'right', width: 64 },
  ],
  rows: [
    ...lines.map(({ onDate, kind, formula, clause, yen }) => [
      shortDay(onDate),
      KINDS[kind],
      formula.ja,
      clause.ja,
      yenOf(yen),
    ]),
    ['', '', '', '計', yenOf(sum)],
  ],
  sums: 1,
});

const payers = ({ view, prefecture, townName }: TravelPaperFacts): PaperPart => ({
  kind: 'table',
  columns: [
    { head: '訪問日', width: 50 },
    { head: '用務先' },
    { head: '負担者' },
    { head: '旅費', align: 'right', width: 70 },
    { head: '謝金', align: 'right', width: 70 },
  ],
  rows: view.visits.map(({ part, payerName, yen, feeYen }) => [
    shortDay(part.onDate),
    townName(part.municipalityId),
    payerName ?? prefecture,
    yenOf(yen),
    feeYen === 0 ? '' : yenOf(feeYen),
  ]),
});

const legs = ({ legs: rows }: JourneyRows): PaperPart => ({
  kind: 'table',
  columns: [
    { head: '日', width: 36 },
    { head: '出発' },
    { head: '到着' },
    { head: '手段', width: 56 },
    { head: '距離', align: 'right', width: 56 },
    { head: '運賃', align: 'right', width: 64 },
  ],
  rows: rows.map(({ onDate, fromName, toName, mode, meters, fareYen }) => [
    shortDay(onDate),
    fromName,
    toName,
    MODES[mode],
    kmOf(meters),
    fareYen === null ? '' : yenOf(fareYen),
  ]),
});

function nights({ nights: rows }: JourneyRows): PaperPart[] {
  if (rows.length === 0) return [];
  const words = rows.map(
    ({ onDate, placeName, paid, beyondReason }) =>
      `${shortDay(onDate)} ${placeName}${paid ? '' : '（宿泊費なし）'}${beyondReason === null ? '' : `（上限を超える事情: ${beyondReason}）`}`,
  );
  return [{ kind: 'text', text: `宿泊: ${words.join('、')}` }];
}

function receipts({ receipts: rows }: JourneyRows): PaperPart {
  if (rows.length === 0) return { kind: 'text', text: '領収書はありません。' };
  return {
    kind: 'table',
    columns: [
      { head: '日', width: 36 },
      { head: '種類', width: 70 },
      { head: '摘要' },
      { head: '金額', align: 'right', width: 70 },
    ],
    rows: rows.map(({ onDate, kind, note, yen }) => [
      shortDay(onDate),
      RECEIPTS[kind],
      note ?? '',
      yenOf(yen),
    ]),
  };
}
