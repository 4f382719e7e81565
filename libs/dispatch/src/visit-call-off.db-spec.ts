import { FixedClock, type HubStaff, type MunicipalityStaff } from '@banso/kernel';
import { SupportCourseService } from '@banso/support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub } from '../../../test/people.js';
import { Calendar, ENTITIES, START, THEME } from '../test/given-calendar.js';
import type { Visit } from './visit.entity.js';
import { callOffAhead } from './visit-call-off.js';
import { visitHistoriesOf } from './visit.queries.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let calendar: Calendar;
let course: SupportCourseService;
let staff: HubStaff;
let town: MunicipalityStaff;
let first: Visit;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  course = new SupportCourseService(database.db, clock);
  staff = await hub(database.db);
  town = await clerk(database.db);
  await expert(database.db, staff, { themes: [THEME] });
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
  await calendar.request(town, staff);
  const [one] = await calendar.publish(staff);
  if (!one) throw new Error('a visit is published');
  first = one;
});
afterAll(() => database.drop());

/** What the worker does with the job that pausing or ending a case asks for. */
const workOff = () =>
  database.db.system(staff.prefectureId, (tx, actor) =>
    callOffAhead(tx, first.supportRequestId, { actor, at: clock.now() }),
  );
const statuses = async () => (await calendar.visitsOf(staff)).map(({ status }) => status);
const jobs = () => database.dataSource.query(`SELECT job FROM outbox WHERE job = 'support.call-off-visits'`);

describe('a case that is paused or ended', () => {
  it.each(['suspend', 'terminate'] as const)(
    'calls its coming visits off with the reason of the hub (%s)',
    async (verb) => {
      await course[verb](staff, first.supportRequestId, '担当者の異動のため');
      expect(await jobs()).toHaveLength(1);
      await workOff();
      expect(await statuses()).toEqual(['CANCELLED', 'CANCELLED']);
      const history = await database.db.read(staff, (tx) => visitHistoriesOf(tx, [first.id]));
      expect(history.at(-1)).toMatchObject({
        toStatus: 'CANCELLED',
        reason: '担当者の異動のため',
        actorRole: 'SYSTEM',
      });
    },
  );

  it('leaves what is over to be recorded', async () => {
    clock.moveTo(first.endsAt);
    await course.suspend(staff, first.supportRequestId, '議会のため');
    await workOff();
    expect(await statuses()).toEqual(['PUBLISHED', 'CANCELLED']);
  });

  it('does nothing twice, and nothing to a case that goes on', async () => {
    await workOff();
    expect(await statuses()).toEqual(['PUBLISHED', 'PUBLISHED']);
    await course.suspend(staff, first.supportRequestId, '議会のため');
    await course.resume(staff, first.supportRequestId);
    await workOff();
    expect(await statuses()).toEqual(['PUBLISHED', 'PUBLISHED']);
    await course.suspend(staff, first.supportRequestId, '議会のため');
    await workOff();
    await workOff();
    const history = await database.db.read(staff, (tx) => visitHistoriesOf(tx, [first.id]));
    expect(history.filter(({ toStatus }) => toStatus === 'CANCELLED')).toHaveLength(1);
  });

  it('is planned anew after it was resumed', async () => {
    await course.suspend(staff, first.supportRequestId, '議会のため');
    await workOff();
    await course.resume(staff, first.supportRequestId);
    const run = await calendar.plan(staff);
    expect(await calendar.proposals(run)).toHaveLength(2);
  });
});
