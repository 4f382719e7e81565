import { QuotaService } from '../quota.service.js';
import { AvailabilityService } from '@banso/talent';
import { getSupportRequest, SupportCourseService } from '@banso/support';
import {
  addDays,
  FixedClock,
  type HubStaff,
  instantAt,
  localDateOf,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../../test/people.js';
import { DECEMBER, ENTITIES, START, THEME } from '../../test/given-calendar.js';
import { Dates } from '../../test/given-dates.js';
import { callOffAhead } from '../visit-call-off.js';
import { visitHistoriesOf, visitsOfRequests } from '../visit.queries.js';
import { listPublications } from '../planning-run.queries.js';
import { dateInquiryHistoriesOf } from './date-inquiry.queries.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let dates: Dates;
let staff: HubStaff;
let ehime: HubStaff;
let auditor: HubStaff;
let kure: MunicipalityStaff;
let colleague: MunicipalityStaff;
let mihara: MunicipalityStaff;
let specialist: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  dates = new Dates(database.db, clock);
  staff = await hub(database.db);
  auditor = await hub(database.db, '34', ['AUDITOR']);
  ehime = await hub(database.db, '38');
  kure = await clerk(database.db);
  colleague = await clerk(database.db);
  mihara = await clerk(database.db, MIHARA);
  specialist = await expert(database.db, staff, { themes: [THEME] });
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await dates.clear();
});
afterAll(() => database.drop());

const held = async () => (await dates.visitsOf(staff)).filter(({ status }) => status === 'HELD');
const statuses = async () => (await dates.visitsOf(staff)).map(({ status }) => status);
const refused = (reason: string) => ({ reason });

describe('slots that are offered', () => {
  it('are the least disturbing on three days after the deadline, and held: for the town slots, and no visits', async () => {
    const request = await dates.request(kure, staff, { visits: 1 });
    const { dueOn, slots, proposed } = await dates.inquiries.slotsToOffer(staff, request.id, 5);
    expect(dueOn).toBe('2026-12-08');
    expect(slots.length).toBeGreaterThan(20);
    expect(slots.every(({ startsAt }) => localDateOf(startsAt) > dueOn)).toBe(true);
    expect(slots[0]?.reasons).toContain('LEAST_DISTURBING');
    expect(slots.some(({ reasons }) => reasons.includes('SOONEST'))).toBe(true);
    const days = proposed.map((key) => slots.find((slot) => slot.key === key)?.half.date);
    expect(new Set(days).size).toBe(3);

    const inquiry = await dates.inquiries.offer(staff, {
      supportRequestId: request.id,
      slotKeys: proposed,
      message: 'よろしくお願いします',
    });
    expect(inquiry).toMatchObject({ status: 'OPEN', way: 'CHOICE', visitNo: 1, dueOn });
    expect(await held()).toHaveLength(3);
    expect(
      (await held()).every(({ publicationId, visitNo }) => publicationId === null && visitNo === 1),
    ).toBe(true);
    for (const actor of [kure, mihara, specialist]) {
      expect(await dates.visitsOf(actor)).toEqual([]);
      const [row] = await database.db.read(actor, (tx) =>
        tx.query<{ count: number }[]>('SELECT count(*)::int AS count FROM visit'),
      );
      expect(row?.count).toBe(0);
    }
    expect(await database.db.read(kure, (tx) => visitsOfRequests(tx, kure, [request.id]))).toEqual([]);
    expect((await dates.slotsOf(kure, inquiry)).map(({ position, outcome }) => [position, outcome])).toEqual([
      [1, 'OFFERED'],
      [2, 'OFFERED'],
      [3, 'OFFERED'],
    ]);
    expect(await dates.slotsOf(mihara, inquiry)).toEqual([]);
    expect(await dates.told(inquiry)).toEqual(['DATES_ASKED']);
    // Nobody else is given that time: Postgres itself says so.
    const [one] = await held();
    const twin = database.dataSource.query(
      `INSERT INTO visit SELECT (jsonb_populate_record(visit, jsonb_build_object('id', gen_random_uuid()))).*
       FROM visit WHERE id = $1`,
      [one?.id],
    );
    await expect(twin).rejects.toMatchObject({ code: '23P01' });
  });

  it('are offered by those who coordinate, for a case with a visit still to give, one inquiry at a time', async () => {
    const { request, inquiry } = await dates.offered(kure, staff);
    const again = { supportRequestId: request.id, slotKeys: ['x'] };
    await expect(dates.inquiries.offer(staff, again)).rejects.toMatchObject(
      refused('date-inquiry.asked-already'),
    );
    await expect(dates.inquiries.slotsToOffer(staff, request.id, 5)).rejects.toMatchObject(
      refused('date-inquiry.asked-already'),
    );
    for (const actor of [kure, auditor, specialist])
      await expect(dates.inquiries.offer(actor, again)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(dates.inquiries.offer(ehime, again)).rejects.toMatchObject(refused('request.not-found'));
    await expect(dates.inquiries.offer(staff, { ...again, workingDays: 0 })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    const withdrawn = await dates.inquiries.withdraw(staff, inquiry.id, { reason: '別の方法で' });
    expect(withdrawn.status).toBe('WITHDRAWN');
    await expect(dates.inquiries.offer(staff, again)).rejects.toMatchObject(refused('date-inquiry.stale'));
    await database.dataSource.query(`UPDATE support_request SET status = 'SUSPENDED' WHERE id = $1`, [
      request.id,
    ]);
    await expect(dates.inquiries.offer(staff, again)).rejects.toMatchObject(refused('request.not-in-state'));
  });

  it('stay where they are when a plan is made, and stand for one visit', async () => {
    const { request, slots } = await dates.offered(kure, staff, { visits: 2 });
    const run = await dates.plan(staff, { from: '2026-12-07', to: '2027-01-29' });
    const proposals = await dates.proposals(run);
    expect(proposals.filter(({ supportRequestId }) => supportRequestId === request.id)).toMatchObject([
      { visitNo: 2 },
    ]);
    const [second] = proposals;
    for (const slot of slots)
      expect(slot.endsAt <= (second?.startsAt ?? 0) || slot.startsAt >= (second?.endsAt ?? 0)).toBe(true);
    await dates.publishing.publish(staff, run.id);
    await dates.answers.choose(kure, (await dates.inquiryOf(request)).id, slots[0]?.id ?? '');
    expect((await dates.visitsOf(kure)).map(({ visitNo }) => visitNo).sort()).toEqual([1, 2]);
  });

  it('are no place for a plan that was made before', async () => {
    const request = await dates.request(kure, staff, { visits: 1 });
    const run = await dates.plan(staff, DECEMBER);
    const [proposal] = await dates.proposals(run);
    const { slots } = await dates.inquiries.slotsToOffer(staff, request.id, 2);
    const same =
      slots.find(({ startsAt }) => startsAt.getTime() === proposal?.startsAt.getTime()) ?? slots[0];
    await dates.inquiries.offer(staff, {
      supportRequestId: request.id,
      workingDays: 2,
      slotKeys: [same?.key ?? ''],
    });
    await expect(dates.publishing.publish(staff, run.id)).rejects.toMatchObject(refused('plan.overtaken'));
    expect(await statuses()).toEqual(['HELD']);
  });

  it('count once in a quota', async () => {
    await new QuotaService(database.db, clock).set(staff, {
      name: '案件の回数',
      scope: 'MUNICIPALITY',
      municipalityId: kure.municipalityId,
      period: 'FISCAL_YEAR',
      unit: 'VISITS',
      counts: 'BOTH',
      limit: 1,
      warnPercent: 80,
      source: '要綱',
    });
    const { inquiry, slots } = await dates.offered(kure, staff);
    const other = await dates.request(kure, staff, { visits: 1 });
    await expect(dates.offer(staff, other.id)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(
      dates.inquiries.offer(staff, { supportRequestId: other.id, slotKeys: ['x'] }),
    ).rejects.toMatchObject(refused('quota.exceeded'));
    await dates.answers.choose(kure, inquiry.id, slots[2]?.id ?? '');
    expect(await statuses()).toEqual(['PUBLISHED']);
  });
});

describe('これでお願いします', () => {
  it('publishes the slot as a version of its own, and frees the others', async () => {
    const { request, inquiry, slots } = await dates.offered(kure, staff);
    const agreed = await dates.answers.choose(kure, inquiry.id, slots[1]?.id ?? '');
    expect(agreed).toMatchObject({ status: 'AGREED', visitNo: 1 });
    const [visit, ...rest] = await dates.visitsOf(kure);
    expect(rest).toEqual([]);
    expect(visit).toMatchObject({ id: agreed.visitId, status: 'PUBLISHED', startsAt: slots[1]?.startsAt });
    expect(await statuses()).toEqual(['PUBLISHED']);
    expect((await dates.slotsOf(kure, inquiry)).map(({ outcome }) => outcome)).toEqual([
      'RELEASED',
      'CHOSEN',
      'RELEASED',
    ]);
    const [publication] = (await database.db.read(staff, (tx) => listPublications(tx, staff, {}))).rows;
    expect(publication).toMatchObject({ cause: 'INQUIRY', visits: 1, publishedByName: kure.name });
    const [history] = await database.db.read(kure, (tx) => visitHistoriesOf(tx, [visit?.id ?? '']));
    expect(history).toMatchObject({ fromStatus: 'HELD', toStatus: 'PUBLISHED', actorName: kure.name });
    expect(await database.db.read(staff, (tx) => getSupportRequest(tx, staff, request.id))).toMatchObject({
      status: 'IN_SUPPORT',
    });
    // Whoever comes reads the case from now on.
    expect(await dates.visitsOf(specialist)).toHaveLength(1);
    const steps = await database.db.read(staff, (tx) => dateInquiryHistoriesOf(tx, [inquiry.id]));
    expect(steps.map(({ toStatus }) => toStatus)).toEqual(['OPEN', 'AGREED']);
    expect(await dates.told(inquiry)).toEqual(['DATES_ASKED', 'DATES_AGREED']);
    await expect(dates.answers.choose(kure, inquiry.id, slots[1]?.id ?? '')).rejects.toMatchObject(
      refused('date-inquiry.not-in-state'),
    );
  });

  it('is the town’s to say, and its own', async () => {
    const { inquiry, slots } = await dates.offered(kure, staff);
    const approver = { ...kure, duties: ['APPROVER'] as const };
    const slot = slots[0]?.id ?? '';
    for (const actor of [staff, approver])
      await expect(dates.answers.choose(actor, inquiry.id, slot)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    for (const actor of [mihara, ehime, specialist])
      await expect(dates.answers.choose(actor, inquiry.id, slot)).rejects.toMatchObject(
        refused('date-inquiry.not-found'),
      );
    await expect(dates.answers.choose(kure, inquiry.id, inquiry.id)).rejects.toMatchObject(
      refused('date-slot.not-found'),
    );
    await expect(dates.answers.choose(kure, 'x', slot)).rejects.toMatchObject(
      refused('date-inquiry.not-found'),
    );
    await expect(
      dates.answers.mark(kure, inquiry.id, {
        name: '呉 花子',
        marks: [{ date: '2026-12-10', half: 'AM', mark: 'YES' }],
      }),
    ).rejects.toMatchObject(refused('date-inquiry.other-way'));
    expect(await held()).toHaveLength(3);
  });

  it('is refused with nothing lost when the slot cannot be had any more', async () => {
    const { inquiry, slots } = await dates.offered(kure, staff);
    const [first, second] = slots;
    await new AvailabilityService(database.db, clock).addDayOff(staff, {
      specialistId: first?.specialistId ?? '',
      date: localDateOf(first?.startsAt ?? clock.now()),
      part: 'DAY',
    });
    await expect(dates.answers.choose(kure, inquiry.id, first?.id ?? '')).rejects.toMatchObject(
      refused('date-inquiry.slot-gone'),
    );
    expect(await held()).toHaveLength(3);
    expect(await dates.answers.choose(kure, inquiry.id, second?.id ?? '')).toMatchObject({
      status: 'AGREED',
    });
  });

  it('by two colleagues at once publishes one visit', async () => {
    const { inquiry, slots } = await dates.offered(kure, staff);
    const both = await Promise.allSettled([
      dates.answers.choose(kure, inquiry.id, slots[0]?.id ?? ''),
      dates.answers.choose(colleague, inquiry.id, slots[1]?.id ?? ''),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const late = both.find(({ status }) => status === 'rejected');
    expect(late).toMatchObject({ reason: { reason: 'date-inquiry.not-in-state' } });
    expect(await statuses()).toEqual(['PUBLISHED']);
  });

  it('while the hub withdraws is either before or after', async () => {
    const { inquiry, slots } = await dates.offered(kure, staff);
    const both = await Promise.allSettled([
      dates.inquiries.withdraw(staff, inquiry.id, { reason: '予定が変わったため' }),
      dates.answers.choose(kure, inquiry.id, slots[0]?.id ?? ''),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { status } = await dates.now(kure, inquiry);
    expect(await statuses()).toEqual(status === 'AGREED' ? ['PUBLISHED'] : []);
    expect(['AGREED', 'WITHDRAWN']).toContain(status);
  });
});

describe('an inquiry that ends otherwise', () => {
  it('goes back to the hub with the town’s reason and wishes', async () => {
    const { inquiry } = await dates.offered(kure, staff);
    const wishes = [{ date: '2026-12-24', half: 'PM' }];
    await expect(dates.answers.decline(kure, inquiry.id, { wishes })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    await expect(
      dates.answers.decline(kure, inquiry.id, { reason: 'x', wishes: [{ date: '2020-01-01', half: 'AM' }] }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const declined = await dates.answers.decline(kure, inquiry.id, { reason: '議会のため', wishes });
    expect(declined).toMatchObject({ status: 'DECLINED', wishes });
    expect(await dates.visitsOf(staff)).toEqual([]);
    const steps = await database.db.read(staff, (tx) => dateInquiryHistoriesOf(tx, [inquiry.id]));
    expect(steps.at(-1)).toMatchObject({ toStatus: 'DECLINED', reason: '議会のため' });
    expect(await dates.told(inquiry)).toEqual(['DATES_ASKED', 'DATES_DECLINED']);
  });

  it('is reminded of at half its time and on the morning before, lapses after its last day, each at its minute', async () => {
    const { inquiry } = await dates.offered(kure, staff);
    const tick = async (at: Date, after = 0) => {
      clock.moveTo(new Date(at.getTime() + after));
      return dates.sweep();
    };
    expect(inquiry.halfTimeAt).toEqual(new Date('2026-12-04T19:30:00Z'));
    expect(await tick(inquiry.halfTimeAt, -1)).toBe(0);
    expect(await tick(inquiry.halfTimeAt)).toBe(1);
    expect(await tick(inquiry.halfTimeAt, 60_000)).toBe(0);
    const eve = instantAt('2026-12-07', 9 * 60);
    expect(await tick(eve, -1)).toBe(0);
    expect(await tick(eve)).toBe(1);
    expect(await tick(inquiry.closesAt, -1)).toBe(0);
    expect((await dates.now(kure, inquiry)).status).toBe('OPEN');
    expect(await held()).toHaveLength(3);
    expect(await tick(inquiry.closesAt)).toBe(1);
    expect((await dates.now(kure, inquiry)).status).toBe('LAPSED');
    expect(await dates.visitsOf(staff)).toEqual([]);
    expect(await dates.sweep()).toBe(0);
    expect(await dates.told(inquiry)).toEqual([
      'DATES_ASKED',
      'DATES_REMINDER',
      'DATES_REMINDER',
      'DATES_LAPSED',
    ]);
  });

  it('is answered too late after its last minute, also before anybody has swept', async () => {
    const { inquiry, slots } = await dates.offered(kure, staff);
    clock.moveTo(inquiry.closesAt);
    await expect(dates.answers.choose(kure, inquiry.id, slots[0]?.id ?? '')).rejects.toMatchObject(
      refused('date-inquiry.over'),
    );
    clock.moveTo(new Date(inquiry.closesAt.getTime() - 1));
    expect(await dates.answers.choose(kure, inquiry.id, slots[0]?.id ?? '')).toMatchObject({
      status: 'AGREED',
    });
  });

  it('is given more time as long as the slots lie after it, and its reminders are counted anew', async () => {
    const request = await dates.request(kure, staff, { visits: 1 });
    const { slots } = await dates.inquiries.slotsToOffer(staff, request.id, 2);
    const late = slots.find(({ half: { date } }) => date >= '2026-12-18');
    const inquiry = await dates.inquiries.offer(staff, {
      supportRequestId: request.id,
      workingDays: 2,
      slotKeys: [late?.key ?? ''],
    });
    await expect(dates.inquiries.extend(staff, inquiry.id, { workingDays: 2 })).rejects.toMatchObject({
      details: { faults: [{ rule: 'not-later' }] },
    });
    await expect(dates.inquiries.extend(staff, inquiry.id, { workingDays: 20 })).rejects.toMatchObject({
      details: { faults: [{ rule: 'due-before-first' }] },
    });
    await expect(dates.inquiries.extend(kure, inquiry.id, { workingDays: 5 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    clock.moveTo(inquiry.eveAt);
    await dates.sweep();
    const extended = await dates.inquiries.extend(staff, inquiry.id, { workingDays: 5 });
    expect(extended).toMatchObject({ status: 'OPEN', dueOn: '2026-12-09', eveToldAt: null });
    expect(await dates.sweep()).toBe(0);
    clock.moveTo(extended.halfTimeAt);
    expect(await dates.sweep()).toBe(1);
    expect(addDays(extended.dueOn, 0)).toBe('2026-12-09');
  });

  it('ends with its case, whether the case is paused or taken back', async () => {
    const { request, inquiry } = await dates.offered(kure, staff, { visits: 2 });
    await database.dataSource.query(`UPDATE support_request SET status = 'IN_SUPPORT' WHERE id = $1`, [
      request.id,
    ]);
    await new SupportCourseService(database.db, clock).suspend(staff, request.id, '担当者の異動のため');
    await database.db.system('34', (tx, actor) => callOffAhead(tx, request.id, { actor, at: clock.now() }));
    expect((await dates.now(kure, inquiry)).status).toBe('WITHDRAWN');
    const next = await dates.offered(kure, staff);
    await database.dataSource.query(`UPDATE support_request SET status = 'WITHDRAWN' WHERE id = $1`, [
      next.request.id,
    ]);
    await expect(dates.answers.choose(kure, next.inquiry.id, next.slots[0]?.id ?? '')).rejects.toMatchObject(
      refused('date-inquiry.case-stands-still'),
    );
    await dates.sweep();
    expect((await dates.now(kure, next.inquiry)).status).toBe('WITHDRAWN');
    expect(await held()).toEqual([]);
  });

  it('leaves a specialist free to call off what lies beside it', async () => {
    await dates.request(kure, staff, { visits: 1 });
    const [visit] = await dates.publish(staff);
    const request = await dates.request(mihara, staff, { visits: 1, visitMinutes: 60 });
    const { slots } = await dates.inquiries.slotsToOffer(staff, request.id, 1);
    const beside = slots.find(({ half: { date } }) => date === localDateOf(visit?.startsAt ?? clock.now()));
    expect(beside?.reasons).toContain('SAME_TRIP');
    await dates.inquiries.offer(staff, {
      supportRequestId: request.id,
      workingDays: 1,
      slotKeys: [beside?.key ?? ''],
    });
    await dates.visits.decline(specialist, visit?.id ?? '', { kind: 'UNWELL' });
    expect(await held()).toMatchObject([{ startsAt: beside?.startsAt }]);
  });
});
