import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { AvailabilityService } from '@banso/talent';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, expert, hub } from '../../../../test/people.js';
import { Calendar, DECEMBER, ENTITIES, START, THEME } from '../../test/given-calendar.js';
import { BoardService } from './board.service.js';

const clock = new FixedClock(new Date(START));
const ALL_SEEN = '999999999999999';
let database: FreshDatabase;
let calendar: Calendar;
let boards: BoardService;
let staff: HubStaff;
let ehime: HubStaff;
let town: MunicipalityStaff;
let specialist: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  boards = new BoardService(database.db, clock);
  staff = await hub(database.db);
  ehime = await hub(database.db, '38');
  town = await clerk(database.db);
  specialist = await expert(database.db, staff, { themes: [THEME] });
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
});
afterAll(() => database.drop());

describe('a board', () => {
  it('is read by the hub alone', async () => {
    await expect(boards.board(town, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(boards.board(specialist, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const run = await calendar.plan(staff);
    await expect(boards.board(ehime, { runId: run.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(boards.violations(ehime, run.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(boards.violations(town, run.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await boards.board(ehime, {})).specialists).toEqual([]);
  });

  it('without a plan shows four weeks from today, and what waits', async () => {
    const request = await calendar.request(town, staff);
    const board = await boards.board(staff, {});
    expect(board).toMatchObject({ from: '2026-12-01', to: '2026-12-28', run: null, drafts: 0, visits: [] });
    expect(board.unplaced.map(({ visitNo, isInPlan }) => ({ visitNo, isInPlan }))).toEqual([
      { visitNo: 1, isInPlan: false },
      { visitNo: 2, isInPlan: false },
    ]);
    expect(board.requests.map(({ id }) => id)).toEqual([request.id]);
    expect(board.municipalities.every(({ prefectureId }) => prefectureId === '34')).toBe(true);
  });

  it('lays the newest plan on its days, as it stands after changes by hand', async () => {
    await calendar.request(town, staff);
    const run = await calendar.plan(staff);
    const board = await boards.board(staff, {});
    expect(board).toMatchObject({ from: DECEMBER.from, to: DECEMBER.to, run: { id: run.id }, drafts: 2 });
    expect(board.visits.map(({ status }) => status)).toEqual([null, null]);
    expect(board.unplaced).toEqual([]);

    const [first] = board.visits;
    if (!first) throw new Error('No draft');
    await calendar.edits.drop(staff, first.id, { dryRun: false, seen: first.version });
    const after = await boards.board(staff, { runId: run.id });
    expect(after.drafts).toBe(1);
    expect(after.unplaced).toMatchObject([{ visitNo: first.visitNo, isInPlan: true }]);
    // Whoever gives it back its place says which version was read.
    const [out] = after.unplaced;
    await calendar.edits.place(staff, run.id, {
      supportRequestId: first.supportRequestId,
      visitNo: first.visitNo,
      specialistId: first.specialistId,
      startsAt: first.startsAt,
      mode: first.mode,
      dryRun: false,
      seen: out?.version ?? ALL_SEEN,
    });
    expect((await boards.board(staff, {})).drafts).toBe(2);
    expect(await boards.violations(staff, run.id)).toEqual([]);
  });

  it('shows what was published as visits, and a request that came later as waiting', async () => {
    await calendar.request(town, staff);
    const visits = await calendar.publish(staff);
    await calendar.request(town, staff, { visits: 1 });
    const board = await boards.board(staff, DECEMBER);
    expect(board.visits.map(({ id, status }) => ({ id, status }))).toEqual(
      visits.map(({ id }) => ({ id, status: 'PUBLISHED' })),
    );
    expect(board.unplaced).toMatchObject([{ visitNo: 1, isInPlan: false }]);
    const [row] = board.specialists;
    expect(row?.contract).toMatchObject({ usedDays: 0, plannedDays: 1, draftedDays: 0 });
  });

  it('says how each half-day stands, with its reason', async () => {
    await new AvailabilityService(database.db, clock).addDayOff(staff, {
      specialistId: specialist.specialistId,
      date: '2026-12-08',
      part: 'DAY',
      reason: '研修',
    });
    const board = await boards.board(staff, DECEMBER);
    const [row] = board.specialists;
    // Monday 7, Tuesday 8, and the weekend of 12 and 13.
    expect(row?.days).toHaveLength(2 * 19);
    expect(row?.days.slice(2, 4)).toBe('OO');
    expect(row?.days.slice(10, 14)).toBe('CCCC');
    expect(row?.reasons).toEqual([{ date: '2026-12-08', reason: '研修' }]);
    expect(board.days[5]).toMatchObject({ date: '2026-12-12', closure: { kind: 'WEEKEND' } });
  });

  it('names days that cannot be shown', async () => {
    const fault = (path: string, rule: string) => ({
      code: 'BAD_INPUT',
      details: { faults: [expect.objectContaining({ path, rule })] },
    });
    await expect(boards.board(staff, { from: '2026-12-01', to: '2027-03-03' })).rejects.toMatchObject(
      fault('to', 'too-far'),
    );
    await expect(boards.board(staff, { from: '2026-12-08', to: '2026-12-07' })).rejects.toMatchObject(
      fault('to', 'before-start'),
    );
  });
});
