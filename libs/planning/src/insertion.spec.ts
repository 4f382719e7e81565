import { describe, expect, it } from '@jest/globals';
import { generate } from '../bench/generate.js';
import { check } from './check.js';
import { construct } from './construct.js';
import { groundOf } from './ground.js';
import { bestPlacement } from './insertion.js';
import { ruin } from './moves.js';
import { compareScores, type Assignment, type Score } from './plan.js';
import { PlanView } from './plan-view.js';
import { modesWished, type PlanningRequest, type Problem } from './problem.js';
import { seededRandom } from './random.js';
import { scoreOf } from './score.js';
import { SearchState, type Placement } from './search-state.js';
import { everyDay, everyStart, trialVisit } from './slots.js';

const small = (seed: number): Problem =>
  generate({ requests: 5, specialists: 2 + (seed % 2), days: 7, seed: 1000 + seed });

function assignmentsOf(state: SearchState): Assignment[] {
  return state.ground.units.flatMap((unit) => {
    const placement = state.placement(unit);
    return placement ? [visitAt(state, unit.index, placement)] : [];
  });
}

function visitAt(state: SearchState, index: number, { option, start }: Placement): Assignment {
  const unit = state.unit(index);
  const { request } = state.job(unit);
  const specialistId = state.ground.problem.specialists[option.specialist]?.id ?? '';
  return trialVisit(request, unit.visitNo, specialistId, option.mode, start);
}

/** Every way to place a visit that the checker lets through. */
function allWays(problem: Problem, placed: readonly Assignment[], request: PlanningRequest, visitNo: number) {
  const starts = everyStart(new PlanView(problem, []), request, everyDay(new PlanView(problem, [])));
  return problem.specialists.flatMap(({ id }) =>
    modesWished(request).flatMap((mode) =>
      starts
        .map((start) => trialVisit(request, visitNo, id, mode, start))
        .filter((trial) => check(problem, [...placed, trial]).every(({ level }) => level === 'soft')),
    ),
  );
}

function best(scores: readonly Score[]): Score | undefined {
  return [...scores].sort(compareScores)[0];
}

/** The state leaves out what the fixed visits cost on their own. */
function expectSamePrice(given: Problem, state: SearchState): void {
  const { unserved, waiting, rest, parts } = scoreOf(given, assignmentsOf(state));
  const alone = scoreOf(given, []).rest;
  expect(state.price).toEqual({ unserved, waiting, rest: rest - alone });
  expect(state.travelMinutes()).toBe(parts['travel-minutes']);
}

describe('the price the search keeps', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))('is the price of the rules, seed %i', (seed) => {
    const given = generate({ requests: 15, specialists: 3, days: 21, seed });
    const state = new SearchState(groundOf(given));
    const random = seededRandom(seed);
    for (let round = 0; round < 4; round += 1) {
      construct(state);
      expectSamePrice(given, state);
      ruin(state, random);
      expectSamePrice(given, state);
      expect(scoreOf(given, assignmentsOf(state)).hard).toBe(0);
    }
  });
});

describe('bestPlacement', () => {
  it.each(Array.from({ length: 8 }, (_, seed) => seed))(
    'finds the cheapest place the checker lets through, seed %i',
    (seed) => {
      const given = small(seed);
      const single = { ...given, requests: given.requests.map((one) => ({ ...one, visits: 1 })) };
      const state = new SearchState(groundOf(single));
      for (const unit of state.ground.units) {
        const { request } = state.job(unit);
        const placed = assignmentsOf(state);
        const ways = allWays(single, placed, request, unit.visitNo);
        const found = bestPlacement(state, unit, null);
        expect(found !== null).toBe(ways.length > 0);
        if (!found) continue;
        state.place(unit, found);
        const cheapest = best(ways.map((trial) => scoreOf(single, [...placed, trial])));
        const { unserved, waiting, rest } = scoreOf(single, assignmentsOf(state));
        expect({ unserved, waiting, rest }).toEqual({
          unserved: cheapest?.unserved,
          waiting: cheapest?.waiting,
          rest: cheapest?.rest,
        });
      }
    },
  );
});
