import { dispatchEntities, getVisit, saveVisits, takeVisit, visitReceived } from '@banso/dispatch';
import { directoryEntities } from '@banso/directory';
import { engagementEntities } from '@banso/engagement';
import { type Actor, FixedClock, type HubStaff, type LocalDate } from '@banso/kernel';
import { supportEntities } from '@banso/support';
import { talentEntities } from '@banso/talent';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { expert, hub as hubOf } from '../../../../test/people.js';
import { specialistUser, townStaff } from '../../../directory/test/given-actors.js';
import { type GivenAgreement, givenAgreement, givenPlacement } from '../../test/given-agreement.js';
import { givenVisit, type VisitWish } from '../../test/given-visit.js';
import { AttendanceService } from '../attendance.service.js';
import { listCostActuals } from '../cost.queries.js';
import { CostActualService } from '../cost-actual.service.js';
import { CostMatrixService } from '../cost-matrix.service.js';
import { invoiceEvidenceOf, invoiceLinesOf, recheckInvoice } from '../invoice.queries.js';
import { InvoiceService } from '../invoice.service.js';
import { settlementEntities } from '../settlement-entities.js';
import { reckonStatement } from '../statement.queries.js';
import { FIXED_RATE, NATIONAL_2025 } from './rules/index.js';
import type { TravelClaim } from './travel-claim.entity.js';
import {
  claimHistoriesOf,
  claimVisitsOf,
  getTravelClaim,
  journeyRowsOf,
  listTravelClaims,
  travelTotals,
} from './travel-claim.queries.js';
import { TravelClaimService } from './travel-claim.service.js';
import { travelClaimActionsOf } from './travel-claim-actions.js';
import { viewClaim } from './travel-claim-view.js';
import { TravelExaminationService } from './travel-examination.service.js';
import type { TravelClaimInput } from './travel-journey-input.js';
import { TravelPaperService } from './travel-paper.service.js';
import { TravelRuleService, type TravelRuleInput } from './travel-rule.service.js';
import { settleConfirmedVisit } from './travel-settling.js';

/** Amounts that are in no source are made up for the test. */
const NAGAI = '062090';
const YAMAGATA_CITY = '062014';
const SAKATA = '062049';
const TRAIN_YEN = 3_380;

const clock = new FixedClock(new Date('2027-01-10T03:00:00Z'));
let database: FreshDatabase;
let claims: TravelClaimService;
let examination: TravelExaminationService;
let rules: TravelRuleService;
let papers: TravelPaperService;
let invoices: InvoiceService;
let attendance: AttendanceService;
let coordinator: HubStaff;
let approver: HubStaff;
let far: HubStaff;
let she: Actor & { specialistId: string };
let he: Actor;
let agreement: GivenAgreement;
let placementId: string;

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
  claims = new TravelClaimService(db, clock);
  examination = new TravelExaminationService(db, clock);
  rules = new TravelRuleService(db, clock);
  papers = new TravelPaperService(db);
  invoices = new InvoiceService(db, clock);
  attendance = new AttendanceService(db, clock);
  coordinator = await hubOf(db, '06', ['COORDINATOR']);
  approver = await hubOf(db, '06', ['APPROVER']);
  far = await hubOf(db);
  const { specialistId } = await expert(db, coordinator, { baseId: YAMAGATA_CITY });
  she = specialistUser(specialistId, '06');
  const other = await expert(db, coordinator, { baseId: YAMAGATA_CITY });
  he = specialistUser(other.specialistId, '06');
  const term = { prefectureId: '06', startsOn: '2026-10-01', endsOn: '2028-09-30' };
  agreement = await givenAgreement(db, {
    ...term,
    remainder: '長井市',
    parties: [
      { name: '長井市', kind: 'MUNICIPALITY', municipalityId: NAGAI, part: 'HOST' },
      { name: '派遣元（架空）', kind: 'COMPANY', part: 'SENDER' },
    ],
  });
  const of = { ...term, agreementId: agreement.id, specialistId };
  placementId = await givenPlacement(db, { ...of, municipalityId: NAGAI });
  const nagai = [{ partyId: agreement.party('長井市'), share: 1 }];
  await new CostMatrixService(db, clock).set(coordinator, {
    agreementId: agreement.id,
    validFrom: '2026-10-01',
    reason: '協定締結',
    version: 0,
    lines: [
      {
        item: 'TRAVEL',
        label: '旅費',
        clauseNo: 6,
        amountRule: 'ATTENDANCE_TRAVEL',
        shareRule: 'FIXED',
        shares: nagai,
      },
      {
        item: 'FEE',
        label: '謝金',
        clauseNo: 7,
        amountRule: 'PER_DAY',
        yen: 20_000,
        daySource: 'VISIT',
        shareRule: 'FIXED',
        shares: nagai,
      },
    ],
  });
}, 60_000);
afterAll(() => database.drop());

const visit = (date: LocalDate, wish: Partial<VisitWish> = {}) =>
  givenVisit(database.db, {
    prefectureId: '06',
    specialistId: she.specialistId,
    municipalityId: NAGAI,
    date,
    ...wish,
  });
const rule = (change: Partial<TravelRuleInput> = {}): TravelRuleInput => ({
  partyId: null,
  validFrom: '2025-04-01',
  ruleId: 'NATIONAL_2025',
  title: '職員等の旅費に関する条例',
  amounts: [
    { key: 'lodgingAllowanceYen', yen: 2_400 },
    { key: 'carYenPerKm', yen: 20 },
  ],
  ceilings: Object.entries(NATIONAL_2025.template.terms.ceilings).map(([key, yen]) => ({ key, yen })),
  receiptFor: ['TRAIN', 'LODGING'],
  source: '試験のための額',
  checked: true,
  version: 0,
  ...change,
});
const fixedRule = (change: Partial<TravelRuleInput> = {}): TravelRuleInput =>
  rule({
    partyId: agreement.party('長井市'),
    ruleId: 'FIXED_RATE',
    title: '長井市職員等の旅費に関する条例',
    amounts: Object.entries(FIXED_RATE.template.terms.amounts).map(([key, yen]) => ({ key, yen })),
    ceilings: [],
    receiptFor: ['AIR'],
    ...change,
  });
const inputOf = async (
  claim: TravelClaim,
  change: Partial<TravelClaimInput> = {},
): Promise<TravelClaimInput> => {
  const { legs, nights, receipts } = await database.db.read(she, (tx) => journeyRowsOf(tx, claim.id));
  const { id, revision: version, fromOn, toOn, startsFrom, endsAt, shareRule } = claim;
  return { id, version, fromOn, toOn, startsFrom, endsAt, shareRule, legs, nights, receipts, ...change };
};
/** There and back by train, with a fare and its receipt. */
const byTrain = (onDate: LocalDate, fareYen = TRAIN_YEN) => ({
  legs: ['行き', '帰り'].map((way) => ({
    onDate,
    fromName: way,
    toName: '長井市',
    mode: 'TRAIN' as const,
    fareYen,
  })),
  receipts: [{ kind: 'TRAIN' as const, onDate, yen: fareYen * 2 }],
});
/** A claim for one visit by train, handed in. */
const submitted = async (date: LocalDate, wish: Partial<VisitWish> = {}): Promise<TravelClaim> => {
  const draft = await claims.start(she, [await visit(date, wish)]);
  await claims.revise(she, await inputOf(draft, byTrain(date)));
  return claims.submit(she, draft.id);
};
const parts = (id: string) => database.db.read(coordinator, (tx) => claimVisitsOf(tx, [id]));
const statusOf = (visitId: string) =>
  database.db.read(coordinator, async (tx) => (await getVisit(tx, coordinator, visitId)).status);
const actuals = () => database.db.read(coordinator, (tx) => listCostActuals(tx, coordinator, agreement.id));
const travelIn = (from: LocalDate, to: LocalDate) =>
  database.db.read(coordinator, async (tx) =>
    (await reckonStatement(tx, coordinator, { agreementId: agreement.id, period: { from, to } })).lines
      .filter(({ terms }) => terms.item === 'TRAVEL')
      .reduce((sum, { totalYen }) => sum + totalYen, 0),
  );
const settled = async (work: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map(({ status }) => status).sort();

describe('the rules of paying bodies', () => {
  it('are set by a coordinator, version by version, with the figures that the plug-in needs', async () => {
    for (const actor of [approver, she, townStaff(NAGAI)])
      await expect(rules.set(actor, rule())).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(rules.set(coordinator, rule({ amounts: [] }))).rejects.toMatchObject({
      details: { faults: [{ path: 'amounts.lodgingAllowanceYen', rule: 'required' }] },
    });
    for (const [change, path] of [
      [{ ruleId: 'NOBODYS' }, 'ruleId'],
      [{ validFrom: '2025-03-31' }, 'validFrom'],
      [{ validFrom: '2025-02-30' }, 'validFrom'],
      [{ amounts: [...rule().amounts, { key: 'x', yen: 1 }] }, 'amounts.2.key'],
      [{ ceilings: [{ key: '48', yen: 1 }] }, 'ceilings.0.key'],
    ] as const)
      await expect(rules.set(coordinator, rule(change))).rejects.toMatchObject({
        details: { faults: [expect.objectContaining({ path })] },
      });
    await expect(rules.set(far, rule({ partyId: agreement.party('長井市') }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await settled([rules.set(coordinator, rule()), rules.set(coordinator, rule())])).toEqual([
      'fulfilled',
      'rejected',
    ]);
    await expect(rules.set(coordinator, rule())).rejects.toMatchObject({
      reason: 'travel-rule.changed-meanwhile',
    });
    expect(await rules.set(coordinator, rule({ version: 1, checked: false }))).toMatchObject({ version: 2 });
  });
});

describe('writing a claim', () => {
  it('begins with the way that the plan meant, once, and is the traveller’s own', async () => {
    const visitId = await visit('2026-10-05', { nightAfter: true });
    for (const actor of [coordinator, he, far, townStaff(NAGAI)])
      await expect(claims.start(actor, [visitId])).rejects.toMatchObject({
        code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
      });
    await expect(claims.start(she, [])).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const [planned, online] = [
      await visit('2026-10-06', { status: 'CONFIRMED' }),
      await visit('2026-10-07', { mode: 'ONLINE' }),
    ];
    await expect(claims.start(she, [planned])).rejects.toMatchObject({
      reason: 'travel-claim.visit-not-made',
    });
    await expect(claims.start(she, [online])).rejects.toMatchObject({ reason: 'travel-claim.visit-online' });
    await expect(claims.start(she, [visitId, await visit('2026-10-09')])).rejects.toMatchObject({
      reason: 'travel-claim.not-one-journey',
    });
    const tries = await Promise.allSettled([claims.start(she, [visitId]), claims.start(she, [visitId])]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(claims.start(she, [visitId])).rejects.toMatchObject({ reason: 'travel-claim.visit-taken' });
    await expect(examination.settleWithoutMoney(coordinator, visitId)).rejects.toMatchObject({
      reason: 'travel-claim.visit-taken',
    });

    const { rows } = await database.db.read(she, (tx) => listTravelClaims(tx, she, { visitId }, {}));
    const [draft] = rows;
    if (!draft) throw new Error('no claim');
    const journey = await database.db.read(she, (tx) => journeyRowsOf(tx, draft.id));
    expect(journey.legs.map(({ fromName, toName, mode }) => [fromName, toName, mode])).toEqual([
      ['山形市', '長井市', 'CAR'],
      ['長井市', '山形市', 'CAR'],
    ]);
    expect(journey.legs[0]?.meters).toBeGreaterThan(10_000);
    expect(journey.nights).toMatchObject([{ onDate: '2026-10-05', placeName: '長井市', regionId: '06' }]);
    expect([draft.fromOn, draft.toOn]).toEqual(['2026-10-05', '2026-10-06']);
    // A draft is nobody else's.
    for (const actor of [coordinator, he, far, townStaff(NAGAI)])
      await expect(
        database.db.read(actor, (tx) => getTravelClaim(tx, actor, draft.id)),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await claims.discard(she, draft.id);
    await expect(claims.discard(she, draft.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await claims.start(she, [visitId])).toMatchObject({ status: 'DRAFT' });
  });

  it('is corrected as a whole, not over what was written meanwhile, and within the journey', async () => {
    const draft = await claims.start(she, [await visit('2026-10-12')]);
    const input = await inputOf(draft, byTrain('2026-10-12'));
    for (const [change, path, wrong] of [
      [{ fromOn: '2026-10-13' }, 'fromOn', 'not-around'],
      [{ toOn: '2026-10-16' }, 'toOn', 'not-around'],
      [
        { receipts: [{ kind: 'TRAIN', onDate: '2026-10-14', yen: 1 }] },
        'receipts.0.onDate',
        'outside-journey',
      ],
      [{ receipts: [{ kind: 'TRAIN', onDate: '2026-10-12', yen: 0 }] }, 'receipts.0.yen', 'too-small'],
      [{ legs: [{ ...byTrain('2026-10-12').legs[0], meters: -1 }] }, 'legs.0.meters', 'too-small'],
      [
        {
          nights: [{ onDate: '2026-10-12', placeName: 'x', regionId: '06', paid: true, meals: 'NONE' }],
        },
        'nights.0.onDate',
        'last-day',
      ],
      [{ legs: Array.from({ length: 61 }, () => byTrain('2026-10-12').legs[0]) }, 'legs', 'too-big'],
    ] as const)
      await expect(claims.revise(she, { ...input, ...change } as TravelClaimInput)).rejects.toMatchObject({
        code: 'BAD_INPUT',
        details: { faults: expect.arrayContaining([expect.objectContaining({ path, rule: wrong })]) },
      });
    expect(await settled([claims.revise(she, input), claims.revise(she, input)])).toEqual([
      'fulfilled',
      'rejected',
    ]);
    await expect(claims.revise(she, input)).rejects.toMatchObject({
      reason: 'travel-claim.changed-meanwhile',
    });
    await expect(claims.revise(he, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const open = { ...input, version: 2, receipts: [], legs: [{ ...input.legs[0], fareYen: null }] };
    // Nagai, which pays, has no rule yet: nobody can say what is missing.
    await claims.revise(she, open);
    expect(await database.db.read(she, (tx) => viewClaim(tx, draft))).toMatchObject({
      withoutRule: ['長井市'],
      totalYen: 10_000,
      rules: [],
    });
    await rules.set(coordinator, fixedRule());
    await expect(claims.submit(she, draft.id)).rejects.toMatchObject({ reason: 'travel-claim.incomplete' });
    await claims.revise(she, { ...input, version: 3 });
    expect(await claims.submit(she, draft.id)).toMatchObject({
      status: 'SUBMITTED',
      // The fare, a day trip of 2,200 yen, and half a day of the fee.
      totalYen: TRAIN_YEN * 2 + 2_200 + 10_000,
    });
    await expect(claims.submit(she, draft.id)).rejects.toMatchObject({ reason: 'travel-claim.not-in-state' });
    await expect(claims.revise(she, { ...input, version: 4 })).rejects.toMatchObject({
      reason: 'travel-claim.not-in-state',
    });
  });
});

describe('examining a claim', () => {
  it('is the hub’s: sent back with a reason, written again, granted, paid', async () => {
    const { id } = await submitted('2026-10-13');
    for (const actor of [she, coordinator])
      await expect(examination.approve(actor, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const actor of [far, he, townStaff(NAGAI)])
      await expect(examination.approve(actor, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(examination.return(she, id, 'x')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(examination.return(coordinator, id, ' ')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect(await examination.return(coordinator, id, '経路を確認してください')).toMatchObject({
      status: 'RETURNED',
    });
    await expect(examination.approve(approver, id)).rejects.toMatchObject({
      reason: 'travel-claim.not-in-state',
    });
    await claims.submit(she, id);
    await expect(examination.pay(coordinator, id, '2027-01-10')).rejects.toMatchObject({
      code: 'INVALID_STATE',
    });
    const granted = await examination.approve(approver, id);
    expect(granted).toMatchObject({ status: 'APPROVED', number: expect.stringMatching(/^T8-\d{4}$/) });
    expect(travelClaimActionsOf(coordinator, granted)).toEqual(['PAY', 'PAPER']);
    await expect(examination.pay(coordinator, id, '2027-01-11')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(examination.pay(coordinator, id, '2027-01-09')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await examination.pay(coordinator, id, '2027-01-10');
    await expect(examination.pay(coordinator, id, '2027-01-10')).rejects.toMatchObject({
      code: 'INVALID_STATE',
    });
    const history = await database.db.read(coordinator, (tx) => claimHistoriesOf(tx, [id]));
    expect(history.map(({ toStatus, reason }) => [toStatus, reason])).toEqual([
      ['DRAFT', null],
      ['SUBMITTED', null],
      ['RETURNED', '経路を確認してください'],
      ['SUBMITTED', null],
      ['APPROVED', null],
      ['PAID', null],
    ]);
  });

  it('is either granted or sent back, and granted once', async () => {
    const [first, second] = [await submitted('2026-10-14'), await submitted('2026-10-15')];
    expect(
      await settled([
        examination.approve(approver, first.id),
        examination.return(coordinator, first.id, 'x'),
      ]),
    ).toEqual(['fulfilled', 'rejected']);
    const before = (await actuals()).length;
    expect(
      await settled([examination.approve(approver, second.id), examination.approve(approver, second.id)]),
    ).toEqual(['fulfilled', 'rejected']);
    expect((await actuals()).length).toBe(before + 1);
  });

  it('says in words what keeps it from being granted', async () => {
    // Nobody pays but the prefecture; its ceiling of Chiba is unknown.
    const draft = await claims.start(she, [
      await visit('2026-10-19', { municipalityId: SAKATA, nightAfter: true }),
    ]);
    const input = await inputOf(draft);
    const nights = input.nights.map((night) => ({ ...night, regionId: '12' }));
    await claims.revise(she, { ...input, nights });
    await claims.submit(she, draft.id);
    await expect(examination.approve(approver, draft.id)).rejects.toMatchObject({
      reason: 'travel-claim.figures-missing',
    });
    await examination.return(approver, draft.id, '宿泊地の上限額が未入力');
    await claims.revise(she, { ...input, version: 2 });
    await claims.submit(she, draft.id);
    const granted = await examination.approve(approver, draft.id);
    // No receipt for the night: the allowance and the way alone.
    const view = await database.db.read(approver, (tx) => viewClaim(tx, granted));
    expect(view.rules[0]?.lines.map(({ kind }) => kind)).toEqual(['CAR', 'LODGING_ALLOWANCE']);
    expect(view).toMatchObject({ granted: true, visits: [{ payerName: null }], withoutRule: [] });
    expect((await parts(draft.id))[0]).toMatchObject({ agreementId: null, costActualId: null });
  });
});

describe('handing over to the cost shares', () => {
  it('enters it in its month, and in the next where that was billed: nothing twice, nothing lost', async () => {
    const november = { from: '2026-11-01', to: '2026-11-30' };
    const yen = TRAIN_YEN * 2 + 2_200;
    const early = await examination.approve(approver, (await submitted('2026-11-10')).id);
    expect((await parts(early.id))[0]).toMatchObject({ yen, feeYen: 10_000, chargedMonth: '2026-11-01' });
    expect(await travelIn(november.from, november.to)).toBe(yen);
    const bill = await invoices.draft(coordinator, {
      agreementId: agreement.id,
      partyId: agreement.party('長井市'),
      ...november,
    });
    // Travel and the fee that the statement counts by itself: a claim brings it once.
    expect(bill.totalYen).toBe(yen + 10_000);
    await invoices.issue(approver, bill.id);
    const evidence = await database.db.read(coordinator, async (tx) => {
      const lines = await invoiceLinesOf(tx, [bill.id]);
      return invoiceEvidenceOf(
        tx,
        lines.filter(({ item }) => item === 'TRAVEL').map(({ id }) => id),
      );
    });
    expect(evidence).toMatchObject([
      { kind: 'ENTERED', refId: (await parts(early.id))[0]?.costActualId, yen },
    ]);
    expect((await actuals()).find(({ id }) => id === evidence[0]?.refId)?.evidence).toContain(early.number);

    const taken = new CostActualService(database.db, clock).remove(coordinator, evidence[0]?.refId ?? '');
    await expect(taken).rejects.toMatchObject({ reason: 'cost-actual.of-travel-claim' });

    const late = await examination.approve(approver, (await submitted('2026-11-20')).id);
    expect((await parts(late.id))[0]).toMatchObject({ yen, chargedMonth: '2026-12-01' });
    expect(await travelIn('2026-11-01', '2026-12-31')).toBe(yen * 2);
    const differences = await database.db.read(coordinator, (tx) => recheckInvoice(tx, coordinator, bill));
    // The visit of the 20th is a day more for the fee; travel of the billed month stays as it was.
    expect(differences.filter(({ item }) => item === 'TRAVEL')).toEqual([]);
  });

  it('does not pay what was recorded with a day worked, nor record what was paid', async () => {
    const worked = { placementId, workedOn: '2026-12-01', halfDays: 1, travelYen: 1_000 };
    await attendance.record(coordinator, worked);
    const first = await submitted('2026-12-01');
    await expect(examination.approve(approver, first.id)).rejects.toMatchObject({
      reason: 'travel-claim.attendance-has-travel',
    });
    const second = await submitted('2026-12-02');
    await examination.approve(approver, second.id);
    await expect(attendance.record(coordinator, { ...worked, workedOn: '2026-12-02' })).rejects.toMatchObject(
      { reason: 'attendance.travel-claimed' },
    );
    await attendance.record(coordinator, { ...worked, workedOn: '2026-12-02', travelYen: 0 });
  });

  it('divides a tour between its payers, each by its own rule, nights and ways once', async () => {
    const tour = [
      await visit('2026-12-07', { wholeDay: true, nightAfter: true }),
      await visit('2026-12-08', { municipalityId: SAKATA }),
    ];
    const draft = await claims.start(she, tour);
    const input = await inputOf(draft, { shareRule: 'HALF_DAYS' });
    expect(input.legs).toHaveLength(3);
    await claims.revise(she, { ...input, receipts: [{ kind: 'LODGING', onDate: '2026-12-07', yen: 9_000 }] });
    await claims.submit(she, draft.id);
    const granted = await examination.approve(approver, draft.id);
    const [byNagai, byPrefecture] = await parts(draft.id);
    const view = await database.db.read(approver, (tx) => viewClaim(tx, granted));
    const yenOf = (title: string) =>
      view.rules.find(({ version }) => version.title.startsWith(title))?.yen ?? 0;
    const [fixed, national] = [yenOf('長井市'), yenOf('職員等')];
    // Two of three half-days are Nagai's, which also bears what is left over.
    expect(byNagai?.yen).toBe(fixed - Math.floor(fixed / 3));
    expect(byPrefecture?.yen).toBe(Math.floor(national / 3));
    const fee = 20_000;
    expect(granted.totalYen).toBe((byNagai?.yen ?? 0) + (byPrefecture?.yen ?? 0) + fee);
    expect(byPrefecture).toMatchObject({ partyId: null, costActualId: null });
    expect((await actuals()).find(({ id }) => id === byNagai?.costActualId)?.yen).toBe(byNagai?.yen);
    const totals = await database.db.read(coordinator, (tx) =>
      travelTotals(tx, coordinator, { from: '2026-12-07', to: '2026-12-08' }),
    );
    expect(totals.reduce((sum, { yen, feeYen }) => sum + yen + feeYen, 0)).toBe(granted.totalYen);
    expect(totals.map(({ municipalityId, month }) => [municipalityId, month]).sort()).toEqual(
      [
        [SAKATA, '2026-12-01'],
        [NAGAI, '2026-12-01'],
      ].sort(),
    );
  });
});

describe('a settled visit', () => {
  const receive = (visitId: string) =>
    database.db.system('06', async (tx, actor) => {
      const one = await takeVisit(tx, actor, visitId);
      one.report({ actor, at: clock.now() });
      one.receive({ actor, at: clock.now() });
      await saveVisits(tx, [one]);
    });
  const ring = (visitId: string) =>
    database.db.system('06', (tx, actor) => settleConfirmedVisit(tx, visitId, { actor, at: clock.now() }));

  it('is over when its town has confirmed it and its claim is granted, whichever comes last', async () => {
    const [before, after, never] = [
      await visit('2026-12-14'),
      await visit('2026-12-15'),
      await visit('2026-12-16'),
    ];
    const claimFor = async (visitId: string, date: LocalDate) => {
      const draft = await claims.start(she, [visitId]);
      await claims.revise(she, await inputOf(draft, byTrain(date)));
      await claims.submit(she, draft.id);
      return draft.id;
    };
    await receive(before);
    await examination.approve(approver, await claimFor(before, '2026-12-14'));
    expect(await statusOf(before)).toBe('SETTLED');
    await examination.approve(approver, await claimFor(after, '2026-12-15'));
    expect(await statusOf(after)).toBe('DONE');
    await receive(after);
    const asked: { n: number }[] = await database.dataSource.query(
      `SELECT count(*)::int AS n FROM outbox WHERE job = $1 AND payload->>'visitId' = $2`,
      [visitReceived.name, after],
    );
    expect(asked).toEqual([{ n: 1 }]);
    await Promise.all([ring(after), ring(after)]);
    expect(await statusOf(after)).toBe('SETTLED');
    await claimFor(never, '2026-12-16');
    await receive(never);
    await ring(never);
    expect(await statusOf(never)).toBe('RECEIVED');
  });

  it('without money takes one step, once', async () => {
    const online = await visit('2026-12-17', { mode: 'ONLINE' });
    await receive(online);
    for (const actor of [approver, he, far, townStaff(NAGAI)])
      await expect(examination.settleWithoutMoney(actor, online)).rejects.toMatchObject({
        code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
      });
    expect(
      await settled([
        examination.settleWithoutMoney(she, online),
        examination.settleWithoutMoney(coordinator, online),
      ]),
    ).toEqual(['fulfilled', 'rejected']);
    expect(await statusOf(online)).toBe('SETTLED');
    const ahead = await visit('2026-12-18', { status: 'CONFIRMED' });
    await expect(examination.settleWithoutMoney(she, ahead)).rejects.toMatchObject({
      reason: 'travel-claim.visit-not-made',
    });
  });
});

describe('旅費請求書', () => {
  it('says each amount with clause and formula, in the Japanese calendar, and who took it away', async () => {
    const { id } = await submitted('2026-12-21');
    const { number } = await examination.approve(approver, id);
    for (const actor of [she, coordinator]) {
      const { name, pdf } = await papers.make(actor, id);
      expect(name).toBe(`${number}-旅費請求書.pdf`);
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
      const words = text.replaceAll(/\s/g, '');
      for (const part of [
        '旅費請求書',
        number ?? '',
        '令和8年12月21日',
        '長井市職員等の旅費に関する条例日当',
        '日帰り日額2,200円×1日',
        '実費6,760円',
        '協定第7条（謝金）',
        '領収書',
        '18,960円',
      ])
        expect(words).toContain(part);
    }
    for (const actor of [far, he, townStaff(NAGAI)])
      await expect(papers.make(actor, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const log: { n: number }[] = await database.dataSource.query(
      `SELECT count(*)::int AS n FROM audit_entry WHERE kind = 'EXPORT' AND record_id = $1`,
      [id],
    );
    expect(log).toEqual([{ n: 2 }]);
  });
});
