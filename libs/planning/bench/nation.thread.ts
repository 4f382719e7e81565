/** Plans one prefecture after another, as they are handed out. */
import { parentPort } from 'node:worker_threads';
import { check, iterations, measure, solve } from '../src/index.js';
import { makePrefecture, visitsOf } from './instances/make.js';
import { fingerprint } from './measure-instance.js';
import type { PrefectureResult, PrefectureTask } from './nation.js';

parentPort?.on('message', ({ code, extent, seed, perVisit }: PrefectureTask) => {
  const problem = makePrefecture(code, extent, seed);
  const visits = visitsOf(problem);
  const plan = solve(problem, { seed, stop: iterations(perVisit * visits) });
  const broken = check(problem, plan.assignments).filter(({ level }) => level === 'hard').length;
  const { servedPriority, ...figures } = measure(problem, plan.assignments);
  const result: PrefectureResult = {
    code,
    visits,
    broken,
    placed: figures.placed,
    unplaced: figures.unplaced,
    withReasons: plan.unplaced.filter(({ reasons }) => reasons.length > 0).length,
    priorityPlaced: servedPriority.placed,
    priorityAsked: servedPriority.asked,
    longestWaitDays: figures.longestWaitDays,
    travelMinutes: figures.travelMinutes,
    changes: figures.specialistChanges,
    guidelineDaysAbove: figures.guidelineDaysAbove,
    plan: fingerprint(plan),
  };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(result);
});
