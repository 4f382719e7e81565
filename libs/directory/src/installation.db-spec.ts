import { randomUUID } from 'node:crypto';
import { FixedClock } from '@banso/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { townStaff } from '../test/given-actors.js';
import { HUB, People, type Somebody, TOWN } from '../test/given-people.js';
import { directoryEntities } from './directory-entities.js';
import { InstallationService } from './installation.service.js';

const OPERATOR = { role: 'OPERATOR', prefectureId: null } as const;
const MORNING = new Date('2026-11-24T00:00:00Z');
const GONE = { reason: 'link.not-usable' };
const FORBIDDEN = { code: 'FORBIDDEN' };
const clock = new FixedClock(MORNING);
const toOperators = { role: 'OPERATOR', duties: [], forName: '運用 広' } as const;
let database: FreshDatabase;
let people: People;
let service: InstallationService;
let operator: Somebody;
/** Everybody who is no operator. */
let others: readonly Somebody[];

beforeAll(async () => {
  database = await freshDatabase(directoryEntities);
  people = new People(database.db, clock);
  service = new InstallationService(database.db, clock);
  operator = await people.somebody(OPERATOR);
  others = [await people.somebody(HUB), await people.somebody(TOWN)];
}, 60_000);
afterAll(() => database.drop());

/** A job of a prefecture, or of none, that was set aside. */
async function dead(prefectureId: string | null = '34', error = 'SQL 23505'): Promise<string> {
  const [row] = await database.dataSource.query<{ id: string }[]>(
    `INSERT INTO outbox (prefecture_id, job, payload, failures, sends, dead_at, last_error)
     VALUES ($1, 'support.notify', '{"requestId": "x"}', 10, 12, clock_timestamp(), $2) RETURNING id`,
    [prefectureId, error],
  );
  return row?.id ?? '';
}

const rowOf = async (id: string): Promise<Record<string, unknown> | undefined> =>
  (await database.dataSource.query('SELECT *, sends - unrung AS rung FROM outbox WHERE id = $1', [id]))[0];

const logged = (table: string, rowId: string) =>
  database.dataSource.query<Record<string, unknown>[]>(
    `SELECT prefecture_id, actor_role, account_id, kind, changes FROM audit_entry
     WHERE table_name = $1 AND row_id = $2 ORDER BY id`,
    [table, rowId],
  );

describe('the operators of an installation', () => {
  it('invite each other; one who has left can do nothing more, nor do their links', async () => {
    const one = await people.somebody(OPERATOR);
    const { token, invitation } = await people.invitations.invite(one.actor, toOperators);
    const late = await people.invitations.invite(one.actor, toOperators);
    const newcomer = people.newcomer();
    await people.invitations.accept(token, newcomer);
    const other = await people.signedIn(newcomer.loginId);
    expect(other.actor).toMatchObject({ role: 'OPERATOR', prefectureId: null });
    const ended = await people.service.end(other.actor, one.id);
    expect(ended.membership.endedAt).toEqual(MORNING);
    expect(await people.door.actorOf(one.token)).toBeNull();
    await expect(people.invitations.look(late.token)).rejects.toMatchObject(GONE);
    expect(await logged('invitation', invitation.id)).toMatchObject([
      { prefecture_id: null, actor_role: 'OPERATOR', account_id: one.actor.accountId, kind: 'CREATE' },
      { kind: 'UPDATE' },
    ]);
    expect((await logged('membership', one.id)).at(-1)).toMatchObject({
      actor_role: 'OPERATOR',
      account_id: other.actor.accountId,
      changes: { ended_at: [null, expect.anything()] },
    });
    await people.service.end(operator.actor, other.id);
  });

  it('see operators and nobody else, and are seen by nobody else', async () => {
    const { rows } = await people.service.list(operator.actor, {}, { first: 100 });
    expect(rows.map(({ membership }) => membership.id)).toEqual([operator.id]);
    for (const { actor, id } of others) {
      const seen = (await people.service.list(actor, {}, { first: 100 })).rows;
      expect(seen.map(({ membership }) => membership.id)).not.toContain(operator.id);
      await expect(people.service.end(actor, operator.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(people.service.end(operator.actor, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(people.invitations.invite(actor, toOperators)).rejects.toMatchObject(FORBIDDEN);
    }
    for (const role of ['HUB_STAFF', 'MUNICIPALITY_STAFF', 'SPECIALIST'] as const)
      await expect(
        people.invitations.invite(operator.actor, {
          role,
          duties: role === 'SPECIALIST' ? [] : ['APPROVER'],
          forName: 'x',
        }),
      ).rejects.toMatchObject(FORBIDDEN);
  });

  it('keep one of them; of two who go at once one stays', async () => {
    await expect(people.service.end(operator.actor, operator.id)).rejects.toMatchObject({
      reason: 'membership.last-operator',
    });
    const second = await people.somebody(OPERATOR);
    const answers = await Promise.allSettled([
      people.service.end(operator.actor, operator.id),
      people.service.end(second.actor, second.id),
    ]);
    const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(refusals).toMatchObject([{ reason: 'membership.last-operator' }]);
    if (answers[0]?.status === 'fulfilled') operator = second;
  });

  it('play another part with the same account, and are out of nobody’s hands in it', async () => {
    const both = await people.somebody({ role: 'HUB_STAFF', prefectureId: '46' });
    const boss = await people.somebody({ role: 'HUB_STAFF', prefectureId: '46' });
    const { token } = await people.invitations.invite(operator.actor, toOperators);
    await people.invitations.join(both.actor, token);
    const second = await people.invitations.invite(operator.actor, toOperators);
    await expect(people.invitations.join(both.actor, second.token)).rejects.toMatchObject({
      reason: 'invitation.already-there',
    });
    // Their hub alone could take over an operator's account otherwise.
    await expect(people.resets.issue(boss.actor, both.id)).rejects.toMatchObject({
      reason: 'password-reset.belongs-elsewhere',
    });
    const { rows } = await people.service.list(operator.actor, { search: both.loginId }, {});
    await people.service.end(operator.actor, rows[0]?.membership.id ?? '');
    expect(await people.door.actorOf(both.token)).toMatchObject({ role: 'HUB_STAFF', prefectureId: '46' });
  });
});

describe('InstallationService', () => {
  it('says how the installation is, in counts, to operators alone', async () => {
    await dead();
    const found = await service.look(operator.actor);
    expect(found).toMatchObject({
      postgresVersion: expect.stringMatching(/^\d+/),
      pendingChanges: [],
      schemaChanges: expect.arrayContaining(['Operator1765065600000']),
      outbox: { dead: 1, open: 0, seconds: 0 },
    });
    expect(found.prefectures).toContainEqual({
      id: '34',
      name: '広島県',
      nameEn: expect.any(String),
      hubAccounts: 1,
      towns: 1,
    });
    expect(JSON.stringify(found)).not.toMatch(/阿賀|p-[0-9a-f]/);
    for (const { actor } of others) {
      await expect(service.look(actor)).rejects.toMatchObject(FORBIDDEN);
      await expect(service.deadRows(actor, {})).rejects.toMatchObject(FORBIDDEN);
      await expect(service.work(actor)).rejects.toMatchObject(FORBIDDEN);
      await expect(service.retry(actor, [randomUUID()])).rejects.toMatchObject(FORBIDDEN);
      await expect(service.inviteFirst(actor, { prefectureId: '38', forName: 'x' })).rejects.toMatchObject(
        FORBIDDEN,
      );
    }
  });

  it('lists what was set aside, page by page, and quotes nobody', async () => {
    await dead('38', 'Key (login_id)=(aga@example.jp) already exists');
    await dead(null, 'TypeError at f (/srv/x/dist/g.js:1:2)');
    const first = await service.deadRows(operator.actor, { first: 2 });
    expect(first.rows).toMatchObject([{ error: 'TypeError at g.js:1:2' }, { error: null }]);
    const after = first.rows.map(first.cursorOf).at(-1) ?? '';
    const rest = await service.deadRows(operator.actor, { first: 2, after });
    expect(rest.rows).toMatchObject([{ job: 'support.notify', failures: 10, sends: 12, error: 'SQL 23505' }]);
    expect([first.total, first.hasNext, rest.hasNext]).toEqual([3, true, false]);
    expect(Object.keys(rest.rows[0] ?? {})).not.toContain('payload');
    for (const made of ['x', Buffer.from('["2026-13-01",1]').toString('base64url')])
      await expect(service.deadRows(operator.actor, { after: made })).rejects.toMatchObject({
        code: 'BAD_INPUT',
      });
  });

  it('wakes a row once, however many ask at one moment, and says so to the others', async () => {
    const [id, abroad, ofNobody] = [await dead(), await dead('38'), await dead(null)];
    const second = await people.somebody(OPERATOR);
    const answers = await Promise.all(
      [operator, second, operator, second].map(({ actor }) => service.retry(actor, [id, id])),
    );
    expect(answers.flatMap(({ retried }) => retried)).toEqual([id]);
    expect(answers.flatMap(({ noLongerDead }) => noLongerDead)).toEqual([id, id, id]);
    expect(await rowOf(id)).toMatchObject({
      dead_at: null,
      failures: 0,
      rung: 0,
      sends: 12,
      last_error: null,
    });
    expect(await logged('outbox', id)).toMatchObject([
      {
        prefecture_id: '34',
        actor_role: 'OPERATOR',
        kind: 'UPDATE',
        changes: { dead_at: [expect.anything(), null] },
      },
    ]);
    const more = await service.retry(operator.actor, [id, abroad, ofNobody]);
    expect([[...more.retried].sort(), more.noLongerDead]).toEqual([[abroad, ofNobody].sort(), [id]]);
    expect(await logged('outbox', abroad)).toMatchObject([{ prefecture_id: '38' }]);
    // One that never was takes the others with it.
    const late = await dead();
    await expect(service.retry(operator.actor, [late, randomUUID()])).rejects.toMatchObject({
      reason: 'outbox-row.not-found',
    });
    expect((await rowOf(late))?.['dead_at']).not.toBeNull();
    for (const ids of [[], ['x'], Array.from({ length: 101 }, () => randomUUID())])
      await expect(service.retry(operator.actor, ids)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await people.service.end(operator.actor, second.id);
  });

  it('lets the first of a hub in, and nobody after', async () => {
    const wish = { prefectureId: '38', forName: '愛媛県 窓口' };
    await expect(service.inviteFirst(operator.actor, { ...wish, prefectureId: '99' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    const links = await Promise.all([1, 2, 3].map(() => service.inviteFirst(operator.actor, wish)));
    const looked = await Promise.allSettled(links.map(({ token }) => people.invitations.look(token)));
    // Of several the last one works.
    expect(looked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const link = links[looked.findIndex(({ status }) => status === 'fulfilled')];
    const newcomer = people.newcomer();
    await people.invitations.accept(link?.token ?? '', newcomer);
    expect((await people.signedIn(newcomer.loginId)).actor).toMatchObject({
      role: 'HUB_STAFF',
      prefectureId: '38',
      duties: ['COORDINATOR', 'APPROVER'],
    });
    expect(await logged('invitation', link?.invitation.id ?? '')).toMatchObject([
      { prefecture_id: '38', actor_role: 'OPERATOR', account_id: operator.actor.accountId, kind: 'CREATE' },
      { kind: 'UPDATE' },
    ]);
    await expect(service.inviteFirst(operator.actor, wish)).rejects.toMatchObject({
      reason: 'invitation.hub-is-there',
    });
  });

  it('makes a link useless when somebody else of the hub comes in before it is used', async () => {
    const { token } = await service.inviteFirst(operator.actor, { prefectureId: '13', forName: 'x' });
    await people.invitations.look(token);
    await people.somebody({ role: 'HUB_STAFF', prefectureId: '13' });
    await expect(people.invitations.look(token)).rejects.toMatchObject(GONE);
    await expect(people.invitations.accept(token, people.newcomer())).rejects.toMatchObject(GONE);
  });

  it('shows the work of this moment by job, schedule and worker, and quotes nobody', async () => {
    const { dataSource } = database;
    await dataSource.query('TRUNCATE outbox');
    await dataSource.query(`
      INSERT INTO outbox (prefecture_id, job, payload, run_after, running_until, failures, last_error, dead_at, done_at) VALUES
        ('34', 'a.wait', '{"name": "阿賀"}', now() - interval '70 seconds', '-infinity', 0, NULL, NULL, NULL),
        ('38', 'a.wait', '{}', now() + interval '1 hour', '-infinity', 0, NULL, NULL, NULL),
        ('38', 'b.run', '{}', now() - interval '9 seconds', now() + interval '9 seconds', 0, NULL, NULL, NULL),
        (NULL, 'b.fail', '{}', now() + interval '9 seconds', '-infinity', 2, 'SQL 23505', NULL, NULL),
        (NULL, 'b.fail', '{}', now() + interval '19 seconds', '-infinity', 3, 'Key (name)=(阿賀) exists', NULL, NULL),
        ('34', 'c.dead', '{}', now(), '-infinity', 10, 'SQL 23505', now(), NULL),
        (NULL, 'd.sweep', '{}', now(), '-infinity', 0, NULL, NULL, now())`);
    await dataSource.query(`
      INSERT INTO schedule (name, job, every_seconds, last_asked_at, next_run_at) VALUES
        ('in-time', 'd.sweep', 60, now(), now() + interval '1 minute'),
        ('late', 'd.other', 60, now() - interval '1 hour', now() - interval '59 minutes')`);
    await dataSource.query(`
      INSERT INTO worker_sighting (id, version, started_at, seen_at, hands, busy) VALUES
        (gen_random_uuid(), '1', now() - interval '2 hours', now(), 16, 3),
        (gen_random_uuid(), '1', now() - interval '1 hour', now() - interval '40 seconds', 16, 0)`);
    const found = await service.work(operator.actor);
    expect(found.jobs.map(({ job }) => job)).toEqual(['a.wait', 'b.fail', 'b.run', 'c.dead']);
    expect(found.jobs[0]).toMatchObject({ waiting: 1, oldestSeconds: 70, later: 1, running: 0 });
    expect(found.jobs[1]).toMatchObject({ waiting: 0, later: 2, failing: 2 });
    expect(found.jobs[2]).toMatchObject({ waiting: 0, running: 1, oldestSeconds: 0 });
    expect(found.jobs[3]).toMatchObject({ waiting: 0, dead: 1, failing: 0 });
    expect(found.failing).toMatchObject([
      { failures: 2, error: 'SQL 23505' },
      { failures: 3, error: null },
    ]);
    expect(found.schedules).toMatchObject([
      { name: 'in-time', late: false, lastDoneAt: expect.any(Date) },
      { name: 'late', late: true, lastDoneAt: null },
    ]);
    expect(found.workers).toMatchObject([{ silent: false, busy: 3 }, { silent: true }]);
    expect(JSON.stringify(found)).not.toContain('阿賀');
    await dataSource.query('TRUNCATE outbox, schedule, worker_sighting');
  });

  it('shows no row of a tenant to an operator, whatever is asked', async () => {
    const town = townStaff('342025');
    await database.db.write({ ...town, accountId: others[1]?.actor.accountId ?? '' }, (tx) =>
      tx.query(
        `INSERT INTO invitation (id, prefecture_id, municipality_id, role, duties, for_name, token_hash, issued_by_name, issued_at, expires_at)
         VALUES ($1, '34', '342025', 'MUNICIPALITY_STAFF', '{MANAGER}', 'x', 'x', 'x', now(), now())`,
        [randomUUID()],
      ),
    );
    const seen = await database.db.read(operator.actor, (tx) =>
      tx.query(`SELECT prefecture_id FROM membership UNION SELECT prefecture_id FROM invitation`),
    );
    expect(seen).toEqual([{ prefecture_id: null }]);
  });
});
