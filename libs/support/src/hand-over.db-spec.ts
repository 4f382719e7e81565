import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@banso/kernel';
import { clock, database, ehime, intake, openCase, otherTown, staff } from '../test/case.js';
import { clerk, hub, KURE, membershipOf, MIHARA } from '../../../test/people.js';
import { requestInput } from '../../../test/requests.js';
import { ConsultationIntakeService } from './consultation-intake.service.js';
import { HandOverService } from './hand-over.service.js';

openCase();
let service: HandOverService;
let desk: ConsultationIntakeService;

beforeAll(() => {
  service = new HandOverService(database.db, clock);
  desk = new ConsultationIntakeService(database.db, clock);
});

/** A manager, somebody who leaves with open and ended work, and a colleague. */
async function office() {
  const { db } = database;
  const [manager, leaver, colleague] = [
    await clerk(db, KURE, ['MANAGER']),
    await clerk(db, KURE, ['REQUESTER', 'APPROVER']),
    await clerk(db, KURE, ['REQUESTER']),
  ];
  const draft = await intake.draft(leaver, requestInput({ title: '下書き' }));
  const sent = await intake.draft(leaver, requestInput({ title: '送った依頼' }));
  await intake.submit(leaver, sent.id);
  const over = await intake.draft(leaver, requestInput({ title: '終わった依頼' }));
  await intake.withdraw(leaver, over.id, '不要になった');
  const asked = await desk.ask(leaver, { themeId: 'T01', question: '相談です', contactSection: '総務課' });
  const idOf = async (who: { loginId: string }) => membershipOf(db, manager, who.loginId);
  return {
    manager,
    leaver,
    colleague,
    draft,
    sent,
    over,
    asked,
    memberId: await idOf(leaver),
    colleagueId: await idOf(colleague),
    managerId: await idOf(manager),
  };
}

const filedBy = async (table: string, id: string): Promise<string | undefined> => {
  const [row] = await database.dataSource.query<{ filed_by: string }[]>(
    `SELECT filed_by FROM ${table} WHERE id = $1`,
    [id],
  );
  return row?.filed_by;
};

describe('HandOverService', () => {
  it('gives what is open to a colleague in one step, each record logged, and ends the membership', async () => {
    const at = await office();
    const { manager, leaver, colleague, memberId, colleagueId } = at;
    const open = await service.preview(manager, memberId);
    const ids = [at.draft.id, at.sent.id, at.asked.id].sort();
    expect(open.map(({ id }) => id).sort()).toEqual(ids);
    expect(open.find(({ id }) => id === at.draft.id)).toMatchObject({ title: '下書き', number: null });
    // A draft of the town is not the hub's to read yet.
    const seenByHub = await service.preview(staff, memberId);
    expect(seenByHub.find(({ id }) => id === at.draft.id)).toMatchObject({ title: null });

    const moved = await service.handOver(manager, { memberId, colleagueId, endMembership: true });
    expect(moved.map(({ id }) => id).sort()).toEqual(ids);
    for (const [table, id] of [
      ['support_request', at.draft.id],
      ['support_request', at.sent.id],
      ['consultation', at.asked.id],
    ] as const)
      expect([table, await filedBy(table, id)]).toEqual([table, colleague.accountId]);
    // What has ended keeps the name under which it was done.
    expect(await filedBy('support_request', at.over.id)).toBe(leaver.accountId);
    const logged = await database.dataSource.query<{ record_id: string }[]>(
      `SELECT record_id FROM audit_entry WHERE account_id = $1 AND changes ? 'filed_by' ORDER BY record_id`,
      [manager.accountId],
    );
    expect(logged.map(({ record_id }) => record_id)).toEqual(ids);
    const again = { memberId, colleagueId, endMembership: false };
    await expect(service.handOver(manager, again)).rejects.toMatchObject({ reason: 'membership.not-found' });
  });

  it('is refused to whoever does not manage the place, to other tenants, and for people who cannot go on', async () => {
    const { manager, leaver, memberId, colleagueId, managerId } = await office();
    const wish = { memberId, colleagueId, endMembership: true };
    const neighbour = await clerk(database.db, MIHARA);
    const refused: [Actor, object, object][] = [
      [leaver, wish, { reason: 'access.duty-needed', details: { duties: ['MANAGER'] } }],
      [otherTown, wish, { reason: 'membership.not-found' }],
      [ehime, wish, { reason: 'membership.not-found' }],
      [manager, { ...wish, colleagueId: managerId }, { details: { faults: [{ rule: 'cannot-take-over' }] } }],
      [manager, { ...wish, colleagueId: memberId }, { details: { faults: [{ rule: 'unknown' }] } }],
      [
        staff,
        { ...wish, colleagueId: await membershipOf(database.db, neighbour, neighbour.loginId) },
        { details: { faults: [{ path: 'colleagueId', rule: 'unknown' }] } },
      ],
    ];
    for (const [actor, asked, refusal] of refused)
      await expect(service.handOver(actor, Object.assign({ ...wish }, asked))).rejects.toMatchObject(refusal);
    for (const actor of [otherTown, ehime])
      await expect(service.preview(actor, memberId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of two hand-overs at once moves everything once', async () => {
    const { manager, memberId, colleagueId } = await office();
    const answers = await Promise.allSettled([
      service.handOver(manager, { memberId, colleagueId, endMembership: true }),
      service.handOver(manager, { memberId, colleagueId, endMembership: true }),
    ]);
    const moved = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.length] : []));
    expect(moved).toEqual([3]);
    for (const answer of answers)
      if (answer.status === 'rejected')
        expect(answer.reason).toMatchObject({ reason: 'membership.not-found' });
  });

  it('lets a colleague at the hub go on with what only its writer saw', async () => {
    const { db } = database;
    const [approver, leaver, colleague] = [
      await hub(db, '34', ['APPROVER']),
      await hub(db, '34', ['COORDINATOR']),
      await hub(db, '34', ['COORDINATOR']),
    ];
    const draft = await intake.draft(leaver, requestInput(), KURE);
    await expect(intake.withdraw(colleague, draft.id, 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const memberId = await membershipOf(db, approver, leaver.loginId);
    const colleagueId = await membershipOf(db, approver, colleague.loginId);
    await service.handOver(approver, { memberId, colleagueId, endMembership: false });
    expect(await intake.withdraw(colleague, draft.id, 'x')).toMatchObject({ status: 'WITHDRAWN' });
  });
});
