import { HALVES, inJapaneseEra, localDateOf } from '@banso/kernel';
import type { Paper, PaperPart } from '@banso/platform';
import type { SupportMode, SupportRequest, Urgency, WishedHalfDay } from './support-request.entity.js';
import { UNSENT } from './support-request-status.js';

/** What the form is made of, beside the request. */
export interface RequestFormFacts {
  readonly request: SupportRequest;
  readonly prefecture: string;
  readonly town: string;
  readonly theme: string | null;
}

const MODES: Readonly<Record<SupportMode, string>> = {
  ON_SITE: '訪問',
  ONLINE: 'オンライン',
  EITHER: '訪問・オンラインのどちらでもよい',
};

const URGENCIES: Readonly<Record<Urgency, string>> = {
  LOW: '急がない',
  NORMAL: '通常',
  HIGH: '急ぐ',
  URGENT: '至急',
};

/** Wishes are a few half-days; whoever gave a whole quarter reads the rest on the screen. */
const WISHES_SHOWN = 24;

/** 派遣申請書: before it is sent a draft to be approved in the town, afterwards what was sent. */
export function requestForm({ request, prefecture, town, theme }: RequestFormFacts): Paper {
  const unsent = UNSENT.includes(request.status);
  return {
    title: unsent ? '専門人材派遣申請書（案）' : '専門人材派遣申請書',
    madeOn: localDateOf(request.submittedAt ?? request.createdAt),
    corner: request.number
      ? [
          `受付番号 ${request.number}`,
          ...(request.submittedAt ? [inJapaneseEra(localDateOf(request.submittedAt))] : []),
        ]
      : ['起案用'],
    parts: [
      { kind: 'text', text: `${prefecture}　御中` },
      { kind: 'text', text: [town, request.contactSection].filter(Boolean).join('　'), align: 'right' },
      { kind: 'text', text: '次のとおり、専門人材の派遣を申請します。' },
      { kind: 'facts', rows: rowsOf(request, theme) },
      ...(unsent ? approvals() : []),
    ],
  };
}

function rowsOf(request: SupportRequest, theme: string | null): [string, string][] {
  const day = (date: string | null) => (date === null ? '指定なし' : inJapaneseEra(date));
  return [
    ['件名', request.title],
    ['困っていること', request.trouble],
    ['テーマ', theme ?? '分からない（県と相談して決める）'],
    ['急ぎの程度', URGENCIES[request.urgency]],
    ['形', MODES[request.mode]],
    ['回数・時間', `${request.visits}回、1回${request.visitMinutes}分`],
    ...(request.visits > 1 ? [['間隔', `${request.minGapDays}日以上あける`] as [string, string]] : []),
    ['この日から', day(request.earliestOn)],
    ['この日まで', day(request.deadlineOn)],
    [request.onlyWished ? '希望日（これ以外は不可）' : '希望日', wishesOf(request.wished)],
    ...(request.possible.length > 0
      ? [['やむを得なければ可能な日', wishesOf(request.possible)] as [string, string]]
      : []),
    ['人選', request.entrustSelection ? '県に任せる' : '候補の通知を受けて順位を付ける'],
    ...(request.approvalNumber === null ? [] : [['決裁番号', request.approvalNumber] as [string, string]]),
  ];
}

function wishesOf(wished: readonly WishedHalfDay[]): string {
  if (wished.length === 0) return '指定なし';
  const halves: Readonly<Record<keyof typeof HALVES, string>> = { AM: '午前', PM: '午後' };
  const shown = wished
    .slice(0, WISHES_SHOWN)
    .map(({ date, half }) => `${inJapaneseEra(date)} ${halves[half]}`);
  const rest = wished.length - shown.length;
  return [...shown, ...(rest > 0 ? [`ほか${rest}件（画面で確認できます）`] : [])].join('\n');
}

/** Room for the seals of a town that approves on paper; lines differ from town to town. */
const approvals = (): PaperPart[] => [
  { kind: 'heading', text: '決裁欄' },
  {
    kind: 'table',
    columns: ['担当', '係長', '課長', '部長', ''].map((head) => ({ head })),
    rows: [['\n\n\n', '', '', '', '']],
  },
  { kind: 'text', text: '決裁番号：　　　　　　　　　　　　決裁日：令和　　年　　月　　日' },
];
