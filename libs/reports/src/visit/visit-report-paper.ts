import { inJapaneseEra, localDateOf, minuteOfDay } from '@banso/kernel';
import type { Paper, PaperPart } from '@banso/platform';
import { insideWords } from '@banso/support';
import { OWNER_WORDS, RESULT_WORDS } from '../words.js';
import type { VisitReport } from './visit-report.entity.js';

export interface VisitPaperFacts {
  readonly report: VisitReport;
  readonly number: string;
  readonly title: string;
  readonly town: string;
  readonly specialist: string;
  readonly issuer: string;
  /** Whether the reader may have what was noted for the hub alone. */
  readonly withNote: boolean;
}

const clock = (instant: Date): string => {
  const minute = minuteOfDay(instant);
  return `${Math.floor(minute / 60)}時${String(minute % 60).padStart(2, '0')}分`;
};

const day = (instant: Date): string => inJapaneseEra(localDateOf(instant));

const MODES = { ON_SITE: '訪問', ONLINE: 'オンライン' } as const;
const DRAFTS = { DRAFT: '（下書き）', RETURNED: '（差戻し）', SUBMITTED: '', CONFIRMED: '' } as const;

/** 復命書: what a visit came to, and that the town has confirmed it. */
export function visitReportPaper(facts: VisitPaperFacts): Paper {
  const { report, withNote } = facts;
  return {
    title: `訪問報告書（復命書）${DRAFTS[report.status]}`,
    madeOn: localDateOf(report.submittedAt ?? report.createdAt),
    corner: [facts.number, ...(report.submittedAt ? [day(report.submittedAt)] : [])].filter(Boolean),
    parts: [
      { kind: 'text', text: `${facts.issuer}　様` },
      { kind: 'text', text: `専門人材　${facts.specialist}`, align: 'right' },
      { kind: 'text', text: '次のとおり訪問しましたので、報告します。' },
      { kind: 'facts', rows: rowsOf(facts) },
      { kind: 'heading', text: '実施した内容' },
      ...(report.topics.length > 0
        ? [{ kind: 'text' as const, text: report.topics.map(insideWords).join('、') }]
        : []),
      ...(report.done === '' ? [] : [{ kind: 'text' as const, text: insideWords(report.done) }]),
      { kind: 'heading', text: '次の一手' },
      stepsOf(report),
      ...(withNote && report.internalNote
        ? [
            { kind: 'heading' as const, text: '内部の記録' },
            { kind: 'text' as const, text: report.internalNote },
          ]
        : []),
      { kind: 'heading', text: '従事確認' },
      { kind: 'facts', rows: confirmationOf(report) },
    ],
  };
}

const rowsOf = ({ report, town, title }: VisitPaperFacts): readonly (readonly [string, string])[] => [
  ['用務先', town],
  ['用務', title],
  ['日時', `${day(report.startedAt)}　${clock(report.startedAt)}から${clock(report.endedAt)}まで`],
  ['方法', MODES[report.mode]],
  ['結果', report.result ? RESULT_WORDS[report.result] : ''],
  ['出席', report.attendance.map(({ section, people }) => `${section} ${people}人`).join('、') || '記録なし'],
];

const stepsOf = ({ steps }: VisitReport): PaperPart =>
  steps.length === 0
    ? { kind: 'text', text: 'ありません。' }
    : {
        kind: 'table',
        columns: [{ head: '何を' }, { head: '誰が', width: 60 }, { head: 'いつまでに', width: 110 }],
        rows: steps.map(({ what, owner, dueOn }) => [
          insideWords(what),
          OWNER_WORDS[owner],
          dueOn ? inJapaneseEra(dueOn) : '',
        ]),
      };

const confirmationOf = (report: VisitReport): readonly (readonly [string, string])[] =>
  report.confirmedAt === null
    ? [['確認', 'まだ確認されていません']]
    : [
        ['確認した日', day(report.confirmedAt)],
        ['確認した人', report.confirmedByName ?? ''],
        ...(report.standInReason ? [['県が代わって確認した理由', report.standInReason] as const] : []),
        ...(report.thanks ? [['一言', report.thanks] as const] : []),
      ];
