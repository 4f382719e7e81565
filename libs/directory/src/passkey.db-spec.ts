import { FixedClock } from '@banso/kernel';
import { SecretBox } from '@banso/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { PLACES } from '../test/given-actors.js';
import { SoftwareAuthenticator, type Wish } from '../test/software-authenticator.js';
import { createAccount } from './account.service.js';
import { removeFactors } from './factors.js';
import { directoryEntities } from './directory-entities.js';
import { CHALLENGE_MINUTES } from './passkey-challenge.js';
import { PasskeySignInService } from './passkey-sign-in.service.js';
import { MAX_PASSKEYS, PasskeyService } from './passkey.service.js';
import { PasswordService } from './password.service.js';
import { RECOVERY_CODES } from './recovery-code.entity.js';
import { SecondFactorService } from './second-factor.service.js';
import type { SignedIn } from './session-opening.js';
import { SESSION_LIMITS } from './session.entity.js';
import { SignInService } from './sign-in.service.js';
import { WebAuthnSite } from './webauthn.js';

const MORNING = new Date('2026-11-24T00:00:00Z');
const clock = new FixedClock(MORNING);
const PASSWORD = 'seto-inland-sea';
const ORIGIN = 'https://banso.example';
const town = { role: 'MUNICIPALITY_STAFF', prefectureId: '34', municipalityId: PLACES.kure } as const;
const secrets = new SecretBox({ key: 'a key that only the tests know, and it is long' });
const site = new WebAuthnSite(ORIGIN);
let database: FreshDatabase;
let passwords: SignInService;
let door: PasskeySignInService;
let service: PasskeyService;
let factors: SecondFactorService;
let serial = 0;

beforeAll(async () => {
  database = await freshDatabase(directoryEntities);
  const { db } = database;
  const password = new PasswordService(db, clock);
  passwords = new SignInService(db, clock, SESSION_LIMITS, secrets);
  door = new PasskeySignInService(db, clock, SESSION_LIMITS, site);
  service = new PasskeyService(db, clock, password, site);
  factors = new SecondFactorService(db, clock, password, { secrets, demand: 'everybody' });
});
beforeEach(() => clock.moveTo(MORNING));
afterAll(() => database.drop());

const pass = (minutes: number) => clock.moveTo(new Date(clock.now().getTime() + minutes * 60_000));
const reasonOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => error.details?.faults?.[0]?.rule ?? error.reason ?? String(error),
  );

interface Person extends SignedIn {
  readonly loginId: string;
  readonly signIn: (code?: string) => Promise<SignedIn>;
}

async function somebody(): Promise<Person> {
  const loginId = `somebody-${++serial}`;
  const person = {
    loginId,
    password: PASSWORD,
    displayName: '阿賀 まい',
    nameEn: 'Mai Aga',
    membership: town,
  };
  await database.db.system('34', (tx) => createAccount(tx, person, MORNING));
  const signIn: Person['signIn'] = (code) =>
    passwords.signIn({ loginId, password: PASSWORD, from: '192.0.2.1', code: code ?? null });
  return { ...(await signIn()), loginId, signIn };
}

const register = async (she: Person, device: SoftwareAuthenticator, wish?: Wish, name = '机のパソコン') =>
  service.register(
    she.actor,
    { name, response: device.make(await service.begin(she.actor, PASSWORD), wish) },
    she.token,
  );

const enter = (response: string) => door.signIn({ response, userAgent: '' });
const arrive = async (device: SoftwareAuthenticator, wish?: Wish) =>
  enter(device.sign(await door.begin(), wish));

async function registered(): Promise<Person & { device: SoftwareAuthenticator; codes: readonly string[] }> {
  const she = await somebody();
  const device = new SoftwareAuthenticator(ORIGIN);
  const codes = await register(she, device);
  return { ...she, device, codes };
}

/** What an evil page, device or person would send. */
const EVIL: readonly [what: string, wish: Wish][] = [
  ['another address', { origin: 'https://banso.example.evil.test' }],
  ['another port', { origin: `${ORIGIN}:8443` }],
  ['another site', { rpId: 'evil.test' }],
  ['another challenge', { challenge: 'bm90IHdoYXQgd2FzIGFza2Vk' }],
  ['an owner whom the device does not know', { verified: false }],
  ['a frame of another page', { crossOrigin: true }],
  ['another ceremony', { type: 'payment.get' }],
];

describe('registering a passkey', () => {
  it('takes several of one person, by name, and gives recovery codes with the first', async () => {
    const she = await somebody();
    const other = await she.signIn();
    const [one, two] = [new SoftwareAuthenticator(ORIGIN), new SoftwareAuthenticator(ORIGIN)];
    expect(await factors.isMissing(she.actor)).toBe(true);
    expect(await register(she, one)).toHaveLength(RECOVERY_CODES);
    expect(await passwords.actorOf(other.token)).toBeNull();
    expect(await passwords.actorOf(she.token)).toEqual(she.actor);
    expect(await register(she, two, {}, '  USBキー ')).toEqual([]);
    expect(await factors.isMissing(she.actor)).toBe(false);
    const { passkeys, recoveryCodesLeft } = await factors.state(she.actor);
    expect(passkeys.map(({ name }) => name).sort()).toEqual(['USBキー', '机のパソコン'].sort());
    expect([passkeys[0]?.transports, recoveryCodesLeft]).toEqual([['internal'], RECOVERY_CODES]);
    expect(JSON.parse(await service.begin(she.actor, PASSWORD)).excludeCredentials).toHaveLength(2);
  });

  it.each(EVIL)('refuses %s', async (_, wish) => {
    const she = await somebody();
    expect(await reasonOf(register(she, new SoftwareAuthenticator(ORIGIN), wish))).toBe(
      'passkey.not-registered',
    );
    expect((await factors.state(she.actor)).passkeys).toEqual([]);
  });

  it('refuses what was asked of somebody else, was answered already, or is too old', async () => {
    const [she, he] = [await somebody(), await somebody()];
    const device = new SoftwareAuthenticator(ORIGIN);
    const answerTo = async (who: Person) => device.make(await service.begin(who.actor, PASSWORD));
    const send = (who: Person, response: string) =>
      reasonOf(service.register(who.actor, { name: 'x', response }, who.token));
    expect(await send(he, await answerTo(she))).toBe('passkey.not-registered');
    const answer = await answerTo(she);
    const both = await Promise.all([send(she, answer), send(she, answer)]);
    expect(both.sort()).toEqual(['done', 'passkey.not-registered']);
    expect(await send(he, await answerTo(he))).toBe('passkey.not-registered');
    const late = new SoftwareAuthenticator(ORIGIN).make(await service.begin(he.actor, PASSWORD));
    pass(CHALLENGE_MINUTES);
    expect(await send(he, late)).toBe('passkey.not-registered');
    for (const nonsense of ['', '{}', 'null', '[]', '{"id":1}'])
      expect(await send(he, nonsense)).toBe('passkey.not-registered');
    expect(await reasonOf(service.begin(he.actor, 'not this one'))).toBe('wrong-password');
    expect(await reasonOf(register(he, new SoftwareAuthenticator(ORIGIN), { format: 'packed' }))).toBe(
      'passkey.not-registered',
    );
  });

  it('has room for ten, also when two come at once', async () => {
    const she = await somebody();
    for (let i = 1; i < MAX_PASSKEYS; i++) await register(she, new SoftwareAuthenticator(ORIGIN));
    const last = [1, 2].map(() => reasonOf(register(she, new SoftwareAuthenticator(ORIGIN))));
    expect((await Promise.all(last)).sort()).toEqual(['done', 'passkey.too-many']);
  });
});

describe('signing in with a passkey', () => {
  it('needs neither name nor password', async () => {
    const { device, actor } = await registered();
    const signedIn = await arrive(device);
    expect(signedIn.actor).toEqual(actor);
    expect(await passwords.actorOf(signedIn.token)).toEqual(actor);
    pass(1);
    await arrive(device);
    expect((await factors.state(actor)).passkeys[0]?.lastUsedAt).toEqual(clock.now());
  });

  it.each(EVIL)('refuses %s', async (_, wish) => {
    const { device } = await registered();
    expect(await reasonOf(arrive(device, wish))).toBe('sign-in.passkey-failed');
    await arrive(device);
  });

  it('refuses a device that counts backwards or stands still: somebody may have copied it', async () => {
    const { device } = await registered();
    await arrive(device, { counter: 7 });
    for (const counter of [7, 6, 0])
      expect(await reasonOf(arrive(device, { counter }))).toBe('sign-in.passkey-failed');
    await arrive(device, { counter: 8 });
    const { device: countless } = await registered();
    for (let i = 0; i < 2; i++) await arrive(countless, { counter: 0 });
  });

  it('takes each challenge once, rightly answered or not, and none that is old or was never asked', async () => {
    const { device } = await registered();
    const answer = device.sign(await door.begin());
    const both = await Promise.all([reasonOf(enter(answer)), reasonOf(enter(answer))]);
    expect(both.sort()).toEqual(['done', 'sign-in.passkey-failed']);
    const options = await door.begin();
    expect(await reasonOf(enter(device.sign(options, { verified: false })))).toBe('sign-in.passkey-failed');
    expect(await reasonOf(enter(device.sign(options)))).toBe('sign-in.passkey-failed');
    const late = device.sign(await door.begin());
    pass(CHALLENGE_MINUTES);
    expect(await reasonOf(enter(late))).toBe('sign-in.passkey-failed');
    for (const nonsense of ['', '{}', 'null', '[]'])
      expect(await reasonOf(enter(nonsense))).toBe('sign-in.passkey-failed');
    await door.begin();
    expect((await database.dataSource.query('SELECT * FROM passkey_challenge')).length).toBe(1);
  });

  it('opens nobody else’s account', async () => {
    const [she, he] = [await registered(), await registered()];
    const handle = Buffer.from(he.actor.accountId).toString('base64url');
    expect(await reasonOf(arrive(she.device, { userHandle: handle }))).toBe('sign-in.passkey-failed');
    const stranger = new SoftwareAuthenticator(ORIGIN);
    const forged = JSON.parse(stranger.sign(await door.begin(), { userHandle: handle }));
    const id = he.device.credentialId.toString('base64url');
    expect(await reasonOf(enter(JSON.stringify({ ...forged, id, rawId: id })))).toBe(
      'sign-in.passkey-failed',
    );
    // What was asked when she registers is not what is asked at the door.
    const options = JSON.parse(await service.begin(she.actor, PASSWORD));
    const answer = she.device.sign(JSON.stringify({ ...options, rpId: 'banso.example' }));
    expect(await reasonOf(enter(answer))).toBe('sign-in.passkey-failed');
  });

  it('refuses a disabled account and a passkey that was removed', async () => {
    const { device, actor } = await registered();
    const disable = (at: Date | null) =>
      database.dataSource.query('UPDATE account SET disabled_at = $1 WHERE id = $2', [at, actor.accountId]);
    await disable(MORNING);
    expect(await reasonOf(arrive(device))).toBe('sign-in.passkey-failed');
    await disable(null);
    await arrive(device);
    const [passkey] = (await factors.state(actor)).passkeys;
    await service.remove(actor, { id: passkey?.id ?? '', presentPassword: PASSWORD });
    expect(await reasonOf(arrive(device))).toBe('sign-in.passkey-failed');
  });
});

describe('a passkey beside the password', () => {
  it('makes the password alone too little; a recovery code stands in for it', async () => {
    const { codes, signIn, actor } = await registered();
    expect(await reasonOf(signIn())).toBe('sign-in.passkey-needed');
    for (const code of ['000000', 'x']) expect(await reasonOf(signIn(code))).toBe('sign-in.code-wrong');
    await signIn(codes[0]);
    expect(await reasonOf(signIn(codes[0]))).toBe('sign-in.code-wrong');
    const proof = { presentPassword: PASSWORD, code: codes[1] ?? '' };
    const fresh = await factors.reissueCodes(actor, proof);
    expect(fresh).toHaveLength(RECOVERY_CODES);
    expect(await reasonOf(factors.removeTotp(actor, { ...proof, code: fresh[0] ?? '' }))).toBe(
      'second-factor.not-on',
    );
  });

  it('is removed by its owner only, and the last one takes the recovery codes along', async () => {
    const [she, he] = [await registered(), await registered()];
    const [hers] = (await factors.state(she.actor)).passkeys;
    const remove = (who: Person, presentPassword = PASSWORD) =>
      reasonOf(service.remove(who.actor, { id: hers?.id ?? '', presentPassword }));
    expect(await remove(he)).toBe('passkey.not-found');
    expect(await remove(she, 'not this one')).toBe('wrong-password');
    expect(await Promise.all([remove(she), remove(she)]).then((all) => all.sort())).toEqual([
      'done',
      'passkey.not-found',
    ]);
    expect(await factors.state(she.actor)).toMatchObject({ passkeys: [], recoveryCodesLeft: 0 });
    const lines = await database.dataSource.query(
      `SELECT kind, account_id FROM audit_entry WHERE table_name = 'passkey' AND record_id = $1 ORDER BY id`,
      [she.actor.accountId],
    );
    const { accountId } = she.actor;
    expect(lines).toEqual(['CREATE', 'DELETE'].map((kind) => ({ kind, account_id: accountId })));
    await she.signIn();
    await database.db.system(null, (tx) => removeFactors(tx, he.actor.accountId));
    await he.signIn();
  });
});
