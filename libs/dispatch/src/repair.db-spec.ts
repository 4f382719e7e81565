import {
  FixedClock,
  type HubStaff,
  instantAt,
  localDateOf,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { getSupportRequest } from '@banso/support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../test/people.js';
import { Calendar, ENTITIES, START, THEME } from '../test/given-calendar.js';
import { PlanningPolicyService } from './planning-policy.service.js';
import type { Visit } from './visit.entity.js';
import { visitHistoriesOf } from './visit.queries.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let calendar: Calendar;
let staff: HubStaff;
let ehime: HubStaff;
let kure: MunicipalityStaff;
let mihara: MunicipalityStaff;
let specialist: SpecialistUser;
let colleague: SpecialistUser;
let visit: Visit;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  staff = await hub(database.db);
  ehime = await hub(database.db, '38');
  kure = await clerk(database.db);
  mihara = await clerk(database.db, MIHARA);
  specialist = await expert(database.db, staff, { themes: [THEME] });
  colleague = await expert(database.db, staff, { themes: [THEME] });
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
  await calendar.request(kure, staff, { visits: 1 });
  const [published] = await calendar.publish(staff);
  if (!published) throw new Error('a visit is published');
  visit = published;
});
afterAll(() => database.drop());

const who = () => (visit.specialistId === specialist.specialistId ? specialist : colleague);
const absence = () => {
  const day = localDateOf(visit.startsAt);
  return { specialistId: visit.specialistId, from: day, to: day };
};
const repairOf = (optionKey: string) => ({
  ...absence(),
  optionKey,
  reason: '急な病気のため',
  side: 'SPECIALIST',
});
const visitNow = async () => (await calendar.visitsOf(staff)).find(({ id }) => id === visit.id);
const daysOff = () => database.dataSource.query<unknown[]>('SELECT date FROM day_off');

describe('an absence', () => {
  it('comes with ways out that change as little as possible, and their price', async () => {
    const { options } = await calendar.repairs.absenceOptions(staff, absence());
    expect(options.length).toBeGreaterThan(0);
    for (const { changes, unplaced } of options) {
      expect(changes).toHaveLength(1);
      expect(changes[0]).toMatchObject({
        kind: 'MOVED',
        visitId: visit.id,
        supportRequestId: visit.supportRequestId,
      });
      expect(changes[0]?.before).toMatchObject({ startsAt: visit.startsAt });
      expect(unplaced).toEqual([]);
    }
    expect(options[0]?.price.tiers).toHaveLength(3);
    expect(new Set(options.map(({ key }) => key)).size).toBe(options.length);
  });

  it('is repaired as it was chosen: the row moves, the days off are noted, the reason is kept', async () => {
    await calendar.visits.accept(who(), visit.id);
    const { options } = await calendar.repairs.absenceOptions(staff, absence());
    const [option] = options;
    const publication = await calendar.repairs.applyRepair(staff, repairOf(option?.key ?? ''));
    expect(publication).toMatchObject({ cause: 'REPAIR', runId: null, moved: 1, visits: 0, version: 2 });
    const after = option?.changes[0]?.after;
    expect(await visitNow()).toMatchObject({ status: 'PUBLISHED', ...after });
    const [last] = (await database.db.read(staff, (tx) => visitHistoriesOf(tx, [visit.id]))).slice(-1);
    expect(last).toMatchObject({ fromStatus: 'CONFIRMED', toStatus: 'PUBLISHED', reason: '急な病気のため' });
    expect(await daysOff()).toHaveLength(1);
    expect((await calendar.repairs.absenceOptions(staff, absence())).options).toEqual([]);
  });

  it('of today is taken over today, as soon as somebody can be there', async () => {
    clock.moveTo(instantAt(localDateOf(visit.startsAt), 7 * 60));
    const { options } = await calendar.repairs.absenceOptions(staff, absence());
    const kinds = options.flatMap(({ changes }) => changes.map(({ after }) => after));
    const colleagues = kinds.filter((after) => after?.specialistId !== visit.specialistId);
    expect(colleagues.map((after) => after && localDateOf(after.startsAt))).toContain(absence().from);
    for (const after of colleagues)
      expect(after?.startsAt.getTime()).toBeGreaterThanOrEqual(clock.now().getTime() + 2 * 3_600_000);
    const option = options.find(({ changes: [change] }) => change?.after === colleagues[0]);
    await calendar.repairs.applyRepair(staff, repairOf(option?.key ?? ''));
    expect(await visitNow()).toMatchObject({ ...colleagues[0] });
  });

  it('leaves alone what has begun already', async () => {
    clock.moveTo(new Date(visit.startsAt.getTime() + 60_000));
    const { options } = await calendar.repairs.absenceOptions(staff, absence());
    expect(options).toEqual([]);
  });

  it('calls off what nobody can take over, on the side that was said', async () => {
    for (const { specialistId } of [specialist, colleague])
      if (specialistId !== visit.specialistId)
        await database.dataSource.query('UPDATE specialist SET active = false WHERE id = $1', [specialistId]);
    const month = { from: '2026-12-07', to: '2026-12-28' };
    await database.dataSource.query(
      `INSERT INTO day_off (id, prefecture_id, specialist_id, date, part)
       SELECT gen_random_uuid(), '34', $1, day, 'DAY' FROM generate_series(date '2026-12-29', '2027-03-31', '1 day') day`,
      [visit.specialistId],
    );
    const { options } = await calendar.repairs.absenceOptions(staff, { ...absence(), ...month });
    expect(options.map(({ changes }) => changes.map(({ kind }) => kind))).toEqual([['CANCELLED']]);
    await calendar.repairs.applyRepair(staff, { ...repairOf(options[0]?.key ?? ''), ...month });
    expect(await visitNow()).toMatchObject({ status: 'CANCELLED', cancelSide: 'SPECIALIST' });
    const request = await database.db.read(staff, (tx) =>
      getSupportRequest(tx, staff, visit.supportRequestId),
    );
    expect(request.status).toBe('SCHEDULING');
    await database.dataSource.query('UPDATE specialist SET active = true');
  });

  it('is repaired once, and not by an option that no longer holds', async () => {
    const { options } = await calendar.repairs.absenceOptions(staff, absence());
    const key = options[0]?.key ?? '';
    const stale = { code: 'CONFLICT', reason: 'repair.stale' };
    await expect(calendar.repairs.applyRepair(staff, repairOf('0'.repeat(40)))).rejects.toMatchObject(stale);
    const asked = await Promise.allSettled(
      [1, 2, 3].map(() => calendar.repairs.applyRepair(staff, repairOf(key))),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(calendar.repairs.applyRepair(staff, repairOf(key))).rejects.toMatchObject(stale);
  });

  it('is the hub’s own', async () => {
    for (const actor of [kure, specialist])
      await expect(calendar.repairs.absenceOptions(actor, absence())).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    await expect(calendar.repairs.absenceOptions(ehime, absence())).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(calendar.repairs.applyRepair(ehime, repairOf('x'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(calendar.repairs.applyRepair(kure, repairOf('x'))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await daysOff()).toEqual([]);
  });

  it.each([
    ['days that are over', { from: '2026-11-30' }, 'from', 'not-past'],
    ['an end before the beginning', { to: '2026-12-01', from: '2026-12-02' }, 'to', 'not-before-from'],
    ['more than a month', { from: '2026-12-02', to: '2027-01-20' }, 'to', 'period-too-long'],
  ])('is not asked for %s', async (_, wrong, path, rule) => {
    await expect(calendar.repairs.absenceOptions(staff, { ...absence(), ...wrong })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { faults: [expect.objectContaining({ path, rule })] },
    });
  });
});

describe('an urgent visit', () => {
  const urgent = () => calendar.request(mihara, staff, { visits: 1, urgency: 'URGENT' });

  it('is brought in beside what is published, with a version of its own', async () => {
    const request = await urgent();
    const { options, reasons } = await calendar.repairs.urgentOptions(staff, request.id);
    expect(reasons).toEqual([]);
    const [option] = options;
    expect(option?.changes.map(({ kind }) => kind)).toContain('NEW');
    const wish = { supportRequestId: request.id, optionKey: option?.key ?? '', reason: '緊急のため' };
    const publication = await calendar.repairs.applyUrgent(staff, wish);
    expect(publication).toMatchObject({ cause: 'URGENT', runId: null, visits: 1 });
    const [added] = await calendar.visitsOf(mihara);
    expect(added).toMatchObject({ supportRequestId: request.id, status: 'PUBLISHED', visitNo: 1 });
    expect(added?.travelBeforeMinutes).toBeGreaterThan(0);
    const now = await database.db.read(staff, (tx) => getSupportRequest(tx, staff, request.id));
    expect(now.status).toBe('IN_SUPPORT');
    await expect(calendar.repairs.applyUrgent(staff, wish)).rejects.toMatchObject({ reason: 'repair.stale' });
  });

  it('is brought in once, also when three ask at once', async () => {
    const request = await urgent();
    const { options } = await calendar.repairs.urgentOptions(staff, request.id);
    const wish = { supportRequestId: request.id, optionKey: options[0]?.key ?? '', reason: '緊急' };
    const asked = await Promise.allSettled([1, 2, 3].map(() => calendar.repairs.applyUrgent(staff, wish)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await calendar.visitsOf(mihara)).toHaveLength(1);
  });

  it('can be held today, from the lead time on', async () => {
    const request = await urgent();
    const { options, today } = await calendar.repairs.urgentOptions(staff, request.id);
    // Nine in the morning, and two hours to get ready.
    expect(today).toMatchObject({ state: 'OPEN', from: new Date('2026-12-01T02:00:00Z') });
    expect(today?.sentence.ja).toContain('11:00');
    const after = options[0]?.changes.find(({ kind }) => kind === 'NEW')?.after;
    expect(localDateOf(after?.startsAt ?? new Date(0))).toBe('2026-12-01');
    expect(after?.startsAt.getTime()).toBeGreaterThanOrEqual(Date.parse('2026-12-01T02:00:00Z'));
    const wish = { supportRequestId: request.id, optionKey: options[0]?.key ?? '', reason: '緊急' };
    await calendar.repairs.applyUrgent(staff, wish);
    const [added] = await calendar.visitsOf(mihara);
    expect(added?.startsAt).toEqual(after?.startsAt);
    // Nobody sets out before it was decided.
    expect(added?.busyFrom.getTime()).toBeGreaterThanOrEqual(clock.now().getTime());
  });

  it('waits for tomorrow when it is too late, when the request is not urgent, and when today is closed', async () => {
    const request = await urgent();
    const later = await calendar.request(mihara, staff, { visits: 1, urgency: 'HIGH' });
    const wishes = await calendar.request(mihara, staff, {
      visits: 1,
      urgency: 'URGENT',
      earliestOn: '2026-12-03',
    });
    const stateOf = async (id: string) => {
      const { options, today } = await calendar.repairs.urgentOptions(staff, id);
      const days = options.flatMap(({ changes }) =>
        changes.flatMap(({ after }) => (after ? [localDateOf(after.startsAt)] : [])),
      );
      expect(days.length).toBeGreaterThan(0);
      expect(days).not.toContain(localDateOf(clock.now()));
      expect(today?.from).toBeNull();
      return today?.state;
    };
    expect(await stateOf(later.id)).toBe('NOT_URGENT');
    expect(await stateOf(wishes.id)).toBe('LATER');
    clock.moveTo(new Date('2026-12-01T05:00:00Z'));
    expect(await stateOf(request.id)).toBe('OVER');
    clock.moveTo(new Date('2026-12-05T01:00:00Z'));
    expect(await stateOf(request.id)).toBe('CLOSED');
  });

  it('takes the time that the policy of the prefecture asks for', async () => {
    const policies = new PlanningPolicyService(database.db, clock);
    const terms = {
      tiers: [['visit-left-out']],
      weights: [],
      frozenWorkingDays: 5,
      reserveHalfDaysPerWeek: 0,
    };
    await policies.set(staff, { ...terms, version: 0, urgentLeadMinutes: 250 });
    const request = await urgent();
    const fromNow = async () => (await calendar.repairs.urgentOptions(staff, request.id)).today;
    // 13:10 is not on the half hour.
    expect(await fromNow()).toMatchObject({ state: 'OPEN', from: new Date('2026-12-01T04:30:00Z') });
    await policies.set(staff, { ...terms, version: 1 });
    expect(await fromNow()).toMatchObject({ from: new Date('2026-12-01T04:30:00Z') });
    await policies.set(staff, { ...terms, version: 2, urgentLeadMinutes: 600 });
    expect(await fromNow()).toMatchObject({ state: 'OVER' });
  });

  it('says that it is too late for today when an option of today is applied in the evening', async () => {
    const request = await urgent();
    const { options } = await calendar.repairs.urgentOptions(staff, request.id);
    clock.moveTo(new Date('2026-12-01T06:00:00Z'));
    const wish = { supportRequestId: request.id, optionKey: options[0]?.key ?? '', reason: '緊急' };
    await expect(calendar.repairs.applyUrgent(staff, wish)).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'repair.today-over',
    });
    expect(await calendar.visitsOf(mihara)).toEqual([]);
  });

  it('is for requests that can be planned', async () => {
    const request = await calendar.request(mihara, staff, { visits: 1, entrustSelection: false });
    await expect(calendar.repairs.urgentOptions(staff, request.id)).rejects.toMatchObject({
      code: 'INVALID_STATE',
      reason: 'request.not-in-state',
    });
  });

  it('says why when nobody can come', async () => {
    const request = await calendar.request(mihara, staff, { themeId: 'T12', visits: 1 });
    const { options, reasons } = await calendar.repairs.urgentOptions(staff, request.id);
    expect(options).toEqual([]);
    expect(reasons[0]).toMatchObject({ ruleId: 'essential-skill' });
    expect(reasons[0]?.sentence.ja).toContain('必須スキル');
  });

  it('is the hub’s own', async () => {
    const request = await urgent();
    const wish = { supportRequestId: request.id, optionKey: 'x', reason: 'x' };
    await expect(calendar.repairs.urgentOptions(mihara, request.id)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(calendar.repairs.urgentOptions(ehime, request.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(calendar.repairs.applyUrgent(mihara, wish)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(calendar.repairs.applyUrgent(ehime, wish)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
