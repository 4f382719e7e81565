import { randomUUID } from 'node:crypto';
import { directoryEntities } from '@banso/directory';
import type { Actor, HubStaff } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { hub as hubOf } from '../../../test/people.js';
import { PLACES, specialistUser, townStaff } from '../../directory/test/given-actors.js';
import { givenSpecialist, minato } from '../test/given-pool.js';
import { activeSpecialists, getSpecialist, listSpecialists, specialistsByIds } from './specialist.queries.js';
import { SpecialistService } from './specialist.service.js';
import { talentEntities } from './talent-entities.js';

let database: FreshDatabase;
let service: SpecialistService;
let hub: HubStaff;
let ehimeHub: HubStaff;

beforeAll(async () => {
  database = await freshDatabase([...directoryEntities, ...talentEntities]);
  service = new SpecialistService(database.db);
  hub = await hubOf(database.db);
  ehimeHub = await hubOf(database.db, '38');
});
beforeEach(() => database.dataSource.query('DELETE FROM specialist'));
afterAll(() => database.drop());

const get = (actor: Actor, id: string) => database.db.read(actor, (tx) => getSpecialist(tx, actor, id));
const list = (actor: Actor, filter = {}, page = {}) =>
  database.db.read(actor, (tx) => listSpecialists(tx, actor, filter, page));
const namesOf = async (actor: Actor, filter = {}) =>
  (await list(actor, filter)).rows.map((row) => row.nameEn);
const faults = (...found: [string, string][]) => ({
  code: 'BAD_INPUT',
  details: { faults: found.map(([path, rule]) => ({ path, rule })) },
});

describe('SpecialistService.register', () => {
  it("adds somebody to the hub's own prefecture", async () => {
    const specialist = await service.register(hub, minato);
    expect(await get(hub, specialist.id)).toMatchObject({ ...minato, prefectureId: '34', active: true });
  });

  it('takes the prefectural office as a base', async () => {
    expect((await givenSpecialist(database.db, hub, { baseId: PLACES.hiroshimaOffice })).baseId).toBe(
      '340006',
    );
  });

  it('is for the hub only', async () => {
    await expect(service.register(townStaff(PLACES.kure), minato)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(service.register(specialistUser(randomUUID()), minato)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('knows profiles and places of the own prefecture only, and says so at once', async () => {
    await expect(
      service.register(hub, { ...minato, profileId: 'WIZARD', baseId: PLACES.matsuyama }),
    ).rejects.toMatchObject(faults(['profileId', 'unknown'], ['baseId', 'unknown']));
  });

  it('takes two people of one name for two people', async () => {
    await Promise.all([service.register(hub, minato), service.register(hub, minato)]);
    expect(await namesOf(hub)).toEqual(['Minato Kureha', 'Minato Kureha']);
  });
});

describe('SpecialistService.revise', () => {
  it('writes the new facts and keeps who has left as having left', async () => {
    const { id } = await givenSpecialist(database.db, hub);
    await service.revise(hub, id, { ...minato, active: false });
    await service.revise(hub, id, { ...minato, monthlyDays: 4, active: null });
    expect(await get(hub, id)).toMatchObject({ monthlyDays: 4, active: false });
    expect(await service.revise(hub, id, { ...minato, active: true })).toMatchObject({ active: true });
  });

  it('keeps the nights away when they are not named', async () => {
    const { id } = await givenSpecialist(database.db, hub);
    await service.revise(hub, id, { ...minato, nights: 2 });
    expect(await service.revise(hub, id, minato)).toMatchObject({ nights: 2 });
    expect(await service.revise(hub, id, { ...minato, nights: 0 })).toMatchObject({ nights: 0 });
  });

  it('finds nobody of another prefecture, and refuses the person itself', async () => {
    const { id } = await givenSpecialist(database.db, hub);
    await expect(service.revise(ehimeHub, id, minato)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(service.revise(specialistUser(id), id, minato)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(service.revise(townStaff(PLACES.kure), id, minato)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('writes one revision after the other when two come at once', async () => {
    const { id } = await givenSpecialist(database.db, hub);
    await Promise.all([
      service.revise(hub, id, { ...minato, monthlyDays: 5, employment: '五' }),
      service.revise(hub, id, { ...minato, monthlyDays: 6, employment: '六' }),
    ]);
    const { monthlyDays, employment } = await get(hub, id);
    expect([
      [5, '五'],
      [6, '六'],
    ]).toContainEqual([monthlyDays, employment]);
  });
});

describe('who sees whom', () => {
  it('shows the hub everyone, a town the active, a specialist themselves, another prefecture nobody', async () => {
    const active = await givenSpecialist(database.db, hub);
    const left = await givenSpecialist(database.db, hub, { active: false });
    const both = [active.id, left.id];
    const seen = async (actor: Actor) => {
      const rows = await database.db.read(actor, (tx) => specialistsByIds(tx, actor, both));
      return both.filter((id) => rows.some((row) => row.id === id));
    };
    expect(await seen(hub)).toEqual(both);
    expect(await seen(townStaff(PLACES.kure))).toEqual([active.id]);
    expect(await seen(townStaff(PLACES.matsuyama))).toEqual([]);
    expect(await seen(specialistUser(left.id))).toEqual([left.id]);
    expect(await seen(ehimeHub)).toEqual([]);
    await expect(get(townStaff(PLACES.kure), left.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(get(hub, 'no-uuid')).rejects.toMatchObject({ reason: 'specialist.not-found' });
  });
});

describe('listSpecialists', () => {
  beforeEach(async () => {
    await givenSpecialist(database.db, hub);
    const takuto = { name: '篠目 たくと', kana: 'しのめ たくと', nameEn: 'Takuto Shinome' };
    await givenSpecialist(database.db, hub, { ...takuto, profileId: 'PROJECT_MANAGER', modes: ['ONLINE'] });
    await givenSpecialist(database.db, hub, { kana: 'あき', name: '安芸', nameEn: 'Aki', active: false });
  });

  it('goes by the reading', async () => {
    expect(await namesOf(hub)).toEqual(['Aki', 'Minato Kureha', 'Takuto Shinome']);
    const found = await database.db.read(hub, (tx) => activeSpecialists(tx, hub));
    expect(found.map((row) => row.nameEn)).toEqual(['Minato Kureha', 'Takuto Shinome']);
  });

  it.each([
    [{ search: 'シノメ' }, ['Takuto Shinome']],
    [{ search: 'minatokureha' }, ['Minato Kureha']],
    [{ profileId: 'PROJECT_MANAGER' }, ['Takuto Shinome']],
    [{ mode: 'ON_SITE' }, ['Aki', 'Minato Kureha']],
    [{ active: true }, ['Minato Kureha', 'Takuto Shinome']],
    [{ skillId: 'GOV-07' }, []],
  ])('filters by %j', async (filter, expected) => {
    expect(await namesOf(hub, filter)).toEqual(expected);
  });

  it('walks page by page', async () => {
    const first = await list(hub, {}, { first: 2 });
    const [, last] = first.rows;
    const second = await list(hub, {}, { first: 2, after: last && first.cursorOf(last) });
    expect([first.total, first.hasNext, second.rows.map((row) => row.nameEn)]).toEqual([
      3,
      true,
      ['Takuto Shinome'],
    ]);
  });
});
