import { ALL_HUB_WORK, type HubStaff } from '@banso/kernel';
import { DEFAULT_POLICY, type Problem } from '@banso/planning';
import { describe, expect, it } from '@jest/globals';
import { PLANNING_RUN_STATUSES, PlanningRun, type PlanningRunStatus } from './planning-run.entity.js';
import { planningRunActionsOf } from './planning-run-actions.js';

const now = new Date('2026-12-01T00:00:00Z');
const staff: HubStaff = {
  role: 'HUB_STAFF',
  duties: ALL_HUB_WORK,
  accountId: 'a',
  prefectureId: '34',
  name: '県',
};
const given = {
  problem: {} as Problem,
  policy: { ...DEFAULT_POLICY, version: 0 },
  findings: [],
  starts: 2,
};
const result = {
  assignments: [],
  unplaced: [],
  score: { hard: 0, tiers: [0, 0, 0], parts: {} },
  starts: [{ seed: 1, iterations: 1, tiers: [0, 0, 0] }],
  bestSeed: 1,
  stoppedAtIterations: null,
  bound: null,
  longestWaitDays: 0,
};
const outcome = { result, placed: 2, unplaced: 1, travelMinutes: 90, longestWaitDays: 0 };

function standing(status: PlanningRunStatus): PlanningRun {
  const period = { from: '2026-12-01', to: '2026-12-25' };
  const order = {
    ...period,
    seed: 1,
    iterations: 1,
    starts: null,
    stopAtIterations: null,
    movePublished: false,
    byHand: false,
  };
  return Object.assign(PlanningRun.request(staff, 1, order, now), { status });
}

const verbs: Record<string, (run: PlanningRun) => void> = {
  begin: (run) => run.begin(given, now),
  propose: (run) => run.propose(outcome, now),
  fail: (run) => run.fail('GAVE_UP', now),
  askToStop: (run) => run.askToStop(),
  cancel: (run) => run.cancel(now),
  publish: (run) => run.publish(),
  discard: (run) => run.discard(),
};

const legal: Record<PlanningRunStatus, string[]> = {
  QUEUED: ['begin', 'fail', 'askToStop', 'cancel'],
  SOLVING: ['begin', 'propose', 'fail', 'askToStop', 'cancel'],
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
    run.begin(given, now);
    run.begin(given, new Date('2026-12-01T00:05:00Z'));
    expect(run.startedAt).toEqual(now);
    run.begin({ ...given, starts: 3 }, now);
    expect(run.starts).toBe(2);
  });

  it('offers its hub the steps that are possible, and nobody else any', () => {
    expect(planningRunActionsOf(staff, standing('SOLVING'))).toEqual(['CANCEL', 'STOP']);
    expect(planningRunActionsOf(staff, standing('PROPOSED'))).toEqual(['PUBLISH', 'DISCARD', 'PIN', 'MOVE']);
    expect(planningRunActionsOf(staff, standing('PUBLISHED'))).toEqual([]);
    expect(planningRunActionsOf({ ...staff, prefectureId: '38' }, standing('PROPOSED'))).toEqual([]);
  });
});
