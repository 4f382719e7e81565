import { describe, expect, it } from '@jest/globals';
import {
  cameThrough,
  ehime,
  foreigner,
  he,
  history,
  inSupport,
  MONDAY,
  offering,
  openCase,
  otherTown,
  read,
  scheduled,
  selecting,
  selection,
  she,
  shortlist,
  shortlisted,
  staff,
  submitted,
  third,
  town,
} from '../test/case.js';

openCase();

const ids = (...people: { specialistId: string }[]) => people.map((person) => person.specialistId);

describe('the shortlist', () => {
  it('puts up to three before the town, in the hub’s order', async () => {
    const { id, status } = await shortlisted([he, she, third]);
    expect(status).toBe('TOWN_REVIEW');
    expect(await shortlist(id)).toMatchObject([
      { specialistId: he.specialistId, position: 1, townRank: null, offeredAt: null },
      { specialistId: she.specialistId, position: 2 },
      { specialistId: third.specialistId, position: 3 },
    ]);
  });

  it('refuses nobody, four, the same one twice, and whoever is not of the pool', async () => {
    const { id } = await selecting();
    for (const [people, rule] of [
      [[], 'shortlist-size'],
      [ids(she, he, third, foreigner), 'shortlist-size'],
      [ids(she, she), 'repeated'],
      [ids(she, foreigner), 'unknown'],
    ] as const)
      await expect(selection.shortlist(staff, id, people)).rejects.toMatchObject({
        details: { faults: [{ path: 'specialistIds', rule }] },
      });
    await expect(selection.shortlist(staff, id, ['not-an-id'])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await shortlist(id)).toEqual([]);
  });

  it('is the own hub’s, at its time, once', async () => {
    const { id } = await selecting();
    await expect(selection.shortlist(town, id, ids(she))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const stranger of [ehime, otherTown, she])
      await expect(selection.shortlist(stranger, id, ids(she))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await cameThrough([
        selection.shortlist(staff, id, ids(she)),
        selection.shortlist(staff, id, ids(he, third)),
      ]),
    ).toBe(1);
    const early = await submitted();
    await expect(selection.shortlist(staff, early.id, ids(she))).rejects.toMatchObject({
      code: 'INVALID_STATE',
    });
  });
});

describe('the town’s order', () => {
  it('asks its first choice at once, who alone now sees the case', async () => {
    const { id } = await shortlisted();
    const ranked = await selection.rank(town, id, ids(he, third, she));
    expect(ranked.status).toBe('OFFERING');
    expect(await shortlist(id)).toMatchObject([
      { specialistId: she.specialistId, townRank: 3, offeredAt: null },
      { specialistId: he.specialistId, townRank: 1, offeredAt: MONDAY },
      { specialistId: third.specialistId, townRank: 2, offeredAt: null },
    ]);
    expect((await read(he, id)).id).toBe(id);
    for (const notYet of [she, third])
      await expect(read(notYet, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('names everyone who was put forward, once', async () => {
    const { id } = await shortlisted();
    for (const order of [
      ids(she, he),
      ids(she, he, third, foreigner),
      ids(she, he, he),
      ids(she, he, foreigner),
      [],
    ])
      await expect(selection.rank(town, id, order)).rejects.toMatchObject({
        details: { faults: [{ path: 'specialistIds', rule: 'whole-shortlist' }] },
      });
    expect((await read(town, id)).status).toBe('TOWN_REVIEW');
    expect((await shortlist(id)).every((entry) => entry.townRank === null)).toBe(true);
  });

  it('is the town’s own, given once', async () => {
    const { id } = await shortlisted();
    await expect(selection.rank(staff, id, ids(she, he, third))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(selection.rank(otherTown, id, ids(she, he, third))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(
      await cameThrough([
        selection.rank(town, id, ids(she, he, third)),
        selection.rank(town, id, ids(third, he, she)),
      ]),
    ).toBe(1);
  });
});

describe('the offer', () => {
  it('is accepted by whom it was made to', async () => {
    const { id } = await offering();
    expect(await selection.answerOffer(she, id, { accept: true })).toMatchObject({
      status: 'PREFECTURE_APPROVAL',
      specialistId: she.specialistId,
    });
    expect(await shortlist(id)).toMatchObject([{ answer: 'ACCEPTED', answeredAt: MONDAY }, {}, {}]);
  });

  it('passes to the next choice with each decline, and back to the hub after the last', async () => {
    const { id } = await offering();
    for (const [person, next, status] of [
      [she, he, 'OFFERING'],
      [he, third, 'OFFERING'],
      [third, null, 'SELECTING'],
    ] as const) {
      const after = await selection.answerOffer(person, id, { accept: false, reason: '日程が合いません' });
      expect(after).toMatchObject({ status, specialistId: null });
      if (next) expect((await read(next, id)).id).toBe(id);
    }
    expect((await shortlist(id)).map((entry) => [entry.answer, entry.answerReason])).toEqual(
      Array(3).fill(['DECLINED', '日程が合いません']),
    );
    expect((await selection.shortlist(staff, id, ids(he))).status).toBe('TOWN_REVIEW');
  });

  it('is not declined without a reason, nor answered by others or twice', async () => {
    const { id } = await offering();
    await expect(selection.answerOffer(she, id, { accept: false })).rejects.toMatchObject({
      details: { faults: [{ path: 'reason', rule: 'required' }] },
    });
    for (const person of [staff, town])
      await expect(selection.answerOffer(person, id, { accept: true })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    for (const notAsked of [he, foreigner])
      await expect(selection.answerOffer(notAsked, id, { accept: true })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    expect(
      await cameThrough([
        selection.answerOffer(she, id, { accept: true }),
        selection.answerOffer(she, id, { accept: false, reason: 'やはり無理です' }),
      ]),
    ).toBe(1);
    // Whoever declined has handed the file on and no longer sees it.
    const accepted = (await read(staff, id)).status === 'PREFECTURE_APPROVAL';
    await expect(selection.answerOffer(she, id, { accept: true })).rejects.toMatchObject({
      reason: accepted ? 'request.no-open-offer' : 'request.not-found',
    });
  });

  it('is over when the hub chooses anew', async () => {
    const { id } = await offering();
    await selection.reselect(staff, id, '町の希望が変わった');
    await expect(selection.answerOffer(she, id, { accept: true })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await shortlist(id)).toEqual([]);
  });
});

describe('the decision', () => {
  it('is the prefecture’s, and hands the case to the planner', async () => {
    const { id } = await offering([she]);
    await selection.answerOffer(she, id, { accept: true });
    await expect(selection.approveDispatch(town, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(selection.approveDispatch(ehime, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await cameThrough([selection.approveDispatch(staff, id), selection.approveDispatch(staff, id)]),
    ).toBe(1);
    expect(await read(town, id)).toMatchObject({ status: 'SCHEDULING', specialistId: she.specialistId });
    expect((await history(id)).slice(-2).map((event) => event.toStatus)).toEqual([
      'DISPATCH_DECIDED',
      'SCHEDULING',
    ]);
  });

  it('is not made before anybody accepted', async () => {
    const { id } = await offering();
    await expect(selection.approveDispatch(staff, id)).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });
});

describe('choosing anew', () => {
  it('needs a reason, forgets the specialist and the list', async () => {
    const { id } = await scheduled();
    await expect(selection.reselect(staff, id, ' ')).rejects.toMatchObject({
      details: { faults: [{ path: 'reason', rule: 'required' }] },
    });
    expect(await selection.reselect(staff, id, '担当の異動')).toMatchObject({
      status: 'SELECTING',
      specialistId: null,
    });
    expect((await history(id)).at(-1)).toMatchObject({ reason: '担当の異動', actorName: staff.name });
  });

  it('is no way round accepting a request, and none back from support', async () => {
    for (const { id } of [await submitted(), await inSupport()])
      await expect(selection.reselect(staff, id, '理由')).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });

  it('is the own hub’s', async () => {
    const { id } = await offering();
    await expect(selection.reselect(town, id, '理由')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const stranger of [ehime, otherTown, he])
      await expect(selection.reselect(stranger, id, '理由')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
