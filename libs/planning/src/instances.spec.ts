import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { bestOfAll } from '../testing/every-plan.js';
import { ruleIds } from '../testing/given.js';
import { check } from './check.js';
import { dayOf, type Problem } from './problem.js';
import { solve } from './solve.js';
import { iterations } from './stop.js';
import { findingsOf } from './validate.js';

interface Instance {
  readonly name: string;
  readonly about: string;
  readonly problem: Problem;
  readonly expect: {
    readonly placed: readonly {
      readonly requestId: string;
      readonly visitNo: number;
      readonly specialistId: string;
      readonly day?: number;
      readonly companionId?: string;
    }[];
    readonly unplaced: readonly {
      readonly requestId: string;
      readonly visitNo: number;
      readonly firstReason?: string;
    }[];
    readonly travelMinutes: number;
    readonly warnings?: readonly string[];
  };
}

/** Combinations that can be tried in a second or two. */
const MOST_PLANS = 30_000;

const FOLDER = new URL('../instances/', import.meta.url);
const instances = readdirSync(FOLDER).map(
  (file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Instance,
);

describe('instances with a known answer', () => {
  it.each(instances.map((one) => [one.name, one] as const))('%s', (_, { problem, expect: known }) => {
    expect(findingsOf(problem).filter(({ level }) => level === 'fatal')).toEqual([]);
    const plan = solve(problem, { seed: 1, stop: iterations(1_000) });
    const found = check(problem, plan.assignments);
    expect(ruleIds(found)).toEqual([]);
    const placed = plan.assignments.map(({ start, ...visit }) => ({ ...visit, day: dayOf(start) }));
    expect(placed).toMatchObject(known.placed);
    expect(placed).toHaveLength(known.placed.length);
    const unplaced = plan.unplaced.map(({ requestId, visitNo, reasons }) => ({
      requestId,
      visitNo,
      firstReason: reasons[0]?.ruleId,
    }));
    expect(unplaced).toMatchObject(known.unplaced);
    expect(unplaced).toHaveLength(known.unplaced.length);
    expect(plan.score.parts['travel-minutes']).toBe(known.travelMinutes);
    for (const warning of known.warnings ?? []) expect(ruleIds(found, 'soft')).toContain(warning);
  });

  const small = instances.flatMap((one) => {
    const best = bestOfAll(one.problem, MOST_PLANS);
    return best ? [{ name: one.name, problem: one.problem, best }] : [];
  });

  it.each(small)('$name: no plan at all is better', ({ problem, best }) => {
    const plan = solve(problem, { seed: 1, stop: iterations(1_000) });
    expect(plan.score).toEqual(best);
  });

  it('has looked at every plan of nearly all of them', () => {
    expect(small.length).toBeGreaterThan(instances.length - 4);
  });
});
