import { FixedClock } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { PLACES } from '../test/given-actors.js';
import { createAccount, findAccountByLoginId } from './account.service.js';
import { directoryEntities } from './directory-entities.js';
import { hashToken, Session } from './session.entity.js';
import {
  MAX_FAILURES_OF_ADDRESS,
  MAX_FAILURES_OF_NAME,
  MAX_SIGN_IN_FAILURES,
  noteFailure,
  SIGN_IN_WAIT_MINUTES,
} from './sign-in-failures.js';
import { purgeExpiredSessions, SignInService } from './sign-in.service.js';

const MORNING = new Date('2026-11-24T00:00:00Z');
const after = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000);
const clock = new FixedClock(MORNING);
const PASSWORD = 'seto-inland-sea';
const scope = { role: 'MUNICIPALITY_STAFF', prefectureId: '34', municipalityId: PLACES.kure } as const;
let database: FreshDatabase;
let service: SignInService;
let accountId: string;

beforeAll(async () => {
  database = await freshDatabase(directoryEntities);
  service = new SignInService(database.db, clock);
  const person = { loginId: 'kure-01', password: PASSWORD, displayName: '阿賀 まい', nameEn: 'Mai Aga' };
  const account = await database.db.system('34', (tx) =>
    createAccount(tx, { ...person, membership: scope }, MORNING),
  );
  accountId = account.id;
});
beforeEach(async () => {
  clock.moveTo(MORNING);
  await database.dataSource.query('TRUNCATE sign_in_failure');
});
afterAll(() => database.drop());

const signIn = (loginId = 'kure-01', password = PASSWORD, from = '192.0.2.1') =>
  service.signIn({ loginId, password, from });
const disable = (at: Date | null) =>
  database.dataSource.query('UPDATE account SET disabled_at = $1 WHERE id = $2', [at, accountId]);

describe('SignInService.signIn', () => {
  it('opens a session for twelve hours at most and says who has come', async () => {
    const { token, expiresAt, actor } = await signIn();
    expect(expiresAt).toEqual(after(720));
    expect(actor).toMatchObject({ ...scope, accountId, name: '阿賀 まい' });
    expect(await service.actorOf(token)).toEqual(actor);
  });

  it('takes the login id in any width and case', async () => {
    expect((await signIn(' ＫＵＲＥ-01 ')).actor.accountId).toBe(accountId);
  });

  it('stores only the digest of the token', async () => {
    const { token } = await signIn();
    const rows = await database.dataSource.query('SELECT row_to_json(s)::text AS row FROM session s');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('gives each browser its own session', async () => {
    const [one, two] = await Promise.all([signIn(), signIn()]);
    expect(one.token).not.toBe(two.token);
    await service.signOut(one.token);
    expect(await service.actorOf(two.token)).not.toBeNull();
  });

  it('answers unknown ids, wrong passwords and disabled accounts alike', async () => {
    const refusal = { code: 'SIGN_IN_FAILED', reason: 'sign-in.failed', details: {} };
    await expect(signIn('nobody')).rejects.toMatchObject(refusal);
    await expect(signIn('kure-01', `${PASSWORD}!`)).rejects.toMatchObject(refusal);
    await disable(MORNING);
    await expect(signIn()).rejects.toMatchObject(refusal);
    await disable(null);
  });

  it('makes a name wait after ten wrong passwords, the right one too, and no other name', async () => {
    const wrong = () => signIn('kure-01', 'wrong').catch((error: { reason: string }) => error.reason);
    for (let i = 0; i < MAX_SIGN_IN_FAILURES; i++) expect(await wrong()).toBe('sign-in.failed');
    await expect(signIn(' ＫＵＲＥ-01 ')).rejects.toMatchObject({
      code: 'SIGN_IN_FAILED',
      reason: 'sign-in.too-many',
      details: { minutes: 15 },
    });
    await expect(signIn('nobody')).rejects.toMatchObject({ reason: 'sign-in.failed' });
    clock.moveTo(after(SIGN_IN_WAIT_MINUTES));
    expect((await signIn()).actor.accountId).toBe(accountId);
  });

  it('lets nobody lock somebody else out: other addresses are not held up', async () => {
    for (let i = 0; i < MAX_SIGN_IN_FAILURES; i++)
      await signIn('kure-01', 'wrong', '198.51.100.9').catch(() => {});
    await expect(signIn('kure-01', PASSWORD, '198.51.100.9')).rejects.toMatchObject({
      reason: 'sign-in.too-many',
    });
    expect((await signIn()).actor.accountId).toBe(accountId);
  });

  it('does not let a guesser walk through the addresses of one line', async () => {
    for (let i = 1; i <= MAX_SIGN_IN_FAILURES; i++)
      await signIn('kure-01', 'wrong', `2001:db8:0:7::${i}`).catch(() => {});
    await expect(signIn('kure-01', PASSWORD, '2001:db8:0:7::ffff')).rejects.toMatchObject({
      reason: 'sign-in.too-many',
    });
    expect((await signIn('kure-01', PASSWORD, '2001:db8:0:8::1')).actor.accountId).toBe(accountId);
  });

  const failed = (loginId: (i: number) => string, from: (i: number) => string, times: number) =>
    database.db.system(null, async (tx) => {
      for (let i = 0; i < times; i++) await noteFailure(tx, { loginId: loginId(i), from: from(i) }, MORNING);
    });
  const waits = { reason: 'sign-in.too-many' };

  it('stops a guesser with many addresses, and not the person where they have signed in before', async () => {
    await signIn('kure-01', PASSWORD, '203.0.113.5');
    await failed(
      () => 'kure-01',
      (i) => `198.51.100.${i}`,
      MAX_FAILURES_OF_NAME,
    );
    await expect(signIn('kure-01', PASSWORD, '198.51.100.200')).rejects.toMatchObject(waits);
    expect((await signIn('kure-01', PASSWORD, '203.0.113.5')).actor.accountId).toBe(accountId);
    await expect(signIn('nobody', PASSWORD, '198.51.100.200')).rejects.toMatchObject({
      reason: 'sign-in.failed',
    });
    clock.moveTo(after(SIGN_IN_WAIT_MINUTES));
    expect((await signIn('kure-01', PASSWORD, '198.51.100.200')).actor.accountId).toBe(accountId);
  });

  it('stops whoever tries a password on everybody, and nobody who has signed in behind that address', async () => {
    await signIn('kure-01', PASSWORD, '203.0.113.6');
    await failed(
      (i) => `somebody-${i}`,
      () => '203.0.113.6',
      MAX_FAILURES_OF_ADDRESS,
    );
    await expect(signIn('kure-02', PASSWORD, '203.0.113.6')).rejects.toMatchObject(waits);
    expect((await signIn('kure-01', PASSWORD, '203.0.113.6')).actor.accountId).toBe(accountId);
  });

  it('lets an unknown name wait in the same words', async () => {
    const refusals = async (loginId: string) => {
      const said: unknown[] = [];
      for (let i = 0; i <= MAX_SIGN_IN_FAILURES; i++)
        await signIn(loginId, 'wrong', '198.51.100.7').catch(({ code, reason, details }) =>
          said.push({ code, reason, details }),
        );
      return said;
    };
    const known = await refusals('kure-01');
    expect(known).toHaveLength(MAX_SIGN_IN_FAILURES + 1);
    expect(await refusals('nobody-at-all')).toEqual(known);
  });

  it('begins to count anew after a right password', async () => {
    const nine = Array.from({ length: MAX_SIGN_IN_FAILURES - 1 }, () => signIn('kure-01', 'wrong'));
    await Promise.allSettled(nine);
    await signIn();
    await expect(signIn('kure-01', 'wrong')).rejects.toMatchObject({ reason: 'sign-in.failed' });
    await signIn();
  });

  it('lets a right password in the wake of sixty guesses wait like all others', async () => {
    const guesses = Array.from({ length: 60 }, () => signIn('kure-01', 'wrong'));
    const late = signIn();
    await Promise.allSettled(guesses);
    await expect(late).rejects.toMatchObject({ reason: 'sign-in.too-many' });
    await expect(signIn()).rejects.toMatchObject({ reason: 'sign-in.too-many' });
    await database.db.system(null, (tx) => purgeExpiredSessions(tx, after(SIGN_IN_WAIT_MINUTES)));
    expect(await database.dataSource.query('SELECT * FROM sign_in_failure')).toEqual([]);
  });

  it('keeps nothing of what was typed as a name', async () => {
    await signIn('my-own-password').catch(() => {});
    const rows = await database.dataSource.query('SELECT row_to_json(f)::text AS row FROM sign_in_failure f');
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain('my-own-password');
  });

  it('names an empty field', async () => {
    await expect(signIn('', '')).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('SignInService.actorOf', () => {
  it('ends a session that nobody used for eight hours', async () => {
    const { token } = await signIn();
    clock.moveTo(after(479));
    expect(await service.actorOf(token)).not.toBeNull();
    clock.moveTo(after(479 + 480));
    expect(await service.actorOf(token)).toBeNull();
  });

  it('ends a session after twelve hours, however busy', async () => {
    const { token } = await signIn();
    for (const minutes of [300, 600, 719]) {
      clock.moveTo(after(minutes));
      expect(await service.actorOf(token)).not.toBeNull();
    }
    clock.moveTo(after(720));
    expect(await service.actorOf(token)).toBeNull();
  });

  it('notes a request at most once a minute', async () => {
    const { token } = await signIn();
    const lastSeen = () =>
      database.db.system(
        null,
        async (tx) => (await tx.findOneBy(Session, { tokenHash: hashToken(token) }))?.lastSeenAt,
      );
    clock.moveTo(new Date(MORNING.getTime() + 59_000));
    await service.actorOf(token);
    expect(await lastSeen()).toEqual(MORNING);
    clock.moveTo(after(2));
    await service.actorOf(token);
    expect(await lastSeen()).toEqual(after(2));
  });

  it('forgets a disabled account at once, and knows no made-up token', async () => {
    const { token } = await signIn();
    await disable(MORNING);
    expect(await service.actorOf(token)).toBeNull();
    await disable(null);
    expect(await service.actorOf('made-up')).toBeNull();
  });
});

describe('signing out', () => {
  it('ends the session; again changes nothing', async () => {
    const { token } = await signIn();
    await service.signOut(token);
    await service.signOut(token);
    expect(await service.actorOf(token)).toBeNull();
  });

  it('sweeps away what is over and keeps what is in use', async () => {
    await database.dataSource.query('DELETE FROM session');
    const idle = await signIn();
    const busy = await signIn();
    clock.moveTo(after(400));
    await service.actorOf(busy.token);
    expect(await database.db.system(null, (tx) => purgeExpiredSessions(tx, after(500)))).toBe(1);
    clock.moveTo(after(500));
    expect(await service.actorOf(idle.token)).toBeNull();
    expect(await service.actorOf(busy.token)).not.toBeNull();
  });
});

describe('createAccount', () => {
  const person = { loginId: 'KURE-01', password: PASSWORD, displayName: '別人', nameEn: 'Someone else' };

  it('refuses a login id that is taken, whatever its case', async () => {
    await expect(
      database.db.system('34', (tx) => createAccount(tx, { ...person, membership: scope }, MORNING)),
    ).rejects.toMatchObject({ code: 'CONFLICT', reason: 'account.login-id-taken' });
  });

  it('refuses a short password', async () => {
    const short = { ...person, loginId: 'kure-02', password: 'seven77', membership: scope };
    await expect(database.db.system('34', (tx) => createAccount(tx, short, MORNING))).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  it('hashes with Argon2id and never hands the hash out', async () => {
    const account = await database.db.system('34', (tx) => findAccountByLoginId(tx, 'kure-01'));
    expect(account).toMatchObject({ id: accountId, loginId: 'kure-01' });
    expect(JSON.stringify(account)).not.toContain('argon2');
    const [row] = await database.dataSource.query('SELECT password_hash FROM account WHERE id = $1', [
      accountId,
    ]);
    expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});
