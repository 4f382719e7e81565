import {
  addDays,
  FixedClock,
  type HubStaff,
  type MunicipalityStaff,
  type SpecialistUser,
  systemActor,
} from '@banso/kernel';
import { MINUTES_PER_DAY, type Problem, validateProblem } from '@banso/planning';
import { requestsToPlan } from '@banso/support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, OSAKIKAMIJIMA } from '../../../test/people.js';
import { Calendar, DECEMBER, ENTITIES, START, THEME } from '../test/given-calendar.js';
import type { Period } from './planning-calendar.js';
import { planningProblem } from './planning-problem.js';

const clock = new FixedClock(new Date(START));
const system = systemActor('34');
let database: FreshDatabase;
let calendar: Calendar;
let staff: HubStaff;
let town: MunicipalityStaff;
let island: MunicipalityStaff;
let specialist: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  staff = await hub(database.db);
  town = await clerk(database.db);
  island = await clerk(database.db, OSAKIKAMIJIMA);
  specialist = await expert(database.db, staff, { themes: [THEME] });
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
});
afterAll(() => database.drop());

async function problemOf(period: Period = DECEMBER): Promise<Problem> {
  const problem = await database.db.read(system, async (tx) =>
    planningProblem(tx, system, {
      period,
      today: clock.today(),
      requests: await requestsToPlan(tx, system),
      held: [],
    }),
  );
  expect(validateProblem(problem)).toEqual([]);
  return problem;
}

describe('a request in the problem', () => {
  it('carries what the town asked for, in minutes from the first day', async () => {
    await calendar.request(town, staff, {
      urgency: 'HIGH',
      earliestOn: '2026-12-09',
      deadlineOn: '2026-12-18',
      wished: [{ date: '2026-12-10', half: 'PM' }],
      onlyWished: true,
    });
    const [request] = (await problemOf()).requests;
    expect(request).toMatchObject({
      town: town.municipalityId,
      priority: 3,
      earliest: 2 * MINUTES_PER_DAY,
      deadline: 12 * MINUTES_PER_DAY,
      wished: [{ start: 3 * MINUTES_PER_DAY + 780, end: 3 * MINUTES_PER_DAY + 1020 }],
      onlyWished: true,
      visits: 2,
      firstVisitNo: 1,
      waitingDays: 0,
    });
    expect(request?.needs.some(({ essential }) => essential)).toBe(true);
  });

  it('waits since the day on which it was sent, and begins tomorrow at the earliest', async () => {
    await calendar.request(town, staff);
    clock.moveTo(new Date('2026-12-15T20:00:00Z'));
    const [request] = (await problemOf()).requests;
    // It is already the 16th in Japan.
    expect(request).toMatchObject({ waitingDays: 15, earliest: 10 * MINUTES_PER_DAY });
  });

  it('without a theme needs what finding out needs', async () => {
    await calendar.request(town, staff, { themeId: null });
    await calendar.request(town, staff, { themeId: 'T20' });
    const [open, named] = (await problemOf()).requests;
    expect(open?.needs).toEqual(named?.needs);
    expect(open?.needs.length).toBeGreaterThan(0);
  });

  it('asks only for the visits that are left; a cancelled one is wanted again', async () => {
    await calendar.request(town, staff, { visits: 3 });
    const [first] = await calendar.publish(staff, { from: '2026-12-07', to: '2026-12-18' });
    const left = await problemOf({ from: '2026-12-21', to: '2027-01-29' });
    expect(left.requests[0]?.visits).toBe(1);
    expect(left.fixed).toHaveLength(2);
    if (!first) throw new Error('a visit is published');
    await calendar.visits.cancel(staff, first.id, { reason: '議会' });
    expect((await problemOf({ from: '2026-12-21', to: '2027-01-29' })).requests[0]?.visits).toBe(2);
  });
});

describe('a specialist in the problem', () => {
  it('has the days of the month that other visits already take', async () => {
    await calendar.request(town, staff, { visits: 2 });
    await calendar.publish(staff, { from: '2026-12-07', to: '2026-12-18' });
    const problem = await problemOf({ from: '2026-12-21', to: '2027-01-29' });
    const one = problem.specialists.find(({ id }) => id === specialist.specialistId);
    expect(one).toMatchObject({ usedDaysByMonth: [2, 0], monthlyDays: 12 });
  });

  it('who left the pool keeps published visits and gets no more', async () => {
    await calendar.request(town, staff);
    await calendar.publish(staff);
    await database.dataSource.query('UPDATE specialist SET active = false');
    try {
      const problem = await problemOf();
      expect(problem.specialists).toMatchObject([{ id: specialist.specialistId, available: [] }]);
      expect(problem.fixed).toHaveLength(2);
    } finally {
      await database.dataSource.query('UPDATE specialist SET active = true');
    }
  });
});

describe('the ways in the problem', () => {
  it('count the buffer that the estimates ask for', async () => {
    await calendar.request(island, staff);
    const problem = await problemOf();
    expect(problem.places).toContain(OSAKIKAMIJIMA);
    expect(problem.travelBuffer).toEqual({ percent: 15, minMinutes: 10 });
    expect(problem.slotStep).toBe(30);
    const day = addDays(DECEMBER.from, problem.days - 1);
    expect(day).toBe(DECEMBER.to);
  });
});
