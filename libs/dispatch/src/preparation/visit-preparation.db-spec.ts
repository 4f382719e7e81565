import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { versionsOf } from '@banso/platform';
import { ENTITIES } from '../../../../apps/api/src/entities.js';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, expert, hub, KURE, MIHARA } from '../../../../test/people.js';
import { THEME } from '../../test/given-calendar.js';
import { Dates } from '../../test/given-dates.js';
import { VisitPreparationService } from './visit-preparation.service.js';

describe('what a town has ready for a visit', () => {
  let database: FreshDatabase;
  let dates: Dates;
  let service: VisitPreparationService;
  let people: {
    staff: HubStaff;
    town: MunicipalityStaff;
    next: MunicipalityStaff;
    ehime: HubStaff;
    chief: MunicipalityStaff;
    she: SpecialistUser;
    other: SpecialistUser;
  };
  let visit: string;
  let later: string;

  beforeAll(async () => {
    database = await freshDatabase(ENTITIES);
    const { db } = database;
    const clock = new FixedClock(new Date());
    dates = new Dates(db, clock);
    service = new VisitPreparationService(db, clock);
    const staff = await hub(db);
    people = {
      staff,
      town: await clerk(db),
      next: await clerk(db, MIHARA),
      ehime: await hub(db, '38'),
      chief: await clerk(db, KURE, ['APPROVER']),
      she: await expert(db, staff, { baseId: KURE, themes: [THEME] }),
      other: await expert(db, staff, { themes: [] }),
    };
    [visit, later] = [await agreed(), await agreed()];
  }, 60_000);
  afterAll(() => database.drop());

  async function agreed(): Promise<string> {
    const { inquiry, slots } = await dates.offered(people.town, people.staff);
    return (await dates.answers.choose(people.town, inquiry.id, slots[0]?.id ?? '')).visitId ?? '';
  }

  const version = (id: string) =>
    database.db.read(
      people.town,
      async (tx) => (await versionsOf(tx, people.town, 'visit_preparation', [id])).get(id) ?? '0',
    );
  const input = (changes: Record<string, unknown> = {}) => ({
    purpose: '窓口の流れを見る',
    things: [{ text: '見取り図', done: false }],
    room: '3階 第2会議室',
    parking: '正面',
    contact: '総務課 0823-00-0000',
    remarks: '',
    seen: '0',
    ...changes,
  });

  it('is proposed from the theme until the town writes it, and its place is proposed for the next visit', async () => {
    const before = await service.find(people.town, visit, 'ja');
    expect(before.written).toBeNull();
    expect(before.things.length).toBeGreaterThan(1);
    expect(before).toMatchObject({ room: '', contact: '広報係' });
    const english = await service.find(people.town, visit, 'en');
    expect(english.things.map(({ text }) => text)).not.toEqual(before.things.map(({ text }) => text));

    await service.prepare(people.town, visit, input());
    expect(await service.find(people.town, later, 'ja')).toMatchObject({
      written: null,
      room: '3階 第2会議室',
      parking: '正面',
      contact: '総務課 0823-00-0000',
      remarks: '',
    });
  });

  it('is read by whoever comes and by the hub, and by nobody else', async () => {
    for (const reader of [people.staff, people.she, people.chief])
      expect((await service.find(reader, visit, 'ja')).room).toBe('3階 第2会議室');
    for (const stranger of [people.next, people.ehime, people.other])
      await expect(service.find(stranger, visit, 'ja')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is written by who requests for the town, and by nobody else', async () => {
    for (const stranger of [people.next, people.ehime, people.other])
      await expect(service.prepare(stranger, visit, input())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const reader of [people.staff, people.she, people.chief]) {
      await expect(service.prepare(reader, visit, input())).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(service.tick(reader, visit, { text: '見取り図', done: true }, 'ja')).rejects.toMatchObject(
        { code: 'FORBIDDEN' },
      );
    }
  });

  it('is refused with words where it says too much, the same twice, or is not about a visit', async () => {
    const twice = [1, 2].map(() => ({ text: '見取り図', done: false }));
    for (const changes of [
      { things: twice },
      { room: 'あ'.repeat(121) },
      { things: [{ text: '', done: false }] },
    ])
      await expect(
        service.prepare(people.town, visit, input({ ...changes, seen: null })),
      ).rejects.toMatchObject({
        code: 'BAD_INPUT',
      });
    await expect(service.find(people.town, 'x', 'ja')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('tells the second of two who write it what the first has written', async () => {
    const seen = await version(visit);
    await service.prepare(people.town, visit, input({ room: '1階', seen }));
    await expect(service.prepare(people.town, visit, input({ room: '2階', seen }))).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { changes: [expect.objectContaining({ field: 'room' })] },
    });
  });

  it('keeps both of two ticks at once, the first of all too', async () => {
    const things = (await service.find(people.town, later, 'ja')).things.slice(0, 2);
    await Promise.all(things.map(({ text }) => service.tick(people.town, later, { text, done: true }, 'ja')));
    const after = await service.find(people.town, later, 'ja');
    expect(after.things.filter(({ done }) => done)).toHaveLength(2);
    const [first] = after.things;
    await service.tick(people.town, later, { text: first?.text ?? '', done: false }, 'ja');
    expect((await service.find(people.town, later, 'ja')).things[0]?.done).toBe(false);
    await expect(
      service.tick(people.town, later, { text: 'ないもの', done: true }, 'ja'),
    ).rejects.toMatchObject({ reason: 'preparation.no-such-item' });
  });

  it('stays as it was once the visit is called off', async () => {
    await database.db.owner((tx) => tx.query(`UPDATE visit SET status = 'CANCELLED' WHERE id = $1`, [later]));
    await expect(service.prepare(people.town, later, input({ seen: null }))).rejects.toMatchObject({
      reason: 'preparation.visit-over',
    });
    await expect(service.tick(people.town, later, { text: 'x', done: true }, 'ja')).rejects.toMatchObject({
      reason: 'preparation.visit-over',
    });
  });
});
