import { describe, expect, it } from '@jest/globals';
import { KURE, MATSUYAMA, MIHARA } from '../../../test/people.js';
import {
  at,
  cameThrough,
  clock,
  colleague,
  database,
  drafted,
  ehime,
  history,
  input,
  intake,
  matsuyama,
  openCase,
  otherTown,
  read,
  she,
  staff,
  submitted,
  town,
} from '../test/case.js';
import { listSupportRequests } from './support-request.queries.js';

openCase();

describe('a draft', () => {
  it('is the town’s own, without a number', async () => {
    const request = await drafted({ themeId: null });
    expect(request).toMatchObject({
      status: 'DRAFT',
      number: null,
      municipalityId: KURE,
      prefectureId: '34',
      filedBy: town.accountId,
      themeId: null,
      wished: [],
      deadlineOn: '2027-01-29',
    });
    expect(await read(town, request.id)).toMatchObject({ title: request.title, deadlineOn: '2027-01-29' });
  });

  it('is seen by nobody outside the town, not even the hub', async () => {
    const { id } = await drafted();
    for (const stranger of [staff, otherTown, ehime, matsuyama, she])
      await expect(read(stranger, id)).rejects.toMatchObject({
        code: 'NOT_FOUND',
        reason: 'request.not-found',
      });
    await expect(read(town, 'not-an-id')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is written by the hub for a town that telephones, and stays with its writer and the town', async () => {
    const { id } = await intake.draft(staff, input(), KURE);
    for (const reader of [staff, town])
      expect(await read(reader, id)).toMatchObject({ filedBy: staff.accountId });
    await expect(read(colleague, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(intake.submit(colleague, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await intake.submit(staff, id)).status).toBe('AWAITING_INTAKE');
    expect(await read(colleague, id)).toMatchObject({ id });
  });

  it.each([
    [null, 'required'],
    ['34202', 'town-code'],
    ['342026', 'town-code'],
    [MATSUYAMA, 'town-of-prefecture'],
    ['340006', 'town-of-prefecture'],
  ])('is not written by the hub for the town %s', async (code, rule) => {
    await expect(intake.draft(staff, input(), code)).rejects.toMatchObject({
      details: { faults: [{ path: 'municipalityId', rule }] },
    });
  });

  it('is not written for another town, nor by a specialist, nor about an unknown theme', async () => {
    expect((await intake.draft(town, input(), KURE)).municipalityId).toBe(KURE);
    await expect(intake.draft(town, input(), MIHARA)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'request.other-town',
    });
    await expect(intake.draft(she, input())).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(drafted({ themeId: 'T99' })).rejects.toMatchObject({
      details: { faults: [{ path: 'themeId', rule: 'unknown' }] },
    });
  });

  it('is rewritten by its town only, and only while it is a draft', async () => {
    const { id } = await drafted();
    expect(await intake.revise(town, id, input({ title: '新しい件名', visits: 3 }))).toMatchObject({
      title: '新しい件名',
      visits: 3,
    });
    for (const stranger of [otherTown, staff, ehime])
      await expect(intake.revise(stranger, id, input())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(intake.revise(town, id, input({ visits: 0 }))).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await intake.submit(town, id);
    await expect(intake.revise(town, id, input())).rejects.toMatchObject({
      reason: 'request.only-drafts-are-revised',
    });
    await expect(intake.revise(staff, id, input())).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await read(town, id)).title).toBe('新しい件名');
  });
});

describe('approval in the town', () => {
  it('goes up, comes back with a reason, and goes out', async () => {
    const { id } = await drafted();
    expect((await intake.sendForApproval(town, id)).status).toBe('IN_APPROVAL');
    await expect(intake.revise(town, id, input())).rejects.toMatchObject({ code: 'INVALID_STATE' });
    await expect(intake.returnToDraft(town, id, ' ')).rejects.toMatchObject({
      details: { faults: [{ path: 'reason', rule: 'required' }] },
    });
    expect((await intake.returnToDraft(town, id, '回数を見直してください')).status).toBe('DRAFT');
    await intake.sendForApproval(town, id);
    expect(await intake.submit(town, id, '  呉総第12号 ')).toMatchObject({
      status: 'AWAITING_INTAKE',
      approvalNumber: '呉総第12号',
    });
    expect((await history(id)).map((event) => [event.fromStatus, event.toStatus, event.reason])).toEqual([
      [null, 'DRAFT', null],
      ['DRAFT', 'IN_APPROVAL', null],
      ['IN_APPROVAL', 'DRAFT', '回数を見直してください'],
      ['DRAFT', 'IN_APPROVAL', null],
      ['IN_APPROVAL', 'AWAITING_INTAKE', null],
    ]);
  });

  it('is nobody else’s, even when the hub wrote the draft', async () => {
    const { id } = await intake.draft(staff, input(), KURE);
    await expect(intake.sendForApproval(staff, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(intake.returnToDraft(staff, id, '理由')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(intake.sendForApproval(otherTown, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('cannot be asked for twice, nor refused a number that is too long', async () => {
    const { id } = await drafted();
    expect(await cameThrough([intake.sendForApproval(town, id), intake.sendForApproval(town, id)])).toBe(1);
    await expect(intake.submit(town, id, 'あ'.repeat(61))).rejects.toMatchObject({
      details: { faults: [{ path: 'approvalNumber', rule: 'too-long' }] },
    });
    expect((await read(town, id)).status).toBe('IN_APPROVAL');
  });
});

describe('a superior who has not looked yet', () => {
  it('is asked once more, once on a day, by whoever writes for the town', async () => {
    const { id } = await drafted();
    await expect(intake.remind(town, id)).rejects.toMatchObject({ reason: 'request.not-in-state' });
    await intake.sendForApproval(town, id);
    await expect(intake.remind(staff, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(intake.remind(otherTown, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await cameThrough([intake.remind(town, id), intake.remind(town, id)])).toBe(1);
    await expect(intake.remind(town, id)).rejects.toMatchObject({ reason: 'request.reminded-today' });
    expect((await history(id)).at(-1)).toMatchObject({ fromStatus: 'IN_APPROVAL', toStatus: 'IN_APPROVAL' });
    clock.moveTo(at('2026-11-17T09:00'));
    expect((await intake.remind(town, id)).status).toBe('IN_APPROVAL');
  });

  it('approves under a post, which the record keeps', async () => {
    const { id } = await drafted();
    await intake.sendForApproval(town, id);
    await expect(intake.submit(town, id, { post: 'あ'.repeat(41) })).rejects.toMatchObject({
      details: { faults: [{ path: 'post', rule: 'too-long' }] },
    });
    await intake.submit(town, id, { post: '総務課長' });
    expect((await history(id)).at(-1)).toMatchObject({ actorPost: '総務課長', actorName: town.name });
  });
});

describe('what the form asks', () => {
  it('keeps the tile, what would do if need be, and what was not answered yet', async () => {
    const possible = [{ date: '2026-11-20', half: 'AM' as const }];
    const { id } = await drafted({ themeId: null, groupId: 'STAFF', possible, answered: ['DATES'] });
    expect(await read(town, id)).toMatchObject({ groupId: 'STAFF', possible, answered: ['DATES'] });
    await expect(drafted({ groupId: 'NONE' })).rejects.toMatchObject({
      details: { faults: [{ path: 'groupId', rule: 'unknown' }] },
    });
    await expect(drafted({ wished: possible, possible })).rejects.toMatchObject({
      details: { faults: [{ path: 'possible.0.date', rule: 'repeated' }] },
    });
    await expect(drafted({ possible: [{ date: '2026-11-21', half: 'AM' }] })).rejects.toMatchObject({
      details: { faults: [{ path: 'possible.0.date', rule: 'closed-day' }] },
    });
  });
});

describe('sending', () => {
  it('gives a number of the fiscal year and tells who sent it when', async () => {
    const request = await submitted();
    expect(request).toMatchObject({ status: 'AWAITING_INTAKE', submittedAt: clock.now() });
    expect(request.number).toMatch(/^R8-\d{4}$/);
    expect((await history(request.id)).at(-1)).toMatchObject({
      fromStatus: 'DRAFT',
      toStatus: 'AWAITING_INTAKE',
      actorName: town.name,
      actorRole: 'MUNICIPALITY_STAFF',
    });
  });

  it('happens once, and uses one number, however fast', async () => {
    const { id } = await drafted();
    const before = Number((await submitted()).number?.slice(3));
    expect(await cameThrough(Array.from({ length: 6 }, () => intake.submit(town, id)))).toBe(1);
    expect(Number((await read(town, id)).number?.slice(3))).toBe(before + 1);
    expect(Number((await submitted()).number?.slice(3))).toBe(before + 2);
    await expect(intake.submit(town, id)).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });

  it('gives numbers without gap or repetition when many towns send at once', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 10 }, (_, i) => intake.draft(i % 2 ? town : otherTown, input())),
    );
    const sent = await Promise.all(drafts.map(({ id }, i) => intake.submit(i % 2 ? town : otherTown, id)));
    const numbers = sent.map((request) => Number(request.number?.slice(3))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, i) => (numbers[0] ?? 0) + i));
  });

  it('counts anew in each prefecture and each fiscal year', async () => {
    const { id } = await intake.draft(matsuyama, input());
    expect((await intake.submit(matsuyama, id)).number).toBe('R8-0001');
    clock.moveTo(at('2027-04-01T09:00'));
    const next = await intake.draft(town, input({ deadlineOn: null }));
    expect((await intake.submit(town, next.id)).number).toBe('R9-0001');
  });

  it('is refused to strangers, and for a draft whose deadline has passed since', async () => {
    const { id } = await drafted({ deadlineOn: '2026-11-20' });
    for (const stranger of [otherTown, ehime, she])
      await expect(intake.submit(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    clock.moveTo(at('2026-11-24T09:00'));
    await expect(intake.submit(town, id)).rejects.toMatchObject({
      details: { faults: [{ path: 'deadlineOn', rule: 'past' }] },
    });
    expect((await read(town, id)).number).toBeNull();
  });
});

describe('withdrawing', () => {
  it('needs a reason, and ends the case', async () => {
    const { id } = await submitted();
    await expect(intake.withdraw(town, id, '')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect((await intake.withdraw(town, id, '庁内で解決しました')).status).toBe('WITHDRAWN');
    await expect(intake.withdraw(town, id, 'もう一度')).rejects.toMatchObject({ code: 'INVALID_STATE' });
    expect((await history(id)).at(-1)).toMatchObject({ toStatus: 'WITHDRAWN', reason: '庁内で解決しました' });
  });

  it('is open to the hub once it was sent, and to nobody else', async () => {
    const { id } = await submitted();
    for (const stranger of [otherTown, ehime, she])
      await expect(intake.withdraw(stranger, id, '理由')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await intake.withdraw(staff, id, '町から電話で取下げ')).status).toBe('WITHDRAWN');
  });
});

describe('the list', () => {
  const titles = (actor: typeof town | typeof staff, filter: object) =>
    database.db.read(actor, async (tx) =>
      (await listSupportRequests(tx, actor, filter, { first: 100 })).rows.map((row) => row.title),
    );

  it('finds part of a title in any case, signs taken literally, and a whole number', async () => {
    const { id } = await drafted({ title: 'RPA 100%_活用' });
    const { number } = await intake.submit(town, id);
    for (const search of ['rpa', '100%_', number])
      expect(await titles(staff, { search })).toEqual(['RPA 100%_活用']);
    for (const search of ['RPA%用', '活_', number?.slice(1)])
      expect(await titles(staff, { search })).toEqual([]);
  });

  it('shows each reader the own rows, in pages that fit together, newest first', async () => {
    clock.moveTo(at('2026-11-17T09:00'));
    await submitted({ title: '一番目' });
    clock.moveTo(at('2026-11-17T09:01'));
    await submitted({ title: '二番目' });
    await drafted({ title: '下書き' });
    const listed = await titles(staff, {});
    expect(listed.indexOf('二番目')).toBe(listed.indexOf('一番目') - 1);
    expect(await titles(town, { statuses: ['DRAFT'] })).toContain('下書き');
    expect(await titles(staff, { statuses: ['DRAFT'] })).not.toContain('下書き');
    expect(await titles(staff, { municipalityId: MIHARA })).not.toContain('一番目');
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await database.db.read(staff, (tx) =>
        listSupportRequests(tx, staff, {}, { first: 3, after }),
      );
      seen.push(...page.rows.map((row) => row.id));
      const last = page.rows.at(-1);
      if (!page.hasNext || !last) break;
      after = page.cursorOf(last);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength((await titles(staff, {})).length);
  });
});
