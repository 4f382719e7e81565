import { FixedClock } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { PLACES } from '../test/given-actors.js';
import { createAccount } from './account.service.js';
import { directoryEntities } from './directory-entities.js';
import { Membership } from './membership.entity.js';
import { PasswordService } from './password.service.js';
import { hashToken } from './session.entity.js';
import type { SignedIn } from './session-opening.js';
import { SignInService } from './sign-in.service.js';
import { MAX_SIGN_IN_FAILURES } from './sign-in-failures.js';

const MORNING = new Date('2026-11-24T00:00:00Z');
const clock = new FixedClock(MORNING);
const FIRST = 'seto-inland-sea';
const SECOND = 'wooden boats carry rice';
const scope = { role: 'MUNICIPALITY_STAFF', prefectureId: '34', municipalityId: PLACES.kure } as const;
let database: FreshDatabase;
let door: SignInService;
let service: PasswordService;
let serial = 0;

beforeAll(async () => {
  database = await freshDatabase(directoryEntities);
  door = new SignInService(database.db, clock);
  service = new PasswordService(database.db, clock);
});
beforeEach(() => clock.moveTo(MORNING));
afterAll(() => database.drop());

/** Somebody new, with the browser they sit at. */
async function somebody(): Promise<SignedIn & { signIn: (password?: string) => Promise<SignedIn> }> {
  const loginId = `kure-${++serial}`;
  const person = { loginId, password: FIRST, displayName: '阿賀 まい', nameEn: 'Mai Aga', membership: scope };
  await database.db.system('34', (tx) => createAccount(tx, person, MORNING));
  const signIn = (password = FIRST) => door.signIn({ loginId, password, from: '192.0.2.1' });
  return { ...(await signIn()), signIn };
}

describe('PasswordService.change', () => {
  it('takes the new password, ends every other session and keeps this one', async () => {
    const she = await somebody();
    const other = await she.signIn();
    const stranger = await somebody();
    await service.change(she.actor, { presentPassword: FIRST, newPassword: SECOND }, she.token);
    expect(await door.actorOf(she.token)).toEqual(she.actor);
    expect(await door.actorOf(other.token)).toBeNull();
    expect(await door.actorOf(stranger.token)).not.toBeNull();
    await expect(she.signIn()).rejects.toMatchObject({ reason: 'sign-in.failed' });
    expect((await she.signIn(SECOND)).actor).toEqual(she.actor);
  });

  it('is logged under the name of who did it, also what ended in another prefecture', async () => {
    const she = await somebody();
    const abroad = Membership.grant(she.actor.accountId, { role: 'HUB_STAFF', prefectureId: '38' }, MORNING);
    await database.db.system(null, (tx) => tx.insert(Membership, abroad));
    const other = await she.signIn();
    await database.dataSource.query('UPDATE session SET membership_id = $1 WHERE token_hash = $2', [
      abroad.id,
      hashToken(other.token),
    ]);
    await service.change(she.actor, { presentPassword: FIRST, newPassword: SECOND }, she.token);
    expect(await door.actorOf(other.token)).toBeNull();
    const logged = await database.dataSource.query(
      `SELECT actor_role AS role, kind, table_name AS table FROM audit_entry WHERE account_id = $1 ORDER BY id`,
      [she.actor.accountId],
    );
    const signedIn = { role: 'SYSTEM', kind: 'CREATE', table: 'session' };
    expect(logged).toEqual([
      signedIn,
      signedIn,
      { role: 'MUNICIPALITY_STAFF', kind: 'UPDATE', table: 'account' },
      { role: 'MUNICIPALITY_STAFF', kind: 'DELETE', table: 'session' },
    ]);
  });

  it('asks for the present one', async () => {
    const she = await somebody();
    const change = { presentPassword: 'not this one', newPassword: SECOND };
    await expect(service.change(she.actor, change, she.token)).rejects.toMatchObject({
      details: { faults: [{ path: 'presentPassword', rule: 'wrong-password' }] },
    });
    await she.signIn();
  });

  it.each([
    ['short', 'password-short'],
    ['password password', 'password-common'],
    ['呉市 くれし Kure 呉市 阿賀まい', 'password-personal'],
  ])('refuses %s', async (newPassword, rule) => {
    const she = await somebody();
    const change = { presentPassword: FIRST, newPassword };
    await expect(service.change(she.actor, change, she.token)).rejects.toMatchObject({
      details: { faults: [{ path: 'newPassword', rule }] },
    });
  });

  it('lets one of two changes at once win', async () => {
    const she = await somebody();
    const change = (newPassword: string) =>
      service.change(she.actor, { presentPassword: FIRST, newPassword }, she.token);
    const results = await Promise.allSettled([change(SECOND), change(`${SECOND} again`)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('lets somebody at a foreign screen guess ten times, and holds up no sign-in', async () => {
    const she = await somebody();
    const guess = (presentPassword: string) =>
      service.change(she.actor, { presentPassword, newPassword: SECOND }, she.token);
    for (let i = 0; i < MAX_SIGN_IN_FAILURES; i++)
      await expect(guess('not this one')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(guess(FIRST)).rejects.toMatchObject({ reason: 'sign-in.too-many' });
    expect((await she.signIn()).actor).toEqual(she.actor);
  });
});
