import { describe, expect, it } from '@jest/globals';
import { consultationInput, field, onDuty } from '../../../test/desk.js';
import { expert } from '../../../test/people.js';
import {
  ask,
  assigned,
  at,
  clock,
  database,
  desk,
  escalate,
  events,
  forgetJobs,
  give,
  he,
  intake,
  jobs,
  leave,
  matsuyama,
  MONDAY,
  now,
  openDesk,
  she,
  staff,
  takeDayOff,
  town,
} from '../test/desk.js';
import { sweepOverdue } from './consultation-desk.js';
import type { Consultation } from './consultation.entity.js';

openDesk();

describe('the desk', () => {
  it('gives a question of the field to whoever is on duty, and says why', async () => {
    const one = await assigned();
    expect(one).toMatchObject({ status: 'ASSIGNED', specialistId: he.specialistId, assignedAt: MONDAY });
    expect(one.assignment).toMatchObject({
      chosen: { specialistId: he.specialistId, fieldMatch: true, onDuty: true, openConsultations: 0 },
      decidedBy: 'DUTY',
      runnersUp: [{ specialistId: she.specialistId, onDuty: false }],
      asked: [he.specialistId],
    });
    expect(await events(one.id)).toMatchObject([
      { fromStatus: null, toStatus: 'OPEN', actorName: town.name },
      { fromStatus: 'OPEN', toStatus: 'ASSIGNED', actorRole: 'SYSTEM' },
    ]);
  });

  it('shares the work: off duty, the next goes to whoever has fewer', async () => {
    clock.moveTo(at('2026-11-16T13:00'));
    const first = await assigned();
    const second = await assigned();
    expect(new Set([first.specialistId, second.specialistId]).size).toBe(2);
    expect(second.assignment?.decidedBy).toBe('LOAD');
  });

  it('shares the work even when two questions come at once', async () => {
    clock.moveTo(at('2026-11-16T13:00'));
    const ids = (await Promise.all([ask(), ask(), ask(), ask()])).map((one) => one.id);
    await Promise.all(ids.map(give));
    const holders = await Promise.all(ids.map(async (id) => (await now(id)).specialistId));
    expect(holders.filter((holder) => holder === she.specialistId)).toHaveLength(2);
  });

  it('does nothing when asked twice, or at once, for the same question', async () => {
    const { id } = await ask();
    await Promise.all([give(id), give(id), give(id)]);
    await give(id);
    expect(await events(id)).toHaveLength(2);
  });

  it('lets a question withdrawn meanwhile rest', async () => {
    const { id } = await ask();
    await intake.withdraw(town, id, '解決しました');
    await give(id);
    expect(await now(id)).toMatchObject({ status: 'WITHDRAWN', specialistId: null });
  });

  it('does not count on somebody who is away today', async () => {
    const { db } = database;
    const away = await expert(db, staff, { themes: ['T18'] });
    await takeDayOff(away, '2026-11-17', 'AM');
    const present = await expert(db, staff, { themes: ['T18'] });
    await field({ db, clock, staff }, ['T18'], [away, present]);
    await onDuty(db, staff, ['TUE', 'AM'], away, present);
    clock.moveTo(at('2026-11-16T18:00'));
    const one = await assigned({ themeId: 'T18' });
    expect(one.specialistId).toBe(present.specialistId);
    expect(one.assignment?.decidedBy).toBe('DUTY');
    expect(one.assignment?.runnersUp[0]).toMatchObject({ specialistId: away.specialistId, onDuty: false });
  });

  it('asks somebody outside the field who has every essential skill', async () => {
    const able = await expert(database.db, staff, { themes: ['T11'] });
    const one = await assigned({ themeId: 'T11' });
    expect(one.specialistId).toBe(able.specialistId);
    expect(one.assignment).toMatchObject({
      decidedBy: 'ONLY_ONE',
      chosen: { fieldMatch: false, suitable: true },
    });
    expect(one.assignment?.chosen?.essentialMet).toBe(one.assignment?.chosen?.essentialTotal);
  });

  it('hands a question that suits nobody to the hub at once', async () => {
    const one = await assigned({ themeId: 'T16' });
    expect(one).toMatchObject({ status: 'OPEN', specialistId: null, escalations: 1, escalatedAt: MONDAY });
    expect(one.assignment).toMatchObject({ chosen: null, decidedBy: null, asked: [] });
    expect((await events(one.id)).at(-1)).toMatchObject({
      fromStatus: 'OPEN',
      toStatus: 'OPEN',
      reason: 'consultation.nobody-suitable',
    });
    await give(one.id);
    expect((await now(one.id)).escalations).toBe(1);
  });

  it('does not ask those who left the pool', async () => {
    const gone = await expert(database.db, staff, { themes: ['T14'] });
    await leave(gone);
    expect((await assigned({ themeId: 'T14' })).specialistId).not.toBe(gone.specialistId);
  });
});

describe('a late answer', () => {
  const late = async (one: Consultation): Promise<Consultation> => {
    clock.moveTo(new Date(one.dueAt.getTime() + 60_000));
    await escalate(one.id);
    return now(one.id);
  };

  it('goes to the next specialist with one more working day, then to the hub', async () => {
    const one = await assigned();
    const second = await late(one);
    expect(second).toMatchObject({
      status: 'ASSIGNED',
      specialistId: she.specialistId,
      escalations: 1,
      escalatedAt: null,
      dueAt: at('2026-11-19T17:00'),
    });
    expect(second.assignment?.asked).toEqual([he.specialistId, she.specialistId]);
    const third = await late(second);
    expect(third).toMatchObject({
      status: 'ASSIGNED',
      specialistId: she.specialistId,
      escalations: 2,
      escalatedAt: at('2026-11-19T17:01'),
    });
    expect((await events(one.id)).map((event) => event.reason)).toEqual([
      null,
      null,
      'consultation.overdue-next',
      'consultation.overdue-hub',
    ]);
    clock.moveTo(at('2026-12-01T09:00'));
    await escalate(one.id);
    expect((await now(one.id)).escalations).toBe(2);
  });

  it('goes to the hub at once when nobody is left to ask', async () => {
    const able = await expert(database.db, staff, { themes: ['T07'] });
    const one = await assigned({ themeId: 'T07' });
    expect(one.specialistId).toBe(able.specialistId);
    expect(await late(one)).toMatchObject({
      specialistId: able.specialistId,
      escalations: 1,
      escalatedAt: at('2026-11-18T17:01'),
    });
  });

  it('reaches somebody even when the worker slept through the first assignment', async () => {
    const { id, dueAt } = await ask();
    clock.moveTo(new Date(dueAt.getTime() + 1));
    await escalate(id);
    expect(await now(id)).toMatchObject({ status: 'ASSIGNED', escalations: 1 });
    await give(id);
    expect((await now(id)).escalations).toBe(1);
  });

  it('is passed on once, however many workers see it', async () => {
    const one = await assigned();
    clock.moveTo(new Date(one.dueAt.getTime() + 1));
    await Promise.all([escalate(one.id), escalate(one.id), escalate(one.id)]);
    expect((await now(one.id)).escalations).toBe(1);
  });

  it('is not late when it is answered just then: one of the two happens', async () => {
    const one = await assigned();
    clock.moveTo(new Date(one.dueAt.getTime() + 1));
    const [answer] = await Promise.allSettled([desk.answer(he, one.id, '間に合いました'), escalate(one.id)]);
    const after = await now(one.id);
    if (answer.status === 'fulfilled') expect(after).toMatchObject({ status: 'ANSWERED', escalations: 0 });
    else expect(after).toMatchObject({ status: 'ASSIGNED', escalations: 1, specialistId: she.specialistId });
  });

  it('is found by the sweep once for each time it was due, in every prefecture', async () => {
    const one = await assigned();
    const other = await intake.ask(matsuyama, consultationInput());
    const onTime = await ask({ themeId: 'T10' });
    await desk.answer(staff, onTime.id, '切り離してください');
    clock.moveTo(new Date(one.dueAt.getTime() + 1));
    await forgetJobs();
    const sweep = () => database.db.system(null, (tx) => sweepOverdue(tx, clock.now()));
    await Promise.all([sweep(), sweep()]);
    await sweep();
    const found = await jobs();
    expect(found).toHaveLength(2);
    expect(found).toEqual(
      expect.arrayContaining([
        { job: 'support.escalate-consultation', payload: { consultationId: one.id }, prefecture_id: '34' },
        { job: 'support.escalate-consultation', payload: { consultationId: other.id }, prefecture_id: '38' },
      ]),
    );
    await escalate(one.id);
    clock.moveTo(at('2026-11-20T09:00'));
    await sweep();
    expect(await jobs()).toHaveLength(3);
  });
});
