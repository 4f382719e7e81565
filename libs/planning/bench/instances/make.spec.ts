import { describe, expect, it } from '@jest/globals';
import { check } from '../../src/check.js';
import type { Problem } from '../../src/problem.js';
import { solve } from '../../src/solve.js';
import { iterations } from '../../src/stop.js';
import { validateProblem } from '../../src/validate.js';
import { EXTENTS, makeInstance, makeNation, makePrefecture, visitsOf, type SizeName } from './make.js';

const sizeOf = ({ requests, specialists, days }: Problem): object => ({
  requests: requests.length,
  specialists: specialists.length,
  days,
});

/** The share of the visits that find a place without any improvement. */
function shareAtOnce(problem: Problem): number {
  const plan = solve(problem, { seed: 1, stop: iterations(0) });
  expect(check(problem, plan.assignments).filter(({ level }) => level === 'hard')).toEqual([]);
  return plan.assignments.length / visitsOf(problem);
}

describe('instances on the real municipalities', () => {
  it('are the same for the same seed', () => {
    expect(makeInstance('small', 3)).toEqual(makeInstance('small', 3));
    expect(makeInstance('small', 3)).not.toEqual(makeInstance('small', 4));
  });

  it.each<SizeName>(['tiny', 'small', 'mid', 'large', 'region'])(
    'are sound and as big as said: %s',
    (name) => {
      for (const seed of name === 'region' ? [2] : [1, 2, 3, 4, 5, 6, 7, 8]) {
        const problem = makeInstance(name, seed);
        expect({ seed, faults: validateProblem(problem) }).toEqual({ seed, faults: [] });
        expect(sizeOf(problem)).toEqual(EXTENTS[name]);
      }
    },
  );

  it('find places for nearly all visits', () => {
    for (const seed of [1, 2, 3]) {
      expect(shareAtOnce(makeInstance('tiny', seed))).toBeGreaterThan(0.85);
      expect(shareAtOnce(makeInstance('small', seed))).toBeGreaterThan(0.85);
    }
  });

  it('have islands without a road, and long ways in Hokkaido', () => {
    const islands = makePrefecture('47', { requests: 60, specialists: 8, days: 28 }, 1);
    const office = islands.travel[0] ?? [];
    expect(office.filter((minutes) => minutes === null).length).toBeGreaterThan(10);
    expect(validateProblem(islands)).toEqual([]);
    const north = makePrefecture('01', { requests: 60, specialists: 8, days: 28 }, 1);
    expect(Math.max(...(north.travel[0] ?? []).map((minutes) => minutes ?? 0))).toBeGreaterThan(240);
    expect(validateProblem(north)).toEqual([]);
  });

  it('cover the nation with one problem for each prefecture', () => {
    const nation = makeNation(1);
    const sum = (count: (problem: Problem) => number): number =>
      nation.reduce((total, problem) => total + count(problem), 0);
    expect(nation).toHaveLength(47);
    expect(sum(({ requests }) => requests.length)).toBe(20_000);
    expect(sum(({ specialists }) => specialists.length)).toBe(1500);
    for (const problem of [nation[0], nation[20], nation[46]]) {
      expect(problem && validateProblem(problem)).toEqual([]);
    }
  });
});
