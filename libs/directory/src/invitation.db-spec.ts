import { FixedClock } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { PLACES } from '../test/given-actors.js';
import { forTown, HUB, PASSWORD, People, TOWN, townOf } from '../test/given-people.js';
import { directoryEntities } from './directory-entities.js';
import { inviteHubApprover } from './invitation.service.js';
import { SessionService } from './session.service.js';

const MORNING = new Date('2026-11-24T00:00:00Z');
const clock = new FixedClock(MORNING);
let database: FreshDatabase;
let people: People;

beforeAll(async () => {
  database = await freshDatabase(directoryEntities);
  people = new People(database.db, clock);
});
beforeEach(() => clock.moveTo(MORNING));
afterAll(() => database.drop());

const afterHours = (hours: number) => clock.moveTo(new Date(MORNING.getTime() + hours * 3_600_000));
const GONE = { reason: 'link.not-usable' };

describe('InvitationService', () => {
  it('lets somebody in once, with the duties that were said, and names them in the log', async () => {
    const manager = await people.somebody(TOWN);
    const { token, invitation } = await people.invitations.invite(manager.actor, forTown);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await people.invitations.listOpen(manager.actor)).toMatchObject([{ id: invitation.id }]);
    expect(await people.invitations.look(token)).toMatchObject({ forName: '総務課 広' });
    const newcomer = people.newcomer();
    expect(await people.invitations.accept(token, newcomer)).toBe(newcomer.loginId);
    expect((await people.signedIn(newcomer.loginId)).actor).toMatchObject({
      ...TOWN,
      duties: ['REQUESTER'],
      name: '広 さき',
    });
    expect(await people.invitations.listOpen(manager.actor)).toEqual([]);
    await expect(people.invitations.look(token)).rejects.toMatchObject(GONE);
    await expect(people.invitations.accept(token, people.newcomer())).rejects.toMatchObject(GONE);
    const kept = JSON.stringify(
      await database.dataSource.query(
        `SELECT (SELECT jsonb_agg(e) FROM audit_entry e) AS log, (SELECT jsonb_agg(i) FROM invitation i) AS rows`,
      ),
    );
    expect(kept).not.toContain(token);
    const [entry] = await database.dataSource.query<unknown[]>(
      `SELECT e.account_id = i.used_by::text AS by_them FROM audit_entry e JOIN invitation i ON i.id = $1
       WHERE e.table_name = 'membership' AND e.account_id = i.used_by::text`,
      [invitation.id],
    );
    expect(entry).toEqual({ by_them: true });
  });

  it('of two at once lets one in', async () => {
    const { actor } = await people.somebody(TOWN);
    const { token, invitation } = await people.invitations.invite(actor, forTown);
    const she = await people.somebody(townOf(PLACES.hiroshima));
    const answers = await Promise.allSettled([
      people.invitations.accept(token, people.newcomer()),
      people.invitations.accept(token, people.newcomer()),
      people.invitations.join(she.actor, token),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject(GONE);
    const [row] = await database.dataSource.query<unknown[]>(
      `SELECT count(*)::int AS n FROM membership m JOIN invitation i ON i.used_by = m.account_id
       WHERE i.id = $1 AND m.municipality_id = $2`,
      [invitation.id, PLACES.kure],
    );
    expect(row).toEqual({ n: 1 });
  });

  it('gives an account that is there already a second place, and never the same twice', async () => {
    const { actor } = await people.somebody(TOWN);
    const she = await people.somebody(townOf(PLACES.hiroshima));
    const [first, second] = [
      await people.invitations.invite(actor, forTown),
      await people.invitations.invite(actor, forTown),
    ];
    const answers = await Promise.allSettled([
      people.invitations.join(she.actor, first.token),
      people.invitations.join(she.actor, second.token),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const answer of answers)
      if (answer.status === 'rejected')
        expect(answer.reason).toMatchObject({ reason: 'invitation.already-there' });
    const memberships = await new SessionService(database.db, clock).memberships(she.actor);
    expect(memberships.map(({ municipalityId }) => municipalityId).sort()).toEqual([
      PLACES.hiroshima,
      PLACES.kure,
    ]);
  });

  it('is over after three days, when it was withdrawn, and when whoever gave it may no longer give it', async () => {
    const hub = await people.somebody(HUB);
    const manager = await people.somebody(TOWN);
    const old = await people.invitations.invite(manager.actor, forTown);
    afterHours(71);
    await people.invitations.look(old.token);
    afterHours(72);
    await expect(people.invitations.accept(old.token, people.newcomer())).rejects.toMatchObject(GONE);

    const mistaken = await people.invitations.invite(manager.actor, forTown);
    await people.invitations.withdraw(hub.actor, mistaken.invitation.id);
    await expect(people.invitations.accept(mistaken.token, people.newcomer())).rejects.toMatchObject(GONE);
    for (const id of [mistaken.invitation.id, old.invitation.id])
      await expect(people.invitations.withdraw(hub.actor, id)).rejects.toMatchObject({
        reason: 'invitation.not-open',
      });

    const given = await people.invitations.invite(manager.actor, forTown);
    await people.service.changeDuties(hub.actor, manager.id, ['REQUESTER', 'APPROVER']);
    await expect(people.invitations.accept(given.token, people.newcomer())).rejects.toMatchObject(GONE);
    await people.service.changeDuties(hub.actor, manager.id, ['MANAGER']);
    await people.invitations.look(given.token);
    await people.service.end(hub.actor, manager.id);
    await expect(people.invitations.accept(given.token, people.newcomer())).rejects.toMatchObject(GONE);
  });

  it('is given by those who manage the place, for that place alone', async () => {
    const [coordinator, approver, auditor] = [
      await people.somebody({ ...HUB, duties: ['COORDINATOR'] }),
      await people.somebody({ ...HUB, duties: ['APPROVER'] }),
      await people.somebody({ ...HUB, duties: ['AUDITOR'] }),
    ];
    const [requester, manager, ehime] = [
      await people.somebody({ ...TOWN, duties: ['REQUESTER', 'APPROVER'] }),
      await people.somebody({ ...TOWN, duties: ['MANAGER'] }),
      await people.somebody({ role: 'HUB_STAFF', prefectureId: '38' }),
    ];
    const forHub = { role: 'HUB_STAFF', duties: ['AUDITOR'], forName: '県 監査' } as const;
    const elsewhere = { ...forTown, municipalityId: PLACES.matsuyama };
    const { invite } = people.invitations;
    const asks = invite.bind(people.invitations);
    for (const { actor } of [coordinator, approver, manager]) await asks(actor, forTown);
    await asks(approver.actor, forHub);
    const needs = (...duties: string[]) => ({ reason: 'access.duty-needed', details: { duties } });
    await expect(asks(coordinator.actor, forHub)).rejects.toMatchObject(needs('APPROVER'));
    await expect(asks(auditor.actor, forTown)).rejects.toMatchObject(needs('APPROVER', 'COORDINATOR'));
    await expect(asks(requester.actor, forTown)).rejects.toMatchObject(needs('MANAGER'));
    await expect(asks(manager.actor, forHub)).rejects.toMatchObject({ reason: 'access.forbidden' });
    for (const { actor } of [approver, manager])
      await expect(asks(actor, elsewhere)).rejects.toMatchObject({
        details: { faults: [{ path: 'municipalityId', rule: 'unknown' }] },
      });
    await expect(asks(manager.actor, { ...forTown, municipalityId: PLACES.hiroshima })).rejects.toMatchObject(
      { reason: 'access.forbidden' },
    );
    for (const [duties, rule] of [
      [['COORDINATOR'], 'duty-of-side'],
      [[], 'required'],
    ] as const)
      await expect(asks(manager.actor, { ...forTown, duties })).rejects.toMatchObject({
        details: { faults: [{ path: 'duties', rule }] },
      });
    const { invitation } = await asks(manager.actor, forTown);
    const other = await people.somebody(townOf(PLACES.hiroshima));
    for (const { actor } of [ehime, other])
      await expect(people.invitations.withdraw(actor, invitation.id)).rejects.toMatchObject({
        reason: 'invitation.not-found',
      });
    expect(await people.invitations.listOpen(ehime.actor)).toEqual([]);
    await expect(people.invitations.listOpen(requester.actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('refuses a poor password and a sign-in name that is taken, and stays usable', async () => {
    const { actor, loginId } = await people.somebody(TOWN);
    const { token } = await people.invitations.invite(actor, forTown);
    const weak = { ...people.newcomer(), password: 'password password' };
    await expect(people.invitations.accept(token, weak)).rejects.toMatchObject({
      details: { faults: [{ path: 'password', rule: 'password-common' }] },
    });
    await expect(people.invitations.accept(token, people.newcomer(loginId))).rejects.toMatchObject({
      reason: 'account.login-id-taken',
    });
    await people.invitations.accept(token, people.newcomer());
  });

  it('makes the first approver of a hub without anybody who invites', async () => {
    const { token } = await database.db.system('38', (tx) =>
      inviteHubApprover(tx, '38', {
        forName: '愛媛県',
        issuer: { accountId: null, name: '運用担当' },
        now: clock.now(),
      }),
    );
    const newcomer = people.newcomer();
    await people.invitations.accept(token, newcomer);
    expect((await people.signedIn(newcomer.loginId, PASSWORD)).actor).toMatchObject({
      role: 'HUB_STAFF',
      prefectureId: '38',
      duties: ['COORDINATOR', 'APPROVER'],
    });
  });
});
