import { listVisits, VISIT_SORTS, VISIT_STATUSES } from '@banso/dispatch';
import {
  CONSULTATION_STATUSES,
  listConsultations,
  listSupportRequests,
  REQUEST_SORTS,
  SUPPORT_REQUEST_STATUSES,
  supportRequestsByIds,
} from '@banso/support';
import { z } from 'zod';
import {
  CONSULTATION_STATUS,
  REQUEST_STATUS,
  SUPPORT_MODE,
  URGENCY,
  VISIT_MODE,
  VISIT_STATUS,
  wordOf,
} from '../words.js';
import { codeColumn, everyPage, given, listExport, sorting, spoken, tableOf } from './list-export.js';
import { specialistNames, themeNames, townNames } from './names.js';

const OWN_TOWN = ['MUNICIPALITY_STAFF'] as const;
const EVERYBODY = ['HUB_STAFF', 'MUNICIPALITY_STAFF', 'SPECIALIST'] as const;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const head = {
  town: spoken('市町村', 'Municipality'),
  townCode: spoken('団体コード', 'Municipality code'),
  theme: spoken('テーマ', 'Theme'),
  status: spoken('状態', 'State'),
  statusCode: spoken('状態コード', 'State code'),
  specialist: spoken('専門人材', 'Specialist'),
  section: spoken('担当部署', 'Section'),
};

export const supportRequests = listExport(
  {
    name: spoken('依頼', 'Requests'),
    roles: EVERYBODY,
    filter: z.strictObject({
      statuses: given.oneOf(SUPPORT_REQUEST_STATUSES),
      municipalityId: given.text,
      themeId: given.text,
      search: given.text,
      oldestFirst: given.flag,
      ...sorting(REQUEST_SORTS),
    }),
  },
  async (asking, filter) => {
    const { tx, actor, locale } = asking;
    const rows = await everyPage((page) => listSupportRequests(tx, actor, filter, page));
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
        { head: spoken('受付番号', 'Reference'), of: ({ number }) => number },
        { head: spoken('件名', 'Title'), width: 36, of: ({ title }) => title },
        { head: head.townCode, notFor: OWN_TOWN, of: ({ municipalityId }) => municipalityId },
        { head: head.town, notFor: OWN_TOWN, of: ({ municipalityId }) => townOf(municipalityId) },
        { head: head.status, of: ({ status }) => wordOf(REQUEST_STATUS, status, locale) },
        { head: head.statusCode, width: 20, of: ({ status }) => status },
        { head: head.theme, width: 28, of: ({ themeId }) => themeOf(themeId) },
        { head: spoken('急ぎの度合い', 'Urgency'), of: ({ urgency }) => wordOf(URGENCY, urgency, locale) },
        { head: spoken('支援の形', 'Mode'), of: ({ mode }) => wordOf(SUPPORT_MODE, mode, locale) },
        { head: spoken('訪問の回数', 'Visits'), kind: 'number', of: ({ visits }) => visits },
        {
          head: spoken('1回の時間（分）', 'Minutes of a visit'),
          kind: 'number',
          of: ({ visitMinutes }) => visitMinutes,
        },
        { head: spoken('期限', 'Deadline'), kind: 'date', of: ({ deadlineOn }) => deadlineOn },
        { head: head.section, width: 20, of: ({ contactSection }) => contactSection },
        { head: spoken('困っていること', 'Trouble'), width: 60, of: ({ trouble }) => trouble },
        {
          head: spoken('送付日時', 'Sent'),
          kind: 'moment',
          width: 18,
          of: ({ submittedAt }) => iso(submittedAt),
        },
        codeColumn(),
      ],
    });
  },
);

export const consultations = listExport(
  {
    name: spoken('相談', 'Consultations'),
    roles: EVERYBODY,
    filter: z.strictObject({
      statuses: given.oneOf(CONSULTATION_STATUSES),
      municipalityId: given.text,
      themeId: given.text,
      specialistId: given.text,
      escalated: given.flag,
      search: given.text,
    }),
  },
  async (asking, filter) => {
    const { tx, actor, locale } = asking;
    const rows = await everyPage((page) => listConsultations(tx, actor, filter, page));
    const townOf = await townNames(
      asking,
      rows.map(({ municipalityId }) => municipalityId),
    );
    const themeOf = await themeNames(
      asking,
      rows.map(({ themeId }) => themeId),
    );
    const personOf = await specialistNames(
      asking,
      rows.map(({ specialistId }) => specialistId),
    );
    return tableOf({
      rows,
      records: rows.map(({ id }) => ['consultation', id] as const),
      columns: [
        { head: spoken('受付番号', 'Reference'), of: ({ number }) => number },
        { head: spoken('相談', 'Question'), width: 60, of: ({ question }) => question },
        {
          head: spoken('回答の期限', 'Answer due'),
          kind: 'moment',
          width: 18,
          of: ({ dueAt }) => iso(dueAt),
        },
        { head: head.townCode, notFor: OWN_TOWN, of: ({ municipalityId }) => municipalityId },
        { head: head.town, notFor: OWN_TOWN, of: ({ municipalityId }) => townOf(municipalityId) },
        { head: head.status, of: ({ status }) => wordOf(CONSULTATION_STATUS, status, locale) },
        { head: head.statusCode, width: 20, of: ({ status }) => status },
        { head: head.specialist, width: 18, of: ({ specialistId }) => personOf(specialistId) },
        { head: head.theme, width: 28, of: ({ themeId }) => themeOf(themeId) },
        { head: head.section, width: 20, of: ({ contactSection }) => contactSection },
        { head: spoken('回答', 'Answer'), width: 60, of: ({ answer }) => answer },
        {
          head: spoken('回答日時', 'Answered'),
          kind: 'moment',
          width: 18,
          of: ({ answeredAt }) => iso(answeredAt),
        },
        codeColumn(),
      ],
    });
  },
);

export const visits = listExport(
  {
    name: spoken('訪問', 'Visits'),
    roles: EVERYBODY,
    filter: z.strictObject({
      from: given.text,
      to: given.text,
      specialistId: given.text,
      municipalityId: given.text,
      supportRequestId: given.text,
      statuses: given.oneOf(VISIT_STATUSES),
      mode: z.enum(['ON_SITE', 'ONLINE']).nullish(),
      unansweredOn: given.text,
      gapFrom: given.text,
      ...sorting(VISIT_SORTS),
    }),
  },
  async (asking, filter) => {
    const { tx, actor, locale } = asking;
    const rows = await everyPage((page) => listVisits(tx, actor, filter, page));
    const townOf = await townNames(
      asking,
      rows.map(({ municipalityId }) => municipalityId),
    );
    const personOf = await specialistNames(
      asking,
      rows.map(({ specialistId }) => specialistId),
    );
    const cases = await supportRequestsByIds(tx, actor, [
      ...new Set(rows.map((row) => row.supportRequestId)),
    ]);
    const caseOf = new Map(cases.map((request) => [request.id, request]));
    return tableOf({
      rows,
      records: rows.map(({ id }) => ['visit', id] as const),
      columns: [
        { head: spoken('開始', 'Begins'), kind: 'moment', width: 18, of: ({ startsAt }) => iso(startsAt) },
        { head: spoken('終了', 'Ends'), kind: 'moment', width: 18, of: ({ endsAt }) => iso(endsAt) },
        { head: head.townCode, notFor: OWN_TOWN, of: ({ municipalityId }) => municipalityId },
        { head: head.town, notFor: OWN_TOWN, of: ({ municipalityId }) => townOf(municipalityId) },
        {
          head: head.specialist,
          notFor: ['SPECIALIST'],
          width: 18,
          of: ({ specialistId }) => personOf(specialistId),
        },
        {
          head: spoken('依頼の番号', 'Reference'),
          of: ({ supportRequestId }) => caseOf.get(supportRequestId)?.number,
        },
        {
          head: spoken('依頼', 'Request'),
          width: 36,
          of: ({ supportRequestId }) => caseOf.get(supportRequestId)?.title,
        },
        { head: spoken('何回目', 'Visit no.'), kind: 'number', of: ({ visitNo }) => visitNo },
        { head: spoken('支援の形', 'Mode'), of: ({ mode }) => wordOf(VISIT_MODE, mode, locale) },
        { head: head.status, of: ({ status }) => wordOf(VISIT_STATUS, status, locale) },
        { head: head.statusCode, width: 16, of: ({ status }) => status },
        codeColumn(),
      ],
    });
  },
);
