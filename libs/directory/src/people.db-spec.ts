import { FixedClock } from '@banso/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { PLACES } from '../test/given-actors.js';
import { forTown, HUB, PASSWORD, People, type Somebody, TOWN, townOf } from '../test/given-people.js';
import { directoryEntities } from './directory-entities.js';
import { RecoveryCode } from './recovery-code.entity.js';

const MORNING = new Date('2026-11-24T00:00:00Z');
const clock = new FixedClock(MORNING);
const NEW = 'rice is carried by boats';
let database: FreshDatabase;
let people: People;

beforeAll(async () => {
  database = await freshDatabase(directoryEntities);
  people = new People(database.db, clock);
});
afterAll(() => database.drop());

const GONE = { reason: 'link.not-usable' };

describe('PeopleService', () => {
  it('lists the people of the places that one manages, and when they were last there', async () => {
    const hub = await people.somebody({ ...HUB, duties: ['AUDITOR'] });
    const manager = await people.somebody(TOWN);
    const neighbour = await people.somebody(townOf(PLACES.hiroshima));
    const ehime = await people.somebody({ role: 'HUB_STAFF', prefectureId: '38' });
    const seenBy = async ({ actor }: Somebody, filter = {}) =>
      (await people.service.list(actor, filter, { first: 100 })).rows;
    const ids = async (who: Somebody) => (await seenBy(who)).map(({ membership }) => membership.id);
    expect(await ids(hub)).toEqual(expect.arrayContaining([hub.id, manager.id, neighbour.id]));
    expect(await ids(hub)).not.toContain(ehime.id);
    expect(await ids(manager)).toContain(manager.id);
    expect(await ids(manager)).not.toContain(neighbour.id);
    const [own] = await seenBy(hub, { search: manager.loginId.toUpperCase() });
    expect(own).toMatchObject({
      account: { displayName: '阿賀 まい' },
      membership: { lastSignInAt: MORNING, duties: ['REQUESTER', 'APPROVER', 'MANAGER'] },
    });
    expect(JSON.stringify(own)).not.toContain('argon2');
    const first = await people.service.list(hub.actor, {}, { first: 1 });
    const rest = await people.service.list(
      hub.actor,
      {},
      { first: 100, after: first.rows.map(first.cursorOf)[0] ?? '' },
    );
    expect(rest.rows).toHaveLength(first.total - 1);
    const requester = await people.somebody({ ...TOWN, duties: ['REQUESTER'] });
    await expect(seenBy(requester)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('ends a membership at once: the next request is nobody’s; twice, and abroad, there is none', async () => {
    const manager = await people.somebody(TOWN);
    const leaver = await people.somebody({ ...TOWN, duties: ['REQUESTER'] });
    const outsiders = [
      await people.somebody(townOf(PLACES.hiroshima)),
      await people.somebody({ role: 'HUB_STAFF', prefectureId: '38' }),
    ];
    for (const { actor } of outsiders)
      for (const change of [
        () => people.service.end(actor, leaver.id),
        () => people.service.changeDuties(actor, leaver.id, ['MANAGER']),
        () => people.resets.issue(actor, leaver.id),
      ])
        await expect(change()).rejects.toMatchObject({ reason: 'membership.not-found' });
    await expect(people.service.end(leaver.actor, manager.id)).rejects.toMatchObject({
      reason: 'access.duty-needed',
    });
    expect(await people.door.actorOf(leaver.token)).not.toBeNull();
    const ended = await people.service.end(manager.actor, leaver.id);
    expect(ended).toMatchObject({ account: { displayName: '阿賀 まい' }, membership: { endedAt: MORNING } });
    expect(await people.door.actorOf(leaver.token)).toBeNull();
    await expect(people.signedIn(leaver.loginId)).rejects.toMatchObject({ reason: 'sign-in.failed' });
    await expect(people.service.end(manager.actor, leaver.id)).rejects.toMatchObject({
      reason: 'membership.not-found',
    });

    // Coming back is a new membership; the old session stays dead.
    const { token } = await people.invitations.invite(manager.actor, forTown);
    const elsewhere = await people.somebody(townOf(PLACES.hiroshima));
    await people.invitations.join(elsewhere.actor, token);
    const [member] = (await people.service.list(manager.actor, { search: elsewhere.loginId }, {})).rows;
    await people.service.end(manager.actor, member?.membership.id ?? '');
    // Of two places the other one stays.
    expect(await people.door.actorOf(elsewhere.token)).toMatchObject({ municipalityId: PLACES.hiroshima });
    const again = await people.invitations.invite(manager.actor, forTown);
    await people.invitations.join(elsewhere.actor, again.token);
    const [back] = (await people.service.list(manager.actor, { search: elsewhere.loginId }, {})).rows;
    expect(back?.membership.id).not.toBe(member?.membership.id);
    expect(await people.door.actorOf(leaver.token)).toBeNull();
  });

  it('keeps one who can let others in; of two who go at once one stays', async () => {
    const osaki = townOf(PLACES.osaki);
    const [one, other] = [await people.somebody(osaki), await people.somebody(osaki)];
    const answers = await Promise.allSettled([
      people.service.end(one.actor, one.id),
      people.service.end(other.actor, other.id),
    ]);
    const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(refusals).toMatchObject([{ reason: 'membership.last-keeper', details: { duties: ['MANAGER'] } }]);
    const stays = answers[0]?.status === 'rejected' ? one : other;
    await expect(people.service.changeDuties(stays.actor, stays.id, ['APPROVER'])).rejects.toMatchObject({
      reason: 'membership.last-keeper',
    });
    // The hub may: it appoints the next one.
    const hub = await people.somebody(HUB);
    await people.service.changeDuties(hub.actor, stays.id, ['APPROVER']);
    await people.service.end(hub.actor, stays.id);

    const ehime = { role: 'HUB_STAFF', prefectureId: '38' } as const;
    await database.dataSource.query(`UPDATE membership SET ended_at = now() WHERE prefecture_id = '38'`);
    const last = await people.somebody(ehime);
    const auditor = await people.somebody({ ...ehime, duties: ['AUDITOR'] });
    await expect(people.service.end(last.actor, last.id)).rejects.toMatchObject({
      reason: 'membership.last-keeper',
    });
    await people.service.changeDuties(last.actor, auditor.id, ['APPROVER']);
    await people.service.end(last.actor, last.id);
    expect(await people.door.actorOf(auditor.token)).toMatchObject({ duties: ['APPROVER'] });
  });

  it('refuses duties of the other side and none at all', async () => {
    const hub = await people.somebody(HUB);
    const clerk = await people.somebody(TOWN);
    const changed = await people.service.changeDuties(hub.actor, clerk.id, [
      'MANAGER',
      'REQUESTER',
      'MANAGER',
    ]);
    expect(changed.membership.duties).toEqual(['REQUESTER', 'MANAGER']);
    for (const [duties, rule] of [
      [['AUDITOR'], 'duty-of-side'],
      [[], 'required'],
    ] as const)
      await expect(people.service.changeDuties(hub.actor, clerk.id, duties)).rejects.toMatchObject({
        details: { faults: [{ path: 'duties', rule }] },
      });
  });
});

describe('PasswordResetService', () => {
  it('lets the person choose a new password once, and signs them out everywhere', async () => {
    const manager = await people.somebody(TOWN);
    const clerk = await people.somebody({ ...TOWN, duties: ['REQUESTER'] });
    const [first, second] = [
      await people.resets.issue(manager.actor, clerk.id),
      await people.resets.issue(manager.actor, clerk.id),
    ];
    expect(await people.resets.look(first.token)).toMatchObject({ loginId: clerk.loginId });
    await expect(people.resets.use(first.token, 'too short')).rejects.toMatchObject({
      details: { faults: [{ path: 'newPassword', rule: 'password-short' }] },
    });
    const answers = await Promise.allSettled([
      people.resets.use(first.token, NEW),
      people.resets.use(first.token, `${NEW}!`),
      people.resets.use(second.token, `${NEW}?`),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject(GONE);
    const chosen = [NEW, `${NEW}!`, `${NEW}?`][answers.findIndex(({ status }) => status === 'fulfilled')];
    expect(await people.door.actorOf(clerk.token)).toBeNull();
    await people.signedIn(clerk.loginId, chosen);
    await expect(people.signedIn(clerk.loginId, PASSWORD)).rejects.toMatchObject({
      reason: 'sign-in.failed',
    });
    await expect(people.resets.look(second.token)).rejects.toMatchObject(GONE);
    const log = await database.dataSource.query(`SELECT jsonb_agg(e) AS log FROM audit_entry e`);
    expect(JSON.stringify(log)).not.toContain(first.token);
  });

  it('takes the second factors away when the device is lost, and only then', async () => {
    const manager = await people.somebody(TOWN);
    const factorsLeft = async (lostDevice: boolean): Promise<number> => {
      const clerk = await people.somebody({ ...TOWN, duties: ['REQUESTER'] });
      await database.dataSource.query(
        `INSERT INTO recovery_code (id, account_id, code_hash) VALUES (gen_random_uuid(), $1, 'x')`,
        [clerk.actor.accountId],
      );
      const { token } = await people.resets.issue(manager.actor, clerk.id, { lostDevice });
      const count = () =>
        database.db.system(null, (tx) => tx.countBy(RecoveryCode, { accountId: clerk.actor.accountId }));
      expect(await count()).toBe(1);
      await people.resets.use(token, NEW);
      return count();
    };
    expect(await factorsLeft(true)).toBe(0);
    expect(await factorsLeft(false)).toBe(1);
  });

  it('is no way into another tenant: whoever gives it manages every place of the account, then and now', async () => {
    const manager = await people.somebody(TOWN);
    const clerk = await people.somebody({ ...TOWN, duties: ['REQUESTER'] });
    const neighbour = await people.somebody(townOf(PLACES.hiroshima));
    const hub = await people.somebody({ ...HUB, duties: ['COORDINATOR'] });
    const given = await people.resets.issue(manager.actor, clerk.id);
    const { token } = await people.invitations.invite(neighbour.actor, {
      ...forTown,
      municipalityId: PLACES.hiroshima,
    });
    await people.invitations.join(clerk.actor, token);
    // She belongs to a second town since: the link of the first would open both.
    await expect(people.resets.use(given.token, NEW)).rejects.toMatchObject(GONE);
    await expect(people.resets.issue(manager.actor, clerk.id)).rejects.toMatchObject({
      reason: 'password-reset.belongs-elsewhere',
    });
    const byHub = await people.resets.issue(hub.actor, clerk.id);
    await people.service.changeDuties((await people.somebody(HUB)).actor, hub.id, ['AUDITOR']);
    await expect(people.resets.use(byHub.token, NEW)).rejects.toMatchObject(GONE);

    const approver = await people.somebody({ ...HUB, duties: ['APPROVER'] });
    const coordinator = await people.somebody({ ...HUB, duties: ['COORDINATOR'] });
    await expect(people.resets.issue(coordinator.actor, approver.id)).rejects.toMatchObject({
      reason: 'access.duty-needed',
    });
    // One's own password is changed by whoever knows it.
    await expect(people.resets.issue(approver.actor, approver.id)).rejects.toMatchObject({
      reason: 'access.forbidden',
    });
    const late = await people.resets.issue(approver.actor, coordinator.id);
    clock.moveTo(new Date(MORNING.getTime() + 72 * 3_600_000));
    await expect(people.resets.use(late.token, NEW)).rejects.toMatchObject(GONE);
    clock.moveTo(MORNING);
  });
});
