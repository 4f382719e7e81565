import { randomUUID } from 'node:crypto';
import { dispatchEntities } from '@banso/dispatch';
import { directoryEntities } from '@banso/directory';
import { engagementEntities, EmploymentService } from '@banso/engagement';
import { type Actor, FixedClock, type HubStaff } from '@banso/kernel';
import { supportEntities } from '@banso/support';
import { talentEntities } from '@banso/talent';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub as hubOf, KURE } from '../../../test/people.js';
import { Calendar, THEME } from '../../dispatch/test/given-calendar.js';
import { specialistUser, townStaff } from '../../directory/test/given-actors.js';
import {
  type AgreementWish,
  type GivenAgreement,
  givenAgreement,
  givenPlacement,
} from '../test/given-agreement.js';
import { AllocationTaxService, type TaxMeasureInput } from './allocation-tax.service.js';
import { AttendanceService } from './attendance.service.js';
import { CostMatrixService } from './cost-matrix.service.js';
import type { CostLineInput } from './cost-matrix-input.js';
import { InvoiceService } from './invoice.service.js';
import { settlementEntities } from './settlement-entities.js';
import { reckonStatement } from './statement.queries.js';
import { taxEvidence } from './tax-evidence.queries.js';

/** §6.7. 額・率・上限はどの資料にもない: 架空の数. */
const MIHARA = '342041';
const ETAJIMA = '342157';
const FOUR_WEEKS = { startsOn: '2026-06-01', endsOn: '2026-06-28' };
const JUNE = { from: '2026-06-01', to: '2026-06-28' };

const clock = new FixedClock(new Date('2026-11-20T03:00:00Z'));
let database: FreshDatabase;
let hub: HubStaff;
let specialistId: string;

beforeAll(async () => {
  database = await freshDatabase([
    ...directoryEntities,
    ...talentEntities,
    ...engagementEntities,
    ...supportEntities,
    ...dispatchEntities,
    ...settlementEntities,
  ]);
  hub = await hubOf(database.db);
  ({ specialistId } = await expert(database.db, hub));
}, 60_000);
afterAll(() => database.drop());

const shared = (wish: Partial<AgreementWish> = {}): Promise<GivenAgreement> =>
  givenAgreement(database.db, {
    prefectureId: '34',
    ...FOUR_WEEKS,
    remainder: '三原市',
    parties: [
      { name: '広島県', kind: 'PREFECTURE', part: 'EMPLOYER' },
      { name: '三原市', kind: 'MUNICIPALITY', municipalityId: MIHARA, part: 'HOST' },
      { name: '江田島市', kind: 'MUNICIPALITY', municipalityId: ETAJIMA, part: 'HOST' },
    ],
    ...wish,
  });

/** Three days a week at Mihara, two at Etajima. */
async function placed(
  agreementId: string,
  term: { startsOn: string; endsOn: string },
): Promise<readonly string[]> {
  const of = { prefectureId: '34', agreementId, specialistId, ...term };
  return [
    await givenPlacement(database.db, {
      ...of,
      municipalityId: MIHARA,
      weekly: ['MON_AM', 'MON_PM', 'TUE_AM', 'TUE_PM', 'WED_AM', 'WED_PM'],
    }),
    await givenPlacement(database.db, {
      ...of,
      municipalityId: ETAJIMA,
      weekly: ['THU_AM', 'THU_PM', 'FRI_AM', 'FRI_PM'],
    }),
  ];
}

const salary = (agreement: GivenAgreement, more: Partial<CostLineInput>): CostLineInput => ({
  item: 'SALARY',
  label: '給料',
  clauseNo: 5,
  amountRule: 'MONTHLY',
  yen: 100,
  shareRule: 'FIXED',
  shares: more.shares ?? [
    { partyId: agreement.party('三原市'), share: 3 },
    { partyId: agreement.party('江田島市'), share: 2 },
  ],
  ...more,
});

const setTerms = (agreementId: string, lines: readonly CostLineInput[], validFrom = '2026-06-01') =>
  new CostMatrixService(database.db, clock).set(hub, {
    agreementId,
    validFrom,
    reason: '協定締結',
    version: 0,
    lines,
  });

const sharesIn = async (agreementId: string, period = JUNE) => {
  const { lines } = await database.db.read(hub, (tx) => reckonStatement(tx, hub, { agreementId, period }));
  return lines.map(({ terms: { label }, totalYen, shares }) => [
    label,
    totalYen,
    shares.map(({ yen }) => yen),
  ]);
};

describe('§6.7 三原市 3 days and 江田島市 2 days a week', () => {
  it('is shared 60/40, exactly 100 together, and what is left is the named town’s', async () => {
    const june = { startsOn: '2026-06-01', endsOn: '2026-06-30' };
    const agreement = await shared(june);
    await setTerms(agreement.id, [
      salary(agreement, {}),
      salary(agreement, { label: '手当', yen: 101 }),
      salary(agreement, { label: '研修', yen: 101, remainderPartyId: agreement.party('江田島市') }),
    ]);
    expect(await sharesIn(agreement.id, { from: '2026-06-01', to: '2026-06-30' })).toEqual([
      ['給料', 100, [60, 40]],
      ['手当', 101, [61, 40]],
      ['研修', 101, [60, 41]],
    ]);
  });

  it('is shared by the days placed: 12 and 8 in four weeks without a closure, less when somebody is away', async () => {
    const agreement = await shared();
    await placed(agreement.id, FOUR_WEEKS);
    const byDays = { shareRule: 'BY_DAYS', daySource: 'PLACEMENT', amountRule: 'PER_DAY', yen: 10 } as const;
    await setTerms(agreement.id, [
      salary(agreement, { ...byDays, yen: 5 }),
      salary(agreement, { ...byDays, label: '日額' }),
    ]);
    expect(await sharesIn(agreement.id)).toEqual([
      ['給料', 100, [60, 40]],
      ['日額', 200, [120, 80]],
    ]);
    await database.dataSource.query(
      `INSERT INTO day_off (id, prefecture_id, specialist_id, date, part) VALUES ($1, '34', $2, '2026-06-04', 'AM')`,
      [randomUUID(), specialistId],
    );
    // Fifteen half-days of 39: 195 yen, rounded down from 97.5 for the salary.
    expect(await sharesIn(agreement.id)).toEqual([
      ['給料', 97, [60, 37]],
      ['日額', 195, [120, 75]],
    ]);
  });

  it('counts the visits that were made, where the row says so', async () => {
    const kure = await clerk(database.db, KURE);
    await expert(database.db, hub, { themes: [THEME] });
    const calendar = new Calendar(database.db, clock);
    await calendar.request(kure, hub, { visits: 1 });
    const [visit] = await calendar.publish(hub, { from: '2026-11-24', to: '2026-12-18' });
    const at = (hour: number) => `2026-06-03T${hour}:00:00+09:00`;
    await database.dataSource.query(
      `UPDATE visit SET status = 'DONE', busy_from = $2, starts_at = $2, ends_at = $3 WHERE id = $1`,
      [visit?.id, at(10), at(12)],
    );
    const agreement = await shared({
      remainder: '呉市',
      parties: [{ name: '呉市', kind: 'MUNICIPALITY', municipalityId: KURE, part: 'HOST' }],
    });
    await givenPlacement(database.db, {
      prefectureId: '34',
      agreementId: agreement.id,
      specialistId: visit?.specialistId ?? '',
      municipalityId: KURE,
      ...FOUR_WEEKS,
    });
    const shares = [{ partyId: agreement.party('呉市'), share: 1 }];
    await setTerms(agreement.id, [
      salary(agreement, {
        item: 'FEE',
        shares,
        shareRule: 'BY_DAYS',
        daySource: 'VISIT',
        amountRule: 'PER_DAY',
      }),
    ]);
    const [line] = await database.db.read(hub, async (tx) => {
      const { lines } = await reckonStatement(tx, hub, { agreementId: agreement.id, period: JUNE });
      return lines;
    });
    expect(line).toMatchObject({
      totalYen: 50,
      halfDays: 1,
      evidence: [{ kind: 'VISIT', refId: visit?.id, date: '2026-06-03', halfDays: 1 }],
    });
    await expect(
      database.db.read(kure, (tx) => reckonStatement(tx, kure, { agreementId: agreement.id, period: JUNE })),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('refuses rows by days for who has none, and a remainder that nobody is named for', async () => {
    const agreement = await shared({ remainder: '広島県' });
    const refused = (more: Partial<CostLineInput>) =>
      expect(setTerms(agreement.id, [salary(agreement, more)])).rejects;
    const rule = (one: string) => ({ details: { faults: [expect.objectContaining({ rule: one })] } });
    await refused({}).toMatchObject(rule('remainder-party'));
    const prefecture = [{ partyId: agreement.party('広島県'), share: 1 }];
    await refused({ shares: prefecture, shareRule: 'BY_DAYS', daySource: 'PLACEMENT' }).toMatchObject(
      rule('no-town'),
    );
    await refused({ shares: [...prefecture, ...prefecture] }).toMatchObject(rule('twice'));
    await refused({ shares: prefecture, amountRule: 'PER_DAY' }).toMatchObject(rule('required'));
  });

  it('counts a month over both towns, refuses a day beyond a cap, and no more than a day in one', async () => {
    const agreement = await shared({ monthly: { days: 1, rule: 'CAP' } });
    const [mihara = '', etajima = ''] = await placed(agreement.id, FOUR_WEEKS);
    const service = new AttendanceService(database.db, clock);
    const she = specialistUser(specialistId);
    const day = (placementId: string, workedOn: string, halfDays = 1) => ({
      placementId,
      workedOn,
      halfDays,
      travelYen: 0,
    });
    await service.record(she, day(mihara, '2026-06-01'));
    await expect(service.record(she, day(etajima, '2026-06-01', 2))).rejects.toMatchObject({
      reason: 'attendance.day-full',
    });
    // Two at once for the last half-day that is left.
    const both = await Promise.allSettled([
      service.record(townStaff(MIHARA), day(mihara, '2026-06-02')),
      service.record(townStaff(ETAJIMA), day(etajima, '2026-06-04')),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'attendance.beyond-cap', details: { used: 1.5, agreed: 1 } },
    });
  });
});

describe('the evidence table of the special local allocation tax', () => {
  const measure = (more: Partial<TaxMeasureInput> = {}): TaxMeasureInput => ({
    measure: 'A（架空・要確認）',
    bearer: 'MUNICIPALITY',
    firstYear: 2026,
    lastYear: 2026,
    ratePerMille: 500,
    ceilingYen: 100,
    items: ['SALARY'],
    appointmentForms: ['任期付職員'],
    source: '架空の通知（要確認）',
    ...more,
  });
  const table = (fiscalYear: number, actor: Actor = hub) =>
    database.db.read(actor, (tx) => taxEvidence(tx, actor, { fiscalYear, today: clock.today() }));

  it('counts what was borne, by settings that the prefecture entered and takes back', async () => {
    const service = new AllocationTaxService(database.db, clock);
    const agreement = await shared({ startsOn: '2026-09-01', endsOn: '2027-03-31' });
    await givenPlacement(database.db, {
      prefectureId: '34',
      agreementId: agreement.id,
      specialistId,
      municipalityId: MIHARA,
      startsOn: '2026-09-01',
      endsOn: '2027-03-31',
    });
    await setTerms(
      agreement.id,
      [salary(agreement, { yen: 501 }), salary(agreement, { item: 'FEE', label: '手数料' })],
      '2026-09-01',
    );
    for (const actor of [await hubOf(database.db, '34', ['APPROVER']), await clerk(database.db, MIHARA)])
      await expect(service.state(actor, measure())).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(service.state(hub, measure({ ratePerMille: 1001, items: [] }))).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    const stated = await service.state(hub, measure());
    const other = await service.state(
      hub,
      measure({ measure: 'B（架空・要確認）', appointmentForms: ['常勤職員'], ceilingYen: null }),
    );
    const invoices = new InvoiceService(database.db, clock);
    const draft = await invoices.draft(hub, {
      agreementId: agreement.id,
      partyId: agreement.party('三原市'),
      from: '2026-09-01',
      to: '2026-09-30',
    });
    const { number } = await invoices.issue(hub, draft.id);

    const { rows, totals, until } = await table(2026);
    expect(until).toBe('2026-10-31');
    const mihara = rows.filter(
      ({ agreementId, partyId }) => agreementId === agreement.id && partyId === agreement.party('三原市'),
    );
    expect(mihara.map(({ item, measureId, yen, verdict }) => [item, measureId, yen, verdict])).toEqual([
      ['SALARY', stated.id, 602, 'COUNTS'],
      ['SALARY', other.id, 602, 'FORM_NOT_COUNTED'],
      ['FEE', null, 120, 'NO_MEASURE'],
    ]);
    expect(mihara[0]?.costs.map(({ from, yen, invoiceNumber }) => [from, yen, invoiceNumber])).toEqual([
      ['2026-09-01', 301, number],
      ['2026-10-01', 301, null],
    ]);
    expect(mihara[0]?.persons).toMatchObject([{ specialistId, form: '任期付職員' }]);
    // With the 180 yen of the four weeks in June; nobody was placed for the 181 of the other June.
    expect(totals.filter(({ partyId }) => partyId === agreement.party('三原市'))).toEqual([
      { partyId: agreement.party('三原市'), measureId: stated.id, baseYen: 782, ratedYen: 391, yen: 100 },
    ]);
    await service.export(hub, 2026);
    expect(
      await database.dataSource.query(`SELECT record_id FROM audit_entry WHERE record_type = 'tax_evidence'`),
    ).toEqual([{ record_id: '2026' }]);
    await expect(service.export(await clerk(database.db, MIHARA), 2026)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await table(2027)).rows).toEqual([]);
    await expect(table(2026, await clerk(database.db, MIHARA))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await table(2026, await hubOf(database.db, '38'))).rows).toEqual([]);

    await expect(service.remove(await hubOf(database.db, '38'), other.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const both = await Promise.allSettled([service.remove(hub, other.id), service.remove(hub, other.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await table(2026)).measures.map(({ id }) => id)).toEqual([stated.id]);

    // A recorded employment says the form from its day on; half of the year is still worded as the pool has it.
    await new EmploymentService(database.db, clock).record(hub, specialistId, {
      form: 'FULL_TIME',
      partyId: agreement.party('三原市'),
      startsOn: '2027-01-01',
      endsOn: '2027-06-30',
    });
    const changed = (await table(2026)).rows.find(
      ({ agreementId, partyId, item }) =>
        agreementId === agreement.id && partyId === agreement.party('三原市') && item === 'SALARY',
    );
    expect(changed).toMatchObject({
      verdict: 'FORMS_DIFFER',
      persons: [
        { form: '任期付職員', from: '2026-09-01', to: '2026-12-31' },
        { form: '常勤', from: '2027-01-01', to: '2027-03-31' },
      ],
    });
  });
});
