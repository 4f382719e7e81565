import { describe, expect, it } from '@jest/globals';
import { generate } from '../../bench/generate.js';
import { HARD_RULES } from '../rules/index.js';
import { solve } from '../solve.js';
import { iterations } from '../stop.js';
import { explainAssignment } from './explain-assignment.js';
import { explainUnplaced } from './explain-unplaced.js';
import { Explainer } from './explainer.js';
import { nearestChanges } from './nearest-changes.js';
import { whyNot } from './why-not.js';

describe('Explainer', () => {
  it('answers many questions as the single functions do', () => {
    for (let seed = 0; seed < 10; seed += 1) {
      const given = generate({ requests: 10, specialists: 3, days: 21, seed, full: true });
      const { assignments } = solve(given, { seed, stop: iterations(20) });
      const explainer = new Explainer(given, assignments);
      for (const { id: requestId } of given.requests) {
        expect(explainer.unplaced(requestId)).toEqual(explainUnplaced(given, assignments, requestId));
        expect(explainer.nearestChanges(requestId)).toEqual(nearestChanges(given, assignments, requestId));
        for (const { id: specialistId } of given.specialists) {
          const question = { requestId, specialistId };
          expect(explainer.whyNot(question)).toEqual(whyNot(given, assignments, question));
        }
      }
      for (const visit of assignments.slice(0, 3))
        expect(explainer.assignment(visit)).toEqual(explainAssignment(given, assignments, visit));
    }
  });

  it('asks each rule about a pair and a day once, and about a time only where it matters', () => {
    const given = generate({ requests: 120, specialists: 12, days: 84, seed: 5, full: true });
    const { assignments } = solve(given, { seed: 1, stop: iterations(0) });
    const asked = new Map<string, number>();
    const originals = HARD_RULES.map((rule) => rule.violations.bind(rule));
    HARD_RULES.forEach((rule, i) => {
      Object.assign(rule, {
        violations: (...args: Parameters<typeof rule.violations>) => {
          asked.set(rule.id, (asked.get(rule.id) ?? 0) + 1);
          return originals[i]?.(...args) ?? [];
        },
      });
    });
    try {
      const explainer = new Explainer(given, assignments);
      const days = given.days - given.closedDays.length;
      const ways = 3 * 2 * (1 + (given.companions?.length ?? 0));
      for (const { id: requestId } of given.requests.slice(0, 20)) {
        for (const { id: specialistId } of given.specialists) {
          asked.clear();
          explainer.whyNot({ requestId, specialistId });
          expect(asked.get('essential-skill') ?? 0).toBeLessThanOrEqual(ways);
          for (const id of ['within-term', 'training-gate', 'weekly-cap', 'monthly-cap', 'overnight'])
            expect(asked.get(id) ?? 0).toBeLessThanOrEqual(4 * days);
        }
      }
      // The same specialists at the same times: nothing is left to be asked about them.
      const [left] = given.requests.filter(({ id }) => explainer.unplaced(id).length > 0);
      if (!left) throw new Error('a visit without a place is expected');
      asked.clear();
      explainer.unplaced(left.id);
      for (const id of ['within-availability', 'not-blocked', 'no-overlap'])
        expect(asked.get(id) ?? 0).toBe(0);
    } finally {
      HARD_RULES.forEach((rule, i) => Object.assign(rule, { violations: originals[i] }));
    }
  });
});
