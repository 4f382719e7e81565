import { describe, expect, it } from '@jest/globals';
import { nightsOf, type Problem } from '../src/problem.js';
import { validateProblem } from '../src/validate.js';
import { generate } from './generate.js';

const drawn = (seed: number, full: boolean): Problem =>
  generate({ requests: 4 + (seed % 20), specialists: 1 + (seed % 6), days: 14 + (seed % 4) * 7, seed, full });

/** What a feature looks like when it was drawn. */
const FEATURES: Readonly<Record<string, (problem: Problem) => boolean>> = {
  blocks: ({ specialists }) => specialists.some(({ blocked }) => blocked?.length),
  terms: ({ specialists }) => specialists.some(({ term }) => term),
  gates: ({ specialists }) => specialists.some(({ gates }) => gates?.length),
  employers: ({ specialists }) => specialists.some(({ employers }) => employers?.length),
  'weekly caps': ({ specialists }) => specialists.some(({ weeklyCap }) => weeklyCap),
  'monthly caps': ({ specialists }) => specialists.some(({ monthlyCap }) => monthlyCap),
  'weekly guidelines': ({ specialists }) => specialists.some(({ weeklyDays }) => weeklyDays),
  nights: ({ specialists }) => specialists.some(({ nights }) => nights),
  'excluded towns': ({ specialists }) => specialists.some(({ excludedTowns }) => excludedTowns?.length),
  vendors: ({ requests }) => requests.some(({ vendors }) => vendors?.length),
  companions: ({ requests, companions }) => requests.some((r) => r.companion) && Boolean(companions?.length),
  'companion asked for, nobody there': ({ requests, companions }) =>
    requests.some((r) => r.companion) && companions?.length === 0,
  campaigns: ({ requests }) => requests.some(({ campaignId }) => campaignId),
  'most gaps': ({ requests }) => requests.some(({ maxGapDays }) => maxGapDays),
  emergencies: ({ requests }) => requests.some(({ emergency }) => emergency),
  sessions: ({ sessions = [] }) => sessions.length > 0,
  'busy days': ({ towns = {} }) => Object.values(towns).some(({ busyDays }) => busyDays),
  'closed days': ({ towns = {} }) => Object.values(towns).some(({ closedDays }) => closedDays),
  'office hours': ({ towns = {} }) => Object.values(towns).some(({ officeHours }) => officeHours),
  'one-IT-person towns': ({ towns = {} }) => Object.values(towns).some(({ oneItPerson }) => oneItPerson),
  'standing visits': ({ standing = [] }) => standing.length > 0,
  'frozen standing visits': ({ standing = [], frozenUntil = 0 }) =>
    standing.some(({ start }) => start < frozenUntil),
  'standing nights': ({ standing = [] }) => standing.some((visit) => nightsOf(visit).length > 0),
  'fixed nights': ({ fixed }) => fixed.some((visit) => nightsOf(visit).length > 0),
  reserve: ({ reserve }) => Boolean(reserve),
  weeks: ({ weekOfDay }) => weekOfDay !== undefined,
  policy: ({ policy }) => policy !== undefined,
};

describe('the made-up prefecture', () => {
  it('is the same for the same seed', () => {
    expect(drawn(7, true)).toEqual(drawn(7, true));
    expect(drawn(7, true)).not.toEqual(drawn(8, true));
  });

  it('is sound, plain and full', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      expect({ seed, faults: validateProblem(drawn(seed, false)) }).toEqual({ seed, faults: [] });
      expect({ seed, faults: validateProblem(drawn(seed, true)) }).toEqual({ seed, faults: [] });
    }
  });

  it('draws every feature often enough for tests over many seeds, when asked to', () => {
    const problems = Array.from({ length: 60 }, (_, seed) => drawn(seed, true));
    for (const [feature, has] of Object.entries(FEATURES)) {
      expect({ feature, often: problems.filter(has).length >= 5 }).toEqual({ feature, often: true });
    }
    expect(Object.entries(FEATURES).filter(([, has]) => has(drawn(3, false)))).toEqual([]);
  });
});
