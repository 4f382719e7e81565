import { FixedClock } from '@banso/kernel';
import { SecretBox } from '@banso/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { PLACES } from '../test/given-actors.js';
import { createAccount } from './account.service.js';
import { removeFactors } from './factors.js';
import { directoryEntities } from './directory-entities.js';
import { PasswordService } from './password.service.js';
import { RECOVERY_CODES } from './recovery-code.entity.js';
import { SecondFactorService } from './second-factor.service.js';
import { SESSION_LIMITS } from './session.entity.js';
import { MAX_SIGN_IN_FAILURES, SIGN_IN_WAIT_MINUTES } from './sign-in-failures.js';
import type { SignedIn } from './session-opening.js';
import { SignInService } from './sign-in.service.js';

const MORNING = new Date('2026-11-24T00:00:00Z');
const clock = new FixedClock(MORNING);
const PASSWORD = 'seto-inland-sea';
const WRONG = '000000';
const town = { role: 'MUNICIPALITY_STAFF', prefectureId: '34', municipalityId: PLACES.kure } as const;
const hub = { role: 'HUB_STAFF', prefectureId: '34' } as const;
const secrets = new SecretBox({ key: 'a key that only the tests know, and it is long' });
let database: FreshDatabase;
let door: SignInService;
let service: SecondFactorService;
let serial = 0;

const serviceWith = (demand: 'optional' | 'hub', box = secrets) =>
  new SecondFactorService(database.db, clock, new PasswordService(database.db, clock), {
    secrets: box,
    demand,
  });

beforeAll(async () => {
  database = await freshDatabase(directoryEntities);
  door = new SignInService(database.db, clock, SESSION_LIMITS, secrets);
  service = serviceWith('optional');
});
beforeEach(() => clock.moveTo(MORNING));
afterAll(() => database.drop());

const pass = (seconds: number) => clock.moveTo(new Date(clock.now().getTime() + seconds * 1000));
const codeAt = (key: string, seconds = 0) =>
  generateSync({ secret: key, epoch: Math.floor(clock.now().getTime() / 1000) + seconds });
const reasonOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => error.details?.faults?.[0]?.rule ?? error.reason ?? String(error),
  );

interface Person extends SignedIn {
  readonly signIn: (code?: string, from?: string, password?: string) => Promise<SignedIn>;
}

async function somebody(membership: typeof town | typeof hub = town): Promise<Person> {
  const loginId = `somebody-${++serial}`;
  const person = { loginId, password: PASSWORD, displayName: '阿賀 まい', nameEn: 'Mai Aga', membership };
  await database.db.system('34', (tx) => createAccount(tx, person, MORNING));
  const signIn: Person['signIn'] = (code, from = '192.0.2.1', password = PASSWORD) =>
    door.signIn({ loginId, password, from, code: code ?? null });
  return { ...(await signIn()), signIn };
}

/** Somebody with an authenticator; its next code is half a minute away. */
async function enrolled(): Promise<Person & { key: string; codes: readonly string[] }> {
  const she = await somebody();
  const { key } = await service.beginTotp(she.actor, PASSWORD);
  const codes = await service.confirmTotp(she.actor, codeAt(key), she.token);
  pass(30);
  return { ...she, key, codes };
}

describe('setting up an authenticator', () => {
  it('asks for nothing until a code has shown that the telephone has the key', async () => {
    const she = await somebody();
    const other = await she.signIn();
    expect(await reasonOf(service.confirmTotp(she.actor, WRONG, she.token))).toBe('second-factor.not-begun');
    expect(await reasonOf(service.beginTotp(she.actor, 'not this one'))).toBe('wrong-password');
    const first = await service.beginTotp(she.actor, PASSWORD);
    const { key, address } = await service.beginTotp(she.actor, PASSWORD);
    expect(address).toMatch(new RegExp(`^otpauth://totp/Banso:somebody-${serial}\\?.*secret=${key}`));
    await she.signIn();
    for (const code of [WRONG, codeAt(first.key), codeAt(key, 90), 'x'])
      expect(await reasonOf(service.confirmTotp(she.actor, code, she.token))).toBe('wrong-code');
    expect((await service.state(she.actor)).totpSince).toBeNull();
    const codes = await service.confirmTotp(she.actor, ` ${codeAt(key).replace(/^.../, '$& ')} `, she.token);
    expect(new Set(codes).size).toBe(RECOVERY_CODES);
    expect(await service.state(she.actor)).toEqual({
      totpSince: MORNING,
      passkeys: [],
      recoveryCodesLeft: RECOVERY_CODES,
      demanded: false,
    });
    expect(await door.actorOf(other.token)).toBeNull();
    expect(await door.actorOf(she.token)).toEqual(she.actor);
    expect(await reasonOf(service.beginTotp(she.actor, PASSWORD))).toBe('second-factor.already-on');
    expect(await reasonOf(service.confirmTotp(she.actor, codeAt(key), she.token))).toBe(
      'second-factor.already-on',
    );
  });

  it('turns it on once, however many confirm at one moment', async () => {
    const she = await somebody();
    const { key } = await service.beginTotp(she.actor, PASSWORD);
    const code = codeAt(key);
    const all = await Promise.all(
      [1, 2, 3].map(() => reasonOf(service.confirmTotp(she.actor, code, she.token))),
    );
    expect(all.sort()).toEqual(['done', 'second-factor.already-on', 'second-factor.already-on']);
  });

  it('keeps neither key nor recovery codes in a form that could be read', async () => {
    const { key, codes, actor } = await enrolled();
    const tables = ['totp_factor', 'recovery_code', 'audit_entry'];
    for (const table of tables) {
      const rows: { row: string }[] = await database.dataSource.query(
        `SELECT row_to_json(t)::text AS row FROM ${table} t`,
      );
      const text = JSON.stringify(rows) + JSON.stringify(rows.map(({ row }) => unhex(row)));
      expect(text).toContain(actor.accountId);
      for (const secret of [key, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
        expect(text.includes(secret)).toBe(false);
    }
  });
});

/** What a dump shows as hexadecimal, read as letters. */
const unhex = (row: string): string =>
  [...row.matchAll(/\\\\x([0-9a-f]+)/g)]
    .map((match) => Buffer.from(match[1] ?? '', 'hex').toString('latin1'))
    .join();

describe('signing in with an authenticator', () => {
  it('asks for a code only where the password is right', async () => {
    const { key, signIn } = await enrolled();
    expect(await reasonOf(signIn())).toBe('sign-in.code-needed');
    expect(await reasonOf(signIn(' '))).toBe('sign-in.code-needed');
    for (const code of [undefined, codeAt(key)]) {
      const wrongPassword = await signIn(code, '192.0.2.1', 'not this one').catch((error) => error);
      const unknown = await door
        .signIn({ loginId: 'nobody', password: PASSWORD, from: '192.0.2.1', code: code ?? null })
        .catch((error) => error);
      expect({ ...wrongPassword }).toEqual({ ...unknown });
      expect(unknown.reason).toBe('sign-in.failed');
    }
    await signIn(codeAt(key));
  });

  it('takes a code once, and none that came before it', async () => {
    const { key, signIn } = await enrolled();
    const [before, now] = [codeAt(key, -30), codeAt(key)];
    const both = await Promise.all([reasonOf(signIn(now)), reasonOf(signIn(now))]);
    expect(both.sort()).toEqual(['done', 'sign-in.code-wrong']);
    for (const code of [now, before]) expect(await reasonOf(signIn(code))).toBe('sign-in.code-wrong');
    pass(30);
    await signIn(codeAt(key));
  });

  it('bears a clock that is half a minute off, and no more', async () => {
    const { key, signIn } = await enrolled();
    pass(300);
    for (const seconds of [-60, 60])
      expect(await reasonOf(signIn(codeAt(key, seconds)))).toBe('sign-in.code-wrong');
    await signIn(codeAt(key, -30));
    await signIn(codeAt(key, 30));
  });

  it('takes each recovery code once, as people write it, whoever is first', async () => {
    const { codes, signIn, actor } = await enrolled();
    const [first = '', second = ''] = codes;
    const both = await Promise.all([reasonOf(signIn(first)), reasonOf(signIn(first))]);
    expect(both.sort()).toEqual(['done', 'sign-in.code-wrong']);
    await signIn(` ${second.toLowerCase().replaceAll('-', ' ')} `);
    const { codes: foreign } = await enrolled();
    expect(await reasonOf(signIn(foreign[0]))).toBe('sign-in.code-wrong');
    expect((await service.state(actor)).recoveryCodesLeft).toBe(RECOVERY_CODES - 2);
  });

  it('counts wrong codes for the account from wherever, and locks its owner out in no way', async () => {
    const { key, codes, signIn } = await enrolled();
    const stranger = await enrolled();
    const guesses = Array.from({ length: 3 * MAX_SIGN_IN_FAILURES }, (_, i) =>
      reasonOf(signIn(WRONG, `198.51.100.${i}`)),
    );
    const said = await Promise.all(guesses);
    expect(said.filter((reason) => reason === 'sign-in.code-wrong')).toHaveLength(MAX_SIGN_IN_FAILURES);
    expect(said.filter((reason) => reason === 'sign-in.code-too-many')).toHaveLength(
      2 * MAX_SIGN_IN_FAILURES,
    );
    expect(await reasonOf(signIn(codeAt(key)))).toBe('sign-in.code-too-many');
    // Without the password nobody counts for anybody; with it, these two are still open.
    await signIn(codes[0]);
    await stranger.signIn(codeAt(stranger.key));
    pass(SIGN_IN_WAIT_MINUTES * 60);
    await signIn(codeAt(key));
  });

  it('counts wrong passwords on, whatever a code does', async () => {
    const { signIn } = await enrolled();
    for (let i = 0; i < MAX_SIGN_IN_FAILURES - 1; i++)
      await reasonOf(signIn(undefined, '192.0.2.9', 'wrong'));
    expect(await reasonOf(signIn(WRONG, '192.0.2.9'))).toBe('sign-in.code-wrong');
    expect(await reasonOf(signIn(undefined, '192.0.2.9', 'wrong'))).toBe('sign-in.failed');
    expect(await reasonOf(signIn(undefined, '192.0.2.9'))).toBe('sign-in.too-many');
  });

  it('tells those who lost the key of the installation what to do', async () => {
    const { key, codes, signIn, actor } = await enrolled();
    const elsewhere = new SignInService(
      database.db,
      clock,
      SESSION_LIMITS,
      new SecretBox({ key: 'x'.repeat(32) }),
    );
    const { loginId } = await database.dataSource
      .query('SELECT login_id AS "loginId" FROM account WHERE id = $1', [actor.accountId])
      .then(([row]) => row);
    const there = (code: string) =>
      elsewhere.signIn({ loginId, password: PASSWORD, from: '192.0.2.1', code });
    expect(await reasonOf(there(codeAt(key)))).toBe('sign-in.code-unreadable');
    await there(codes[0] ?? '');
    await signIn(codeAt(key));
  });
});

describe('one’s own second factor', () => {
  it('is removed by whoever has password and code, and by nobody who has one of them', async () => {
    const { key, codes, actor, signIn } = await enrolled();
    const remove = (presentPassword: string, code: string) =>
      reasonOf(service.removeTotp(actor, { presentPassword, code }));
    expect(await remove('not this one', codeAt(key))).toBe('wrong-password');
    expect(await remove(PASSWORD, WRONG)).toBe('wrong-code');
    expect(await remove(PASSWORD, '')).toBe('required');
    expect(await reasonOf(signIn())).toBe('sign-in.code-needed');
    expect(await remove(PASSWORD, codeAt(key))).toBe('done');
    expect(await remove(PASSWORD, codes[0] ?? '')).toBe('second-factor.not-on');
    expect(await service.state(actor)).toMatchObject({ totpSince: null, recoveryCodesLeft: 0 });
    await signIn();
  });

  it('stands in the log under its owner’s name, in the place from which they acted', async () => {
    const { key, actor } = await enrolled();
    await service.removeTotp(actor, { presentPassword: PASSWORD, code: codeAt(key) });
    const lines = await database.dataSource.query(
      `SELECT DISTINCT table_name, kind, actor_role, account_id, prefecture_id FROM audit_entry
       WHERE record_type = 'account' AND record_id = $1 AND table_name IN ('totp_factor', 'recovery_code')`,
      [actor.accountId],
    );
    const hers = { actor_role: actor.role, account_id: actor.accountId, prefecture_id: '34' };
    for (const table_name of ['totp_factor', 'recovery_code'])
      for (const kind of ['CREATE', 'DELETE']) expect(lines).toContainEqual({ table_name, kind, ...hers });
    expect(lines.filter((line: typeof hers) => line.account_id !== actor.accountId)).toEqual([]);
  });

  it('gets new recovery codes, and the old ones are void', async () => {
    const { key, codes, actor, signIn } = await enrolled();
    const fresh = await service.reissueCodes(actor, { presentPassword: PASSWORD, code: codes[0] ?? '' });
    expect(await reasonOf(signIn(codes[1]))).toBe('sign-in.code-wrong');
    await signIn(fresh[0]);
    await signIn(codeAt(key));
  });

  it('goes with a lost telephone when somebody resets the account', async () => {
    const { actor, signIn } = await enrolled();
    const stranger = await enrolled();
    await database.db.system(null, (tx) => removeFactors(tx, actor.accountId));
    await signIn();
    expect(await reasonOf(stranger.signIn())).toBe('sign-in.code-needed');
  });

  it('is demanded of the hub where the installation says so', async () => {
    const strict = serviceWith('hub');
    const [she, he] = [await somebody(hub), await somebody(town)];
    expect(await Promise.all([she, he].map(({ actor }) => strict.isMissing(actor)))).toEqual([true, false]);
    expect(await service.isMissing(she.actor)).toBe(false);
    const { key } = await strict.beginTotp(she.actor, PASSWORD);
    expect(await strict.isMissing(she.actor)).toBe(true);
    await strict.confirmTotp(she.actor, codeAt(key), she.token);
    expect(await strict.isMissing(she.actor)).toBe(false);
    expect((await strict.state(she.actor)).demanded).toBe(true);
  });
});
