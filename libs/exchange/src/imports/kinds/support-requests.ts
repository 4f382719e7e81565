import { HALVES } from '@banso/kernel';
import { SupportRequest, SupportRequestIntakeService } from '@banso/support';
import { SUPPORT_MODE, URGENCY, YES_NO } from '../../words.js';
import { choice, count, date, halfDay, placeCode, words, yesNo } from '../cell-readers.js';
import {
  firstOfPath,
  type ImportColumn,
  type ImportWork,
  type RowValues,
  type Scope,
  textIn,
  wordsFor,
} from '../import-column.js';
import type { Known } from '../known.js';

const WISHES = ['wished1', 'wished2', 'wished3'] as const;

/** What is asked for where the file does not say. */
const USUAL = { urgency: 'NORMAL', mode: 'EITHER', visits: 1, visitMinutes: 120, minGapDays: 0 } as const;

const inputOf = (values: RowValues) => ({
  title: textIn(values, 'title'),
  trouble: textIn(values, 'trouble'),
  themeId: textIn(values, 'themeId') || null,
  urgency: values['urgency'] ?? USUAL.urgency,
  mode: values['mode'] ?? USUAL.mode,
  visits: values['visits'] ?? USUAL.visits,
  visitMinutes: values['visitMinutes'] ?? USUAL.visitMinutes,
  minGapDays: values['minGapDays'] ?? USUAL.minGapDays,
  earliestOn: values['earliestOn'] ?? null,
  deadlineOn: values['deadlineOn'] ?? null,
  wished: WISHES.flatMap((name) => values[name] ?? []),
  onlyWished: false,
  entrustSelection: values['entrustSelection'] ?? true,
  contactSection: textIn(values, 'contactSection'),
});

const scopesOf = (id: string): Scope[] => [
  { table: 'support_request', where: { id } },
  { table: 'support_request_event', where: { support_request_id: id } },
];

/** 依頼: as drafts, which somebody reads and sends. A draft of the same words that is there already stays as it is. */
export function supportRequestsWork(known: Known): ImportWork {
  const { actor, tx } = known;
  const service = new SupportRequestIntakeService(known.db, known.clock);
  const isTown = actor.role === 'MUNICIPALITY_STAFF';
  const townOf = (values: RowValues): string =>
    isTown ? actor.municipalityId : textIn(values, 'municipalityId');
  return {
    columns: columnsOf(known, isTown),
    keyOf: (values) => `${townOf(values)} ${textIn(values, 'title')} ${textIn(values, 'trouble')}`,
    before: () => [],
    async act(values) {
      const [title, trouble] = [textIn(values, 'title'), textIn(values, 'trouble')];
      const there = await tx.findOneBy(SupportRequest, {
        municipalityId: townOf(values),
        status: 'DRAFT',
        title,
        trouble,
        ...(actor.accountId && !isTown && { filedBy: actor.accountId }),
      });
      if (there) return { recordType: 'support_request', recordId: there.id, scopes: [] };
      const { id } = await service.draft(actor, inputOf(values), textIn(values, 'municipalityId') || null);
      return { recordType: 'support_request', recordId: id, scopes: scopesOf(id) };
    },
    columnOf: (path) => {
      const [first, index] = path.split('.');
      return first === 'wished' ? (WISHES[Number(index)] ?? WISHES[0]) : firstOfPath(path);
    },
  };
}

function columnsOf({ towns, themes, today }: Known, isTown: boolean): ImportColumn[] {
  const town: ImportColumn = {
    name: 'municipalityId',
    head: { ja: '団体コード', en: 'Municipality code' },
    aliases: ['市町村', '市町村コード', '団体', '全国地方公共団体コード', 'Municipality'],
    ...(!isTown && { needed: true as const }),
    read: placeCode(towns),
    choices: () => [...towns].map(([id, name]) => `${id} ${name}`),
    sample: [...towns].map(([id, name]) => `${id} ${name}`)[0] ?? '',
    width: 18,
    hint: {
      ja: '6桁の団体コード。先頭の0が消えた5桁も読めます。',
      en: 'Six digits; five are read where a spreadsheet took the leading zero away.',
    },
  };
  const wish = (name: (typeof WISHES)[number], i: number): ImportColumn => ({
    name,
    head: { ja: `都合のよい日${i + 1}`, en: `Wished half-day ${i + 1}` },
    aliases: [`希望日${i + 1}`],
    read: halfDay,
    sample: '',
    width: 18,
    hint: { ja: '「2026-12-01 午前」のように書きます。', en: 'As “2026-12-01 AM”.' },
  });
  return [
    ...(isTown ? [] : [town]),
    {
      name: 'title',
      head: { ja: '件名', en: 'Title' },
      needed: true,
      read: words,
      sample: '窓口の手続をオンラインにしたい',
      width: 30,
    },
    {
      name: 'trouble',
      head: { ja: '困っていること', en: 'Trouble' },
      aliases: ['内容', '相談内容'],
      needed: true,
      read: words,
      sample: '申請書が紙だけで、窓口が混みます。',
      width: 50,
    },
    {
      name: 'themeId',
      head: { ja: 'テーマ', en: 'Theme' },
      aliases: ['テーマのコード', 'Theme code'],
      read: choice(themes),
      choices: wordsFor(themes),
      sample: '',
      width: 30,
    },
    {
      name: 'urgency',
      head: { ja: '急ぎの度合い', en: 'Urgency' },
      read: choice(URGENCY),
      choices: wordsFor(URGENCY),
      sample: URGENCY['NORMAL']?.ja ?? '',
    },
    {
      name: 'mode',
      head: { ja: '支援の形', en: 'Mode' },
      read: choice(SUPPORT_MODE),
      choices: wordsFor(SUPPORT_MODE),
      sample: SUPPORT_MODE['EITHER']?.ja ?? '',
    },
    {
      name: 'visits',
      head: { ja: '訪問の回数', en: 'Visits' },
      aliases: ['回数'],
      read: count,
      kind: 'number',
      sample: '1',
    },
    {
      name: 'visitMinutes',
      head: { ja: '1回の時間（分）', en: 'Minutes of a visit' },
      aliases: ['時間（分）'],
      read: count,
      kind: 'number',
      sample: '120',
      hint: {
        ja: `30分きざみ、${HALVES.PM.end - HALVES.PM.start}分まで。`,
        en: `In steps of 30, up to ${HALVES.PM.end - HALVES.PM.start}.`,
      },
    },
    {
      name: 'minGapDays',
      head: { ja: '訪問の間隔（日）', en: 'Days between visits' },
      read: count,
      kind: 'number',
      sample: '0',
    },
    {
      name: 'earliestOn',
      head: { ja: '開始希望日', en: 'Not before' },
      read: date,
      kind: 'date',
      sample: '',
      width: 14,
    },
    {
      name: 'deadlineOn',
      head: { ja: '期限', en: 'Deadline' },
      read: date,
      kind: 'date',
      sample: today,
      width: 14,
    },
    ...WISHES.map(wish),
    {
      name: 'entrustSelection',
      head: { ja: '選び方を県に任せる', en: 'Entrust the choice' },
      read: yesNo,
      choices: wordsFor(YES_NO),
      sample: 'はい',
    },
    {
      name: 'contactSection',
      head: { ja: '担当部署', en: 'Section' },
      aliases: ['担当課', '課'],
      read: words,
      sample: '総務課 情報係',
      width: 20,
    },
  ];
}
