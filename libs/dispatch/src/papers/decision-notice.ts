import { inJapaneseEra, localDateOf } from '@banso/kernel';
import type { Paper } from '@banso/platform';
import type { SupportRequest } from '@banso/support';
import type { Visit } from '../visit.entity.js';
import { dayOnPaper, MODE_WORDS, STATUS_WORDS, timeOnPaper } from './visit-words.js';

export interface DecisionFacts {
  readonly request: SupportRequest;
  readonly decidedAt: Date;
  readonly prefecture: string;
  readonly town: string;
  readonly theme: string | null;
  /** By id: the one who was decided by name, and whoever was given a visit. */
  readonly specialists: ReadonlyMap<string, string>;
  /** Those that stand, by time. */
  readonly visits: readonly Visit[];
}

/** 派遣決定通知書: who comes, how often, and the days that are fixed so far. */
export function decisionNotice(facts: DecisionFacts): Paper {
  const { request, decidedAt, prefecture, town, theme, specialists, visits } = facts;
  const decidedOn = localDateOf(decidedAt);
  const named =
    request.specialistId === null ? [...specialists.values()] : [specialists.get(request.specialistId)];
  return {
    title: '専門人材派遣決定通知書',
    madeOn: decidedOn,
    corner: [`受付番号 ${request.number ?? ''}`, inJapaneseEra(decidedOn)],
    parts: [
      { kind: 'text', text: `${town}　御中` },
      { kind: 'text', text: prefecture, align: 'right' },
      { kind: 'text', text: '申請のあった専門人材の派遣について、次のとおり決定したので通知します。' },
      {
        kind: 'facts',
        rows: [
          ['件名', request.title],
          ['テーマ', theme ?? '定めなし'],
          ['専門人材', named.filter(Boolean).join('、') || '訪問の計画で決定し、改めて通知します。'],
          ['回数・時間', `${request.visits}回、1回${request.visitMinutes}分`],
          ['担当課', request.contactSection || '定めなし'],
          ['費用の負担', '協定その他の定めによります。'],
        ],
      },
      { kind: 'heading', text: '日程' },
      visits.length === 0
        ? { kind: 'text', text: '日程は、決まり次第お知らせします。' }
        : {
            kind: 'table',
            columns: [
              { head: '回', width: 24 },
              { head: '日', width: 130 },
              { head: '時間', width: 80 },
              { head: '形', width: 56 },
              { head: '専門人材' },
              { head: '状態', width: 52 },
            ],
            rows: visits.map((visit) => [
              String(visit.visitNo),
              dayOnPaper(visit.startsAt),
              timeOnPaper(visit),
              MODE_WORDS[visit.mode],
              specialists.get(visit.specialistId) ?? '',
              STATUS_WORDS[visit.status],
            ]),
          },
    ],
  };
}
