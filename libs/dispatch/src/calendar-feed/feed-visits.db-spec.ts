import { FixedClock, instantAt, localDateOf } from '@banso/kernel';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, expert, hub } from '../../../../test/people.js';
import { Calendar, ENTITIES, START, THEME } from '../../test/given-calendar.js';
import { visitsForFeed } from './feed-visits.queries.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
}, 60_000);
afterAll(() => database.drop());

it('a visit that goes to a colleague is called off in the first calendar, and stands in the other', async () => {
  const { db } = database;
  const calendar = new Calendar(db, clock);
  const staff = await hub(db);
  const town = await clerk(db);
  const both = [await expert(db, staff, { themes: [THEME] }), await expert(db, staff, { themes: [THEME] })];
  await calendar.request(town, staff, { visits: 1 });
  const [visit] = await calendar.publish(staff);
  const [first, second] = visit?.specialistId === both[0]?.specialistId ? both : [...both].reverse();
  if (!visit || !first || !second) throw new Error('a visit is published');
  const feedOf = (actor: Parameters<typeof visitsForFeed>[1]) =>
    db.read(actor, (tx) => visitsForFeed(tx, actor, clock.today()));
  expect(await feedOf(first)).toMatchObject([{ id: visit.id, status: 'PUBLISHED', sequence: 0 }]);
  expect(await feedOf(second)).toEqual([]);

  const on = localDateOf(visit.startsAt);
  clock.moveTo(instantAt(on, 7 * 60));
  const absence = { specialistId: first.specialistId, from: on, to: on };
  const { options } = await calendar.repairs.absenceOptions(staff, absence);
  const option = options.find(({ changes: [change] }) => change?.after?.specialistId === second.specialistId);
  await calendar.repairs.applyRepair(staff, { ...absence, optionKey: option?.key, reason: '急な病気' });
  expect(await feedOf(first)).toMatchObject([
    { id: visit.id, status: 'CANCELLED', sequence: 1, startsAt: visit.startsAt },
  ]);
  expect(await feedOf(second)).toMatchObject([{ id: visit.id, status: 'PUBLISHED', sequence: 1 }]);
  expect(await feedOf(town)).toMatchObject([{ id: visit.id, status: 'PUBLISHED', sequence: 1 }]);
});
