import { describe, expect, it } from '@jest/globals';
import { expert } from '../../../test/people.js';
import {
  ask,
  assigned,
  database,
  desk,
  ehime,
  events,
  give,
  he,
  matsuyama,
  MONDAY,
  now,
  openDesk,
  otherTown,
  she,
  staff,
  town,
} from '../test/desk.js';

openDesk();

describe('answering', () => {
  it('is for the specialist whose turn it is', async () => {
    const one = await assigned();
    const done = await desk.answer(he, one.id, '転入の多い課から始めてください。');
    expect(done).toMatchObject({ status: 'ANSWERED', answeredAt: MONDAY });
    expect((await events(one.id)).at(-1)).toMatchObject({
      toStatus: 'ANSWERED',
      actorName: he.name,
      reason: '転入の多い課から始めてください。',
    });
  });

  it('does not exist for another specialist, town or prefecture, and is refused to the own town', async () => {
    const one = await assigned();
    for (const stranger of [she, otherTown, matsuyama, ehime])
      await expect(desk.answer(stranger, one.id, '回答')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(desk.answer(town, one.id, '回答')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(desk.answer(he, 'not-an-id', '回答')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is possible for the hub, even before anybody has it', async () => {
    const { id } = await ask();
    expect(await desk.answer(staff, id, 'こちらで答えます')).toMatchObject({
      status: 'ANSWERED',
      specialistId: null,
    });
    await give(id);
    expect((await now(id)).status).toBe('ANSWERED');
  });

  it('happens once, however fast', async () => {
    const one = await assigned();
    const all = await Promise.allSettled(
      Array.from({ length: 6 }, (_, i) => desk.answer(i % 2 ? staff : he, one.id, `回答 ${i}`)),
    );
    expect(all.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    for (const result of all)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'INVALID_STATE' });
    await expect(desk.answer(he, one.id, 'もう一度')).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });

  it('takes 8,000 characters and no more, and not nothing', async () => {
    const one = await assigned();
    for (const [answer, rule] of [
      ['あ'.repeat(8_001), 'too-long'],
      ['  ', 'required'],
    ] as const)
      await expect(desk.answer(he, one.id, answer)).rejects.toMatchObject({
        details: { faults: [{ path: 'answer', rule }] },
      });
    expect((await desk.answer(he, one.id, 'あ'.repeat(8_000))).status).toBe('ANSWERED');
  });
});

describe('reassigning', () => {
  it('gives it to whom the hub names, with the reason, and takes it from the one before', async () => {
    const one = await assigned();
    const moved = await desk.reassign(staff, one.id, {
      specialistId: she.specialistId,
      reason: '詳しいため',
    });
    expect(moved).toMatchObject({
      status: 'ASSIGNED',
      specialistId: she.specialistId,
      dueAt: one.dueAt,
      assignment: { decidedBy: 'HUB', asked: [he.specialistId, she.specialistId] },
    });
    expect((await events(one.id)).at(-1)).toMatchObject({ actorName: staff.name, reason: '詳しいため' });
    await expect(desk.answer(he, one.id, '回答')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes a question that suited nobody out of the hub’s hands', async () => {
    const one = await assigned({ themeId: 'T16' });
    const moved = await desk.reassign(staff, one.id, {
      specialistId: she.specialistId,
      reason: '経験がある',
    });
    expect(moved).toMatchObject({ status: 'ASSIGNED', escalatedAt: null });
    expect(moved.assignment?.chosen).toMatchObject({ suitable: false });
  });

  it('is for the own hub only', async () => {
    const one = await assigned();
    const choice = { specialistId: she.specialistId, reason: '詳しいため' };
    for (const person of [town, he])
      await expect(desk.reassign(person, one.id, choice)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const stranger of [ehime, otherTown, she])
      await expect(desk.reassign(stranger, one.id, choice)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('needs a reason, a question still waiting, and somebody of the pool', async () => {
    const one = await assigned();
    const foreign = await expert(database.db, ehime);
    await expect(
      desk.reassign(staff, one.id, { specialistId: she.specialistId, reason: ' ' }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(
      desk.reassign(staff, one.id, { specialistId: foreign.specialistId, reason: '詳しい' }),
    ).rejects.toMatchObject({ details: { faults: [{ path: 'specialistId', rule: 'unknown' }] } });
    await desk.answer(he, one.id, '回答');
    await expect(
      desk.reassign(staff, one.id, { specialistId: she.specialistId, reason: '詳しい' }),
    ).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });
});
