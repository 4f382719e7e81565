import {
  addDays,
  FixedClock,
  type HubStaff,
  instantAt,
  localDateOf,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../../test/people.js';
import { Calendar, ENTITIES, START, THEME } from '../../test/given-calendar.js';
import { listPublications } from '../planning-run.queries.js';
import type { Visit } from '../visit.entity.js';
import { visitActionsOf } from '../visit-actions.js';
import { getVisit, listVisits } from '../visit.queries.js';
import { FallenVisitService } from './fallen-visit.service.js';

const clock = new FixedClock(new Date(START));
/** The day of the visit that falls away, a Wednesday, and the day before it. */
const DAY = '2026-12-09';
const EVE = addDays(DAY, -1);
let database: FreshDatabase;
let calendar: Calendar;
let fallen: FallenVisitService;
let staff: HubStaff;
let ehime: HubStaff;
let town: MunicipalityStaff;
let otherTown: MunicipalityStaff;
let specialist: SpecialistUser;
let visit: Visit;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  fallen = new FallenVisitService(database.db, clock);
  staff = await hub(database.db);
  ehime = await hub(database.db, '38');
  town = await clerk(database.db);
  otherTown = await clerk(database.db, MIHARA);
  specialist = await expert(database.db, staff, { themes: [THEME] });
  await expert(database.db, staff, { themes: [THEME] });
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
  const wished = (['AM', 'PM'] as const).map((half) => ({ date: DAY, half }));
  const request = await calendar.request(town, staff, { visits: 1, onlyWished: true, wished });
  const [only] = await calendar.publish(staff);
  if (!only) throw new Error('a visit is published');
  visit = only;
  // Any day will do once the wish has failed.
  await database.dataSource.query('UPDATE support_request SET only_wished = false WHERE id = $1', [
    request.id,
  ]);
});
afterAll(() => database.drop());

const at = (date: string, minute: number) => clock.moveTo(instantAt(date, minute));
const now = (id = visit.id) => database.db.read(staff, (tx) => getVisit(tx, staff, id));
const holder = (): SpecialistUser => ({ ...specialist, specialistId: visit.specialistId });
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string; reason?: string }) => `${error.code} ${error.reason}`,
  );
const gaps = async () =>
  (
    await database.db.read(staff, (tx) => listVisits(tx, staff, { gapFrom: localDateOf(clock.now()) }, {}))
  ).rows.map(({ id }) => id);

describe('a visit that falls away', () => {
  it('at short notice leaves a gap that the hub is told of; long before it leaves none', async () => {
    await calendar.visits.decline(holder(), visit.id, { kind: 'OTHER_DUTY' });
    expect(await now()).toMatchObject({ gap: null });
    expect(await refusalOf(fallen.options(staff, visit.id))).toBe('INVALID_STATE visit.no-gap');
    await calendar.clear();
    await calendar.request(town, staff, { visits: 1 });
    const [again] = await calendar.publish(staff);
    if (!again) throw new Error('a visit is published');
    at(addDays(localDateOf(again.startsAt), -1), 600);
    await calendar.visits.cancel(town, again.id, { reason: '急な行事' });
    expect(await now(again.id)).toMatchObject({ gap: 'OPEN', cancelSide: 'TOWN' });
    expect(await gaps()).toEqual([again.id]);
    expect(visitActionsOf(staff, await now(again.id), clock.now())).toEqual(['REPAIR']);
    expect(visitActionsOf(town, await now(again.id), clock.now())).toEqual([]);
    const told: { kind: string }[] = await database.dataSource.query(
      'SELECT kind FROM notice WHERE about_id = $1',
      [again.id],
    );
    expect(told.map(({ kind }) => kind)).toContain('VISIT_FELL_AWAY');
  });

  it('through the specialist is held by a colleague at the same time, or later', async () => {
    at(EVE, 600);
    await calendar.visits.decline(holder(), visit.id, { kind: 'UNWELL' });
    const options = await fallen.options(staff, visit.id);
    expect(options.length).toBeGreaterThan(0);
    expect(options.length).toBeLessThanOrEqual(3);
    for (const { changes, towns, kind } of options) {
      expect([kind, towns]).not.toEqual(['FILLED', 1]);
      for (const { after } of changes)
        expect(after?.specialistId === visit.specialistId && after.startsAt < visit.endsAt).toBe(false);
    }
    const [best] = options;
    const reason = '担当者の体調不良のため';
    const publication = await fallen.adopt(staff, visit.id, { optionKey: best?.key, reason });
    expect(publication).toMatchObject({ cause: 'REPAIR', visits: 1 });
    expect(await now()).toMatchObject({ status: 'CANCELLED', gap: 'REPAIRED' });
    const ahead = (await calendar.visitsOf(staff)).filter(({ status }) => status === 'PUBLISHED');
    expect(ahead.map(({ supportRequestId }) => supportRequestId)).toEqual([visit.supportRequestId]);
    expect(await gaps()).toEqual([]);
  });

  it('through the town frees a half-day for a need that waits', async () => {
    const waiting = await calendar.request(otherTown, staff, { visits: 1, mode: 'ONLINE' });
    at(EVE, 600);
    await calendar.visits.cancel(town, visit.id, { reason: '急な議会' });
    const options = await fallen.options(staff, visit.id);
    const fill = options.find(({ kind }) => kind === 'FILLED');
    expect(fill?.changes).toMatchObject([
      {
        kind: 'NEW',
        supportRequestId: waiting.id,
        after: { specialistId: visit.specialistId },
      },
    ]);
    expect(localDateOf(fill?.changes[0]?.after?.startsAt ?? new Date(0))).toBe(DAY);
    // The town gets its own visit again, on a later day.
    const again = options.find(({ kind }) => kind !== 'FILLED');
    expect(again?.changes[0]?.supportRequestId).toBe(visit.supportRequestId);
    expect(localDateOf(again?.changes[0]?.after?.startsAt ?? new Date(0)) > DAY).toBe(true);
    expect(options.map(({ towns }) => towns)).toEqual(options.map(() => 1));
    await fallen.adopt(staff, visit.id, { optionKey: fill?.key, reason: '空いた半日のため' });
    const here = await database.db.read(otherTown, (tx) => listVisits(tx, otherTown, {}, {}));
    expect(here.rows.map(({ startsAt }) => localDateOf(startsAt))).toEqual([DAY]);
  });

  it('today leaves it to urgent needs alone', async () => {
    const usual = await calendar.request(otherTown, staff, { visits: 1, mode: 'ONLINE' });
    const urgent = await calendar.request(otherTown, staff, {
      visits: 1,
      mode: 'ONLINE',
      urgency: 'URGENT',
      visitMinutes: 60,
    });
    // Before the morning, with two hours to get ready.
    at(DAY, 420);
    await calendar.visits.cancel(town, visit.id, { reason: '停電' });
    const options = await fallen.options(staff, visit.id);
    const today = options.filter(({ changes }) =>
      changes.some(({ after }) => after && localDateOf(after.startsAt) === DAY),
    );
    const served = today.flatMap(({ changes }) => changes.map(({ supportRequestId }) => supportRequestId));
    expect(served).not.toContain(usual.id);
    expect([...new Set(served)]).toEqual([urgent.id]);
  });

  it('is the coordinator’s to repair, once, and of today’s rows', async () => {
    at(EVE, 600);
    await calendar.visits.cancel(town, visit.id, { reason: 'x' });
    const [option] = await fallen.options(staff, visit.id);
    const wish = { optionKey: option?.key ?? '', reason: 'x' };
    for (const [actor, refusal] of [
      [specialist, 'FORBIDDEN access.forbidden'],
      [town, 'FORBIDDEN access.forbidden'],
      [{ ...staff, duties: ['AUDITOR' as const] }, 'FORBIDDEN access.forbidden'],
      [ehime, 'NOT_FOUND visit.not-found'],
    ] as const)
      expect(await refusalOf(fallen.adopt(actor, visit.id, wish))).toBe(refusal);
    expect(await refusalOf(fallen.options(ehime, visit.id))).toBe('NOT_FOUND visit.not-found');
    expect(await refusalOf(fallen.leave(town, visit.id))).toBe('FORBIDDEN access.forbidden');
    expect(await refusalOf(fallen.adopt(staff, visit.id, { ...wish, optionKey: 'x' }))).toBe(
      'CONFLICT repair.stale',
    );
    expect(await refusalOf(fallen.adopt(staff, visit.id, { ...wish, reason: ' ' }))).toBe(
      'BAD_INPUT input.invalid',
    );
    const both = await Promise.all([
      refusalOf(fallen.adopt(staff, visit.id, wish)),
      refusalOf(fallen.leave(staff, visit.id)),
    ]);
    expect(both.sort()).toEqual(['INVALID_STATE visit.no-gap', 'done']);
    const { rows } = await database.db.read(staff, (tx) => listPublications(tx, staff, {}));
    expect(rows.length).toBe((await now()).gap === 'REPAIRED' ? 2 : 1);
  });

  it('is no gap any more when its hour has come', async () => {
    at(EVE, 600);
    await calendar.visits.cancel(town, visit.id, { reason: 'x' });
    clock.moveTo(visit.startsAt);
    expect(await refusalOf(fallen.options(staff, visit.id))).toBe('INVALID_STATE visit.no-gap');
    expect(visitActionsOf(staff, await now(), clock.now())).toEqual([]);
  });
});
