import { FixedClock, type HubStaff, type MunicipalityStaff } from '@banso/kernel';
import type { NoticeKind } from '@banso/notices';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, KURE, MIHARA } from '../../../test/people.js';
import { Calendar, ENTITIES, START, THEME } from '../test/given-calendar.js';

let database: FreshDatabase;
let calendar: Calendar;
let clock: FixedClock;
let staff: HubStaff;
let kure: MunicipalityStaff;
let mihara: MunicipalityStaff;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  clock = new FixedClock(new Date(START));
  calendar = new Calendar(database.db, clock);
  staff = await hub(database.db);
  kure = await clerk(database.db, KURE);
  mihara = await clerk(database.db, MIHARA);
}, 60_000);
beforeEach(async () => {
  await calendar.clear();
  await database.dataSource.query('UPDATE specialist SET active = false');
});
afterAll(() => database.drop());

interface Told {
  readonly kind: NoticeKind;
  readonly municipality_id: string | null;
  readonly specialist_id: string | null;
  readonly hub_duty: string | null;
  readonly facts: { number?: string; place?: string; person?: string; lines?: unknown[]; count?: number };
}
const told = (): Promise<Told[]> =>
  database.dataSource.query('SELECT * FROM notice ORDER BY created_at, kind, municipality_id');
/** Later than before: what was asked is asked no more. */
const forget = async (): Promise<void> => {
  await database.dataSource.query('TRUNCATE notice, inbox_item, outbox');
  clock.moveTo(new Date(clock.now().getTime() + 1_000));
};

describe('a published plan', () => {
  it('is told once to each town and each specialist, with what is theirs and nothing of others', async () => {
    const { specialistId } = await expert(database.db, staff, { themes: [THEME] });
    for (const town of [kure, kure, mihara]) await calendar.request(town, staff, { visits: 1 });
    await forget();
    await calendar.publish(staff);
    const notices = (await told()).filter(
      ({ kind }) => kind === 'PLAN_PUBLISHED' || kind === 'VISIT_PUBLISHED',
    );
    expect(
      notices.map(({ kind, municipality_id, specialist_id }) => [kind, municipality_id ?? specialist_id]),
    ).toEqual([
      ['PLAN_PUBLISHED', KURE],
      ['PLAN_PUBLISHED', specialistId],
      ['VISIT_PUBLISHED', MIHARA],
    ]);
    expect(notices.map(({ facts }) => facts.lines?.length ?? 1)).toEqual([2, 3, 1]);
    const [ofKure, ofSpecialist, ofMihara] = notices;
    expect(JSON.stringify(ofKure?.facts)).not.toContain('三原');
    expect(ofMihara?.facts).toMatchObject({
      place: expect.stringContaining('三原市'),
      number: expect.stringMatching(/^R\d/),
    });
    expect(ofMihara?.facts.person).toMatch(/^専門/);
    expect(JSON.stringify(ofSpecialist?.facts)).not.toContain('専門');
  });

  it('a visit that is called off is told to those whose doing it was not', async () => {
    const specialist = await expert(database.db, staff, { themes: [THEME] });
    await calendar.request(kure, staff, { visits: 2 });
    const [first, second] = await calendar.publish(staff);
    if (!first || !second) throw new Error('No visits');
    const { visits } = calendar;
    await forget();
    await visits.accept(specialist, first.id);
    expect((await told()).map(({ kind, municipality_id }) => [kind, municipality_id])).toEqual([
      ['VISIT_CONFIRMED', KURE],
    ]);
    await forget();
    await visits.decline(specialist, first.id, { kind: 'OTHER', reason: '都合がつきません' });
    expect(
      (await told()).map(({ kind, municipality_id, hub_duty }) => [kind, municipality_id ?? hub_duty]),
    ).toEqual([
      ['VISIT_CANCELLED', KURE],
      ['VISIT_DECLINED', 'COORDINATOR'],
    ]);
    expect(JSON.stringify(await told())).not.toContain('都合');
    await forget();
    await visits.cancel(staff, second.id, { reason: '台風', side: 'HUB' });
    expect(
      (await told()).map(({ municipality_id, specialist_id }) => municipality_id ?? specialist_id).sort(),
    ).toEqual([KURE, specialist.specialistId].sort());
  });
});

describe('a request', () => {
  it('is told to its town with number and promised day, to the hub, and nobody hears what it is about', async () => {
    await forget();
    const request = await calendar.request(kure, staff, { title: '秘密の題', trouble: '秘密の困りごと' });
    const notices = await told();
    expect(
      notices.map(({ kind, municipality_id, hub_duty }) => [kind, municipality_id ?? hub_duty]).sort(),
    ).toEqual([
      ['REQUEST_ARRIVED', 'COORDINATOR'],
      ['REQUEST_RECEIVED', KURE],
    ]);
    // Two working days after a Tuesday.
    expect(notices.find(({ kind }) => kind === 'REQUEST_RECEIVED')?.facts).toMatchObject({
      number: request.number,
      place: '呉市',
      dueOn: '2026-12-03',
    });
    expect(JSON.stringify(notices)).not.toContain('秘密');
  });
});

describe('a planning run', () => {
  it('is told to whoever asked for it when they waited for more than ten minutes', async () => {
    await expert(database.db, staff, { themes: [THEME] });
    await calendar.request(kure, staff, { visits: 1 });
    await forget();
    await calendar.plan(staff);
    expect(await told()).toEqual([]);
    const run = await calendar.runs.request(staff, { from: '2026-12-07', to: '2026-12-25', iterations: 200 });
    clock.moveTo(new Date(clock.now().getTime() + 601_000));
    await calendar.solve(run, staff);
    expect(await told()).toMatchObject([{ kind: 'PLAN_RUN_DONE', account_id: staff.accountId }]);
    // After a minute whoever has gone is told, in the inbox alone; whoever is there sees it.
    for (const here of [true, false]) {
      await database.dataSource.query('DELETE FROM notice');
      const next = await calendar.runs.request(staff, {
        from: '2026-12-07',
        to: '2026-12-25',
        iterations: 200,
      });
      clock.moveTo(new Date(clock.now().getTime() + 61_000));
      await calendar.presence.tell(staff, next.id, here);
      await calendar.solve(next, staff);
      expect(await told()).toMatchObject(
        here ? [] : [{ kind: 'PLAN_RUN_READY', account_id: staff.accountId }],
      );
    }
  });
});
