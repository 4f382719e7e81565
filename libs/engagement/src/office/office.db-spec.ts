import { addDays, FixedClock, type MunicipalityStaff } from '@banso/kernel';
import { directoryEntities } from '@banso/directory';
import { talentEntities } from '@banso/talent';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, hub, KURE, MATSUYAMA, MIHARA } from '../../../../test/people.js';
import { engagementEntities } from '../engagement-entities.js';
import { listOffices, membersOf, timesOf } from './office.queries.js';
import { monthlyTimes, rosterOf } from './office-roster.js';
import { OfficeService } from './office.service.js';

let database: FreshDatabase;
let offices: OfficeService;
let town: MunicipalityStaff;
const clock = new FixedClock(new Date());

beforeAll(async () => {
  database = await freshDatabase([...directoryEntities, ...talentEntities, ...engagementEntities]);
  offices = new OfficeService(database.db, clock);
  town = await clerk(database.db, KURE);
}, 60_000);
afterAll(() => database.drop());

let count = 0;
const opened = () => offices.keep(town, { name: `推進室${++count}`, seats: 15, monthlyHours: 10 });
const seated = async (officeId: string, section: string, kind = 'CONCURRENT') => {
  const member = await offices.propose(town, officeId, { name: `室員${++count}`, section, kind });
  await offices.move(town, member.id, { status: 'APPOINTED', since: clock.today() });
  return offices.move(town, member.id, { status: 'ACTIVE', since: clock.today() });
};
const read = <T>(work: Parameters<typeof database.db.read<T>>[1]) => database.db.read(town, work);

describe('the office of a town (§6.1)', () => {
  it('seats a head and 14 members, and notices the 16th without refusing', async () => {
    const office = await opened();
    await seated(office.id, '室', 'HEAD');
    for (let i = 0; i < 14; i++) await seated(office.id, `課${i % 7}`);
    const roster = async () => rosterOf(office, await read((tx) => membersOf(tx, [office.id])));
    expect(await roster()).toMatchObject({ seated: 15, isOver: false });
    const last = await seated(office.id, '市民課');
    expect(await roster()).toMatchObject({ seated: 16, isOver: true });
    expect((await roster()).sections).toHaveLength(9);
    await expect(
      offices.move(town, last.id, { status: 'RELEASED', since: clock.today(), reason: ' ' }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await offices.move(town, last.id, { status: 'RELEASED', since: clock.today(), reason: '異動' });
    expect(await roster()).toMatchObject({ seated: 15, isOver: false });
    await expect(
      offices.move(town, last.id, { status: 'ACTIVE', since: clock.today() }),
    ).rejects.toMatchObject({ reason: 'office-member.not-in-state' });
  });

  it('notes the time of those who came to a session, once, and what goes beyond the guide', async () => {
    const office = await opened();
    const [she, he] = [await seated(office.id, '市民課'), await seated(office.id, '総務課', 'DEDICATED')];
    const session = await offices.plan(town, office.id, {
      kind: 'STUDY',
      title: '生成AIの学習会',
      heldOn: clock.today(),
      minutes: 600,
      preparedBy: he.id,
    });
    const record = { record: '試した結果を共有した。', memberIds: [she.id, he.id, she.id] };
    const both = await Promise.allSettled([
      offices.hold(town, session.id, record),
      offices.hold(town, session.id, record),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await offices.note(town, she.id, { workedOn: clock.today(), minutes: 5, what: '準備' });
    const [members, times] = await read(
      async (tx) => [await membersOf(tx, [office.id]), await timesOf(tx, [office.id])] as const,
    );
    expect(times).toHaveLength(3);
    expect(monthlyTimes(office, members, times)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ memberId: she.id, minutes: 605, isBeyond: true }),
        expect.objectContaining({ memberId: he.id, minutes: 600, isBeyond: false }),
      ]),
    );
    await expect(offices.cancel(town, session.id)).rejects.toMatchObject({
      reason: 'office-session.not-planned',
    });
  });

  it('refuses what is not yet, who is not there, and a second head', async () => {
    const office = await opened();
    const other = await opened();
    const stranger = await seated(other.id, '市民課');
    await seated(office.id, '室', 'HEAD');
    await expect(seated(office.id, '室', 'HEAD')).rejects.toMatchObject({
      reason: 'office-member.head-there',
    });
    const facts = { kind: 'MEETING', title: 'x', heldOn: addDays(clock.today(), 1), minutes: 60 };
    const session = await offices.plan(town, office.id, facts);
    await expect(offices.hold(town, session.id, { record: 'x', memberIds: [] })).rejects.toMatchObject({
      reason: 'office-session.not-yet',
    });
    await expect(offices.plan(town, office.id, { ...facts, preparedBy: stranger.id })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    await offices.cancel(town, session.id);
    await expect(offices.keep(town, { name: office.name, seats: 1 })).rejects.toMatchObject({
      reason: 'office.name-taken',
    });
  });

  it('is kept by its town alone, read by its hub, and unknown to everybody else', async () => {
    const office = await opened();
    const { db } = database;
    const [itsHub, auditor, neighbour, abroad] = [
      await hub(db),
      await clerk(db, KURE, ['APPROVER']),
      await clerk(db, MIHARA),
      await hub(db, MATSUYAMA.slice(0, 2)),
    ];
    const wish = { name: 'x', section: 'x', kind: 'DEDICATED' };
    for (const one of [itsHub, auditor])
      await expect(offices.propose(one, office.id, wish)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const one of [neighbour, abroad]) {
      await expect(offices.propose(one, office.id, wish)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await db.read(one, (tx) => listOffices(tx, one))).toEqual([]);
    }
    const seen = await db.read(itsHub, (tx) => listOffices(tx, itsHub));
    expect(seen.map(({ id }) => id)).toContain(office.id);
  });
});
