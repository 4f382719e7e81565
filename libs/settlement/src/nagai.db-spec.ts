import { randomUUID } from 'node:crypto';
import { dispatchEntities } from '@banso/dispatch';
import { directoryEntities } from '@banso/directory';
import { engagementEntities } from '@banso/engagement';
import { type Actor, FixedClock, type HubStaff } from '@banso/kernel';
import { supportEntities } from '@banso/support';
import { talentEntities } from '@banso/talent';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { expert, hub as hubOf } from '../../../test/people.js';
import { specialistUser, townStaff } from '../../directory/test/given-actors.js';
import { type GivenAgreement, givenAgreement, givenPlacement } from '../test/given-agreement.js';
import { attendanceSheets } from './attendance.queries.js';
import { AttendanceService } from './attendance.service.js';
import { listCostActuals, listCostMatrices } from './cost.queries.js';
import { CostActualService } from './cost-actual.service.js';
import { CostMatrixService } from './cost-matrix.service.js';
import type { CostLineInput, CostMatrixInput } from './cost-matrix-input.js';
import {
  getInvoice,
  invoiceEvidenceOf,
  invoiceLinesOf,
  listInvoices,
  recheckInvoice,
} from './invoice.queries.js';
import { InvoicePaperService } from './invoice-paper.service.js';
import { InvoiceService } from './invoice.service.js';
import { settlementEntities } from './settlement-entities.js';
import { reckonStatement } from './statement.queries.js';

/** §6.1. 給与の額と旅費の額はどの資料にもない: 架空の額. */
const NAGAI = '062090';
const YAMAGATA_CITY = '062014';
const SALARY_YEN = 600_000;
const TRIP_YEN = 22_000;

const clock = new FixedClock(new Date('2027-01-10T03:00:00Z'));
let database: FreshDatabase;
let attendance: AttendanceService;
let matrices: CostMatrixService;
let actuals: CostActualService;
let invoices: InvoiceService;
let hub: HubStaff;
let approver: HubStaff;
let head: Actor;
let agreement: GivenAgreement;
let placementId: string;

const nagai = townStaff(NAGAI);
const stranger = townStaff(YAMAGATA_CITY);
const november = { from: '2026-11-01', to: '2026-11-30' };

beforeAll(async () => {
  database = await freshDatabase([
    ...directoryEntities,
    ...talentEntities,
    ...engagementEntities,
    ...supportEntities,
    ...dispatchEntities,
    ...settlementEntities,
  ]);
  const { db } = database;
  attendance = new AttendanceService(db, clock);
  matrices = new CostMatrixService(db, clock);
  actuals = new CostActualService(db, clock);
  invoices = new InvoiceService(db, clock);
  hub = await hubOf(db, '06', ['COORDINATOR']);
  approver = await hubOf(db, '06', ['APPROVER']);
  const { specialistId } = await expert(db, hub, { baseId: YAMAGATA_CITY });
  head = specialistUser(specialistId, '06');
  const term = { prefectureId: '06', startsOn: '2026-10-01', endsOn: '2028-09-30' };
  agreement = await givenAgreement(db, {
    ...term,
    monthly: { days: 4, rule: 'GUIDELINE' },
    remainder: '長井市',
    parties: [
      { name: '長井市', kind: 'MUNICIPALITY', municipalityId: NAGAI, part: 'HOST' },
      { name: '派遣元（架空）', kind: 'COMPANY', part: 'SENDER' },
    ],
  });
  placementId = await givenPlacement(db, {
    ...term,
    agreementId: agreement.id,
    specialistId,
    municipalityId: NAGAI,
  });
}, 60_000);
afterAll(() => database.drop());

const only = (name: string) => [{ partyId: agreement.party(name), share: 1 }];
const salary = (): CostLineInput => ({
  item: 'SALARY',
  label: '給与等',
  clauseNo: 5,
  amountRule: 'MONTHLY',
  yen: SALARY_YEN,
  shareRule: 'FIXED',
  shares: only('派遣元（架空）'),
});
const terms = (change: Partial<CostMatrixInput> = {}): CostMatrixInput => ({
  agreementId: agreement.id,
  validFrom: '2026-10-01',
  reason: '協定締結',
  version: 0,
  lines: [
    salary(),
    {
      item: 'TRAVEL',
      label: '旅費',
      clauseNo: 6,
      amountRule: 'ATTENDANCE_TRAVEL',
      shareRule: 'FIXED',
      shares: only('長井市'),
    },
  ],
  ...change,
});
const day = (workedOn: string, more: object = {}) => ({
  placementId,
  workedOn,
  halfDays: 2,
  travelYen: TRIP_YEN,
  ...more,
});
const fault = (path: string, rule: string, facts?: object) => ({
  code: 'BAD_INPUT',
  details: {
    faults: [
      expect.objectContaining({ path, rule, ...(facts && { facts: expect.objectContaining(facts) }) }),
    ],
  },
});
const settled = async (work: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map(({ status }) => status).sort();

describe('§6.1 長井市: the sender pays the salary, the city pays the travel', () => {
  it('keeps who bears what, and refuses what cannot be reckoned', async () => {
    await expect(
      matrices.set(hub, terms({ lines: [{ ...salary(), clauseNo: 11, yen: null }] })),
    ).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { faults: [{ rule: 'required' }, { rule: 'no-such-clause' }] },
    });
    const twoOf = [...only('派遣元（架空）'), { partyId: randomUUID(), share: 1 }];
    await expect(matrices.set(hub, terms({ lines: [{ ...salary(), shares: twoOf }] }))).rejects.toMatchObject(
      fault('lines.0.shares', 'no-party'),
    );
    await expect(matrices.set(hub, terms({ validFrom: '2026-09-30' }))).rejects.toMatchObject(
      fault('validFrom', 'outside-term'),
    );
    for (const actor of [approver, nagai, head])
      await expect(matrices.set(actor, terms())).rejects.toMatchObject(
        actor.role === 'SPECIALIST' ? { code: 'NOT_FOUND' } : { code: 'FORBIDDEN' },
      );
    await expect(matrices.set(stranger, terms())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(matrices.set(await hubOf(database.db), terms())).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await settled([matrices.set(hub, terms()), matrices.set(hub, terms())])).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const read = (actor: Actor) => database.db.read(actor, (tx) => listCostMatrices(tx, actor, agreement.id));
    expect((await read(nagai)).map(({ version, lines }) => [version, lines.length])).toEqual([[1, 2]]);
    await expect(read(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(read(head)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('4 visits in November are right; the 5th is saved with a warning and a reason, counted 5/4', async () => {
    for (const [actor, date] of [
      [head, '2026-11-05'],
      [head, '2026-11-12'],
      [nagai, '2026-11-19'],
      [hub, '2026-11-26'],
    ] as const)
      expect(await attendance.record(actor, day(date))).toMatchObject({ warning: null });
    await expect(attendance.record(head, day('2026-11-27'))).rejects.toMatchObject(
      fault('beyondReason', 'beyond-guideline', { used: 5, agreed: 4 }),
    );
    const fifth = await attendance.record(
      head,
      day('2026-11-27', { travelYen: 0, beyondReason: '議会対応のため' }),
    );
    expect(fifth).toMatchObject({
      usedHalfDays: 10,
      agreedDays: 4,
      warning: { usedHalfDays: 10, agreedDays: 4 },
      attendance: { beyondReason: '議会対応のため' },
    });
    const sheets = (actor: Actor) =>
      database.db.read(actor, (tx) => attendanceSheets(tx, actor, { month: '2026-11-15' }));
    for (const actor of [head, nagai, hub]) {
      const [sheet] = await sheets(actor);
      expect(sheet).toMatchObject({ usedHalfDays: 10, agreedDays: 4, rule: 'GUIDELINE', closed: false });
      expect(sheet?.days).toHaveLength(5);
    }
    for (const actor of [stranger, specialistUser(randomUUID(), '06')])
      expect(await sheets(actor)).toEqual([]);
  });

  it('records a day once, in the term, not ahead, by those whom it concerns', async () => {
    const refused = (actor: Actor, input: object) =>
      expect(attendance.record(actor, { ...day('2026-12-03'), ...input })).rejects;
    await refused(head, { workedOn: '2026-11-05' }).toMatchObject({ reason: 'attendance.already-recorded' });
    await refused(head, { workedOn: '2027-01-11' }).toMatchObject(fault('workedOn', 'future'));
    await refused(head, { workedOn: '2026-09-30' }).toMatchObject(fault('workedOn', 'outside-term'));
    await refused(head, { halfDays: 3 }).toMatchObject({ code: 'BAD_INPUT' });
    await refused(approver, {}).toMatchObject({ code: 'FORBIDDEN' });
    await refused({ ...nagai, duties: ['APPROVER'] }, {}).toMatchObject({ code: 'FORBIDDEN' });
    for (const actor of [stranger, specialistUser(randomUUID(), '06'), await hubOf(database.db)])
      await refused(actor, {}).toMatchObject({ reason: 'placement.not-found' });
    expect(await settled([head, nagai].map((actor) => attendance.record(actor, day('2026-12-03'))))).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const sheet = () =>
      database.db.read(
        hub,
        async (tx) => (await attendanceSheets(tx, hub, { month: '2026-12-01', placementId }))[0],
      );
    const id = (await sheet())?.days[0]?.id ?? '';
    await expect(attendance.remove(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await settled([attendance.remove(head, id), attendance.remove(nagai, id)])).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect((await sheet())?.days).toEqual([]);
    expect(await attendance.record(head, day('2026-12-03'))).toMatchObject({ usedHalfDays: 2 });
  });

  it('has no salary in what the city bears, and all of the four return trips', async () => {
    const statement = await database.db.read(hub, (tx) =>
      reckonStatement(tx, hub, { agreementId: agreement.id, period: november }),
    );
    expect(
      statement.lines.map(({ terms: { item }, shares }) => [item, shares.map(({ yen }) => yen)]),
    ).toEqual([
      ['SALARY', [SALARY_YEN]],
      ['TRAVEL', [4 * TRIP_YEN]],
    ]);
    const input = { agreementId: agreement.id, partyId: agreement.party('長井市'), ...november };
    const draft = await invoices.draft(hub, input);
    const lines = await database.db.read(hub, (tx) => invoiceLinesOf(tx, [draft.id]));
    expect(lines).toMatchObject([
      { item: 'TRAVEL', clauseNo: 6, totalYen: 88_000, yen: 88_000, shareWeight: 1, shareSum: 1 },
    ]);
    expect(lines[0]?.formulaJa).toBe('往復旅費の実額 5回 88,000円、全額');
    const evidence = await database.db.read(hub, (tx) => invoiceEvidenceOf(tx, [lines[0]?.id ?? '']));
    expect(evidence.map(({ kind, onDate, yen }) => [kind, onDate, yen])).toEqual([
      ['ATTENDANCE', '2026-11-05', TRIP_YEN],
      ['ATTENDANCE', '2026-11-12', TRIP_YEN],
      ['ATTENDANCE', '2026-11-19', TRIP_YEN],
      ['ATTENDANCE', '2026-11-26', TRIP_YEN],
      ['ATTENDANCE', '2026-11-27', 0],
    ]);
    await expect(invoices.draft(hub, input)).rejects.toMatchObject({ reason: 'invoice.period-taken' });
    await invoices.discard(hub, draft.id);
  });
});

describe('an invoice', () => {
  const input = () => ({ agreementId: agreement.id, partyId: agreement.party('長井市'), ...november });
  const lock = { reason: 'attendance.month-billed' };

  it('is drafted once, for whole months that are over, by the coordinator', async () => {
    const refused = (actor: Actor, more: object = {}) =>
      expect(invoices.draft(actor, { ...input(), ...more })).rejects;
    await refused(hub, { to: '2026-11-29' }).toMatchObject(fault('to', 'whole-months'));
    await refused(hub, { from: '2026-11-02' }).toMatchObject(fault('from', 'whole-months'));
    await refused(hub, { to: '2027-01-31' }).toMatchObject(fault('to', 'not-over'));
    await refused(hub, { from: '2026-09-01' }).toMatchObject(fault('from', 'outside-term'));
    await refused(hub, { partyId: randomUUID() }).toMatchObject({ reason: 'party.not-found' });
    await refused(hub, { from: '2026-10-01', to: '2026-10-31' }).toMatchObject({
      reason: 'invoice.nothing-to-bear',
    });
    for (const actor of [approver, nagai]) await refused(actor).toMatchObject({ code: 'FORBIDDEN' });
    for (const actor of [stranger, head, await hubOf(database.db)])
      await refused(actor).toMatchObject({ code: 'NOT_FOUND' });
    expect(await settled([invoices.draft(hub, input()), invoices.draft(hub, input())])).toEqual([
      'fulfilled',
      'rejected',
    ]);
  });

  const open = async () => {
    const { rows } = await database.db.read(hub, (tx) =>
      listInvoices(tx, hub, { statuses: ['DRAFT', 'ISSUED'] }, {}),
    );
    return rows[0]?.id ?? '';
  };

  it('is issued from a draft that still follows, frozen, and read by its town alone', async () => {
    const id = await open();
    const read = (actor: Actor) => database.db.read(actor, (tx) => getInvoice(tx, actor, id));
    await expect(read(nagai)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { attendance: late } = await attendance.record(
      head,
      day('2026-11-30', { beyondReason: '月末の引継ぎ' }),
    );
    await expect(invoices.issue(approver, id)).rejects.toMatchObject({ reason: 'invoice.no-longer-follows' });
    await attendance.remove(head, late.id);
    await expect(invoices.issue(hub, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await settled([invoices.issue(approver, id), invoices.issue(approver, id)])).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(await read(nagai)).toMatchObject({ status: 'ISSUED', number: 'F8-0001', totalYen: 88_000 });
    for (const actor of [stranger, head])
      await expect(read(actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { name, pdf } = await new InvoicePaperService(database.db).make(nagai, id);
    expect(name).toBe('F8-0001-負担金請求書.pdf');
    const words = (await extractText(await getDocumentProxy(new Uint8Array(pdf)))).text
      .join('')
      .replaceAll(/\s/g, '');
    for (const said of [
      '負担金請求書',
      '長井市様',
      '88,000円',
      '第6条',
      '往復旅費の実額5回88,000円、全額',
      '11/26',
    ])
      expect(words).toContain(said);
    const lines = (actor: Actor) => database.db.read(actor, (tx) => invoiceLinesOf(tx, [id]));
    expect(await lines(nagai)).toHaveLength(1);
    expect(await lines(stranger)).toEqual([]);
    expect(await lines(head)).toEqual([]);
  });

  it('closes its months: for days, entered amounts and terms', async () => {
    const id = await open();
    await expect(attendance.record(head, day('2026-11-30', { beyondReason: 'x' }))).rejects.toMatchObject(
      lock,
    );
    const [sheet] = await database.db.read(head, (tx) => attendanceSheets(tx, head, { month: '2026-11-01' }));
    expect(sheet?.closed).toBe(true);
    await expect(attendance.remove(head, sheet?.days[0]?.id ?? '')).rejects.toMatchObject(lock);
    const actual = {
      agreementId: agreement.id,
      item: 'TRAVEL' as const,
      label: '旅費',
      month: '2026-11-20',
      yen: -2_000,
      evidence: '旅費精算書（架空）',
    };
    await expect(actuals.enter(hub, actual)).rejects.toMatchObject({ reason: 'cost-actual.month-billed' });
    await expect(matrices.set(hub, terms({ version: 1, validFrom: '2026-11-16' }))).rejects.toMatchObject({
      reason: 'cost-matrix.period-billed',
    });
    const before = await database.db.read(hub, (tx) => invoiceLinesOf(tx, [id]));
    await matrices.set(hub, terms({ version: 1, validFrom: '2026-12-16', reason: '単価の見直し' }));
    const [corrected, other] = await Promise.all([
      actuals.enter(hub, { ...actual, month: '2026-12-01' }),
      actuals.enter(hub, { ...actual, month: '2026-12-01', yen: 1 }),
    ]);
    expect(await settled([actuals.remove(hub, other.id), actuals.remove(hub, other.id)])).toEqual([
      'fulfilled',
      'rejected',
    ]);
    await expect(actuals.enter(hub, { ...actual, month: '2026-12-01', label: 'y' })).rejects.toMatchObject(
      fault('label', 'no-such-row'),
    );
    await expect(actuals.remove(nagai, corrected.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await database.db.read(nagai, (tx) => listCostActuals(tx, nagai, agreement.id))).toEqual([]);
    const december = await database.db.read(hub, (tx) =>
      reckonStatement(tx, hub, {
        agreementId: agreement.id,
        period: { from: '2026-12-01', to: '2026-12-31' },
      }),
    );
    const travel = december.lines.filter(({ terms: { item } }) => item === 'TRAVEL');
    expect(travel.map(({ from, totalYen }) => [from, totalYen])).toEqual([
      ['2026-12-01', TRIP_YEN],
      ['2026-12-16', -2_000],
    ]);
    expect(await database.db.read(hub, (tx) => invoiceLinesOf(tx, [id]))).toEqual(before);
  });

  it('lists where it no longer follows, changes nothing, and is void with a reason before it is made anew', async () => {
    const id = await open();
    const recheck = () =>
      database.db.read(hub, async (tx) => recheckInvoice(tx, hub, await getInvoice(tx, hub, id)));
    expect(await recheck()).toEqual([]);
    await database.dataSource.query(`UPDATE attendance SET travel_yen = 1 WHERE worked_on = '2026-11-05'`);
    expect(await recheck()).toEqual([
      { item: 'TRAVEL', label: '旅費', from: '2026-11-01', frozenYen: 88_000, reckonedYen: 66_001 },
    ]);
    expect(await database.db.read(nagai, (tx) => getInvoice(tx, nagai, id))).toMatchObject({
      totalYen: 88_000,
    });
    await expect(invoices.cancel(hub, id, '誤り')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(invoices.cancel(approver, id, ' ')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(invoices.discard(hub, id)).rejects.toMatchObject({ reason: 'invoice.not-in-state' });
    await invoices.cancel(approver, id, '旅費の誤り');
    await expect(invoices.cancel(approver, id, '旅費の誤り')).rejects.toMatchObject({
      reason: 'invoice.not-in-state',
    });
    expect(await database.db.read(nagai, (tx) => getInvoice(tx, nagai, id))).toMatchObject({
      status: 'CANCELLED',
      number: 'F8-0001',
      cancelReason: '旅費の誤り',
    });
    const again = await invoices.draft(hub, input());
    expect(await invoices.issue(approver, again.id)).toMatchObject({ number: 'F8-0002', totalYen: 66_001 });
  });
});
