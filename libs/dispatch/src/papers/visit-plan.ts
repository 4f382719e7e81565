import { groupBy, inJapaneseEra, type LocalDate } from '@banso/kernel';
import type { Paper, PaperColumn } from '@banso/platform';
import type { Visit } from '../visit.entity.js';
import { MODE_WORDS, shortDayOnPaper, STATUS_WORDS, timeOnPaper } from './visit-words.js';

/** By whom the visits of a month are put together. */
export const PLAN_ORDERS = ['SPECIALIST', 'TOWN'] as const;
export type PlanOrder = (typeof PLAN_ORDERS)[number];

export interface VisitPlanFacts {
  /** The first day of the month. */
  readonly month: LocalDate;
  readonly madeOn: LocalDate;
  readonly order: PlanOrder;
  readonly prefecture: string;
  /** The latest publication that the visits stand in. */
  readonly version: number | null;
  /** Those that stand, by time. */
  readonly visits: readonly Visit[];
  readonly specialists: ReadonlyMap<string, string>;
  readonly towns: ReadonlyMap<string, string>;
  /** By id of the request; without those that the reader does not see. */
  readonly requests: ReadonlyMap<string, { readonly number: string | null; readonly title: string }>;
  /** How far somebody travels is another town's affair. */
  readonly withTravel: boolean;
}

/** 訪問予定表: the published visits of a month, by person or by town, in the order of their names. */
export function visitPlan(facts: VisitPlanFacts): Paper {
  const { month, madeOn, order, prefecture, version, visits } = facts;
  const nameOf = (visit: Visit, by: PlanOrder): string =>
    (by === 'TOWN' ? facts.towns.get(visit.municipalityId) : facts.specialists.get(visit.specialistId)) ?? '';
  const groups = [...groupBy(visits, (visit) => nameOf(visit, order))].sort(([a], [b]) =>
    a.localeCompare(b, 'ja'),
  );
  const other = order === 'TOWN' ? 'SPECIALIST' : 'TOWN';
  const columns: PaperColumn[] = [
    { head: '日', width: 62 },
    { head: '時間', width: 76 },
    { head: other === 'TOWN' ? '訪問先' : '専門人材', width: 110 },
    { head: '形', width: 56 },
    { head: '受付番号', width: 58 },
    { head: '件名' },
    ...(facts.withTravel ? [{ head: '移動（行き・帰り）', width: 96 }] : []),
    { head: '状態', width: 52 },
  ];
  const rowOf = (visit: Visit): string[] => {
    const request = facts.requests.get(visit.supportRequestId);
    return [
      shortDayOnPaper(visit.startsAt),
      timeOnPaper(visit),
      nameOf(visit, other),
      MODE_WORDS[visit.mode],
      request?.number ?? '',
      request?.title ?? '',
      ...(facts.withTravel ? [`${visit.travelBeforeMinutes}分・${visit.travelAfterMinutes}分`] : []),
      STATUS_WORDS[visit.status],
    ];
  };
  return {
    title: `訪問予定表（${inJapaneseEra(month).replace(/\d+日$/, '')}）`,
    landscape: true,
    madeOn,
    corner: [prefecture, `${inJapaneseEra(madeOn)}現在${version === null ? '' : `（第${version}版まで）`}`],
    parts:
      visits.length === 0
        ? [{ kind: 'text', text: 'この月に公開された訪問はありません。' }]
        : groups.flatMap(([name, rows]) => [
            { kind: 'heading' as const, text: `${name}（${rows.length}回）` },
            { kind: 'table' as const, columns, rows: rows.map(rowOf) },
          ]),
  };
}
