import { describe, expect, it } from '@jest/globals';
import { generate } from '../../bench/generate.js';
import { check } from '../check.js';
import { compareScores, type Assignment, type Score } from '../plan.js';
import { PlanView } from '../plan-view.js';
import { dayOf, type Problem } from '../problem.js';
import { scoreOf } from '../score.js';
import { solve } from '../solve.js';
import { iterations } from '../stop.js';
import { withTravel } from '../travel.js';
import { explainAssignment } from './explain-assignment.js';
import { everyDay, everyStart, trialVisit, waysOf } from './slots.js';

const hardIn = (given: Problem, visits: readonly Assignment[]): number =>
  check(given, visits).filter(({ level }) => level === 'hard').length;

const differenceOf = (a: Score, b: Score): number[] =>
  a.tiers.map((points, tier) => points - (b.tiers[tier] ?? 0));

/** Every other place that breaks no rule, by the checker alone. */
function everyPlace(given: Problem, plan: readonly Assignment[], visit: Assignment): Assignment[] {
  const view = new PlanView(given, []);
  const request = given.requests.find(({ id }) => id === visit.requestId);
  if (!request) throw new Error('a request is expected');
  const rest = plan.filter((one) => one !== visit);
  return given.specialists.flatMap(({ id }) =>
    everyStart(view, request, everyDay(view)).flatMap((start) =>
      waysOf(view, request, id)
        .map((way) => trialVisit(request, visit.visitNo, id, way, start))
        .filter((place) => hardIn(given, [...rest, place]) === 0),
    ),
  );
}

describe('explainAssignment', () => {
  const seeds = Array.from({ length: 30 }, (_, seed) => seed);

  it.each(seeds)('prices each alternative as the score does, seed %i', (seed) => {
    const given = generate({
      requests: 6 + (seed % 9),
      specialists: 2 + (seed % 4),
      days: 21,
      seed,
      full: true,
    });
    const visits = solve(given, { seed, stop: iterations(60) }).assignments;
    const score = scoreOf(given, visits);
    for (const visit of visits.slice(0, 3)) {
      const found = explainAssignment(given, visits, visit, { alternatives: 6 });
      if (!found) throw new Error('a planned visit is expected to be explained');
      const rest = visits.filter((one) => one !== visit);
      for (const { visit: other, difference, parts } of found.alternatives) {
        const would = scoreOf(given, [...rest, other]);
        expect(would.hard).toBe(0);
        expect(difference).toEqual(differenceOf(would, score));
        const sum = parts.reduce((total, { points }) => total + points, 0);
        expect(sum).toBe(difference.reduce((total, points) => total + points, 0));
        expect(withTravel(given, [...rest, other]).at(-1)).toEqual(other);
      }
      const without = scoreOf(given, rest);
      const cost = found.parts.map(({ ruleId, points }) => [ruleId, points]);
      const wanted = Object.keys(score.parts)
        .map((id) => [id, (score.parts[id] ?? 0) - (without.parts[id] ?? 0)])
        .filter(([, points]) => points !== 0);
      expect(cost).toEqual(wanted);
    }
  });

  it.each([1, 2, 3, 4, 5, 6])('finds the cheapest of all places, seed %i', (seed) => {
    const given = generate({ requests: 5, specialists: 2, days: 7, seed: 40 + seed, full: true });
    const visits = solve(given, { seed, stop: iterations(5) }).assignments;
    const score = scoreOf(given, visits);
    for (const visit of visits.slice(0, 2)) {
      const rest = visits.filter((one) => one !== visit);
      const places = everyPlace(given, visits, visit).map((place) => ({
        place,
        would: scoreOf(given, [...rest, place]),
      }));
      const found = explainAssignment(given, visits, visit, { alternatives: 100 });
      expect(found?.isBestPlace).toBe(places.every(({ would }) => compareScores(would, score) >= 0));
      const bySpecialist = new Map<string, Score>();
      for (const { place, would } of places) {
        const { specialistId } = place;
        const best = bySpecialist.get(specialistId);
        if (!best || compareScores(would, best) < 0) bySpecialist.set(specialistId, would);
      }
      bySpecialist.delete(visit.specialistId);
      const others = found?.alternatives.filter((one) => one.visit.specialistId !== visit.specialistId) ?? [];
      expect(new Map(others.map((one) => [one.visit.specialistId, one.difference]))).toEqual(
        new Map([...bySpecialist].map(([id, would]) => [id, differenceOf(would, score)])),
      );
      const days = new Set(
        places
          .map(({ place }) => place)
          .filter(
            ({ specialistId, start }) =>
              specialistId === visit.specialistId && dayOf(start) !== dayOf(visit.start),
          )
          .map(({ start }) => dayOf(start)),
      );
      const own = found?.alternatives.filter((one) => one.visit.specialistId === visit.specialistId) ?? [];
      const told = new Set(own.map((one) => dayOf(one.visit.start)));
      told.delete(dayOf(visit.start));
      expect(told).toEqual(days);
    }
  });

  it('says nothing of what is fixed, even if the plan names it once more', () => {
    const given = generate({ requests: 6, specialists: 2, days: 14, seed: 3 });
    const { assignments } = solve(given, { seed: 1, stop: iterations(20) });
    const [held, other] = assignments;
    if (!held || !other) throw new Error('two visits are expected');
    const town = given.requests.find(({ id }) => id === held.requestId)?.town ?? null;
    const pinned = {
      ...given,
      requests: given.requests.map((one) =>
        one.id === held.requestId ? { ...one, visits: one.visits - 1 } : one,
      ),
      fixed: [...given.fixed, { ...held, id: 'held', place: held.mode === 'ON_SITE' ? town : null }],
    };
    expect(explainAssignment(pinned, assignments, held)).toBeNull();
    expect(explainAssignment(pinned, assignments, other)).toEqual(
      explainAssignment(
        pinned,
        assignments.filter((one) => one !== held),
        other,
      ),
    );
  });

  it('says nothing of what is not in the plan', () => {
    const given = generate({ requests: 3, specialists: 2, days: 7, seed: 1 });
    expect(explainAssignment(given, [], { requestId: 'request-1', visitNo: 1 })).toBeNull();
  });
});
