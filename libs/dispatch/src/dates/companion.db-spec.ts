import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { RoundService } from '@banso/engagement';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../../test/people.js';
import { applyChanges } from '../calendar-changes.js';
import { DECEMBER, ENTITIES, START, THEME } from '../../test/given-calendar.js';
import { Dates } from '../../test/given-dates.js';
import { type Slot, slotAlone } from '../slot.js';
import type { Visit } from '../visit.entity.js';
import { takeVisit } from '../visit.queries.js';
import { CompanionCalendarService } from './companion-calendar.service.js';
import { companionsOf } from './companion.queries.js';
import { CompanionService } from './companion.service.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let dates: Dates;
let companions: CompanionService;
let calendars: CompanionCalendarService;
let staff: HubStaff;
let saito: HubStaff;
let ehime: HubStaff;
let kure: MunicipalityStaff;
let mihara: MunicipalityStaff;
let people: SpecialistUser[];
let visit: Visit;
let other: Visit;

const HOUR = 3_600_000;
const refused = (reason: string) => ({ reason });

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  dates = new Dates(database.db, clock);
  companions = new CompanionService(database.db, clock);
  calendars = new CompanionCalendarService(database.db, clock);
  staff = await hub(database.db);
  saito = await hub(database.db);
  await hub(database.db, '34', ['AUDITOR']);
  ehime = await hub(database.db, '38');
  kure = await clerk(database.db);
  mihara = await clerk(database.db, MIHARA);
  people = [
    await expert(database.db, staff, { themes: [THEME] }),
    await expert(database.db, staff, { themes: [THEME] }),
  ];
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await dates.clear();
  await database.db.owner((tx) => tx.query('TRUNCATE companion, companion_busy, companion_pattern'));
  await dates.request(kure, staff, { visits: 1 });
  await dates.request(mihara, staff, { visits: 1 });
  const published = await dates.publish(staff, DECEMBER);
  const at = (town: MunicipalityStaff) =>
    published.find(({ municipalityId }) => municipalityId === town.municipalityId);
  const [here, there] = [at(kure), at(mihara)];
  if (!here || !there) throw new Error('two visits are published');
  [visit, other] = [here, there];
});
afterAll(() => database.drop());

const along = (actor: HubStaff | MunicipalityStaff | SpecialistUser, one: Visit) =>
  database.db.read(actor, async (tx) =>
    (await companionsOf(tx, [one.id])).map(({ accountName, status }) => [accountName, status]),
  );
const stateOf = async (one: Visit, who: HubStaff) =>
  (await companions.candidates(staff, one.id)).find(({ accountId }) => accountId === who.accountId)?.state;
/** What any new version of the plan does with one visit. */
const move = (one: Visit, to: Partial<Slot>) =>
  database.db.write(staff, async (tx) => {
    const taken = await takeVisit(tx, staff, one.id);
    const change = { actor: staff, at: clock.now(), reason: '変更' };
    const moves = [{ visit: taken, to: { ...slotAlone(taken), ...to }, pinned: null }];
    const cause = { cause: 'REPAIR', runId: null, side: 'HUB' } as const;
    return applyChanges(tx, { publish: [], move: moves, cancel: [] }, cause, change);
  });
/** Somebody else of the pool goes to the other town at the hour of the first visit. */
const atOneHour = () =>
  move(other, {
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    specialistId: people.find(({ specialistId }) => specialistId !== visit.specialistId)?.specialistId ?? '',
  });

describe('a companion', () => {
  it('is named by the hub, seen by the town and by whoever goes, and asked by a notice', async () => {
    const companion = await companions.add(staff, visit.id, saito.accountId);
    expect(companion).toMatchObject({ accountName: saito.name, status: 'GOING' });
    // On the road from the prefectural office and back.
    expect(companion.startsAt.getTime()).toBeLessThan(visit.startsAt.getTime());
    const going = people.find(({ specialistId }) => specialistId === visit.specialistId) ?? people[0];
    for (const actor of [staff, kure, ...(going ? [going] : [])])
      expect(await along(actor, visit)).toEqual([[saito.name, 'GOING']]);
    for (const actor of [mihara, ehime]) expect(await along(actor, visit)).toEqual([]);
    await expect(companions.add(staff, visit.id, saito.accountId)).rejects.toMatchObject(
      refused('companion.named-already'),
    );
    for (const actor of [kure, saito].map((one) => ({ ...one, duties: [] })))
      await expect(companions.add(actor, visit.id, staff.accountId)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    await expect(companions.add(ehime, visit.id, ehime.accountId)).rejects.toMatchObject(
      refused('visit.not-found'),
    );
    await expect(companions.add(staff, visit.id, ehime.accountId)).rejects.toMatchObject(
      refused('colleague.not-found'),
    );
    const [told] = await database.dataSource.query<{ kind: string; account_id: string }[]>(
      `SELECT kind, account_id FROM notice WHERE about_id = $1 AND kind LIKE 'COMPANION%'`,
      [visit.id],
    );
    expect(told).toEqual({ kind: 'COMPANION_ASKED', account_id: saito.accountId });
    await companions.remove(staff, companion.id);
    expect(await along(kure, visit)).toEqual([]);
    clock.moveTo(visit.endsAt);
    await expect(companions.add(staff, visit.id, saito.accountId)).rejects.toMatchObject(
      refused('companion.visit-over'),
    );
  });

  it('is at one place at a time, also when two name them at once', async () => {
    await atOneHour();
    const both = await Promise.allSettled([
      companions.add(staff, visit.id, saito.accountId),
      companions.add(staff, other.id, saito.accountId),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'companion.elsewhere' },
    });
    const twin = database.dataSource.query(
      `INSERT INTO companion SELECT (jsonb_populate_record(companion,
         jsonb_build_object('id', gen_random_uuid(), 'visit_id', v.id))).*
       FROM companion, visit v WHERE v.id <> companion.visit_id`,
    );
    await expect(twin).rejects.toMatchObject({ code: '23P01' });
  });

  it('is asked again when the visit moves, marked when they are elsewhere then, and never dropped', async () => {
    const companion = await companions.add(staff, visit.id, saito.accountId);
    await move(visit, {
      startsAt: new Date(visit.startsAt.getTime() + 24 * HOUR * 30),
      endsAt: new Date(visit.endsAt.getTime() + 24 * HOUR * 30),
    });
    expect(await along(kure, visit)).toEqual([[saito.name, 'ASKED_AGAIN']]);
    await expect(companions.confirm(staff, companion.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await companions.confirm(saito, companion.id)).toMatchObject({ status: 'GOING' });
    await expect(companions.confirm(saito, companion.id)).rejects.toMatchObject(
      refused('companion.confirmed'),
    );
    await companions.add(staff, other.id, saito.accountId);
    await move(visit, {
      startsAt: other.startsAt,
      endsAt: other.endsAt,
      specialistId:
        people.find(({ specialistId }) => specialistId !== other.specialistId)?.specialistId ?? '',
    });
    expect(await along(kure, visit)).toEqual([[saito.name, 'COLLIDES']]);
    expect(await along(mihara, other)).toEqual([[saito.name, 'GOING']]);
    await expect(companions.confirm(saito, companion.id)).rejects.toMatchObject(
      refused('companion.elsewhere'),
    );
    const kinds = await database.dataSource.query<{ kind: string }[]>(
      `SELECT kind FROM notice WHERE about_id = $1 AND kind LIKE 'COMPANION%' ORDER BY created_at, kind`,
      [visit.id],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'COMPANION_ASKED',
      'COMPANION_ASKED_AGAIN',
      'COMPANION_ASKED_AGAIN',
      'COMPANION_COLLIDES',
    ]);
    await dates.visits.cancel(staff, visit.id, { reason: '中止', side: 'TOWN' });
    expect(await along(kure, visit)).toEqual([]);
  });

  it('may take the hour of the other visit when both change places', async () => {
    const later = 24 * HOUR * 21;
    await move(other, {
      startsAt: new Date(visit.startsAt.getTime() + later),
      endsAt: new Date(visit.endsAt.getTime() + later),
    });
    await companions.add(staff, visit.id, saito.accountId);
    await companions.add(staff, other.id, saito.accountId);
    await database.db.write(staff, async (tx) => {
      const [one, two] = [await takeVisit(tx, staff, visit.id), await takeVisit(tx, staff, other.id)];
      const [first, second] = [slotAlone(one), slotAlone(two)];
      return applyChanges(
        tx,
        {
          publish: [],
          move: [
            { visit: one, to: second, pinned: null },
            { visit: two, to: first, pinned: null },
          ],
          cancel: [],
        },
        { cause: 'REPAIR', runId: null, side: 'HUB' },
        { actor: staff, at: clock.now(), reason: '入替え' },
      );
    });
    expect(await along(kure, visit)).toEqual([[saito.name, 'ASKED_AGAIN']]);
    expect(await along(mihara, other)).toEqual([[saito.name, 'ASKED_AGAIN']]);
  });

  it('goes along to what is only held, and stays when the town has chosen it', async () => {
    const { inquiry, slots } = await dates.offered(kure, staff);
    const held = (await dates.visitsOf(staff)).filter(({ status }) => status === 'HELD');
    const chosen = held.find(({ startsAt }) => startsAt.getTime() === slots[0]?.startsAt.getTime());
    const left = held.find((one) => one !== chosen);
    if (!chosen || !left) throw new Error('slots are held');
    await companions.add(staff, chosen.id, saito.accountId);
    await companions.add(staff, left.id, saito.accountId);
    expect(await along(kure, chosen)).toEqual([]);
    await dates.answers.choose(kure, inquiry.id, slots[0]?.id ?? '');
    expect(await along(kure, chosen)).toEqual([[saito.name, 'GOING']]);
    expect(await along(staff, left)).toEqual([]);
  });
});

describe('a calendar of one’s own', () => {
  it('says to colleagues that somebody is busy, and not with what', async () => {
    const busy = { title: '通院', startsAt: visit.startsAt, endsAt: visit.endsAt };
    expect(await calendars.note(saito, busy)).toMatchObject({ visitsHit: 0 });
    expect(await stateOf(visit, saito)).toBe('BUSY');
    await expect(companions.add(staff, visit.id, saito.accountId)).rejects.toMatchObject(
      refused('companion.elsewhere'),
    );
    const seen = await database.db.read(staff, (tx) => tx.query('SELECT title FROM companion_busy'));
    expect(seen).toEqual([]);
    const day = { from: '2026-12-01', to: '2027-01-31' };
    const own = await calendars.own(saito, day);
    expect(own.busy.map(({ title }) => title)).toEqual(['通院']);
    expect((await calendars.own(staff, day)).busy).toEqual([]);
    await expect(calendars.remove(staff, own.busy[0]?.id ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await calendars.remove(saito, own.busy[0]?.id ?? '');
    expect(await stateOf(visit, saito)).toBe('FREE');
  });

  it('knows who goes along to a town of a round that day', async () => {
    const round = await new RoundService(database.db, clock).open(staff, {
      fiscalYear: 2026,
      kind: 'VISIT',
      specialistId: people[0]?.specialistId,
    });
    const name = saito.name;
    await database.dataSource.query(
      `UPDATE round_stop SET status = 'COMPANION_SET', planned_on = ($2::timestamptz AT TIME ZONE 'Asia/Tokyo')::date,
         companion = $3 WHERE round_id = $1 AND position = 0`,
      [round.id, visit.startsAt, name],
    );
    expect(await stateOf(visit, saito)).toBe('ELSEWHERE');
    await expect(companions.add(staff, visit.id, saito.accountId)).rejects.toMatchObject(
      refused('companion.elsewhere'),
    );
    await database.db.owner((tx) => tx.query('TRUNCATE town_round CASCADE'));
    expect(await stateOf(visit, saito)).toBe('FREE');
  });

  it('marks visits to which somebody was to come along, and tells the hub', async () => {
    await companions.add(staff, visit.id, saito.accountId);
    const busy = { title: '出張', startsAt: visit.startsAt, endsAt: visit.endsAt };
    expect(await calendars.note(saito, busy)).toMatchObject({ visitsHit: 1 });
    expect(await along(kure, visit)).toEqual([[saito.name, 'COLLIDES']]);
  });

  it('puts those first who are free and know the town', async () => {
    await companions.add(staff, visit.id, saito.accountId);
    await dates.visits.complete(
      people.find(({ specialistId }) => specialistId === visit.specialistId) ?? staff,
      (clock.moveTo(visit.endsAt), visit.id),
    );
    await dates.request(kure, staff, { visits: 1 });
    const next = (await dates.publish(staff, { from: '2027-01-04', to: '2027-01-22' })).find(
      ({ status, municipalityId, id }) =>
        status === 'PUBLISHED' && municipalityId === kure.municipalityId && id !== visit.id,
    );
    const found = await companions.candidates(staff, next?.id ?? '');
    expect(found.map(({ accountId, state, timesAtTown }) => [accountId, state, timesAtTown])).toEqual([
      [saito.accountId, 'FREE', 1],
      [staff.accountId, 'FREE', 0],
    ]);
    await calendars.setPattern(saito, []);
    expect((await companions.candidates(staff, next?.id ?? ''))[1]).toMatchObject({
      accountId: saito.accountId,
      state: 'NOT_THEIR_DAY',
    });
    await expect(companions.candidates(kure, next?.id ?? '')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('takes no time that is past, upside down, too long or too far', async () => {
    const at = (from: string, to: string) =>
      calendars.note(saito, { title: 'x', startsAt: new Date(from), endsAt: new Date(to) });
    const rule = (name: string) => ({ details: { faults: [expect.objectContaining({ rule: name })] } });
    await expect(at('2026-12-10T03:00:00Z', '2026-12-10T02:00:00Z')).rejects.toMatchObject(
      rule('not-before-from'),
    );
    await expect(at('2026-12-10T03:00:00Z', '2027-03-10T02:00:00Z')).rejects.toMatchObject(
      rule('period-too-long'),
    );
    await expect(at('2020-12-10T03:00:00Z', '2020-12-10T04:00:00Z')).rejects.toMatchObject(rule('not-past'));
    await expect(at('2039-12-10T03:00:00Z', '2039-12-10T04:00:00Z')).rejects.toMatchObject(rule('too-far'));
    await expect(
      calendars.note(saito, { title: 'x', startsAt: new Date(NaN), endsAt: clock.now() }),
    ).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    await expect(
      calendars.note(kure, { title: 'x', startsAt: clock.now(), endsAt: clock.now() }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
