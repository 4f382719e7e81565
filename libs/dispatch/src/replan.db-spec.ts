import {
  FixedClock,
  type HubStaff,
  localDateOf,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { getSupportRequest, supportRequestsByIds } from '@banso/support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../test/people.js';
import { Calendar, DECEMBER, ENTITIES, START, THEME } from '../test/given-calendar.js';
import { PlanningPolicyService } from './planning-policy.service.js';
import { getPlanningRun, getRecordedRun } from './planning-run.queries.js';
import { REASON_OF_PLAN } from './publish.service.js';
import type { Visit } from './visit.entity.js';
import { visitHistoriesOf } from './visit.queries.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let calendar: Calendar;
let staff: HubStaff;
let kure: MunicipalityStaff;
let mihara: MunicipalityStaff;
let specialist: SpecialistUser;
let visit: Visit;

const MOVING = { movePublished: true };

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  staff = await hub(database.db);
  kure = await clerk(database.db);
  mihara = await clerk(database.db, MIHARA);
  specialist = await expert(database.db, staff, { themes: [THEME] });
});
/** One visit is published on its specialist's only day; then a new day off forces it away. */
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
  await calendar.request(kure, staff, { visits: 1 });
  const [published] = await calendar.publish(staff, { from: '2026-12-14', to: '2026-12-25' });
  if (!published) throw new Error('a visit is published');
  visit = published;
});
afterAll(() => database.drop());

const dayOff = (on: Date) =>
  database.dataSource.query(
    `INSERT INTO day_off (id, prefecture_id, specialist_id, date, part) VALUES (gen_random_uuid(), '34', $1, $2, 'DAY')`,
    [specialist.specialistId, localDateOf(on)],
  );
const visitNow = async () => (await calendar.visitsOf(staff)).find(({ id }) => id === visit.id);
const historyOf = () => database.db.read(staff, (tx) => visitHistoriesOf(tx, [visit.id]));
const runNow = (id: string) => database.db.read(staff, (tx) => getPlanningRun(tx, staff, id));

describe('a run that may not move what is published', () => {
  it('works around it as before', async () => {
    await dayOff(visit.startsAt);
    const run = await calendar.plan(staff);
    expect(await calendar.proposals(run)).toEqual([]);
    const record = await database.db.read(staff, (tx) => getRecordedRun(tx, staff, run.id));
    expect(record.problem?.standing).toBeUndefined();
    expect(record.problem?.frozenUntil).toBeUndefined();
    expect(record.problem?.fixed).toHaveLength(1);
  });
});

describe('a run that may move what is published', () => {
  it('leaves it where it is when nothing is gained, and proposes nothing of it', async () => {
    const run = await calendar.plan(staff, DECEMBER, MOVING);
    expect(run).toMatchObject({ status: 'PROPOSED', movePublished: true });
    expect(await calendar.proposals(run)).toEqual([]);
    const record = await database.db.read(staff, (tx) => getRecordedRun(tx, staff, run.id));
    expect(record.problem?.standing).toHaveLength(1);
    expect(record.plan?.assignments).toHaveLength(1);
  });

  it('proposes the move with its price, and publishing moves the row with its history', async () => {
    await dayOff(visit.startsAt);
    const run = await calendar.plan(staff, DECEMBER, MOVING);
    const [proposal] = await calendar.proposals(run);
    expect(proposal).toMatchObject({ replacesVisitId: visit.id, visitNo: 1, movePoints: 40 });
    expect(proposal?.replaces).toMatchObject({ startsAt: visit.startsAt.toISOString() });
    const publication = await calendar.publishing.publish(staff, run.id);
    expect(publication).toMatchObject({ visits: 0, moved: 1, cancelled: 0, version: 2, cause: 'PLAN' });
    const moved = await visitNow();
    expect(moved).toMatchObject({ status: 'PUBLISHED', startsAt: proposal?.startsAt });
    expect(moved?.busyFrom.getTime()).toBeLessThan(moved?.startsAt.getTime() ?? 0);
    expect(await calendar.visitsOf(staff)).toHaveLength(1);
    expect((await historyOf()).at(-1)).toMatchObject({
      reason: REASON_OF_PLAN,
      actorName: staff.name,
      movedFrom: { startsAt: visit.startsAt.toISOString() },
      movedTo: { startsAt: proposal?.startsAt.toISOString() },
    });
    await expect(calendar.publishing.publish(staff, run.id)).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });

  it('moves once, also when three publish at the same moment', async () => {
    await dayOff(visit.startsAt);
    const run = await calendar.plan(staff, DECEMBER, MOVING);
    const asked = await Promise.allSettled([1, 2, 3].map(() => calendar.publishing.publish(staff, run.id)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await historyOf()).filter(({ movedTo }) => movedTo)).toHaveLength(1);
  });

  it('gives the case to another specialist, who may then read it', async () => {
    const other = await expert(database.db, staff, { themes: [THEME] });
    for (const { date } of [...Array(19).keys()].map((day) => ({
      date: new Date(Date.UTC(2026, 11, 7 + day)),
    })))
      await dayOff(date);
    const run = await calendar.plan(staff, DECEMBER, MOVING);
    await calendar.publishing.publish(staff, run.id);
    expect(await visitNow()).toMatchObject({ specialistId: other.specialistId });
    const read = await database.db.read(other, (tx) =>
      supportRequestsByIds(tx, other, [visit.supportRequestId]),
    );
    expect(read).toHaveLength(1);
    await database.dataSource.query('UPDATE specialist SET active = false WHERE id = $1', [
      other.specialistId,
    ]);
  });

  it('calls it off where no place is left, and the case waits again', async () => {
    for (let day = 7; day <= 25; day++) await dayOff(new Date(Date.UTC(2026, 11, day)));
    const run = await calendar.plan(staff, DECEMBER, MOVING);
    expect(await calendar.proposals(run)).toEqual([]);
    const publication = await calendar.publishing.publish(staff, run.id);
    expect(publication).toMatchObject({ visits: 0, moved: 0, cancelled: 1 });
    expect(await visitNow()).toMatchObject({ status: 'CANCELLED', cancelSide: 'HUB' });
    expect((await historyOf()).at(-1)).toMatchObject({ toStatus: 'CANCELLED', reason: REASON_OF_PLAN });
    const request = await database.db.read(staff, (tx) =>
      getSupportRequest(tx, staff, visit.supportRequestId),
    );
    expect(request.status).toBe('SCHEDULING');
  });

  it.each([
    ['confirmed', () => calendar.visits.accept(specialist, visit.id)],
    ['pinned', () => calendar.visits.pin(staff, visit.id, true)],
    ['in the frozen days', async () => clock.moveTo(new Date(visit.startsAt.getTime() - 3 * 86_400_000))],
  ])('leaves a visit that is %s alone', async (_, settle) => {
    await settle();
    await dayOff(visit.startsAt);
    const from = localDateOf(clock.now());
    const run = await calendar.plan(staff, { from, to: '2026-12-25' }, MOVING);
    expect(await calendar.proposals(run)).toEqual([]);
    const record = await database.db.read(staff, (tx) => getRecordedRun(tx, staff, run.id));
    expect(record.problem?.standing).toEqual([]);
  });

  it('is overtaken when the visit was confirmed, pinned or called off since', async () => {
    await dayOff(visit.startsAt);
    const run = await calendar.plan(staff, DECEMBER, MOVING);
    await calendar.visits.pin(staff, visit.id, true);
    await expect(calendar.publishing.publish(staff, run.id)).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'plan.overtaken',
    });
    expect(await visitNow()).toMatchObject({ startsAt: visit.startsAt, status: 'PUBLISHED' });
    expect(await runNow(run.id)).toMatchObject({ status: 'PROPOSED' });
  });

  it('keeps a pinned move when the days are planned again, and lets it go where nothing may move', async () => {
    await dayOff(visit.startsAt);
    const [proposal] = await calendar.proposals(await calendar.plan(staff, DECEMBER, MOVING));
    await calendar.runs.pinProposedVisit(staff, proposal?.id ?? '', true);
    const run = await calendar.plan(staff, DECEMBER, MOVING);
    const [kept] = await calendar.proposals(run);
    expect(kept).toMatchObject({
      pinned: true,
      startsAt: proposal?.startsAt,
      replacesVisitId: visit.id,
      movePoints: 40,
    });
    expect(await calendar.proposals(await calendar.plan(staff))).toEqual([]);
    expect(await calendar.publishing.publish(staff, run.id)).toMatchObject({ moved: 1 });
    expect(await visitNow()).toMatchObject({ startsAt: proposal?.startsAt, pinned: true });
  });

  it('counts frozen days as working days of the policy', async () => {
    const policies = new PlanningPolicyService(database.db, clock);
    const policy = {
      version: 0,
      tiers: [['visit-left-out'], ['disturbance']],
      weights: [],
      reserveHalfDaysPerWeek: 0,
    };
    await policies.set(staff, { ...policy, frozenWorkingDays: 20 });
    const run = await calendar.plan(staff, DECEMBER, MOVING);
    const record = await database.db.read(staff, (tx) => getRecordedRun(tx, staff, run.id));
    expect(record.problem?.standing).toEqual([]);
    // From Tuesday the first: twenty working days end on Monday the 4th of January, over the year's end.
    expect(record.problem?.frozenUntil).toBe(29 * 1_440);
  });

  it('lets two visits take each other’s slots', async () => {
    for (const town of [kure, mihara]) await calendar.request(town, staff, { visits: 1, mode: 'ONLINE' });
    const published = await calendar.publish(staff, { from: '2026-12-14', to: '2026-12-25' });
    const [first, second] = published.filter(({ mode }) => mode === 'ONLINE');
    if (!first || !second) throw new Error('two visits are published');
    const run = await calendar.plan(staff, DECEMBER, MOVING);
    const swap = async (moved: Visit, to: Visit) =>
      database.dataSource.query(
        `INSERT INTO proposed_visit (id, prefecture_id, run_id, support_request_id, visit_no, specialist_id,
           municipality_id, mode, starts_at, ends_at, travel_before_minutes, travel_after_minutes, pinned,
           replaces_visit_id, replaces, move_points)
         VALUES (gen_random_uuid(), '34', $1, $2, 1, $3, $4, 'ONLINE', $5, $6, 0, 0, false, $7, $8, 1)`,
        [
          run.id,
          moved.supportRequestId,
          to.specialistId,
          moved.municipalityId,
          to.startsAt,
          to.endsAt,
          moved.id,
          JSON.stringify({
            specialistId: moved.specialistId,
            mode: moved.mode,
            startsAt: moved.startsAt,
            endsAt: moved.endsAt,
          }),
        ],
      );
    await swap(first, second);
    await swap(second, first);
    expect(await calendar.publishing.publish(staff, run.id)).toMatchObject({ moved: 2 });
    const after = await calendar.visitsOf(staff);
    expect(after.find(({ id }) => id === first.id)?.startsAt).toEqual(second.startsAt);
    expect(after.find(({ id }) => id === second.id)?.startsAt).toEqual(first.startsAt);
  });
});
