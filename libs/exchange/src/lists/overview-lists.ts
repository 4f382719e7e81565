import {
  askedYear,
  coverage,
  daysUsed,
  effects,
  listRepeats,
  listStepEnds,
  listWaits,
  REACHES,
  type RepeatRow,
  SIZES,
  STEP_ENDS,
  type StepRow,
  targetsOf,
  TAX_CHECKS,
  taxReadiness,
  WAIT_STATES,
  type WaitRow,
  WAITS,
  yearBefore,
} from '@banso/overview';
import { z } from 'zod';
import {
  CONTRACT_BASIS,
  COST_ITEM,
  REQUEST_STATUS,
  STEP_END,
  STEP_OWNER,
  TARGET_KIND,
  TAX_CHECK,
  TOWN_REACH,
  TOWN_SIZE,
  WAIT_STATE,
  wordOf,
  YES_NO,
} from '../words.js';
import { type Asking, everyPage, listExport, spoken, tableOf } from './list-export.js';
import { specialistNames, themeNames, townNames } from './names.js';

const HUB = ['HUB_STAFF'] as const;
const fiscalYear = z.int().min(2000).max(2100).nullish();
const ofYear = ({ clock }: Asking, year: number | null | undefined) => askedYear(year, clock.today());

const head = {
  town: spoken('市町村', 'Municipality'),
  townCode: spoken('団体コード', 'Municipality code'),
  size: spoken('人口規模', 'Size'),
  number: spoken('受付番号', 'Reference'),
  title: spoken('件名', 'Title'),
  received: spoken('受付日', 'Received'),
  specialist: spoken('専門人材', 'Specialist'),
  theme: spoken('テーマ', 'Theme'),
  status: spoken('状態', 'State'),
  code: spoken('コード', 'Code'),
};

/** 全市町村訪問. */
export const coveredTowns = listExport(
  {
    name: spoken('市町村の訪問状況', 'Towns visited'),
    roles: HUB,
    filter: z.strictObject({ fiscalYear, reach: z.enum(REACHES).nullish() }),
  },
  async (asking, filter) => {
    const { tx, actor, locale } = asking;
    const found = await coverage(tx, actor, ofYear(asking, filter.fiscalYear));
    const rows = found.rows.filter(({ reach }) => !filter.reach || reach === filter.reach);
    const townOf = await townNames(
      asking,
      rows.map(({ municipalityId }) => municipalityId),
    );
    return tableOf({
      rows,
      records: [],
      columns: [
        { head: head.townCode, of: ({ municipalityId }) => municipalityId },
        { head: head.town, width: 18, of: ({ municipalityId }) => townOf(municipalityId) },
        { head: head.size, width: 22, of: ({ size }) => wordOf(TOWN_SIZE, size, locale) },
        {
          head: spoken('訪問の有無', 'Reached'),
          width: 18,
          of: ({ reach }) => wordOf(TOWN_REACH, reach, locale),
        },
        { head: spoken('訪問の回数', 'Visits on site'), kind: 'number', of: ({ onSite }) => onSite },
        { head: spoken('オンラインの回数', 'Visits online'), kind: 'number', of: ({ online }) => online },
        {
          head: spoken('前年度の訪問', 'On site the year before'),
          kind: 'number',
          of: ({ onSiteBefore }) => onSiteBefore,
        },
        { head: spoken('最後の訪問', 'Last visit'), kind: 'date', of: ({ lastOn }) => lastOn },
        {
          head: spoken('最後の訪問からの日数', 'Days since'),
          kind: 'number',
          of: ({ daysSince }) => daysSince,
        },
      ],
    });
  },
);

/** 待ち. */
export const requestWaits = listExport(
  {
    name: spoken('受付からの待ち', 'Waits'),
    roles: HUB,
    filter: z.strictObject({
      fiscalYear,
      size: z.enum(SIZES).nullish(),
      wait: z.enum(WAITS).nullish(),
      state: z.enum(WAIT_STATES).nullish(),
    }),
  },
  async (asking, { fiscalYear: year, ...filter }) => {
    const { tx, actor, locale } = asking;
    const asked = { year: ofYear(asking, year), filter };
    const rows: WaitRow[] = await everyPage((page) => listWaits(tx, actor, asked, page));
    const townOf = await townNames(
      asking,
      rows.map(({ municipalityId }) => municipalityId),
    );
    return tableOf({
      rows,
      records: rows.map(({ id }) => ['support_request', id] as const),
      columns: [
        { head: head.number, of: ({ number }) => number },
        { head: head.title, width: 36, of: ({ title }) => title },
        { head: head.townCode, of: ({ municipalityId }) => municipalityId },
        { head: head.town, width: 18, of: ({ municipalityId }) => townOf(municipalityId) },
        { head: head.size, width: 22, of: ({ size }) => wordOf(TOWN_SIZE, size, locale) },
        { head: head.status, width: 16, of: ({ status }) => wordOf(REQUEST_STATUS, status, locale) },
        { head: head.received, kind: 'date', of: ({ receivedOn }) => receivedOn },
        { head: spoken('最初の対応', 'First step'), kind: 'date', of: ({ contactOn }) => contactOn },
        {
          head: spoken('最初の対応までの日数', 'Days to the first step'),
          kind: 'number',
          of: ({ contactDays }) => contactDays,
        },
        {
          head: spoken('最初の対応の待ち', 'Wait for the first step'),
          of: ({ contactState }) => wordOf(WAIT_STATE, contactState, locale),
        },
        { head: spoken('最初の訪問', 'First visit'), kind: 'date', of: ({ visitOn }) => visitOn },
        {
          head: spoken('最初の訪問までの日数', 'Days to the first visit'),
          kind: 'number',
          of: ({ visitDays }) => visitDays,
        },
        {
          head: spoken('最初の訪問の待ち', 'Wait for the first visit'),
          of: ({ visitState }) => wordOf(WAIT_STATE, visitState, locale),
        },
        { head: head.code, width: 38, of: ({ id }) => id },
      ],
    });
  },
);

/** 使用日数. */
export const personDays = listExport(
  { name: spoken('契約に対する使用日数', 'Days used'), roles: HUB, filter: z.strictObject({ fiscalYear }) },
  async (asking, filter) => {
    const { tx, actor, locale } = asking;
    const year = ofYear(asking, filter.fiscalYear);
    const { rows } = await daysUsed(tx, actor, year, yearBefore(year));
    const personOf = await specialistNames(
      asking,
      rows.map(({ specialistId }) => specialistId),
    );
    return tableOf({
      rows,
      records: rows.map(({ specialistId }) => ['specialist', specialistId] as const),
      columns: [
        { head: head.specialist, width: 18, of: ({ specialistId }) => personOf(specialistId) },
        {
          head: spoken('在籍', 'In the pool'),
          of: ({ active }) => wordOf(YES_NO, active ? 'YES' : 'NO', locale),
        },
        { head: spoken('契約日数', 'Contract days'), kind: 'number', of: ({ contractDays }) => contractDays },
        {
          head: spoken('契約日数の根拠', 'Basis'),
          width: 18,
          of: ({ basis }) => wordOf(CONTRACT_BASIS, basis, locale),
        },
        { head: spoken('使った日数', 'Used'), kind: 'number', of: ({ usedDays }) => usedDays },
        { head: spoken('予定の日数', 'Planned'), kind: 'number', of: ({ plannedDays }) => plannedDays },
        { head: spoken('残りの日数', 'Left'), kind: 'number', of: ({ leftDays }) => leftDays },
        {
          head: spoken('旅費・謝金（円）', 'Travel and fees (yen)'),
          kind: 'number',
          of: ({ costYen }) => costYen,
        },
        {
          head: spoken('前年度に使った日数', 'Used the year before'),
          kind: 'number',
          of: ({ usedDaysBefore }) => usedDaysBefore,
        },
        { head: head.code, width: 38, of: ({ specialistId }) => specialistId },
      ],
    });
  },
);

/** 目標: every version, so that the file explains itself. */
export const targets = listExport(
  { name: spoken('目標', 'Targets'), roles: HUB, filter: z.strictObject({ fiscalYear }) },
  async (asking, filter) => {
    const { tx, actor, locale } = asking;
    const found = await targetsOf(tx, actor, ofYear(asking, filter.fiscalYear));
    const rows = found.flatMap(({ current, history, missing, reached }) =>
      history.map((row) => ({
        row,
        holds: row.id === current.id,
        missing: row.id === current.id ? missing : null,
        reached: row.id === current.id ? reached : null,
      })),
    );
    const townOf = await townNames(
      asking,
      rows.map(({ row }) => row.municipalityId),
    );
    const own = spoken('県', 'Prefecture')[locale];
    return tableOf({
      rows,
      records: rows.map(({ row }) => ['overview_target', row.id] as const),
      columns: [
        {
          head: spoken('対象', 'Of'),
          width: 18,
          of: ({ row }) => (row.municipalityId ? townOf(row.municipalityId) : own),
        },
        { head: spoken('区分', 'Kind'), width: 22, of: ({ row }) => wordOf(TARGET_KIND, row.kind, locale) },
        { head: spoken('版', 'Version'), kind: 'number', of: ({ row }) => row.version },
        { head: spoken('現行', 'Holds'), of: ({ holds }) => wordOf(YES_NO, holds ? 'YES' : 'NO', locale) },
        { head: spoken('目標（人・％）', 'Target (people, %)'), kind: 'number', of: ({ row }) => row.target },
        { head: spoken('確保した人数', 'Secured'), kind: 'number', of: ({ row }) => row.secured },
        { head: spoken('育成した人数', 'Trained'), kind: 'number', of: ({ row }) => row.trained },
        { head: spoken('職員数', 'Staff'), kind: 'number', of: ({ row }) => row.headcount },
        { head: spoken('数えた日', 'Counted on'), kind: 'date', of: ({ row }) => row.countedOn },
        {
          head: spoken('不足（人・ポイント）', 'Missing (people, points)'),
          kind: 'number',
          of: ({ missing }) => missing,
        },
        { head: spoken('達成率（％）', 'Reached (%)'), kind: 'number', of: ({ reached }) => reached },
        { head: spoken('根拠', 'Source'), width: 36, of: ({ row }) => row.source },
        { head: spoken('入力した人', 'Set by'), of: ({ row }) => row.setByName },
        {
          head: spoken('入力した日時', 'Set'),
          kind: 'moment',
          width: 18,
          of: ({ row }) => row.setAt.toISOString(),
        },
      ],
    });
  },
);

/** 特別交付税の根拠. */
export const taxLines = listExport(
  {
    name: spoken('特別交付税の根拠の整い', 'Tax evidence readiness'),
    roles: HUB,
    filter: z.strictObject({ fiscalYear, lack: z.enum(TAX_CHECKS).nullish() }),
  },
  async (asking, filter) => {
    const { tx, actor, clock, locale } = asking;
    const asked = { year: ofYear(asking, filter.fiscalYear), today: clock.today() };
    const { rows: all, table } = await taxReadiness(tx, actor, asked);
    const { lack } = filter;
    const rows = all.filter(({ missing }) => !lack || missing.includes(lack));
    const agreementOf = (id: string) => table.agreements.find((one) => one.id === id);
    const partyOf = (id: string) => table.parties.find((one) => one.id === id);
    const measureOf = (id: string | null) => table.measures.find((one) => one.id === id);
    return tableOf({
      rows,
      records: [['tax_evidence', String(asked.year.fiscalYear)] as const],
      columns: [
        {
          head: spoken('団体', 'Body'),
          width: 18,
          of: ({ row }) => (locale === 'en' ? partyOf(row.partyId)?.nameEn : partyOf(row.partyId)?.name),
        },
        {
          head: spoken('協定番号', 'Agreement number'),
          of: ({ row }) => agreementOf(row.agreementId)?.number,
        },
        {
          head: spoken('協定名', 'Agreement'),
          width: 36,
          of: ({ row }) => agreementOf(row.agreementId)?.title,
        },
        { head: spoken('費目', 'Item'), of: ({ row }) => wordOf(COST_ITEM, row.item, locale) },
        { head: spoken('措置', 'Measure'), width: 28, of: ({ row }) => measureOf(row.measureId)?.measure },
        { head: spoken('負担額（円）', 'Yen'), kind: 'number', of: ({ row }) => row.yen },
        {
          head: spoken('整った', 'Ready'),
          of: ({ missing }) => wordOf(YES_NO, missing.length === 0 ? 'YES' : 'NO', locale),
        },
        {
          head: spoken('不足しているもの', 'What it lacks'),
          width: 40,
          of: ({ missing }) =>
            missing.map((check) => wordOf(TAX_CHECK, check, locale)).join(locale === 'en' ? ', ' : '、'),
        },
      ],
    });
  },
);

/** 次の一手. */
export const stepOutcomes = listExport(
  {
    name: spoken('次の一手の結果', 'Next steps'),
    roles: HUB,
    filter: z.strictObject({ fiscalYear, end: z.enum(STEP_ENDS).nullish() }),
  },
  async (asking, { fiscalYear: year, end }) => {
    const { tx, actor, clock, locale } = asking;
    const asked = { year: ofYear(asking, year), today: clock.today(), end: end ?? null };
    const rows: StepRow[] = await everyPage((page) => listStepEnds(tx, actor, asked, page));
    const townOf = await townNames(
      asking,
      rows.map(({ municipalityId }) => municipalityId),
    );
    return tableOf({
      rows,
      records: rows.map(({ supportRequestId }) => ['support_request', supportRequestId] as const),
      columns: [
        { head: head.number, of: ({ number }) => number },
        { head: head.title, width: 36, of: ({ title }) => title },
        { head: head.townCode, of: ({ municipalityId }) => municipalityId },
        { head: head.town, width: 18, of: ({ municipalityId }) => townOf(municipalityId) },
        { head: spoken('次の一手', 'Next step'), width: 40, of: ({ what }) => what },
        { head: spoken('誰が', 'By whom'), of: ({ owner }) => wordOf(STEP_OWNER, owner, locale) },
        { head: spoken('決めた日', 'Agreed'), kind: 'date', of: ({ agreedOn }) => agreedOn },
        { head: spoken('期限', 'Due'), kind: 'date', of: ({ dueOn }) => dueOn },
        { head: spoken('終えた日', 'Closed'), kind: 'date', of: ({ closedOn }) => closedOn },
        { head: spoken('結果', 'Outcome'), width: 18, of: (row) => wordOf(STEP_END, row.end, locale) },
        { head: head.code, width: 38, of: ({ id }) => id },
      ],
    });
  },
);

/** 繰り返しの相談. */
export const repeatedNeeds = listExport(
  {
    name: spoken('同じテーマの再依頼', 'Repeated needs'),
    roles: HUB,
    filter: z.strictObject({ fiscalYear }),
  },
  async (asking, filter) => {
    const { tx, actor } = asking;
    const year = ofYear(asking, filter.fiscalYear);
    const rows: RepeatRow[] = await everyPage((page) => listRepeats(tx, actor, year, page));
    const townOf = await townNames(
      asking,
      rows.map(({ municipalityId }) => municipalityId),
    );
    const themeOf = await themeNames(
      asking,
      rows.map(({ themeId }) => themeId),
    );
    return tableOf({
      rows,
      records: rows.map(({ id }) => ['support_request', id] as const),
      columns: [
        { head: head.number, of: ({ number }) => number },
        { head: head.title, width: 36, of: ({ title }) => title },
        { head: head.townCode, of: ({ municipalityId }) => municipalityId },
        { head: head.town, width: 18, of: ({ municipalityId }) => townOf(municipalityId) },
        { head: head.theme, width: 28, of: ({ themeId }) => themeOf(themeId) },
        { head: head.received, kind: 'date', of: ({ receivedOn }) => receivedOn },
        { head: spoken('前の受付番号', 'Earlier reference'), of: ({ earlierNumber }) => earlierNumber },
        { head: spoken('前の受付日', 'Earlier received'), kind: 'date', of: ({ earlierOn }) => earlierOn },
        { head: head.code, width: 38, of: ({ id }) => id },
      ],
    });
  },
);

/** 評価: small groups have their count alone. */
export const themeRatings = listExport(
  { name: spoken('テーマ別の評価', 'Ratings by theme'), roles: HUB, filter: z.strictObject({ fiscalYear }) },
  async (asking, filter) => {
    const { tx, actor, clock, locale } = asking;
    const asked = { year: ofYear(asking, filter.fiscalYear), today: clock.today() };
    const { themes: rows } = await effects(tx, actor, asked);
    const themeOf = await themeNames(
      asking,
      rows.map(({ themeId }) => themeId),
    );
    const none = spoken('テーマなし', 'No theme')[locale];
    return tableOf({
      rows,
      records: [],
      columns: [
        { head: head.theme, width: 28, of: ({ themeId }) => (themeId ? themeOf(themeId) : none) },
        { head: spoken('評価の件数', 'Ratings'), kind: 'number', of: ({ answers }) => answers },
        { head: spoken('市町村の数', 'Municipalities'), kind: 'number', of: ({ towns }) => towns },
        { head: spoken('役に立った', 'Useful'), kind: 'number', of: ({ usefulness }) => usefulness },
        { head: spoken('分かりやすかった', 'Clear'), kind: 'number', of: ({ clarity }) => clarity },
        { head: spoken('前に進んだ', 'Progress'), kind: 'number', of: ({ progress }) => progress },
        { head: spoken('また頼みたい', 'Again'), kind: 'number', of: ({ again }) => again },
        {
          head: spoken('非表示（少数）', 'Hidden (few)'),
          of: ({ hidden }) => wordOf(YES_NO, hidden ? 'YES' : 'NO', locale),
        },
      ],
    });
  },
);
