import { describe, expect, it } from '@jest/globals';
import { generate } from '../bench/generate.js';
import { at, fixedVisit, officeDays, problem, request, specialist } from '../testing/given.js';
import { check } from './check.js';
import { compareScores, type Plan } from './plan.js';
import { numbersToPlace, type Problem } from './problem.js';
import { scoreOf } from './score.js';
import { solve, type Progress } from './solve.js';
import { iterations } from './stop.js';
import { withTravel } from './travel.js';
import { validateProblem } from './validate.js';

function hard(given: Problem, plan: Plan): readonly string[] {
  return check(given, plan.assignments)
    .filter(({ level }) => level === 'hard')
    .map(({ ruleId }) => ruleId);
}

function keys(visits: readonly { readonly requestId: string; readonly visitNo: number }[]): string[] {
  return visits.map(({ requestId, visitNo }) => `${requestId}/${visitNo}`).sort();
}

describe('solve on generated problems', () => {
  const seeds = Array.from({ length: 120 }, (_, seed) => seed);
  const sized = (seed: number): Problem =>
    generate({ requests: 3 + (seed % 12), specialists: 1 + (seed % 5), days: 14 + (seed % 3) * 7, seed });

  it.each(seeds)('gives a sound plan, seed %i', (seed) => {
    const given = sized(seed);
    expect(validateProblem(given)).toEqual([]);
    const plan = solve(given, { seed, stop: iterations(60) });
    expect(hard(given, plan)).toEqual([]);
    expect(plan.score).toEqual(scoreOf(given, plan.assignments));
    expect(withTravel(given, plan.assignments)).toEqual(plan.assignments);
    const wanted = given.requests.flatMap((one) =>
      numbersToPlace(given, one).map((visitNo) => ({ requestId: one.id, visitNo })),
    );
    expect(keys([...plan.assignments, ...plan.unplaced])).toEqual(keys(wanted));
    for (const { reasons } of plan.unplaced) {
      expect(reasons.length).toBeGreaterThan(0);
      expect(reasons.length).toBeLessThanOrEqual(3);
    }
  });
});

describe('solve', () => {
  const mid = generate({ requests: 30, specialists: 6, days: 28, seed: 7 });

  it('gives the same plan for the same problem, seed and stop', () => {
    const once = solve(mid, { seed: 5, stop: iterations(150) });
    const again = solve(structuredClone(mid), { seed: 5, stop: iterations(150) });
    expect(JSON.stringify(again)).toBe(JSON.stringify(once));
  });

  it('never gets worse with more iterations than none', () => {
    const first = solve(mid, { seed: 1, stop: iterations(0) }).score;
    for (const n of [50, 200]) {
      expect(compareScores(solve(mid, { seed: 1, stop: iterations(n) }).score, first)).toBeLessThanOrEqual(0);
    }
  });

  it('leaves the problem as it was', () => {
    const copy = structuredClone(mid);
    solve(mid, { seed: 1, stop: iterations(20) });
    expect(mid).toEqual(copy);
  });

  it('reports construction, improvement and the end', () => {
    const heard: Progress[] = [];
    const plan = solve(mid, { seed: 1, stop: iterations(520), onProgress: (p) => heard.push(p) });
    expect(heard[0]).toMatchObject({ stage: 'CONSTRUCT', iterations: 0 });
    expect(heard.some(({ stage, iterations: n }) => stage === 'IMPROVE' && n === 500)).toBe(true);
    const last = heard[heard.length - 1];
    expect(last).toMatchObject({
      stage: 'DONE',
      iterations: 520,
      placed: plan.assignments.length,
      unplaced: plan.unplaced.length,
      travelMinutes: plan.score.parts['travel-minutes'],
    });
  });

  it('refuses a problem that is not sound and says why', () => {
    expect(() => solve(problem({ slotStep: 7 }), { seed: 1, stop: iterations(0) })).toThrow('slotStep');
  });

  it('places nothing in an empty problem', () => {
    const empty = problem({ requests: [], specialists: [] });
    expect(solve(empty, { seed: 1, stop: iterations(10) }).assignments).toEqual([]);
  });

  it('serves the urgent request when only one fits', () => {
    const given = problem({
      specialists: [specialist({ available: [{ start: at(0, 9), end: at(0, 13) }] })],
      requests: [request({ id: 'calm', priority: 1 }), request({ id: 'urgent', priority: 4 })],
    });
    const plan = solve(given, { seed: 1, stop: iterations(10) });
    expect(plan.assignments.map(({ requestId }) => requestId)).toEqual(['urgent']);
  });

  it('gives every town something before a town its second request', () => {
    const given = problem({
      specialists: [
        specialist({ available: [0, 1].map((day) => ({ start: at(day, 8), end: at(day, 14) })) }),
      ],
      requests: [request({ id: 'a1' }), request({ id: 'a2' }), request({ id: 'b', town: 'far' })],
    });
    const plan = solve(given, { seed: 1, stop: iterations(50) });
    const ids = plan.assignments.map(({ requestId }) => requestId);
    expect(ids).toHaveLength(2);
    expect(ids).toContain('b');
  });

  it('does not leave home before the working day because of an early call', () => {
    const given = problem({
      specialists: [specialist({ available: [{ start: at(0, 9), end: at(0, 13) }] })],
      fixed: [fixedVisit({ start: at(0, 7), end: at(0, 8) })],
    });
    const plan = solve(given, { seed: 1, stop: iterations(5) });
    expect(plan.assignments[0]?.start).toBe(at(0, 10));
    expect(hard(given, plan)).toEqual([]);
  });

  it('fits new visits between fixed ones of the same request, in order', () => {
    const given = problem({
      specialists: [specialist({ available: officeDays(0, 1, 2, 3, 4) })],
      requests: [request({ visits: 2, minGapDays: 1 })],
      fixed: [
        fixedVisit({ requestId: 'desk', visitNo: 2, start: at(2, 10), place: 'near', mode: 'ON_SITE' }),
      ],
    });
    const plan = solve(given, { seed: 1, stop: iterations(20) });
    const byNo = new Map(plan.assignments.map(({ visitNo, start }) => [visitNo, start]));
    expect([...byNo.keys()].sort()).toEqual([1, 3]);
    expect(byNo.get(1)).toBeLessThan(at(2, 0));
    expect(byNo.get(3)).toBeGreaterThan(at(3, 0));
  });
});
