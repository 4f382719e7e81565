import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { getSupportRequest, type SupportRequest, SupportRequestIntakeService } from '@banso/support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../test/people.js';
import { Calendar, ENTITIES, START, THEME } from '../test/given-calendar.js';
import { getPlanningRun, listPublications } from './planning-run.queries.js';
import { visitHistoriesOf } from './visit.queries.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let calendar: Calendar;
let staff: HubStaff;
let ehime: HubStaff;
let kure: MunicipalityStaff;
let mihara: MunicipalityStaff;
let specialist: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  staff = await hub(database.db);
  ehime = await hub(database.db, '38');
  kure = await clerk(database.db);
  mihara = await clerk(database.db, MIHARA);
  specialist = await expert(database.db, staff, { themes: [THEME] });
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
});
afterAll(() => database.drop());

const runOf = (id: string) => database.db.read(staff, (tx) => getPlanningRun(tx, staff, id));
const requestOf = (request: SupportRequest) =>
  database.db.read(staff, (tx) => getSupportRequest(tx, staff, request.id));

describe('publishing a plan', () => {
  it('makes its visits official: for the town, the specialist and the request', async () => {
    const request = await calendar.request(kure, staff);
    const run = await calendar.plan(staff);
    const publication = await calendar.publishing.publish(staff, run.id);
    expect(publication).toMatchObject({ version: 1, visits: 2, publishedByName: staff.name });
    expect(await runOf(run.id)).toMatchObject({ status: 'PUBLISHED' });
    expect(await requestOf(request)).toMatchObject({ status: 'IN_SUPPORT' });
    const visits = await calendar.visitsOf(specialist);
    expect(visits.map(({ visitNo, status }) => [visitNo, status])).toEqual([
      [1, 'PUBLISHED'],
      [2, 'PUBLISHED'],
    ]);
    expect(await calendar.visitsOf(kure)).toHaveLength(2);
    const histories = await database.db.read(staff, (tx) =>
      visitHistoriesOf(
        tx,
        visits.map(({ id }) => id),
      ),
    );
    expect(histories.map(({ fromStatus, toStatus }) => [fromStatus, toStatus])).toEqual([
      [null, 'PUBLISHED'],
      [null, 'PUBLISHED'],
    ]);
  });

  it('holds the way to each visit, so that nothing else can be put there', async () => {
    await calendar.request(kure, staff, { visits: 1 });
    const [visit] = await calendar.publish(staff);
    expect(visit?.travelBeforeMinutes).toBeGreaterThan(0);
    expect(visit?.busyFrom.getTime()).toBe(
      (visit?.startsAt.getTime() ?? 0) - (visit?.travelBeforeMinutes ?? 0) * 60_000,
    );
  });

  it('is refused to everybody but the hub of the prefecture', async () => {
    await calendar.request(kure, staff);
    const run = await calendar.plan(staff);
    await expect(calendar.publishing.publish(kure, run.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(calendar.publishing.publish(specialist, run.id)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(calendar.publishing.publish(ehime, run.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await calendar.visitsOf(staff)).toEqual([]);
  });

  it('happens once, also when two ask at the same moment', async () => {
    await calendar.request(kure, staff);
    const run = await calendar.plan(staff);
    const asked = await Promise.allSettled([1, 2, 3].map(() => calendar.publishing.publish(staff, run.id)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(calendar.publishing.publish(staff, run.id)).rejects.toMatchObject({
      code: 'INVALID_STATE',
      reason: 'planning-run.not-in-state',
    });
    expect(await calendar.visitsOf(staff)).toHaveLength(2);
  });

  it('has nothing to say when no visit found a place', async () => {
    const run = await calendar.plan(staff);
    await expect(calendar.publishing.publish(staff, run.id)).rejects.toMatchObject({
      code: 'INVALID_STATE',
      reason: 'plan.empty',
    });
  });

  it('sets aside other plans for the same days, and numbers the next version', async () => {
    await calendar.request(kure, staff);
    const older = await calendar.plan(staff);
    const elsewhere = await calendar.plan(staff, { from: '2027-01-11', to: '2027-01-29' });
    const newer = await calendar.plan(staff);
    await calendar.publishing.publish(staff, newer.id);
    expect(await runOf(older.id)).toMatchObject({ status: 'DISCARDED' });
    expect(await runOf(elsewhere.id)).toMatchObject({ status: 'PROPOSED' });
    await calendar.request(mihara, staff);
    await calendar.publish(staff);
    const page = await database.db.read(staff, (tx) => listPublications(tx, staff, {}));
    expect(page.rows.map(({ version }) => version)).toEqual([2, 1]);
  });
});

describe('a plan that the world has overtaken', () => {
  const overtaken = async (runId: string): Promise<void> => {
    await expect(calendar.publishing.publish(staff, runId)).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'plan.overtaken',
    });
    expect(await calendar.visitsOf(staff)).toEqual([]);
    expect(await runOf(runId)).toMatchObject({ status: 'PROPOSED' });
  };

  it('is not published when a request was withdrawn', async () => {
    await calendar.request(mihara, staff);
    const gone = await calendar.request(kure, staff);
    const run = await calendar.plan(staff);
    await new SupportRequestIntakeService(database.db, clock).withdraw(kure, gone.id, '予算が付いたため');
    await overtaken(run.id);
    expect((await calendar.plan(staff)).status).toBe('PROPOSED');
  });

  it('is not published when the specialist is away meanwhile', async () => {
    await calendar.request(kure, staff);
    const run = await calendar.plan(staff);
    const [visit] = await calendar.proposals(run);
    await database.dataSource.query(
      `INSERT INTO day_off (id, prefecture_id, specialist_id, date, part)
       VALUES (gen_random_uuid(), '34', $1, ($2::timestamptz AT TIME ZONE 'Asia/Tokyo')::date, 'DAY')`,
      [visit?.specialistId, visit?.startsAt],
    );
    await overtaken(run.id);
  });

  it('is not published when a day of it has come', async () => {
    await calendar.request(kure, staff);
    const run = await calendar.plan(staff);
    const [visit] = await calendar.proposals(run);
    clock.moveTo(visit?.startsAt ?? new Date());
    await overtaken(run.id);
  });

  it('is stopped by the calendar itself when the slot is taken behind our back', async () => {
    await calendar.request(kure, staff, { visits: 1 });
    await calendar.request(mihara, staff, { visits: 1 });
    const [first, second] = await calendar.publish(staff);
    await expect(
      database.dataSource.query(
        'UPDATE visit SET busy_from = $2, starts_at = $2, ends_at = $3 WHERE id = $1',
        [second?.id, first?.startsAt, first?.endsAt],
      ),
    ).rejects.toMatchObject({ driverError: { code: '23P01' } });
  });
});

describe('the next plan', () => {
  it('leaves published visits where they are and works around them', async () => {
    await calendar.request(kure, staff);
    const published = await calendar.publish(staff);
    await calendar.request(mihara, staff, { urgency: 'URGENT', visits: 3 });
    const run = await calendar.plan(staff);
    const proposals = await calendar.proposals(run);
    expect(proposals.every(({ municipalityId }) => municipalityId === MIHARA)).toBe(true);
    await calendar.publishing.publish(staff, run.id);
    const after = await calendar.visitsOf(kure);
    expect(after.map(({ startsAt }) => startsAt)).toEqual(published.map(({ startsAt }) => startsAt));
  });

  it('joins the ways of visits that share a day, whichever was published first', async () => {
    const wished = (['AM', 'PM'] as const).map((half) => ({ date: '2026-12-08', half }));
    const only = { visits: 1, visitMinutes: 60, onlyWished: true, wished };
    await calendar.request(mihara, staff, only);
    await calendar.publish(staff);
    await calendar.request(kure, staff, only);
    const visits = await calendar.publish(staff);
    expect(visits).toHaveLength(2);
    const [early, late] = visits;
    expect(late?.travelBeforeMinutes).toBe(early?.travelAfterMinutes);
    expect(late?.busyFrom.getTime()).toBeGreaterThanOrEqual(early?.endsAt.getTime() ?? 0);
  });
});
