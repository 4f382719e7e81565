import { randomUUID } from 'node:crypto';
import { directoryEntities } from '@banso/directory';
import { type Actor, type DayPart, FixedClock, type HubStaff } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { hub as hubOf } from '../../../test/people.js';
import { PLACES, specialistUser, townStaff } from '../../directory/test/given-actors.js';
import { givenSpecialist } from '../test/given-pool.js';
import { daysOffBetween, listDaysOff } from './availability.queries.js';
import { AvailabilityService } from './availability.service.js';
import type { Specialist } from './specialist.entity.js';
import { talentEntities } from './talent-entities.js';

/** Nine in the morning in Japan on the 24th; still the 23rd in UTC an hour before. */
const clock = new FixedClock(new Date('2026-11-23T23:00:00Z'));
let database: FreshDatabase;
let service: AvailabilityService;
let hub: HubStaff;
let minato: Specialist;

beforeAll(async () => {
  database = await freshDatabase([...directoryEntities, ...talentEntities]);
  service = new AvailabilityService(database.db, clock);
  hub = await hubOf(database.db);
  minato = await givenSpecialist(database.db, hub);
});
beforeEach(() => database.dataSource.query('DELETE FROM day_off'));
afterAll(() => database.drop());

const off = (part: DayPart, date = '2026-12-07') => ({
  specialistId: minato.id,
  date,
  part,
  reason: '定例会',
});
const partsOf = async (actor: Actor = hub) =>
  (await read(actor)).map(({ date, part, reason }) => `${date} ${part} ${reason ?? '-'}`);
const read = (actor: Actor) =>
  database.db.read(actor, (tx) => daysOffBetween(tx, actor, [minato.id], '2026-12-01', '2026-12-31'));

describe('AvailabilityService.addDayOff', () => {
  it('is for the person and for the hub', async () => {
    await service.addDayOff(specialistUser(minato.id), off('AM'));
    await service.addDayOff(hub, off('PM'));
    expect(await partsOf()).toEqual(['2026-12-07 AM 定例会', '2026-12-07 PM 定例会']);
  });

  it('lets a whole day take the place of its halves', async () => {
    await service.addDayOff(hub, off('AM'));
    await service.addDayOff(hub, { ...off('DAY'), reason: ' ' });
    expect(await partsOf()).toEqual(['2026-12-07 DAY -']);
  });

  it.each<[DayPart, DayPart]>([
    ['AM', 'AM'],
    ['DAY', 'DAY'],
    ['DAY', 'PM'],
  ])('refuses what is noted already: after %s, %s', async (first, second) => {
    await service.addDayOff(hub, off(first));
    await expect(service.addDayOff(hub, off(second))).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'day-off.already-noted',
    });
  });

  it('notes one of two that come at once', async () => {
    const both = await Promise.allSettled([
      service.addDayOff(hub, off('DAY')),
      service.addDayOff(hub, off('DAY')),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await partsOf()).toHaveLength(1);
  });

  it('takes today in Japan, not yesterday, and nothing after two years', async () => {
    await service.addDayOff(hub, off('AM', '2026-11-24'));
    await service.addDayOff(hub, off('AM', '2028-11-24'));
    const fault = (rule: string) => ({
      code: 'BAD_INPUT',
      details: { faults: [expect.objectContaining({ rule })] },
    });
    await expect(service.addDayOff(hub, off('AM', '2026-11-23'))).rejects.toMatchObject(fault('past'));
    await expect(service.addDayOff(hub, off('AM', '2028-11-25'))).rejects.toMatchObject(fault('too-far'));
    await expect(service.addDayOff(hub, off('AM', '2026-12-32'))).rejects.toMatchObject(fault('date'));
  });

  it('refuses a town, and finds nobody for a colleague or another prefecture', async () => {
    const codeFor = (actor: Actor) => expect(service.addDayOff(actor, off('AM'))).rejects;
    await codeFor(townStaff(PLACES.kure)).toMatchObject({ code: 'FORBIDDEN' });
    await codeFor(specialistUser(randomUUID())).toMatchObject({ code: 'NOT_FOUND' });
    await codeFor(await hubOf(database.db, '38')).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('AvailabilityService.removeDayOff', () => {
  it('removes it once', async () => {
    const { id } = await service.addDayOff(hub, off('DAY'));
    expect(await service.removeDayOff(specialistUser(minato.id), id)).toMatchObject({ id, part: 'DAY' });
    await expect(service.removeDayOff(hub, id)).rejects.toMatchObject({ reason: 'day-off.not-found' });
    expect(await partsOf()).toEqual([]);
  });

  it('removes it once when two ask at once', async () => {
    const { id } = await service.addDayOff(hub, off('DAY'));
    const both = await Promise.allSettled([service.removeDayOff(hub, id), service.removeDayOff(hub, id)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('leaves days that have passed', async () => {
    const { id } = await service.addDayOff(hub, off('DAY', '2026-11-24'));
    const tomorrow = new AvailabilityService(database.db, new FixedClock(new Date('2026-11-24T15:00:00Z')));
    await expect(tomorrow.removeDayOff(hub, id)).rejects.toMatchObject({
      code: 'INVALID_STATE',
      reason: 'day-off.past',
    });
  });

  it('refuses a town, and finds nothing for another prefecture', async () => {
    const { id } = await service.addDayOff(hub, off('DAY'));
    await expect(service.removeDayOff(townStaff(PLACES.kure), id)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const ehimeHub = await hubOf(database.db, '38');
    await expect(service.removeDayOff(ehimeHub, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('listDaysOff', () => {
  const days = { from: '2026-12-01', to: '2026-12-31' };
  const list = (actor: Actor, specialistId?: string) =>
    database.db.read(actor, (tx) => listDaysOff(tx, actor, days, specialistId));

  it('is of one specialist, or of everyone the actor can see', async () => {
    await service.addDayOff(hub, off('DAY'));
    expect(await list(hub)).toHaveLength(1);
    expect(await list(hub, minato.id)).toHaveLength(1);
    expect(await list(specialistUser(randomUUID()))).toEqual([]);
    await expect(list(specialistUser(randomUUID()), minato.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('daysOffBetween', () => {
  it('tells a town that somebody is away, not why', async () => {
    await service.addDayOff(hub, off('DAY'));
    expect(await partsOf(townStaff(PLACES.kure))).toEqual(['2026-12-07 DAY -']);
    expect(await partsOf(specialistUser(minato.id))).toEqual(['2026-12-07 DAY 定例会']);
    expect(await partsOf(townStaff(PLACES.matsuyama))).toEqual([]);
  });

  it('includes both ends of the range and nothing outside', async () => {
    for (const date of ['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'])
      await service.addDayOff(hub, off('DAY', date));
    expect((await read(hub)).map((day) => day.date)).toEqual(['2026-12-01', '2026-12-31']);
  });
});
