import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { getSupportRequest } from '@banso/support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../test/people.js';
import { Calendar, DECEMBER, ENTITIES, START, THEME } from '../test/given-calendar.js';
import { visitActionsOf } from './visit-actions.js';
import type { Visit } from './visit.entity.js';
import { getVisit, listVisits, visitHistoriesOf, visitsOfRequests } from './visit.queries.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let calendar: Calendar;
let staff: HubStaff;
let ehime: HubStaff;
let town: MunicipalityStaff;
let otherTown: MunicipalityStaff;
let specialist: SpecialistUser;
let colleague: SpecialistUser;
let first: Visit;
let second: Visit;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  staff = await hub(database.db);
  ehime = await hub(database.db, '38');
  town = await clerk(database.db);
  otherTown = await clerk(database.db, MIHARA);
  specialist = await expert(database.db, staff, { themes: [THEME] });
  colleague = await expert(database.db, staff);
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
  await calendar.request(town, staff);
  const [one, two] = await calendar.publish(staff);
  if (!one || !two) throw new Error('two visits are published');
  [first, second] = [one, two];
});
afterAll(() => database.drop());

const historyOf = (visit: Visit) => database.db.read(staff, (tx) => visitHistoriesOf(tx, [visit.id]));
const requestStatus = async () =>
  (await database.db.read(staff, (tx) => getSupportRequest(tx, staff, first.supportRequestId))).status;
/** Until so many statements wait for somebody's lock. */
async function waiting(statements: number): Promise<void> {
  const query =
    'SELECT count(DISTINCT pid)::int AS n FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND pg_stat_activity.datname = current_database()';
  for (;;) {
    const [row] = await database.dataSource.query<{ n: number }[]>(query);
    if (row && row.n >= statements) return;
  }
}
const after = (visit: Visit) => clock.moveTo(visit.endsAt);

describe('accepting', () => {
  it('confirms the visit, with who and when', async () => {
    expect(await calendar.visits.accept(specialist, first.id)).toMatchObject({ status: 'CONFIRMED' });
    expect((await historyOf(first)).at(-1)).toMatchObject({
      fromStatus: 'PUBLISHED',
      toStatus: 'CONFIRMED',
      actorRole: 'SPECIALIST',
      actorName: specialist.name,
      at: clock.now(),
    });
  });

  it('is the specialist’s own, and once', async () => {
    await expect(calendar.visits.accept(colleague, first.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(calendar.visits.accept(staff, first.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(calendar.visits.accept(town, first.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(calendar.visits.accept(ehime, first.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const both = await Promise.allSettled([1, 2].map(() => calendar.visits.accept(specialist, first.id)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('of a visit that was moved after it was seen is refused, and says to when', async () => {
    const seen = new Date(+first.startsAt - 3_600_000);
    await expect(calendar.visits.accept(specialist, first.id, seen)).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'visit.moved',
      details: { startsAt: first.startsAt.toISOString() },
    });
    expect(await calendar.visits.accept(specialist, first.id, first.startsAt)).toMatchObject({
      status: 'CONFIRMED',
    });
  });
});

describe('taking an acceptance back', () => {
  const later = (seconds: number) => clock.moveTo(new Date(+clock.now() + seconds * 1_000));

  it('is for the moment after it, and can be followed by another yes', async () => {
    await calendar.visits.accept(specialist, first.id);
    later(50);
    expect(await calendar.visits.takeBackAcceptance(specialist, first.id)).toMatchObject({
      status: 'PUBLISHED',
    });
    expect((await historyOf(first)).at(-1)).toMatchObject({
      fromStatus: 'CONFIRMED',
      toStatus: 'PUBLISHED',
      actorRole: 'SPECIALIST',
    });
    await calendar.visits.accept(specialist, first.id);
    later(61);
    await expect(calendar.visits.takeBackAcceptance(specialist, first.id)).rejects.toMatchObject({
      code: 'INVALID_STATE',
      reason: 'visit.accepted-long-ago',
    });
  });

  it('is the specialist’s own, of what was accepted, and once', async () => {
    await expect(calendar.visits.takeBackAcceptance(specialist, first.id)).rejects.toMatchObject({
      reason: 'visit.not-in-state',
    });
    await calendar.visits.accept(specialist, first.id);
    const refusals = [
      [colleague, 'NOT_FOUND'],
      [staff, 'FORBIDDEN'],
      [town, 'FORBIDDEN'],
      [ehime, 'NOT_FOUND'],
    ] as const;
    for (const [actor, code] of refusals)
      await expect(calendar.visits.takeBackAcceptance(actor, first.id)).rejects.toMatchObject({ code });
    const both = await Promise.allSettled(
      [1, 2].map(() => calendar.visits.takeBackAcceptance(specialist, first.id)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('ends one way when the visit is called off at the same moment', async () => {
    await calendar.visits.accept(specialist, first.id);
    await Promise.allSettled([
      calendar.visits.takeBackAcceptance(specialist, first.id),
      calendar.visits.cancel(staff, first.id, { reason: 'x' }),
    ]);
    expect((await historyOf(first)).at(-1)).toMatchObject({ toStatus: 'CANCELLED' });
  });
});

describe('declining', () => {
  it('is not for a visit that is over', async () => {
    after(first);
    await expect(calendar.visits.decline(specialist, first.id, { kind: 'UNWELL' })).rejects.toMatchObject({
      code: 'INVALID_STATE',
      reason: 'visit.over',
    });
    expect(visitActionsOf(specialist, first, clock.now())).toEqual(['COMPLETE']);
    expect(visitActionsOf(specialist, second, clock.now())).toEqual(['ACCEPT', 'DECLINE', 'PROPOSE']);
  });

  it('frees the slot and keeps the reason', async () => {
    const declined = await calendar.visits.decline(specialist, first.id, {
      kind: 'OTHER_DUTY',
      reason: '本務の会議のため',
    });
    expect(declined).toMatchObject({
      status: 'CANCELLED',
      cancelSide: 'SPECIALIST',
      declineKind: 'OTHER_DUTY',
      gap: null,
    });
    expect((await historyOf(first)).at(-1)).toMatchObject({ reason: '本務の会議のため' });
    const run = await calendar.plan(staff);
    expect((await calendar.proposals(run)).map(({ visitNo }) => visitNo)).toEqual([1]);
  });

  it('needs a reason, and is not for others', async () => {
    await expect(
      calendar.visits.decline(specialist, first.id, { kind: 'OTHER', reason: ' ' }),
    ).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { faults: [{ path: 'reason', rule: 'required' }] },
    });
    const why = { kind: 'TRAVEL' };
    await expect(calendar.visits.decline(staff, first.id, why)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(calendar.visits.decline(colleague, first.id, why)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(calendar.visits.decline(specialist, first.id, { kind: 'x' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    expect(await calendar.visits.decline(specialist, first.id, why)).toMatchObject({ declineKind: 'TRAVEL' });
  });
});

describe('cancelling', () => {
  it('says on whose side the cause lies; the last one standing sends the case back to the planner', async () => {
    await calendar.visits.cancel(staff, first.id, { reason: '議会の日程変更', side: 'TOWN' });
    expect(await requestStatus()).toBe('IN_SUPPORT');
    expect(await calendar.visits.cancel(staff, second.id, { reason: '取りやめ' })).toMatchObject({
      status: 'CANCELLED',
      cancelSide: 'HUB',
    });
    expect(await requestStatus()).toBe('SCHEDULING');
  });

  it('is the hub’s, and the town’s for its own visit and its own side', async () => {
    const reason = { reason: 'x' };
    await expect(calendar.visits.cancel(specialist, first.id, reason)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(
      calendar.visits.cancel(town, first.id, { ...reason, side: 'SPECIALIST' }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(
      calendar.visits.cancel({ ...town, duties: ['APPROVER'] }, first.id, reason),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await calendar.visits.cancel(town, second.id, reason)).toMatchObject({
      status: 'CANCELLED',
      cancelSide: 'TOWN',
    });
    await expect(calendar.visits.cancel(town, second.id, reason)).rejects.toMatchObject({
      code: 'INVALID_STATE',
    });
    await expect(calendar.visits.cancel(otherTown, first.id, reason)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(calendar.visits.cancel(ehime, first.id, reason)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('happens once, whatever races with it', async () => {
    const raced = await Promise.allSettled([
      calendar.visits.cancel(staff, first.id, { reason: 'x' }),
      calendar.visits.cancel(staff, first.id, { reason: 'x' }),
      calendar.visits.decline(specialist, first.id, { kind: 'UNWELL' }),
    ]);
    expect(raced.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await historyOf(first)).toHaveLength(2);
  });

  it('does not undo an answer that comes while the ways of the day are worked out anew', async () => {
    await calendar.clear();
    const wished = (['AM', 'PM'] as const).map((half) => ({ date: '2026-12-08', half }));
    const sameDay = { visits: 1, visitMinutes: 60, onlyWished: true, wished };
    await calendar.request(town, staff, sameDay);
    await calendar.request(otherTown, staff, sameDay);
    const [early, late] = await calendar.publish(staff);
    const holder = database.dataSource.createQueryRunner();
    await holder.startTransaction();
    // The way is looked up after the neighbours have been read, and before they are saved.
    await holder.query('LOCK TABLE travel_estimate IN ACCESS EXCLUSIVE MODE');
    const cancelled = calendar.visits.cancel(staff, early?.id ?? '', { reason: 'x' });
    await waiting(1);
    const accepted = calendar.visits.accept(specialist, late?.id ?? '');
    await Promise.race([accepted, waiting(2)]);
    await holder.rollbackTransaction();
    await holder.release();
    await Promise.all([cancelled, accepted]);
    expect((await calendar.visitsOf(staff)).map(({ status }) => status)).toEqual(['CANCELLED', 'CONFIRMED']);
  });

  it('of both at once sends the case back once', async () => {
    await Promise.all(
      [first, second].map((visit) => calendar.visits.cancel(staff, visit.id, { reason: 'x' })),
    );
    expect(await requestStatus()).toBe('SCHEDULING');
  });
});

describe('completing', () => {
  it('is for when the visit is over', async () => {
    await expect(calendar.visits.complete(specialist, first.id)).rejects.toMatchObject({
      code: 'INVALID_STATE',
      reason: 'visit.not-over',
    });
    after(first);
    await calendar.visits.accept(specialist, first.id);
    expect(await calendar.visits.complete(specialist, first.id)).toMatchObject({ status: 'DONE' });
    expect(await requestStatus()).toBe('IN_SUPPORT');
    await expect(calendar.visits.complete(staff, first.id)).rejects.toMatchObject({ code: 'INVALID_STATE' });
    await expect(calendar.visits.cancel(staff, first.id, { reason: 'x' })).rejects.toMatchObject({
      code: 'INVALID_STATE',
    });
  });

  it('of the last wanted visit makes the report due, once, also when both end at once', async () => {
    after(second);
    await Promise.all([
      calendar.visits.complete(specialist, first.id),
      calendar.visits.complete(staff, second.id),
    ]);
    expect(await requestStatus()).toBe('AWAITING_REPORT');
  });

  it('is not for the town', async () => {
    after(first);
    await expect(calendar.visits.complete(town, first.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(calendar.visits.complete(colleague, first.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('pinning', () => {
  it('is the hub’s mark on a visit ahead', async () => {
    expect(await calendar.visits.pin(staff, first.id, true)).toMatchObject({ pinned: true });
    await expect(calendar.visits.pin(specialist, first.id, true)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(calendar.visits.pin(ehime, first.id, true)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await calendar.visits.cancel(staff, first.id, { reason: 'x' });
    await expect(calendar.visits.pin(staff, first.id, false)).rejects.toMatchObject({
      code: 'INVALID_STATE',
    });
  });
});

describe('reading visits', () => {
  it('shows each their own', async () => {
    const seen = async (actor: Parameters<Calendar['visitsOf']>[0]) =>
      (await calendar.visitsOf(actor)).length;
    expect(await seen(staff)).toBe(2);
    expect(await seen(town)).toBe(2);
    expect(await seen(specialist)).toBe(2);
    expect(await seen(otherTown)).toBe(0);
    expect(await seen(colleague)).toBe(0);
    expect(await seen(ehime)).toBe(0);
    const { db } = database;
    await expect(db.read(otherTown, (tx) => getVisit(tx, otherTown, first.id))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await db.read(ehime, (tx) => visitsOfRequests(tx, ehime, [first.supportRequestId]))).toEqual([]);
    expect(await db.read(town, (tx) => visitsOfRequests(tx, town, [first.supportRequestId]))).toHaveLength(2);
  });

  it('filters by day, person, town, case and state, page by page', async () => {
    const list = (filter: object, page = {}) =>
      database.db.read(staff, (tx) => listVisits(tx, staff, filter, page));
    expect((await list({ from: DECEMBER.from, to: DECEMBER.to })).total).toBe(2);
    expect((await list({ from: '2026-12-26' })).total).toBe(0);
    expect((await list({ specialistId: colleague.specialistId })).total).toBe(0);
    expect((await list({ municipalityId: town.municipalityId, statuses: ['PUBLISHED'] })).total).toBe(2);
    const page = await list({ supportRequestId: first.supportRequestId }, { first: 1 });
    expect(page).toMatchObject({ total: 2, hasNext: true });
    const [row] = page.rows;
    const next = await list({}, { first: 1, after: row && page.cursorOf(row) });
    expect(next.rows.map(({ id }) => id)).toEqual([second.id]);
    await expect(list({ specialistId: 'nobody' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
