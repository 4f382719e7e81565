import type { HubStaff } from '@banso/kernel';
import type { Problem, Score } from '@banso/planning';
import { describe, expect, it } from '@jest/globals';
import { PLANNING_RUN_STATUSES, PlanningRun, type PlanningRunStatus } from './planning-run.entity.js';
import { planningRunActionsOf } from './planning-run-actions.js';

const now = new Date('2026-12-01T00:00:00Z');
const staff: HubStaff = { role: 'HUB_STAFF', accountId: 'a', prefectureId: '34', name: '県' };
const problem = {} as Problem;
const score: Score = { hard: 0, unserved: 0, waiting: 0, rest: 0, parts: {} };

function standing(status: PlanningRunStatus): PlanningRun {
  const order = { from: '2026-12-01', to: '2026-12-25', seed: 1, iterations: 1 };
  return Object.assign(PlanningRun.request(staff, 1, order, now), { status });
}

const verbs: Record<string, (run: PlanningRun) => void> = {
  begin: (run) => run.begin(problem, now),
  propose: (run) => run.propose(score, { placed: 2, unplaced: 1, travelMinutes: 90 }, now),
  fail: (run) => run.fail('GAVE_UP', now),
  cancel: (run) => run.cancel(now),
  publish: (run) => run.publish(),
  discard: (run) => run.discard(),
};

const legal: Record<PlanningRunStatus, string[]> = {
  QUEUED: ['begin', 'fail', 'cancel'],
  SOLVING: ['begin', 'propose', 'fail', 'cancel'],
  PROPOSED: ['publish', 'discard'],
  PUBLISHED: [],
  DISCARDED: [],
  CANCELLED: [],
  FAILED: [],
};

describe('a planning run', () => {
  it.each(PLANNING_RUN_STATUSES)('that is %s takes the steps of its state and no others', (status) => {
    const taken = Object.entries(verbs).filter(([, step]) => {
      try {
        step(standing(status));
        return true;
      } catch (error) {
        expect(error).toMatchObject({ code: 'INVALID_STATE', reason: 'planning-run.not-in-state' });
        return false;
      }
    });
    expect(taken.map(([name]) => name)).toEqual(legal[status]);
  });

  it('taken over from a lost worker keeps the time at which it began', () => {
    const run = standing('QUEUED');
    run.begin(problem, now);
    run.begin(problem, new Date('2026-12-01T00:05:00Z'));
    expect(run.startedAt).toEqual(now);
  });

  it('offers its hub the steps that are possible, and nobody else any', () => {
    expect(planningRunActionsOf(staff, standing('SOLVING'))).toEqual(['CANCEL']);
    expect(planningRunActionsOf(staff, standing('PROPOSED'))).toEqual(['PUBLISH', 'DISCARD', 'PIN']);
    expect(planningRunActionsOf(staff, standing('PUBLISHED'))).toEqual([]);
    expect(planningRunActionsOf({ ...staff, prefectureId: '38' }, standing('PROPOSED'))).toEqual([]);
  });
});
