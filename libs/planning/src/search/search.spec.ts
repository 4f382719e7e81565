import { describe, expect, it } from '@jest/globals';
import { generate } from '../../bench/generate.js';
import { check } from '../check.js';
import type { Assignment } from '../plan.js';
import { compareScores } from '../plan.js';
import { fixedOf, type Problem } from '../problem.js';
import { seededRandom } from '../random.js';
import { scoreOf } from '../score.js';
import { solve } from '../solve.js';
import { cutAfter, firstOf, iterations } from '../stop.js';
import { groundOf } from './ground.js';
import { SpotFinder } from './insertion.js';
import { neighboursOf } from './neighbours.js';
import { PlanState } from './plan-state.js';
import { insertJobs, jobsToInsert } from './recreate.js';
import { ruin } from './ruin.js';
import { assignmentsOf, snapshotOf } from './snapshot.js';

const drawn = (seed: number): Problem =>
  generate({
    requests: 4 + (seed % 13),
    specialists: 1 + (seed % 5),
    days: 14 + (seed % 3) * 7,
    seed,
    full: true,
  });

const hardOf = (given: Problem, visits: readonly Assignment[]): readonly string[] =>
  check(given, visits)
    .filter(({ level }) => level === 'hard')
    .map(({ ruleId, facts }) => `${ruleId} ${JSON.stringify(facts)}`);

describe('the running cost of the search', () => {
  it('is what the checker finds, over 100,000 random moves', () => {
    let moves = 0;
    for (let seed = 0; moves < 100_000; seed += 1) {
      const given = drawn(seed);
      const state = new PlanState(groundOf(given));
      const random = seededRandom(seed);
      const finder = new SpotFinder(state, random);
      const neighbours = neighboursOf(state.ground);
      state.mark();
      let marked = state.tiers();
      for (let round = 0; round < 40; round += 1) {
        state.begin();
        ruin(state, neighbours, random);
        moves += state.removed.length;
        const placed = state.placed;
        insertJobs(state, finder, jobsToInsert(state, random));
        moves += state.placed - placed;
        if (random.below(4) === 0) {
          state.rollback();
          moves += state.removed.length;
        }
        const turn = random.below(8);
        if (turn === 0) {
          state.backToMark();
          if (state.tiers().join() !== marked.join()) throw new Error('the plan at the mark is another');
        } else if (turn === 1) {
          state.mark();
          marked = state.tiers();
        }
        const visits = assignmentsOf(state, snapshotOf(state));
        const score = scoreOf(given, visits);
        expect({ seed, round, hard: hardOf(given, visits), tiers: state.tiers() }).toEqual({
          seed,
          round,
          hard: [],
          tiers: score.tiers,
        });
      }
    }
  });
});

describe('what must not move', () => {
  it('stays, over 1,000 random re-plans', () => {
    for (let seed = 0; seed < 1_000; seed += 1) {
      const given = drawn(seed);
      const plan = solve(given, { seed, stop: iterations(4) });
      expect({ seed, hard: hardOf(given, plan.assignments) }).toEqual({ seed, hard: [] });
      const held = new Set(fixedOf(given).map(({ requestId, visitNo }) => `${requestId} ${visitNo}`));
      const moved = plan.assignments.filter(({ requestId, visitNo }) => held.has(`${requestId} ${visitNo}`));
      expect({ seed, moved }).toEqual({ seed, moved: [] });
    }
  });
});

describe('a run that was stopped', () => {
  const given = generate({ requests: 30, specialists: 6, days: 28, seed: 7 });

  it('is repeated exactly by its number of iterations', () => {
    let count = 0;
    const stopped = solve(given, {
      seed: 3,
      stop: firstOf(iterations(400), (moment) => {
        count = moment.iterations;
        return moment.iterations >= 137;
      }),
    });
    const again = solve(given, { seed: 3, stop: firstOf(iterations(400), cutAfter(count)) });
    expect(JSON.stringify(again)).toBe(JSON.stringify(stopped));
  });

  it('begins from a plan that it is given, and never ends worse', () => {
    const first = solve(given, { seed: 1, stop: iterations(200) });
    const next = solve(given, { seed: 2, stop: iterations(50), start: first.assignments });
    expect(compareScores(next.score, first.score)).toBeLessThanOrEqual(0);
  });
});
