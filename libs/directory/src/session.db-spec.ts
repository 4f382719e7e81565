import { randomUUID } from 'node:crypto';
import { FixedClock } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { PLACES } from '../test/given-actors.js';
import { createAccount } from './account.service.js';
import { directoryEntities } from './directory-entities.js';
import { Membership } from './membership.entity.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';

const MORNING = new Date('2026-11-24T00:00:00Z');
const after = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000);
const clock = new FixedClock(MORNING);
const PASSWORD = 'seto-inland-sea';
const kure = { role: 'MUNICIPALITY_STAFF', prefectureId: '34', municipalityId: PLACES.kure } as const;
let database: FreshDatabase;
let door: SignInService;
let service: SessionService;
let serial = 0;

beforeAll(async () => {
  database = await freshDatabase(directoryEntities);
  door = new SignInService(database.db, clock);
  service = new SessionService(database.db, clock);
});
beforeEach(() => clock.moveTo(MORNING));
afterAll(() => database.drop());

async function somebody() {
  const loginId = `kure-${++serial}`;
  const person = {
    loginId,
    password: PASSWORD,
    displayName: '阿賀 まい',
    nameEn: 'Mai Aga',
    membership: kure,
  };
  const account = await database.db.system('34', (tx) => createAccount(tx, person, MORNING));
  const signIn = (userAgent = 'Firefox/140.0 (Windows NT 10.0)') =>
    door.signIn({ loginId, password: PASSWORD, from: '192.0.2.1', userAgent });
  return { account, signIn, ...(await signIn()) };
}

describe('SessionService', () => {
  it('lists the browsers of the person, the last seen first, and of nobody else', async () => {
    const she = await somebody();
    await somebody();
    clock.moveTo(after(10));
    await she.signIn('Edg/140 (Windows NT 10.0)');
    const rows = await service.list(she.actor, she.token);
    expect(rows).toMatchObject([
      { browser: 'EDGE', system: 'WINDOWS', createdAt: after(10), lastSeenAt: after(10), current: false },
      { browser: 'FIREFOX', system: 'WINDOWS', createdAt: MORNING, lastSeenAt: MORNING, current: true },
    ]);
    expect(JSON.stringify(rows)).not.toContain('oken');
    clock.moveTo(after(485));
    expect(await service.list(she.actor, she.token)).toHaveLength(1);
  });

  it('ends one of them at once; twice, or of somebody else, there is none', async () => {
    const she = await somebody();
    const other = await she.signIn();
    const stranger = await somebody();
    const [row] = (await service.list(she.actor, she.token)).filter(({ current }) => !current);
    const id = row?.id ?? '';
    await expect(service.end(stranger.actor, id)).rejects.toMatchObject({ reason: 'session.not-found' });
    expect(await door.actorOf(other.token)).not.toBeNull();
    await service.end(she.actor, id);
    expect(await door.actorOf(other.token)).toBeNull();
    expect(await door.actorOf(she.token)).not.toBeNull();
    for (const again of [id, randomUUID(), 'no id'])
      await expect(service.end(she.actor, again)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('signs out everywhere, with or without this browser', async () => {
    const she = await somebody();
    const other = await she.signIn();
    const stranger = await somebody();
    await service.endAll(she.actor, she.token);
    expect([await door.actorOf(other.token), await door.actorOf(she.token)]).toEqual([null, she.actor]);
    await service.endAll(she.actor, null);
    expect(await door.actorOf(she.token)).toBeNull();
    expect(await door.actorOf(stranger.token)).not.toBeNull();
  });

  it('goes on in another part of the same person, and in nobody else’s', async () => {
    const she = await somebody();
    const stranger = await somebody();
    const hub = Membership.grant(she.account.id, { role: 'HUB_STAFF', prefectureId: '38' }, MORNING);
    await database.db.system(null, (tx) => tx.insert(Membership, hub));
    expect((await service.memberships(she.actor)).map(({ role }) => role).sort()).toEqual([
      'HUB_STAFF',
      'MUNICIPALITY_STAFF',
    ]);
    await expect(service.switchTo(stranger.actor, hub.id, stranger.token)).rejects.toMatchObject({
      reason: 'membership.not-found',
    });
    const vouchedFor = (issuer: string | null) =>
      database.dataSource.query('UPDATE session SET identity_issuer = $1', [issuer]);
    await vouchedFor('https://id.pref.example');
    await expect(service.switchTo(she.actor, hub.id, she.token)).rejects.toMatchObject({
      reason: 'session.vouched-for-elsewhere',
    });
    await vouchedFor(null);
    await service.switchTo(she.actor, hub.id, she.token);
    expect(await door.actorOf(she.token)).toMatchObject({ role: 'HUB_STAFF', prefectureId: '38' });
  });

  it('lasts as long as the settings say', async () => {
    const short = new SignInService(database.db, clock, { idle: 30, max: 60 });
    const she = await somebody();
    const loginId = `kure-${serial}`;
    const { token, expiresAt } = await short.signIn({ loginId, password: PASSWORD, from: '192.0.2.1' });
    expect(expiresAt).toEqual(after(60));
    clock.moveTo(after(30));
    expect(await short.actorOf(token)).toBeNull();
    expect(await door.actorOf(she.token)).not.toBeNull();
  });
});
