import { describe, expect, it } from '@jest/globals';
import {
  cameThrough,
  clock,
  course,
  database,
  ehime,
  he,
  history,
  inSupport,
  openCase,
  otherTown,
  publishVisits,
  read,
  scheduled,
  she,
  staff,
  submitted,
  third,
  town,
} from '../test/case.js';
import { allVisitsDone, visitsReopened } from './support-course.service.js';

openCase();

const bySystem = (work: typeof allVisitsDone, id: string) =>
  database.db.system('34', (tx, actor) => work(tx, id, { actor, at: clock.now() }));

describe('the hub’s hand on a case', () => {
  it('pauses, goes on, ends early, each time with who and why', async () => {
    const { id } = await inSupport();
    expect((await course.suspend(staff, id, '町の選挙のため')).status).toBe('SUSPENDED');
    expect((await course.resume(staff, id)).status).toBe('IN_SUPPORT');
    expect((await course.terminate(staff, id, '町の都合')).status).toBe('TERMINATED');
    expect((await history(id)).slice(-3)).toMatchObject([
      { toStatus: 'SUSPENDED', reason: '町の選挙のため', actorName: staff.name },
      { toStatus: 'IN_SUPPORT', reason: null },
      { toStatus: 'TERMINATED', reason: '町の都合' },
    ]);
  });

  it('is nobody else’s', async () => {
    const { id } = await inSupport();
    for (const person of [town, she]) {
      await expect(course.suspend(person, id, '理由')).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(course.terminate(person, id, '理由')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    for (const stranger of [otherTown, ehime, he])
      await expect(course.suspend(stranger, id, '理由')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('needs a reason and a case under way, and pauses once', async () => {
    const { id } = await inSupport();
    await expect(course.suspend(staff, id, '')).rejects.toMatchObject({
      details: { faults: [{ path: 'reason', rule: 'required' }] },
    });
    expect(await cameThrough([course.suspend(staff, id, '一'), course.suspend(staff, id, '二')])).toBe(1);
    const early = await submitted();
    await expect(course.suspend(staff, early.id, '理由')).rejects.toMatchObject({ code: 'INVALID_STATE' });
    await expect(course.terminate(staff, early.id, '理由')).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });

  it('does not begin support that has no visit yet', async () => {
    const { id } = await scheduled();
    await expect(course.resume(staff, id)).rejects.toMatchObject({ code: 'INVALID_STATE' });
    expect((await read(staff, id)).status).toBe('SCHEDULING');
  });
});

describe('what the visits do to their case', () => {
  it('begins support when they are published, and lets their specialists read it', async () => {
    const { id } = await scheduled();
    await expect(read(third, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await publishVisits(id, [she, third]);
    await publishVisits(id, [third]);
    expect(await read(third, id)).toMatchObject({ status: 'IN_SUPPORT' });
    expect((await history(id)).filter((event) => event.toStatus === 'IN_SUPPORT')).toHaveLength(1);
  });

  it('waits for the report after the last one', async () => {
    const { id } = await inSupport();
    await bySystem(allVisitsDone, id);
    expect((await read(town, id)).status).toBe('AWAITING_REPORT');
    await expect(bySystem(allVisitsDone, id)).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });

  it('goes back to the planner when none is left standing', async () => {
    const { id } = await inSupport();
    await bySystem(visitsReopened, id);
    expect((await read(town, id)).status).toBe('SCHEDULING');
    await expect(bySystem(visitsReopened, id)).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });

  it('publishes nothing for a case that is paused or of another prefecture', async () => {
    const { id } = await inSupport();
    await course.suspend(staff, id, '町の選挙のため');
    await expect(publishVisits(id, [third])).rejects.toMatchObject({ code: 'INVALID_STATE' });
    await expect(read(third, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      database.db.system('38', (tx, actor) => allVisitsDone(tx, id, { actor, at: clock.now() })),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
