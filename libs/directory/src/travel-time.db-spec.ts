import { FixedClock, type HubStaff } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { hub as hubOf } from '../../../test/people.js';
import { PLACES, townStaff } from '../test/given-actors.js';
import { directoryEntities } from './directory-entities.js';
import { TravelTimeService } from './travel-time.service.js';
import { listTravelTimes, travelMatrix } from './travel.queries.js';

const clock = new FixedClock(new Date('2026-11-24T00:00:00Z'));
const ferry = {
  fromId: PLACES.osaki,
  toId: PLACES.hiroshimaOffice,
  minutes: 110,
  note: '竹原港からのフェリーを含む',
};
let database: FreshDatabase;
let service: TravelTimeService;
let hub: HubStaff;
let ehimeHub: HubStaff;
let kagoshimaHub: HubStaff;

beforeAll(async () => {
  database = await freshDatabase(directoryEntities);
  service = new TravelTimeService(database.db, clock);
  hub = await hubOf(database.db);
  ehimeHub = await hubOf(database.db, '38');
  kagoshimaHub = await hubOf(database.db, '46');
});
beforeEach(() => database.dataSource.query('DELETE FROM travel_override'));
afterAll(() => database.drop());

const matrix = (actor: HubStaff, ...places: string[]) =>
  database.db.read(actor, (tx) => travelMatrix(tx, actor, places));
const timeTo = (actor: HubStaff, fromId: string, toId: string) =>
  database.db.read(actor, async (tx) =>
    (await listTravelTimes(tx, actor, fromId)).find((time) => time.toId === toId),
  );

describe('travelMatrix', () => {
  it('is symmetric, and nought at home', async () => {
    expect(await matrix(hub, PLACES.hiroshimaOffice, PLACES.kure, PLACES.osaki)).toEqual([
      [0, 41, 133],
      [41, 0, 124],
      [133, 124, 0],
    ]);
  });

  it('is empty where no road leads and nobody has said how long it takes', async () => {
    expect(await matrix(kagoshimaHub, PLACES.kagoshimaOffice, PLACES.nishinoomote)).toEqual([
      [0, null],
      [null, 0],
    ]);
  });

  it("counts the hub's figure instead of the estimate, in both directions", async () => {
    await service.set(hub, {
      fromId: PLACES.osaki,
      toId: PLACES.kure,
      minutes: 95,
      note: 'フェリーの時刻表',
    });
    expect(await matrix(hub, PLACES.kure, PLACES.osaki)).toEqual([
      [0, 95],
      [95, 0],
    ]);
  });

  it('knows nothing of another prefecture', async () => {
    await service.set(hub, { ...ferry });
    expect(await matrix(ehimeHub, PLACES.hiroshimaOffice, PLACES.kure)).toEqual([
      [0, null],
      [null, 0],
    ]);
  });
});

describe('TravelTimeService.set', () => {
  it('says where the minutes come from', async () => {
    expect(await timeTo(hub, PLACES.osaki, PLACES.hiroshimaOffice)).toMatchObject({
      toName: '広島県庁',
      toNameEn: 'Hiroshima Prefectural Office',
      minutes: 133,
      source: 'ESTIMATE',
      mode: 'ferry_assumed',
    });
    expect(await timeTo(kagoshimaHub, PLACES.kagoshimaOffice, PLACES.nishinoomote)).toMatchObject({
      minutes: null,
      source: 'UNKNOWN',
    });
    expect(await service.set(hub, ferry)).toMatchObject({
      minutes: 110,
      estimatedMinutes: 133,
      source: 'HUB',
      note: ferry.note,
    });
    expect(await timeTo(hub, PLACES.hiroshimaOffice, PLACES.osaki)).toMatchObject({
      minutes: 110,
      source: 'HUB',
    });
    expect(await timeTo(hub, PLACES.hiroshimaOffice, PLACES.kure)).toMatchObject({
      minutes: 41,
      source: 'ESTIMATE',
      roadKm: 26,
      mode: 'road',
      note: null,
    });
  });

  it('keeps the last figure when it is set twice and at once', async () => {
    await service.set(hub, ferry);
    await service.set(hub, { ...ferry, minutes: 105 });
    expect((await timeTo(hub, PLACES.osaki, PLACES.hiroshimaOffice))?.minutes).toBe(105);
    await Promise.all([
      service.set(hub, { ...ferry, minutes: 100 }),
      service.set(hub, { ...ferry, minutes: 90 }),
    ]);
    expect([90, 100]).toContain((await timeTo(hub, PLACES.osaki, PLACES.hiroshimaOffice))?.minutes);
  });

  it('is for the hub only', async () => {
    await expect(service.set(townStaff(PLACES.kure), ferry)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each([
    ['another prefecture', { ...ferry, toId: PLACES.matsuyama }],
    ['a place that does not exist', { ...ferry, toId: '349999' }],
  ])('does not find %s', async (_, input) => {
    await expect(service.set(hub, input)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      reason: 'place.not-found',
    });
  });

  it('refuses the same place twice, no minutes and too many', async () => {
    const faultsOf = (path: string, rule: string) => ({
      details: { faults: [expect.objectContaining({ path, rule })] },
    });
    await expect(service.set(hub, { ...ferry, toId: ferry.fromId })).rejects.toMatchObject(
      faultsOf('toId', 'same-place'),
    );
    await expect(service.set(hub, { ...ferry, minutes: 0 })).rejects.toMatchObject(
      faultsOf('minutes', 'too-small'),
    );
    await expect(service.set(hub, { ...ferry, minutes: 721 })).rejects.toMatchObject(
      faultsOf('minutes', 'too-big'),
    );
    await expect(service.set(hub, { ...ferry, note: ' ' })).rejects.toMatchObject(
      faultsOf('note', 'required'),
    );
  });
});

describe('TravelTimeService.clear', () => {
  it('goes back to the estimate, whichever end comes first; again changes nothing', async () => {
    await service.set(hub, { fromId: PLACES.hiroshima, toId: PLACES.kure, minutes: 55, note: '朝の渋滞' });
    const estimate = { minutes: 41, source: 'ESTIMATE' };
    expect(await service.clear(hub, PLACES.kure, PLACES.hiroshima)).toMatchObject(estimate);
    expect(await service.clear(hub, PLACES.kure, PLACES.hiroshima)).toMatchObject(estimate);
  });

  it("leaves another prefecture's figure and refuses who is not the hub", async () => {
    await service.set(hub, ferry);
    await expect(service.clear(ehimeHub, ferry.fromId, ferry.toId)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(service.clear(townStaff(PLACES.kure), ferry.fromId, ferry.toId)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await timeTo(hub, ferry.fromId, ferry.toId))?.source).toBe('HUB');
  });
});

describe('listTravelTimes', () => {
  it('does not find a place of another prefecture', async () => {
    await expect(
      database.db.read(hub, (tx) => listTravelTimes(tx, hub, PLACES.matsuyama)),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
