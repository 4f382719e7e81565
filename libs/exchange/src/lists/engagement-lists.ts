import { QuotaService, type QuotaUse } from '@banso/dispatch';
import {
  AGREEMENT_KINDS,
  AGREEMENT_STATUSES,
  agreementPartiesOf,
  listAgreements,
  listParties,
  listPlacements,
  partiesByIds,
  type Quota,
  PARTY_KINDS,
  PLACEMENT_STATUSES,
} from '@banso/engagement';
import { joined } from '@banso/platform';
import { attendanceSheets, costAgreementsByIds, INVOICE_STATUSES, listInvoices } from '@banso/settlement';
import { z } from 'zod';
import {
  AGREEMENT_KIND,
  AGREEMENT_STATUS,
  INVOICE_STATUS,
  PARTY_KIND,
  PLACEMENT_STATUS,
  QUOTA_PERIOD,
  QUOTA_SCOPE,
  QUOTA_UNIT,
  wordOf,
  YES_NO,
} from '../words.js';
import { codeColumn, everyPage, given, listExport, requireFew, spoken, tableOf } from './list-export.js';
import { specialistNames, townNames } from './names.js';

const HUB_AND_TOWN = ['HUB_STAFF', 'MUNICIPALITY_STAFF'] as const;
const EVERYBODY = [...HUB_AND_TOWN, 'SPECIALIST'] as const;

/** A quota without a count stands in the list all the same. */
interface Counted {
  readonly quota: Quota;
  readonly use: QuotaUse | null;
}

const head = {
  number: spoken('番号', 'Number'),
  agreement: spoken('協定', 'Agreement'),
  agreementNumber: spoken('協定番号', 'Agreement number'),
  town: spoken('市町村', 'Municipality'),
  townCode: spoken('団体コード', 'Municipality code'),
  specialist: spoken('専門人材', 'Specialist'),
  status: spoken('状態', 'State'),
  statusCode: spoken('状態コード', 'State code'),
  from: spoken('開始日', 'From'),
  to: spoken('終了日', 'To'),
};

export const agreements = listExport(
  {
    name: spoken('協定', 'Agreements'),
    roles: EVERYBODY,
    filter: z.strictObject({
      statuses: given.oneOf(AGREEMENT_STATUSES),
      agreementKind: z.enum(AGREEMENT_KINDS).nullish(),
      municipalityId: given.text,
      search: given.text,
    }),
  },
  async ({ tx, actor, clock, locale }, filter) => {
    const wish = { filter, today: clock.today() };
    const rows = await everyPage((page) => listAgreements(tx, actor, wish, page));
    const parties = await agreementPartiesOf(
      tx,
      rows.map(({ id }) => id),
    );
    const bodies = await partiesByIds(tx, actor, [...new Set(parties.map(({ partyId }) => partyId))]);
    const namesOf = (agreementId: string) =>
      parties
        .filter((party) => party.agreementId === agreementId)
        .flatMap(({ partyId }) => bodies.find(({ id }) => id === partyId) ?? [])
        .map(({ name, nameEn }) => (locale === 'en' ? nameEn : name))
        .join(locale === 'en' ? ', ' : '、');
    return tableOf({
      rows,
      records: rows.map(({ id }) => ['agreement', id] as const),
      columns: [
        { head: head.agreementNumber, of: ({ number }) => number },
        { head: spoken('協定名', 'Title'), width: 40, of: ({ title }) => title },
        { head: spoken('種類', 'Kind'), width: 18, of: ({ kind }) => wordOf(AGREEMENT_KIND, kind, locale) },
        { head: spoken('当事者', 'Parties'), width: 36, of: ({ id }) => namesOf(id) },
        { head: head.status, of: ({ status }) => wordOf(AGREEMENT_STATUS, status, locale) },
        { head: head.statusCode, width: 18, of: ({ status }) => status },
        { head: head.from, kind: 'date', of: ({ startsOn }) => startsOn },
        { head: head.to, kind: 'date', of: ({ endsOn }) => endsOn },
        { head: spoken('月の日数', 'Days a month'), kind: 'number', of: ({ monthlyDays }) => monthlyDays },
        codeColumn(),
      ],
    });
  },
);

export const parties = listExport(
  {
    name: spoken('協定の相手方', 'Parties'),
    roles: ['HUB_STAFF'],
    filter: z.strictObject({ partyKind: z.enum(PARTY_KINDS).nullish(), search: given.text }),
  },
  async ({ tx, actor, locale }, filter) => {
    const rows = await everyPage((page) => listParties(tx, actor, filter, page));
    return tableOf({
      rows,
      records: [],
      columns: [
        { head: spoken('名称', 'Name'), width: 30, of: ({ name }) => name },
        { head: spoken('名称（英字）', 'Name in English'), width: 30, of: ({ nameEn }) => nameEn },
        { head: spoken('種類', 'Kind'), of: ({ kind }) => wordOf(PARTY_KIND, kind, locale) },
        { head: head.townCode, of: ({ municipalityId }) => municipalityId },
        { head: spoken('住所', 'Address'), width: 40, of: ({ address }) => address },
        codeColumn(),
      ],
    });
  },
);

export const placements = listExport(
  {
    name: spoken('配属', 'Placements'),
    roles: EVERYBODY,
    filter: z.strictObject({
      specialistId: given.text,
      municipalityId: given.text,
      statuses: given.oneOf(PLACEMENT_STATUSES),
      on: given.text,
    }),
  },
  async (asking, filter) => {
    const { tx, actor, locale } = asking;
    const rows = await everyPage((page) => listPlacements(tx, actor, filter, page));
    const townOf = await townNames(
      asking,
      rows.map(({ municipalityId }) => municipalityId),
    );
    const personOf = await specialistNames(
      asking,
      rows.map(({ specialistId }) => specialistId),
    );
    return tableOf({
      rows,
      records: rows.map(({ id }) => ['placement', id] as const),
      columns: [
        { head: head.specialist, width: 18, of: ({ specialistId }) => personOf(specialistId) },
        { head: head.townCode, of: ({ municipalityId }) => municipalityId },
        { head: head.town, of: ({ municipalityId }) => townOf(municipalityId) },
        { head: spoken('職', 'Post'), width: 24, of: ({ post }) => post },
        { head: head.status, of: ({ status }) => wordOf(PLACEMENT_STATUS, status, locale) },
        { head: head.statusCode, of: ({ status }) => status },
        { head: head.from, kind: 'date', of: ({ startsOn }) => startsOn },
        { head: head.to, kind: 'date', of: ({ endsOn }) => endsOn },
        { head: spoken('週の半日数', 'Half-days a week'), kind: 'number', of: ({ weekly }) => weekly.length },
        codeColumn(),
      ],
    });
  },
);

export const quotas = listExport(
  {
    name: spoken('支援枠', 'Quotas'),
    roles: HUB_AND_TOWN,
    filter: z.strictObject({ ended: given.flag }),
  },
  async (asking, { ended }) => {
    const { tx, actor, clock, locale } = asking;
    const found = await new QuotaService(joined(tx, actor), clock).list(actor, ended ?? false);
    const rows = requireFew(
      found.flatMap(({ quota, uses }) =>
        (uses.length > 0 ? uses : [null]).map((use): Counted => ({ quota, use })),
      ),
    );
    const townOf = await townNames(
      asking,
      rows.map(({ use, quota }) => use?.municipalityId ?? quota.municipalityId),
    );
    return tableOf({
      rows,
      records: found.map(({ quota }) => ['quota', quota.id] as const),
      columns: [
        { head: spoken('支援枠', 'Quota'), width: 30, of: ({ quota }) => quota.name },
        { head: spoken('範囲', 'Scope'), of: ({ quota }) => wordOf(QUOTA_SCOPE, quota.scope, locale) },
        { head: head.townCode, of: ({ use, quota }) => use?.municipalityId ?? quota.municipalityId },
        { head: head.town, of: ({ use, quota }) => townOf(use?.municipalityId ?? quota.municipalityId) },
        { head: spoken('期間', 'Period'), of: ({ quota }) => wordOf(QUOTA_PERIOD, quota.period, locale) },
        { head: spoken('いつの分', 'Span'), of: ({ use }) => use?.span },
        { head: spoken('使った量', 'Used'), kind: 'number', of: ({ use }) => use?.used },
        { head: spoken('上限', 'Limit'), kind: 'number', of: ({ use, quota }) => use?.limit ?? quota.limit },
        { head: spoken('単位', 'Unit'), of: ({ quota }) => wordOf(QUOTA_UNIT, quota.unit, locale) },
        { head: spoken('根拠', 'Source'), width: 40, of: ({ quota }) => quota.source },
        { head: spoken('コード', 'Code'), width: 38, of: ({ quota }) => quota.id },
      ],
    });
  },
);

export const attendance = listExport(
  {
    name: spoken('勤務日', 'Days worked'),
    roles: EVERYBODY,
    filter: z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), placementId: given.text }),
  },
  async (asking, { month, placementId }) => {
    const { tx, actor, locale } = asking;
    const sheets = await attendanceSheets(tx, actor, { month, placementId: placementId ?? null });
    const rows = requireFew(sheets.flatMap((sheet) => sheet.days.map((day) => ({ sheet, day }))));
    const townOf = await townNames(
      asking,
      sheets.map(({ placement }) => placement.municipalityId),
    );
    const personOf = await specialistNames(
      asking,
      sheets.map(({ placement }) => placement.specialistId),
    );
    return tableOf({
      rows,
      records: sheets.map(({ placement }) => ['placement', placement.id] as const),
      columns: [
        { head: head.specialist, width: 18, of: ({ sheet }) => personOf(sheet.placement.specialistId) },
        { head: head.townCode, of: ({ sheet }) => sheet.placement.municipalityId },
        { head: head.town, of: ({ sheet }) => townOf(sheet.placement.municipalityId) },
        { head: spoken('職', 'Post'), width: 24, of: ({ sheet }) => sheet.placement.post },
        { head: spoken('勤務した日', 'Day'), kind: 'date', of: ({ day }) => day.workedOn },
        { head: spoken('日数', 'Days'), kind: 'number', of: ({ day }) => day.halfDays / 2 },
        { head: spoken('旅費（円）', 'Travel (yen)'), kind: 'number', of: ({ day }) => day.travelYen },
        { head: spoken('備考', 'Note'), width: 30, of: ({ day }) => day.note },
        {
          head: spoken('目安を超えた理由', 'Why beyond the guideline'),
          width: 30,
          of: ({ day }) => day.beyondReason,
        },
        {
          head: spoken('締切', 'Closed'),
          of: ({ sheet }) => wordOf(YES_NO, sheet.closed ? 'YES' : 'NO', locale),
        },
        { head: spoken('コード', 'Code'), width: 38, of: ({ day }) => day.id },
      ],
    });
  },
);

export const invoices = listExport(
  {
    name: spoken('負担金の請求', 'Invoices'),
    roles: HUB_AND_TOWN,
    filter: z.strictObject({
      agreementId: given.text,
      partyId: given.text,
      statuses: given.oneOf(INVOICE_STATUSES),
    }),
  },
  async ({ tx, actor, locale }, filter) => {
    const rows = await everyPage((page) => listInvoices(tx, actor, filter, page));
    const found = await costAgreementsByIds(tx, actor, [
      ...new Set(rows.map(({ agreementId }) => agreementId)),
    ]);
    const agreementOf = new Map(found.map((agreement) => [agreement.id, agreement]));
    const bodies = await partiesByIds(tx, actor, [...new Set(rows.map(({ partyId }) => partyId))]);
    const bodyOf = (partyId: string) => {
      const body = bodies.find(({ id }) => id === partyId);
      return locale === 'en' ? body?.nameEn : body?.name;
    };
    return tableOf({
      rows,
      records: rows.map(({ id }) => ['invoice', id] as const),
      columns: [
        { head: spoken('請求番号', 'Invoice number'), of: ({ number }) => number },
        { head: head.townCode, of: ({ municipalityId }) => municipalityId },
        { head: spoken('請求先', 'To'), width: 20, of: ({ partyId }) => bodyOf(partyId) },
        { head: head.agreementNumber, of: ({ agreementId }) => agreementOf.get(agreementId)?.number },
        { head: head.agreement, width: 36, of: ({ agreementId }) => agreementOf.get(agreementId)?.title },
        { head: head.from, kind: 'date', of: ({ fromOn }) => fromOn },
        { head: head.to, kind: 'date', of: ({ toOn }) => toOn },
        { head: spoken('金額（円）', 'Yen'), kind: 'number', of: ({ totalYen }) => totalYen },
        { head: head.status, of: ({ status }) => wordOf(INVOICE_STATUS, status, locale) },
        { head: head.statusCode, of: ({ status }) => status },
        {
          head: spoken('発行日時', 'Issued'),
          kind: 'moment',
          width: 18,
          of: ({ issuedAt }) => issuedAt?.toISOString(),
        },
        codeColumn(),
      ],
    });
  },
);
