import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgements } from '../../testing/judgements.js';
import { officeDays, problem, request, specialist, visit } from '../../testing/given.js';
import { MINUTES_PER_DAY, type PlanningRequest, type PlanningSpecialist, type Problem } from '../problem.js';
import { RULES } from './index.js';

const mode = fc.constantFrom('ON_SITE' as const, 'ONLINE' as const);
const day = fc.integer({ min: 0, max: 6 });
const firms = fc.subarray(['acme', 'blue']);
const town = fc.constantFrom('near', 'far');

const specialists: fc.Arbitrary<PlanningSpecialist> = fc
  .record({
    skills: fc.record({ bpr: fc.integer({ min: 0, max: 4 }) }),
    modes: fc.subarray(['ON_SITE' as const, 'ONLINE' as const]),
    employers: firms,
    term: fc.option(fc.record({ firstDay: day, lastDay: day })),
    gates: fc.array(fc.record({ town: fc.option(town), fromDay: fc.option(day) }), { maxLength: 2 }),
    nights: fc.constant(1),
  })
  .map((given) => specialist({ ...given, available: officeDays(0, 1, 2, 3, 4) }));

const requests: fc.Arbitrary<PlanningRequest> = fc
  .record({
    town,
    needs: fc.array(
      fc.record({
        skillId: fc.constant('bpr'),
        level: fc.integer({ min: 0, max: 4 }),
        essential: fc.boolean(),
      }),
      { maxLength: 1 },
    ),
    minutes: fc.constantFrom(60, 120, 150),
    mode: fc.constantFrom('ON_SITE' as const, 'ONLINE' as const, 'EITHER' as const),
    requiredSpecialistId: fc.constantFrom(null, null, 'sato', 'mori'),
    vendors: firms,
  })
  .map(request);

const problems: fc.Arbitrary<Problem> = fc
  .record({
    specialists: fc.tuple(specialists),
    requests: fc.tuple(requests),
    towns: fc.record({ near: fc.record({ busyDays: fc.uniqueArray(day, { maxLength: 4 }) }) }),
    policy: fc.record({ weights: fc.record({ assemblyDay: fc.nat(99), shortfallPerLevel: fc.nat(99) }) }),
  })
  .map(problem);

const SETTINGS = { seed: 11, numRuns: 600 } as const;

/** Rules for which the problems above hold cases of both kinds. */
const DRAWN = [
  'required-specialist',
  'essential-skill',
  'conflict-of-interest',
  'mode-offered',
  'within-term',
  'training-gate',
  'skill-shortfall',
  'assembly-day',
  'prefer-online',
];

describe('a rule that judges a candidate', () => {
  const rules = RULES.filter(({ candidate }) => candidate);

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s: says of a candidate what it says of the visit',
    (_, rule) => {
      let fired = 0;
      fc.assert(
        fc.property(problems, day, mode, (given, on, how) => {
          const start = on * MINUTES_PER_DAY + 600;
          const end = start + (given.requests[0]?.minutes ?? 0);
          const { ofCandidate, ofVisit } = judgements(rule, given, visit({ start, end, mode: how }));
          if (ofCandidate > 0) fired += 1;
          expect(ofCandidate).toBe(ofVisit);
        }),
        SETTINGS,
      );
      if (DRAWN.includes(rule.id)) {
        expect(fired).toBeGreaterThan(20);
        expect(fired).toBeLessThan(SETTINGS.numRuns);
      }
    },
  );

  it('is at least each of these', () => {
    expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(DRAWN));
  });
});
