import { describe, expect, it } from '@jest/globals';
import { onceIn, pick } from '../../bench/draw.js';
import { generate } from '../../bench/generate.js';
import type { Assignment, Score } from '../plan.js';
import { PlanView } from '../plan-view.js';
import { modesWished, type Problem } from '../problem.js';
import { seededRandom, type Random } from '../random.js';
import { SOFT_RULES } from '../rules/index.js';
import { scoreOf } from '../score.js';
import { solve } from '../solve.js';
import { iterations } from '../stop.js';
import { Pricing } from './pricing.js';
import { everyDay, everyStart, trialVisit } from './slots.js';

const drawn = (seed: number): Problem =>
  generate({
    requests: 6 + (seed % 12),
    specialists: 2 + (seed % 4),
    days: 28,
    seed: 300 + seed,
    full: true,
  });

/** Any place at all: prices do not ask whether the rules allow it. */
function anyPlace(given: Problem, visit: Assignment, random: Random): Assignment {
  const request = given.requests.find(({ id }) => id === visit.requestId);
  if (!request) throw new Error('a request is expected');
  const view = new PlanView(given, []);
  const mode = pick(modesWished(request), random);
  const nights = mode === 'ON_SITE' && onceIn(2, random);
  const way = {
    mode,
    ...(visit.companionId !== undefined && { companionId: visit.companionId }),
    ...(nights && onceIn(2, random) && { nightBefore: true }),
    ...(nights && onceIn(2, random) && { nightAfter: true }),
  };
  const start = pick(everyStart(view, request, everyDay(view)), random);
  return trialVisit(request, visit.visitNo, pick(given.specialists, random).id, way, start);
}

const partsBetween = (a: Score, b: Score) =>
  Object.keys(a.parts)
    .map((ruleId) => ({ ruleId, points: (a.parts[ruleId] ?? 0) - (b.parts[ruleId] ?? 0) }))
    .filter(({ points }) => points !== 0);

describe('pricing one visit elsewhere', () => {
  const seen = new Set<string>();

  it.each(Array.from({ length: 40 }, (_, seed) => seed))('is what the score says, seed %i', (seed) => {
    const given = drawn(seed);
    const random = seededRandom(seed);
    const plan = solve(given, { seed, stop: iterations(20) }).assignments;
    for (const visit of plan.slice(0, 4)) {
      const request = given.requests.find(({ id }) => id === visit.requestId);
      if (!request) throw new Error('a request is expected');
      const rest = plan.filter((one) => one !== visit);
      const score = scoreOf(given, plan);
      const here = new Pricing(new PlanView(given, plan), request, visit, visit);
      const nowhere = new Pricing(new PlanView(given, rest), request, visit, null);
      const without = scoreOf(given, rest);
      expect(here.difference(null)).toEqual(partsBetween(without, score));
      for (let i = 0; i < 25; i += 1) {
        const place = anyPlace(given, visit, random);
        const would = scoreOf(given, [...rest, place]);
        const parts = partsBetween(would, score);
        for (const { ruleId } of parts) seen.add(ruleId);
        expect({ seed, place, parts: here.difference(place) }).toEqual({ seed, place, parts });
        expect(here.tiers(parts)).toEqual(
          would.tiers.map((points, tier) => points - (score.tiers[tier] ?? 0)),
        );
        expect(nowhere.difference(place)).toEqual(partsBetween(would, without));
        for (const { ruleId, points, facts } of here.dearer(place)) {
          expect(points).toBeGreaterThan(0);
          expect(Object.keys(facts).length).toBeGreaterThan(0);
          expect(parts.find((part) => part.ruleId === ruleId)?.points).toBeGreaterThan(0);
        }
      }
    }
  });

  it('has tried every soft rule', () => {
    // Whether a visit has a place at all is told by the differences to nowhere.
    const missing = SOFT_RULES.map(({ id }) => id as string).filter((id) => !seen.has(id));
    expect(missing).toEqual(['visit-left-out', 'town-left-out']);
  });
});
