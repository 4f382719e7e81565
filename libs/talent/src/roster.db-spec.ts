import { directoryEntities } from '@banso/directory';
import { type Actor, FixedClock, type HubStaff } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { hub as hubOf } from '../../../test/people.js';
import { PLACES, specialistUser, townStaff } from '../../directory/test/given-actors.js';
import { givenSpecialist, minato as facts } from '../test/given-pool.js';
import { DeskDutyService } from './desk-duty.service.js';
import { type ExpertFieldInput, ExpertFieldService } from './expert-field.service.js';
import { deskDutyAt, fieldOfTheme, fieldsOf, listDeskDuty } from './roster.queries.js';
import type { Specialist } from './specialist.entity.js';
import { SpecialistService } from './specialist.service.js';
import { talentEntities } from './talent-entities.js';

/** Fiscal year 2026, 令和8年度. */
const clock = new FixedClock(new Date('2026-11-24T00:00:00Z'));
let database: FreshDatabase;
let desk: DeskDutyService;
let fields: ExpertFieldService;
let pool: SpecialistService;
let hub: HubStaff;
let ehimeHub: HubStaff;
let minato: Specialist;
let takuto: Specialist;

beforeAll(async () => {
  database = await freshDatabase([...directoryEntities, ...talentEntities]);
  desk = new DeskDutyService(database.db);
  fields = new ExpertFieldService(database.db, clock);
  pool = new SpecialistService(database.db);
  hub = await hubOf(database.db);
  ehimeHub = await hubOf(database.db, '38');
  minato = await givenSpecialist(database.db, hub);
  takuto = await givenSpecialist(database.db, hub, { kana: 'しのめ', weekly: ['MON_AM'] });
});
beforeEach(async () => {
  await database.dataSource.query('DELETE FROM desk_duty');
  await database.dataSource.query('TRUNCATE expert_field CASCADE');
  await pool.revise(hub, minato.id, { ...facts, active: true });
});
afterAll(() => database.drop());

const monday = (...specialists: Specialist[]) =>
  ({ weekday: 'MON', half: 'AM', specialistIds: specialists.map((one) => one.id) }) as const;
const dutyOf = (actor: Actor) => database.db.read(actor, (tx) => listDeskDuty(tx, actor));
const onMonday = (actor: Actor) =>
  database.db.read(actor, (tx) => deskDutyAt(tx, actor, { date: '2026-11-30', weekday: 'MON', half: 'AM' }));

describe('DeskDutyService.set', () => {
  it('replaces the shift, in the order of the readings', async () => {
    await desk.set(hub, monday(takuto));
    await desk.set(hub, monday(takuto, minato, minato));
    expect(await dutyOf(hub)).toEqual([monday(minato, takuto)]);
    await desk.set(hub, monday());
    expect(await dutyOf(hub)).toEqual([]);
  });

  it('keeps one of two shifts that are set at once', async () => {
    await Promise.all([desk.set(hub, monday(minato)), desk.set(hub, monday(takuto))]);
    expect((await onMonday(hub)).length).toBe(1);
  });

  it('refuses who does not work then, who has left, and who belongs elsewhere', async () => {
    const refusal = {
      code: 'BAD_INPUT',
      details: { faults: [{ path: 'specialistIds', rule: 'not-working-then' }] },
    };
    await expect(desk.set(hub, { ...monday(takuto), half: 'PM' })).rejects.toMatchObject(refusal);
    await expect(desk.set(ehimeHub, monday(minato))).rejects.toMatchObject(refusal);
    await pool.revise(hub, minato.id, { ...facts, active: false });
    await expect(desk.set(hub, monday(minato))).rejects.toMatchObject(refusal);
  });

  it('refuses a day on which the offices are closed, and who is not the hub', async () => {
    await expect(desk.set(hub, { ...monday(), weekday: 'SUN' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    for (const actor of [townStaff(PLACES.kure), specialistUser(minato.id)])
      await expect(desk.set(actor, monday(minato))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('names nobody who has left since or works other hours now', async () => {
    await desk.set(hub, monday(minato, takuto));
    expect(await onMonday(townStaff(PLACES.kure))).toEqual([minato.id, takuto.id]);
    expect(await onMonday(townStaff(PLACES.matsuyama))).toEqual([]);
    await pool.revise(hub, minato.id, { ...facts, weekly: ['TUE_AM'] });
    expect(await onMonday(hub)).toEqual([takuto.id]);
    await pool.revise(hub, minato.id, { ...facts, active: false });
    expect(await onMonday(hub)).toEqual([takuto.id]);
  });
});

const counters = (change: Partial<ExpertFieldInput> = {}): ExpertFieldInput => ({
  fiscalYear: 2026,
  name: '窓口・手続',
  nameEn: 'Counters and procedures',
  themeIds: ['T01', 'T04'],
  specialistIds: [takuto.id, minato.id],
  ...change,
});
const fieldsIn = (year: number, actor: Actor = hub) =>
  database.db.read(actor, (tx) => fieldsOf(tx, actor, year));

describe('ExpertFieldService.define', () => {
  it('draws up a field with its themes and members', async () => {
    const field = await fields.define(hub, counters());
    expect(field).toMatchObject({ ...counters(), specialistIds: [minato.id, takuto.id] });
    expect(await fieldsIn(2026)).toEqual([field]);
    expect(await fieldsIn(2026, ehimeHub)).toEqual([]);
  });

  it('replaces the field of that name, and renames one by its id', async () => {
    const { id } = await fields.define(hub, counters());
    await fields.define(hub, counters({ themeIds: ['T16'], specialistIds: [] }));
    expect(await fieldsIn(2026)).toMatchObject([{ id, themeIds: ['T16'], specialistIds: [] }]);
    await fields.define(hub, counters({ id, name: '窓口BPR' }));
    expect(await fieldsIn(2026)).toMatchObject([{ id, name: '窓口BPR' }]);
  });

  it('makes one field of two that come at once', async () => {
    await Promise.all([fields.define(hub, counters()), fields.define(hub, counters())]);
    expect(await fieldsIn(2026)).toHaveLength(1);
  });

  it("leaves last year's field when the new year's is drawn up", async () => {
    const spring = new ExpertFieldService(database.db, new FixedClock(new Date('2027-04-01T00:00:00Z')));
    const old = await fields.define(hub, counters());
    await spring.define(hub, counters({ fiscalYear: 2027, themeIds: ['T01'] }));
    expect(await fieldsIn(2026)).toEqual([old]);
    await expect(spring.define(hub, counters())).rejects.toMatchObject({ reason: 'expert-field.year-over' });
    await expect(fields.define(hub, counters({ fiscalYear: 2028 }))).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  it('gives a theme one field within a year, and a name to one field', async () => {
    await fields.define(hub, counters());
    const { id } = await fields.define(hub, counters({ name: 'データ', themeIds: ['T11'] }));
    await expect(
      fields.define(hub, counters({ id, name: 'データ', themeIds: ['T04', 'T11'] })),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'expert-field.theme-taken',
      details: { themeIds: 'T04' },
    });
    await expect(fields.define(hub, counters({ id, themeIds: ['T11'] }))).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'expert-field.name-taken',
    });
  });

  it('refuses what does not exist, who is not the hub, and a field of another prefecture', async () => {
    const fault = (path: string) => ({ code: 'BAD_INPUT', details: { faults: [{ path, rule: 'unknown' }] } });
    await expect(fields.define(hub, counters({ themeIds: ['T99'] }))).rejects.toMatchObject(
      fault('themeIds'),
    );
    await expect(fields.define(ehimeHub, counters())).rejects.toMatchObject(fault('specialistIds'));
    await expect(fields.define(townStaff(PLACES.kure), counters())).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const { id } = await fields.define(hub, counters());
    await expect(fields.define(ehimeHub, counters({ id, specialistIds: [] }))).rejects.toMatchObject({
      reason: 'expert-field.not-found',
    });
  });
});

describe('fieldOfTheme', () => {
  it('names the members who can be given work', async () => {
    const { id } = await fields.define(hub, counters());
    await pool.revise(hub, minato.id, { ...facts, active: false });
    const town = townStaff(PLACES.kure);
    const fieldFor = (themeId: string, year: number) =>
      database.db.read(town, (tx) => fieldOfTheme(tx, town, themeId, year));
    expect(await fieldFor('T04', 2026)).toMatchObject({ id, specialistIds: [takuto.id] });
    expect(await fieldFor('T04', 2025)).toBeNull();
    expect(await fieldFor('T11', 2026)).toBeNull();
  });
});
