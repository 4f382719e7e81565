import { describe, expect, it } from '@jest/globals';
import { consultationInput } from '../../../test/desk.js';
import { expert, KURE, MATSUYAMA, MIHARA } from '../../../test/people.js';
import {
  answered,
  ask,
  assigned,
  at,
  clock,
  database,
  desk,
  ehime,
  events,
  forgetJobs,
  give,
  he,
  holderOf,
  intake,
  jobs,
  leave,
  matsuyama,
  MONDAY,
  now,
  openDesk,
  otherTown,
  she,
  staff,
  town,
  wanted,
} from '../test/desk.js';
import { getSupportRequest } from './support-request.queries.js';

openDesk();

describe('asking', () => {
  it('is numbered, due after two working days, and brought to the desk in the same transaction', async () => {
    const first = await ask();
    const second = await ask({ themeId: null });
    expect(first).toMatchObject({
      status: 'OPEN',
      municipalityId: KURE,
      prefectureId: '34',
      dueAt: at('2026-11-18T17:00'),
      filedBy: town.accountId,
    });
    expect(first.number).toMatch(/^S8-\d{4}$/);
    expect(Number(second.number.slice(3))).toBe(Number(first.number.slice(3)) + 1);
    expect(await jobs()).toEqual([
      { job: 'support.assign-consultation', payload: { consultationId: first.id }, prefecture_id: '34' },
      { job: 'support.assign-consultation', payload: { consultationId: second.id }, prefecture_id: '34' },
    ]);
  });

  it('is due in two hours when something has happened', async () => {
    expect((await ask({ themeId: 'T10' })).dueAt).toEqual(at('2026-11-16T11:00'));
  });

  it('is done by the hub for a town that telephones, of its own prefecture only', async () => {
    const one = await intake.ask(staff, consultationInput(), MIHARA);
    expect(one).toMatchObject({ municipalityId: MIHARA, filedBy: staff.accountId });
    for (const [code, rule] of [
      [null, 'required'],
      ['342026', 'town-code'],
      [MATSUYAMA, 'town-of-prefecture'],
    ] as const)
      await expect(intake.ask(staff, consultationInput(), code)).rejects.toMatchObject({
        code: 'BAD_INPUT',
        details: { faults: [{ path: 'municipalityId', rule }] },
      });
  });

  it('is refused to a specialist and for another town, and leaves no job behind', async () => {
    await expect(intake.ask(she, consultationInput())).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(intake.ask(town, consultationInput(), MIHARA)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'request.other-town',
    });
    expect(await jobs()).toEqual([]);
  });

  it('is refused with every fault at once', async () => {
    await expect(
      intake.ask(town, { themeId: 'T01', question: ' ', contactSection: 'あ'.repeat(81) }),
    ).rejects.toMatchObject({
      details: {
        faults: [
          { path: 'question', rule: 'required' },
          { path: 'contactSection', rule: 'too-long', facts: { max: 80 } },
        ],
      },
    });
    await expect(ask({ themeId: 'T99' })).rejects.toMatchObject({
      details: { faults: [{ path: 'themeId', rule: 'unknown' }] },
    });
    await expect(ask({ question: 'あ'.repeat(4_001) })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect((await ask({ question: 'あ'.repeat(4_000) })).question).toHaveLength(4_000);
  });

  it('gives no number twice when twelve ask at once', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => ask()));
    const numbers = all.map((one) => Number(one.number.slice(3))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, i) => (numbers[0] ?? 0) + i));
  });
});

describe('after the answer', () => {
  it('the town closes it, once', async () => {
    const one = await answered();
    const all = await Promise.allSettled([intake.close(town, one.id), intake.close(town, one.id)]);
    expect(all.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await now(one.id)).toMatchObject({ status: 'CLOSED', closedAt: MONDAY, supportRequestId: null });
  });

  it('nobody else closes it or asks further', async () => {
    const one = await answered();
    for (const stranger of [otherTown, matsuyama, ehime])
      await expect(intake.close(stranger, one.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const person of [staff, he]) {
      await expect(intake.close(person, one.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(intake.askFurther(person, one.id, '続き')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect((await now(one.id)).status).toBe('ANSWERED');
  });

  it('the hub closes what it wrote down for a town itself', async () => {
    const { id } = await intake.ask(staff, consultationInput(), MIHARA);
    await desk.answer(staff, id, '回答');
    expect((await intake.close(staff, id)).status).toBe('CLOSED');
  });

  it('a further question goes back to the same specialist, with time of its own', async () => {
    const one = await answered();
    clock.moveTo(at('2026-11-20T10:00'));
    const again = await intake.askFurther(town, one.id, '出張所でも同じですか。');
    expect(again).toMatchObject({
      status: 'ASSIGNED',
      specialistId: one.specialistId,
      dueAt: at('2026-11-25T17:00'),
    });
    expect((await desk.answer(holderOf(again), one.id, '同じです。')).answer).toBe('同じです。');
    expect((await events(one.id)).map((event) => event.reason)).toEqual([
      null,
      null,
      '転入の多い課から始めてください。',
      '出張所でも同じですか。',
      '同じです。',
    ]);
  });

  it('a further question finds a new specialist when the hub had answered, or the one before has left', async () => {
    const byHub = await ask();
    await desk.answer(staff, byHub.id, '回答');
    const leaver = await expert(database.db, staff, { themes: ['T19'] });
    const left = await assigned({ themeId: 'T19' });
    expect(left.specialistId).toBe(leaver.specialistId);
    await desk.answer(leaver, left.id, '回答');
    await leave(leaver);
    for (const id of [byHub.id, left.id]) {
      await forgetJobs();
      expect(await intake.askFurther(town, id, '続き')).toMatchObject({ status: 'OPEN', specialistId: null });
      expect(await jobs()).toMatchObject([{ payload: { consultationId: id } }]);
    }
    await give(byHub.id);
    expect((await now(byHub.id)).status).toBe('ASSIGNED');
  });

  it('an empty further question is refused by its name', async () => {
    const one = await answered();
    await expect(intake.askFurther(town, one.id, ' ')).rejects.toMatchObject({
      details: { faults: [{ path: 'question', rule: 'required' }] },
    });
  });
});

describe('turning into a request', () => {
  it('writes a draft, and each names the other', async () => {
    const one = await answered();
    const turned = await intake.turnIntoRequest(town, one.id, wanted());
    expect(turned).toMatchObject({ status: 'TURNED_INTO_REQUEST', closedAt: MONDAY });
    const request = await database.db.read(town, (tx) =>
      getSupportRequest(tx, town, turned.supportRequestId ?? ''),
    );
    expect(request).toMatchObject({
      status: 'DRAFT',
      consultationId: one.id,
      municipalityId: KURE,
      filedBy: town.accountId,
    });
  });

  it('is done by the hub for the town, which sees the draft', async () => {
    const one = await answered();
    const turned = await intake.turnIntoRequest(staff, one.id, wanted());
    const request = await database.db.read(town, (tx) =>
      getSupportRequest(tx, town, turned.supportRequestId ?? ''),
    );
    expect(request).toMatchObject({ municipalityId: KURE, filedBy: staff.accountId });
  });

  it('happens once, and leaves one draft, when two do it at once', async () => {
    const one = await answered();
    const all = await Promise.allSettled([
      intake.turnIntoRequest(town, one.id, wanted()),
      intake.turnIntoRequest(staff, one.id, wanted()),
    ]);
    expect(all.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const drafts = await database.db.system('34', (tx) =>
      tx.query(`SELECT id FROM support_request WHERE consultation_id = $1`, [one.id]),
    );
    expect(drafts).toHaveLength(1);
  });

  it('is refused before an answer, to strangers, and with a bad input, leaving no draft', async () => {
    const open = await assigned();
    await expect(intake.turnIntoRequest(town, open.id, wanted())).rejects.toMatchObject({
      code: 'INVALID_STATE',
    });
    const one = await answered();
    await expect(intake.turnIntoRequest(holderOf(one), one.id, wanted())).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    for (const stranger of [otherTown, ehime])
      await expect(intake.turnIntoRequest(stranger, one.id, wanted())).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    for (const wrong of [{ visits: 0 }, { themeId: 'T99' }, { deadlineOn: '2026-01-01' }])
      await expect(intake.turnIntoRequest(town, one.id, wanted(wrong))).rejects.toMatchObject({
        code: 'BAD_INPUT',
      });
    expect((await now(one.id)).status).toBe('ANSWERED');
  });
});

describe('withdrawing', () => {
  it('is for the town or its hub, with a reason, before the answer', async () => {
    for (const person of [town, staff]) {
      const one = await assigned();
      expect((await intake.withdraw(person, one.id, '解決しました')).status).toBe('WITHDRAWN');
    }
    const one = await assigned();
    await expect(intake.withdraw(town, one.id, '')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(intake.withdraw(he, one.id, '不要')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const stranger of [otherTown, ehime])
      await expect(intake.withdraw(stranger, one.id, '不要')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await desk.answer(he, one.id, '回答');
    await expect(intake.withdraw(town, one.id, '不要')).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });
});
