import {
  addDays,
  FixedClock,
  type HubStaff,
  localDateOf,
  type MunicipalityStaff,
  type SpecialistUser,
  WEEKDAYS,
  weekdayOf,
} from '@banso/kernel';
import { AvailabilityService, patternsOn, Specialist, SpecialistService } from '@banso/talent';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../../test/people.js';
import { Calendar, ENTITIES, START, THEME } from '../../test/given-calendar.js';
import type { Visit } from '../visit.entity.js';
import { getVisit, visitHistoriesOf } from '../visit.queries.js';
import { availabilityCalendars } from './availability-calendar.queries.js';
import { AvailabilityChangeService, type HitVisit } from './availability-change.service.js';
import { halvesTaken } from './hit-visits.js';

const clock = new FixedClock(new Date(START));
const TODAY = '2026-12-01';
let database: FreshDatabase;
let calendar: Calendar;
let changes: AvailabilityChangeService;
let days: AvailabilityService;
let staff: HubStaff;
let ehime: HubStaff;
let town: MunicipalityStaff;
let otherTown: MunicipalityStaff;
let she: SpecialistUser;
let colleague: SpecialistUser;
let visit: Visit;
let date: string;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  changes = new AvailabilityChangeService(database.db, clock);
  days = new AvailabilityService(database.db, clock);
  staff = await hub(database.db);
  ehime = await hub(database.db, '38');
  town = await clerk(database.db);
  otherTown = await clerk(database.db, MIHARA);
  she = await expert(database.db, staff, { themes: [THEME] });
  colleague = await expert(database.db, staff);
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
  await calendar.request(town, staff, { visits: 1 });
  const [one] = await calendar.publish(staff);
  if (!one) throw new Error('a visit is published');
  visit = one;
  date = localDateOf(visit.startsAt);
});
afterAll(() => database.drop());

const whose = () => ({ specialistId: she.specialistId });
const away = (on = date) => ({ ...whose(), days: [{ date: on, am: false, pm: false }], reason: '通院' });
const weekly = (part: 'AM' | 'PM' | 'DAY' = 'DAY', end = '') => ({
  ...whose(),
  rule: `FREQ=WEEKLY;BYDAY=${WEEKDAYS[weekdayOf(date)]?.slice(0, 2)}${end}`,
  startsOn: TODAY,
  part,
  reason: '大学の講義',
});
const decided = (hit: HitVisit | undefined, decision: string, message: string | null = null) => ({
  decisions: [{ visitId: hit?.visit.id, seen: hit?.version, decision, message }],
});
const now = (id = visit.id) => database.db.read(staff, (tx) => getVisit(tx, staff, id));
async function statesOf(on: string, actor: Parameters<typeof availabilityCalendars>[1] = staff) {
  const [person] = await database.db.read(actor, (tx) =>
    availabilityCalendars(tx, actor, { from: on, to: on }, she.specialistId),
  );
  const [day] = person?.days ?? [];
  if (!day) throw new Error('one day was asked for');
  return { ...day, halves: [day.am.state, day.pm.state] };
}
const rows = (table: string) => database.dataSource.query<unknown[]>(`SELECT * FROM ${table}`);
/** A working day on which no visit stands. */
const freeDay = () => (date === '2026-12-15' ? '2026-12-16' : '2026-12-15');

describe('days of a grid', () => {
  it('go round: away, afternoon, morning, possible again; twice is once', async () => {
    const on = freeDay();
    const set = (am: boolean, pm: boolean) =>
      changes.setDays(she, { ...whose(), days: [{ date: on, am, pm }] });
    expect(await set(false, false)).toEqual({ applied: true, hits: [] });
    await set(false, false);
    expect((await statesOf(on)).halves).toEqual(['DAY_OFF', 'DAY_OFF']);
    await set(false, true);
    expect((await statesOf(on)).halves).toEqual(['DAY_OFF', 'WORKS']);
    await set(true, true);
    expect((await statesOf(on)).halves).toEqual(['WORKS', 'WORKS']);
    expect(await rows('day_off')).toEqual([]);
    await Promise.all([set(false, false), set(false, false), set(false, false)]);
    expect(await rows('day_off')).toHaveLength(1);
  });

  it('are for the person and the hub; a town sees that somebody is away, and not why', async () => {
    const on = freeDay();
    await changes.setDays(staff, away(on));
    await changes.addRule(she, { ...weekly('AM'), decisions: [] });
    expect(await statesOf(on, she)).toMatchObject({ am: { reason: '通院' } });
    expect(await statesOf(on, town)).toMatchObject({ am: { state: 'DAY_OFF', reason: null, ruleId: null } });
    expect(JSON.stringify(await statesOf(on, town))).not.toContain('通院');
    const refused = (actor: Parameters<typeof changes.setDays>[0]) =>
      expect(changes.setDays(actor, away(on))).rejects;
    await refused(town).toMatchObject({ code: 'FORBIDDEN' });
    await refused(colleague).toMatchObject({ code: 'NOT_FOUND' });
    await refused(ehime).toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      changes.setWeeklyPattern(she, { ...whose(), validFrom: on, weekly: [] }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const [log] = await database.dataSource.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM audit_entry WHERE table_name = 'day_off' AND record_type = 'specialist'`,
    );
    expect(log?.n).toBeGreaterThan(0);
  });

  it.each([
    ['yesterday', { days: [{ date: '2026-11-30', am: true, pm: true }] }, 'past'],
    ['a day in ten years', { days: [{ date: '2036-11-30', am: true, pm: true }] }, 'too-far'],
    ['a Sunday', { days: [{ date: '2026-12-06', am: true, pm: true }] }, 'closed-day'],
    [
      'a day twice',
      { days: Array.from({ length: 2 }, () => ({ date: '2026-12-08', am: true, pm: true })) },
      'twice',
    ],
    ['no day', { days: [] }, 'too-small'],
  ])('refuse %s in words', async (_, input, rule) => {
    await expect(changes.setDays(she, { ...whose(), ...input })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { faults: [expect.objectContaining({ rule })] },
    });
  });
});

describe('a day on which a visit stands', () => {
  it('is not taken without a decision, and the answer names the visit', async () => {
    const answer = await changes.setDays(she, away());
    expect(answer).toMatchObject({ applied: false, hits: [{ visit: { id: visit.id } }] });
    expect(answer.hits[0]?.halves).toEqual(halvesTaken(visit));
    expect(await rows('day_off')).toEqual([]);
    expect((await now()).status).toBe('PUBLISHED');
    await expect(changes.addDayOff(staff, { ...whose(), date, part: 'DAY' })).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'availability.hits-visits',
    });
  });

  it('keeps the visit and leaves its half-days out', async () => {
    const { hits } = await changes.setDays(she, away());
    expect(await changes.setDays(she, { ...away(), ...decided(hits[0], 'KEEP') })).toMatchObject({
      applied: true,
    });
    const { halves, clash } = await statesOf(date);
    const kept = halvesTaken(visit).map(({ half }) => half);
    expect(halves).toEqual(
      (['AM', 'PM'] as const).map((half) => (kept.includes(half) ? 'WORKS' : 'DAY_OFF')),
    );
    expect(clash).toBe(false);
    expect((await now()).status).toBe('PUBLISHED');
  });

  it('gives the visit back with words for the town, and tells the hub', async () => {
    const { hits } = await changes.setDays(she, away());
    const withoutWords = changes.setDays(she, { ...away(), ...decided(hits[0], 'OTHER_DAY', ' ') });
    await expect(withoutWords).rejects.toMatchObject({
      details: { faults: [{ path: 'decisions.0.message', rule: 'required' }] },
    });
    const words = '学会のため、別の日をお願いします。';
    await changes.setDays(she, { ...away(), ...decided(hits[0], 'OTHER_DAY', words) });
    expect(await now()).toMatchObject({ status: 'CANCELLED', cancelSide: 'SPECIALIST' });
    const history = await database.db.read(town, (tx) => visitHistoriesOf(tx, [visit.id]));
    expect(history.at(-1)?.reason).toBe(words);
    expect(JSON.stringify(history)).not.toContain('通院');
    expect(await rows('notice')).toContainEqual(
      expect.objectContaining({ kind: 'VISIT_GIVEN_BACK', hub_duty: 'COORDINATOR' }),
    );
  });

  it('leaves the visit to the hub, which is told and sees the clash', async () => {
    const { hits } = await changes.setDays(she, away());
    await changes.setDays(she, { ...away(), ...decided(hits[0], 'CALL_HUB') });
    expect(await statesOf(date)).toMatchObject({ halves: ['DAY_OFF', 'DAY_OFF'], clash: true });
    expect((await now()).status).toBe('PUBLISHED');
    expect(await rows('notice')).toContainEqual(expect.objectContaining({ kind: 'VISIT_ON_BLOCKED_DAY' }));
  });

  it('is decided on what was seen: a visit that was answered meanwhile is shown anew', async () => {
    const { hits } = await changes.setDays(she, away());
    await calendar.visits.accept(she, visit.id);
    const late = changes.setDays(she, { ...away(), ...decided(hits[0], 'CALL_HUB') });
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT', reason: 'record.changed-meanwhile' });
    expect(await rows('day_off')).toEqual([]);
  });

  it('is given back once by two who ask at once', async () => {
    const { hits } = await changes.setDays(she, away());
    const give = () => changes.setDays(she, { ...away(), ...decided(hits[0], 'OTHER_DAY', '別の日に') });
    const both = await Promise.allSettled([give(), give()]);
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    const history = await database.db.read(staff, (tx) => visitHistoriesOf(tx, [visit.id]));
    expect(history.filter(({ toStatus }) => toStatus === 'CANCELLED')).toHaveLength(1);
    expect(await rows('day_off')).toHaveLength(1);
  });
});

describe('a half-day that is blocked while a plan for it is published', () => {
  it('ends in the one or the other, whoever comes first', async () => {
    await calendar.request(town, staff, { visits: 1 });
    const run = await calendar.plan(staff);
    const [proposed] = await calendar.proposals(run);
    if (!proposed) throw new Error('a visit is proposed');
    const on = localDateOf(proposed.startsAt);
    const [published, blocked] = await Promise.allSettled([
      calendar.publishing.publish(staff, run.id),
      changes.setDays(she, { ...away(on), decisions: [] }),
    ]);
    const isBlocked = blocked.status === 'fulfilled' && blocked.value.applied;
    expect(isBlocked).toBe(published.status === 'rejected');
    if (published.status === 'rejected') expect(published.reason).toMatchObject({ reason: 'plan.overtaken' });
    else expect(blocked).toMatchObject({ value: { applied: false } });
  });
});

describe('a repeat rule', () => {
  it('is shown before it is kept, asks about visits, and leaves a kept one out', async () => {
    const preview = await changes.previewRule(she, weekly());
    expect(preview.dates.slice(0, 3)).toHaveLength(3);
    expect(preview.dates).toContain(date);
    expect(preview.hits.map((hit) => hit.visit.id)).toEqual([visit.id]);
    expect(await changes.addRule(she, weekly())).toMatchObject({ applied: false });
    expect(await rows('unavailability_rule')).toEqual([]);
    await changes.addRule(she, { ...weekly(), ...decided(preview.hits[0], 'KEEP') });
    const kept = halvesTaken(visit).map(({ half }) => half);
    expect((await statesOf(date)).halves).toEqual(
      (['AM', 'PM'] as const).map((half) => (kept.includes(half) ? 'WORKS' : 'RULE')),
    );
    expect(await statesOf(addDays(date, 7))).toMatchObject({
      halves: ['RULE', 'RULE'],
      am: { reason: '大学の講義' },
    });
    const open = { ...whose(), days: [{ date: addDays(date, 7), am: true, pm: false }] };
    await changes.setDays(she, open);
    expect((await statesOf(addDays(date, 7))).halves).toEqual(['WORKS', 'DAY_OFF']);
    const run = await calendar.plan(staff);
    expect(run.status).toBe('PROPOSED');
  });

  it('ends from today on, once; what it took before stays', async () => {
    const { hits } = await changes.previewRule(she, weekly());
    await changes.addRule(she, { ...weekly(), ...decided(hits[0], 'CALL_HUB') });
    const [rule] = (await rows('unavailability_rule')) as { id: string }[];
    clock.moveTo(new Date(`${addDays(date, 1)}T00:00:00Z`));
    const id = rule?.id ?? '';
    await expect(days.endRule(colleague, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(days.endRule(town, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(days.endRule(ehime, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const both = await Promise.allSettled([days.endRule(she, id), days.endRule(staff, id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await statesOf(date)).halves).toEqual(['RULE', 'RULE']);
    expect((await statesOf(addDays(date, 7))).halves).toEqual(['WORKS', 'WORKS']);
    await expect(days.endRule(she, id)).rejects.toMatchObject({ reason: 'unavailability-rule.over' });
  });

  it('that has not begun is gone when it is ended; thirty are enough', async () => {
    const later = { ...weekly(), startsOn: addDays(date, 300) };
    await changes.addRule(she, later);
    const [rule] = (await rows('unavailability_rule')) as { id: string }[];
    await days.endRule(she, rule?.id ?? '');
    expect(await rows('unavailability_rule')).toEqual([]);
    for (let n = 0; n < 30; n++) await changes.addRule(she, later);
    await expect(changes.addRule(she, later)).rejects.toMatchObject({
      reason: 'unavailability-rule.too-many',
    });
  });

  it.each([
    ['a hostile one', 'FREQ=SECONDLY;COUNT=999999999', 'repeat-rule'],
    ['one that comes to no day', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261130', 'repeat-rule-empty'],
    ['one without end for its length', `FREQ=WEEKLY;BYDAY=${'MO,'.repeat(100)}MO`, 'too-long'],
  ])('refuses %s in words', async (_, rule, fault) => {
    await expect(changes.addRule(she, { ...weekly(), rule })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { faults: expect.arrayContaining([expect.objectContaining({ path: 'rule', rule: fault })]) },
    });
  });
});

describe('a weekly pattern', () => {
  it('holds from its day on, asks about visits, and leaves the past as it was', async () => {
    const pattern = { ...whose(), validFrom: addDays(date, -1), weekly: ['MON_AM'] };
    const answer = await changes.setWeeklyPattern(staff, pattern);
    const isMonday = weekdayOf(date) === 1;
    expect(answer.applied).toBe(isMonday && halvesTaken(visit).every(({ half }) => half === 'AM'));
    const input = answer.applied ? pattern : { ...pattern, ...decided(answer.hits[0], 'KEEP') };
    await changes.setWeeklyPattern(staff, input);
    expect((await statesOf(date)).clash).toBe(false);
    expect((await statesOf('2026-12-04')).halves).toEqual(['WORKS', 'WORKS']);
    expect((await statesOf('2027-01-08')).halves).toEqual(['OUTSIDE_PATTERN', 'OUTSIDE_PATTERN']);
    // An extra day beyond the pattern.
    await changes.setDays(she, { ...whose(), days: [{ date: '2027-01-08', am: true, pm: false }] });
    expect((await statesOf('2027-01-08')).halves).toEqual(['WORKS', 'OUTSIDE_PATTERN']);
    const weekOn = async (on: string) => {
      const person = await database.db.read(staff, (tx) =>
        tx.findOneByOrFail(Specialist, { id: she.specialistId }),
      );
      return database.db.read(staff, async (tx) => (await patternsOn(tx, [person], on))(person));
    };
    expect(await weekOn('2026-12-01')).toHaveLength(10);
    expect(await weekOn('2027-04-01')).toEqual(['MON_AM']);
    // The hub's record of the person is the same truth from its day on.
    const person = await database.db.read(staff, (tx) =>
      tx.findOneByOrFail(Specialist, { id: she.specialistId }),
    );
    await new SpecialistService(database.db, clock).revise(staff, she.specialistId, {
      ...person,
      weekly: ['TUE_AM', 'WED_AM'],
    });
    expect(await weekOn('2026-11-30')).toHaveLength(10);
    expect(await weekOn('2026-12-01')).toEqual(['TUE_AM', 'WED_AM']);
    expect(await weekOn('2027-04-01')).toEqual(['MON_AM']);
    expect(await database.db.read(otherTown, (tx) => patternsOn(tx, [person], '2027-04-01'))).toBeDefined();
  });
});
