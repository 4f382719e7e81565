import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ruleIds } from '../testing/given.js';
import { check } from './check.js';
import type { Problem } from './problem.js';
import { solve } from './solve.js';
import { iterations } from './stop.js';
import { validateProblem } from './validate.js';

interface Instance {
  readonly name: string;
  readonly about: string;
  readonly problem: Problem;
  readonly expect: {
    readonly placed: readonly {
      readonly requestId: string;
      readonly visitNo: number;
      readonly specialistId: string;
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

const FOLDER = new URL('../instances/', import.meta.url);
const instances = readdirSync(FOLDER).map(
  (file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Instance,
);

describe('instances with a known answer', () => {
  it.each(instances.map((one) => [one.name, one] as const))('%s', (_, { problem, expect: known }) => {
    expect(validateProblem(problem)).toEqual([]);
    const plan = solve(problem, { seed: 1, stop: iterations(200) });
    const found = check(problem, plan.assignments);
    expect(ruleIds(found)).toEqual([]);
    const placed = plan.assignments.map(({ requestId, visitNo, specialistId }) => ({
      requestId,
      visitNo,
      specialistId,
    }));
    expect(placed).toEqual(known.placed);
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
});
