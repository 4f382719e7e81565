import { describe, expect, it } from '@jest/globals';
import { generate } from '../../bench/generate.js';
import { check } from '../check.js';
import { dayOf, MINUTES_PER_DAY } from '../problem.js';
import { scoreOf } from '../score.js';
import { solve } from '../solve.js';
import { iterations } from '../stop.js';
import { withTravel } from '../travel.js';
import { placesToOffer } from './places-to-offer.js';

describe('placesToOffer', () => {
  const seeds = Array.from({ length: 8 }, (_, seed) => seed);

  it.each(seeds)('offers what the rules allow, each at the price of the score, seed %i', (seed) => {
    const given = generate({ requests: 5 + seed, specialists: 2 + (seed % 3), days: 14, seed, full: true });
    const all = solve(given, { seed, stop: iterations(40) }).assignments;
    const [taken] = all;
    if (!taken) return;
    const plan = all.filter(({ requestId }) => requestId !== taken.requestId);
    const before = scoreOf(given, plan);
    const hard = (visits: typeof all): number =>
      check(given, visits).filter(({ level }) => level === 'hard').length;
    const places = placesToOffer(given, plan, { requestId: taken.requestId }, 12);
    const seen = new Set<string>();
    for (const { visit, difference } of places) {
      expect(visit.requestId).toBe(taken.requestId);
      expect(hard([...plan, visit])).toBeLessThanOrEqual(hard(plan));
      const after = scoreOf(given, [...plan, visit]);
      expect(difference).toEqual(after.tiers.map((points, tier) => points - (before.tiers[tier] ?? 0)));
      expect(withTravel(given, [...plan, visit]).at(-1)).toEqual(visit);
      const isMorning = visit.start % MINUTES_PER_DAY < MINUTES_PER_DAY / 2;
      seen.add(`${visit.specialistId} ${dayOf(visit.start)} ${isMorning}`);
    }
    expect(seen.size).toBe(places.length);
    expect(places.length).toBeGreaterThan(0);
  });

  it('offers nothing of a request that is placed, or not there', () => {
    const given = generate({ requests: 4, specialists: 3, days: 14, seed: 1 });
    const [request] = given.requests;
    const plan = solve(given, { seed: 1, stop: iterations(40) }).assignments;
    const isPlaced = plan.filter(({ requestId }) => requestId === request?.id).length === request?.visits;
    if (isPlaced) expect(placesToOffer(given, plan, { requestId: request?.id ?? '' }, 5)).toEqual([]);
    expect(placesToOffer(given, plan, { requestId: 'nobody' }, 5)).toEqual([]);
  });
});
