import {
  addDays,
  FixedClock,
  type HubStaff,
  localDateOf,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub } from '../../../test/people.js';
import { Calendar, DECEMBER, ENTITIES, START, THEME } from '../test/given-calendar.js';
import { getRecordedRun } from './planning-run.queries.js';
import type { Visit } from './visit.entity.js';
import { visitHistoriesOf } from './visit.queries.js';

/** Shobara, in the mountains: hours from Hiroshima, so that nobody is there at nine without a night before. */
const SHOBARA = '342106';
const MORNING = { date: '2026-12-16', half: 'AM' as const };

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let calendar: Calendar;
let staff: HubStaff;
let shobara: MunicipalityStaff;
let specialist: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  staff = await hub(database.db);
  shobara = await clerk(database.db, SHOBARA);
  specialist = await expert(database.db, staff, { themes: [THEME] });
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
  await nights(2);
});
afterAll(() => database.drop());

const nights = (most: number) =>
  database.dataSource.query('UPDATE specialist SET nights = $2 WHERE id = $1', [
    specialist.specialistId,
    most,
  ]);
const dayOff = (date: string) =>
  database.dataSource.query(
    `INSERT INTO day_off (id, prefecture_id, specialist_id, date, part) VALUES (gen_random_uuid(), '34', $1, $2, 'DAY')`,
    [specialist.specialistId, date],
  );
const record = (id: string) => database.db.read(staff, (tx) => getRecordedRun(tx, staff, id));
const morning = (wish: object = {}) =>
  calendar.request(shobara, staff, {
    visits: 1,
    visitMinutes: 180,
    onlyWished: true,
    wished: [MORNING],
    ...wish,
  });
const visitNow = async ({ id }: Visit) => (await calendar.visitsOf(staff)).find((one) => one.id === id);

async function publishedNight(): Promise<Visit> {
  await morning();
  const [visit] = await calendar.publish(staff);
  if (!visit) throw new Error('a visit is published');
  return visit;
}

describe('a night away', () => {
  it('is planned for whoever stays away, and published with the visit', async () => {
    const visit = await publishedNight();
    expect(visit).toMatchObject({ nightBefore: true, nightAfter: false, travelBeforeMinutes: 0 });
    expect(visit.busyFrom).toEqual(visit.startsAt);
    expect(visit.travelAfterMinutes).toBeGreaterThan(60);
  });

  it('is planned for nobody who goes home every evening', async () => {
    await nights(0);
    await morning();
    const run = await calendar.plan(staff);
    expect(await calendar.proposals(run)).toEqual([]);
  });

  it('stays when the days are planned again, whether the visit may move or not', async () => {
    const visit = await publishedNight();
    for (const movePublished of [true, false]) {
      const run = await calendar.plan(staff, DECEMBER, { movePublished });
      expect(await calendar.proposals(run)).toEqual([]);
      const { problem } = await record(run.id);
      const held = movePublished ? problem?.standing : problem?.fixed;
      expect(held).toMatchObject([{ requestId: visit.supportRequestId, nightBefore: true }]);
    }
    expect(await visitNow(visit)).toMatchObject({ nightBefore: true, startsAt: visit.startsAt });
  });

  it('stays of a proposal that is pinned', async () => {
    await morning();
    const [proposal] = await calendar.proposals(await calendar.plan(staff));
    await calendar.runs.pinProposedVisit(staff, proposal?.id ?? '', true);
    const run = await calendar.plan(staff);
    expect(await calendar.proposals(run)).toMatchObject([{ pinned: true, nightBefore: true }]);
    await calendar.publishing.publish(staff, run.id);
    expect(await calendar.visitsOf(staff)).toMatchObject([{ nightBefore: true }]);
  });

  it('goes when the visit moves to where none is needed, and the history tells both', async () => {
    const visit = await publishedNight();
    await database.dataSource.query('UPDATE support_request SET only_wished = false');
    await dayOff(addDays(MORNING.date, -1));
    await dayOff(MORNING.date);
    const run = await calendar.plan(staff, DECEMBER, { movePublished: true });
    const [proposal] = await calendar.proposals(run);
    expect(proposal?.replaces).toMatchObject({ nightBefore: true });
    await calendar.publishing.publish(staff, run.id);
    const moved = await visitNow(visit);
    expect(localDateOf(moved?.startsAt ?? new Date())).not.toBe(MORNING.date);
    expect(moved?.nightBefore).toBe(proposal?.nightBefore);
    const [last] = (await database.db.read(staff, (tx) => visitHistoriesOf(tx, [visit.id]))).slice(-1);
    expect(last?.movedFrom).toMatchObject({ nightBefore: true });
  });

  it('ends with a move by hand to another day, and stays on its own', async () => {
    await morning({ onlyWished: false, visitMinutes: 60 });
    const run = await calendar.plan(staff);
    const [proposal] = await calendar.proposals(run);
    if (!proposal) throw new Error('a visit is proposed');
    const { specialistId, mode } = proposal;
    await database.dataSource.query(
      'UPDATE proposed_visit SET night_before = true, starts_at = $1, ends_at = $2',
      ['2026-12-16T00:00:00Z', '2026-12-16T01:00:00Z'],
    );
    const to = (startsAt: string) => ({ specialistId, mode, startsAt: new Date(startsAt), dryRun: false });
    expect(await calendar.edits.move(staff, proposal.id, to('2026-12-16T04:00:00Z'))).toMatchObject({
      applied: true,
    });
    expect(await calendar.proposals(run)).toMatchObject([{ nightBefore: true }]);
    // Nobody is there at nine without the night.
    expect(await calendar.edits.move(staff, proposal.id, to('2026-12-17T00:00:00Z'))).toMatchObject({
      applied: false,
    });
    expect(await calendar.edits.move(staff, proposal.id, to('2026-12-17T04:00:00Z'))).toMatchObject({
      applied: true,
    });
    expect(await calendar.proposals(run)).toMatchObject([{ nightBefore: false }]);
  });

  it('makes the day before end in the town: the way there is that of the visit before', async () => {
    await publishedNight();
    const wished = [{ date: addDays(MORNING.date, -1), half: 'PM' as const }];
    await calendar.request(shobara, staff, { visits: 1, visitMinutes: 60, onlyWished: true, wished });
    const [before, after] = await calendar.publish(staff);
    expect(before).toMatchObject({ travelAfterMinutes: 0 });
    expect(before?.travelBeforeMinutes).toBeGreaterThan(60);
    expect(after).toMatchObject({ travelBeforeMinutes: 0, nightBefore: true });
    await calendar.visits.cancel(staff, after?.id ?? '', { side: 'HUB', reason: '中止' });
    expect((await visitNow(before as Visit))?.travelAfterMinutes).toBeGreaterThan(60);
  });
});
