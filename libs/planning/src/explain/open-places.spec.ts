import { describe, expect, it } from '@jest/globals';
import { generate } from '../../bench/generate.js';
import { check } from '../check.js';
import type { Assignment } from '../plan.js';
import { dayOf, modesWished, MINUTES_PER_DAY, type Problem } from '../problem.js';
import { solve } from '../solve.js';
import { iterations } from '../stop.js';
import { openPlaces } from './open-places.js';

const drawn = (seed: number): Problem => generate({ requests: 6, specialists: 2, days: 14, seed });

const hardOf = (problem: Problem, plan: readonly Assignment[]): number =>
  check(problem, plan).filter(({ level }) => level === 'hard').length;

const halfOf = (start: number): string => `${dayOf(start)} ${start % MINUTES_PER_DAY < MINUTES_PER_DAY / 2}`;

describe('open places', () => {
  it.each([901, 902, 903])('are exactly the half-days that no hard rule forbids, seed %d', (seed) => {
    const problem = drawn(seed);
    const plan = solve(problem, { seed, stop: iterations(60) }).assignments;
    for (const visit of plan.slice(0, 3)) {
      const others = plan.filter((one) => one !== visit);
      const request = problem.requests.find(({ id }) => id === visit.requestId);
      if (!request || !modesWished(request).includes(visit.mode)) throw new Error('its request is expected');
      const { requestId, visitNo, specialistId, mode } = visit;
      const places = openPlaces(problem, plan, { requestId, visitNo, specialistId, mode });
      for (const { visit: place } of places) {
        expect(place).toMatchObject({ requestId, visitNo, specialistId, mode });
        expect(hardOf(problem, [...others, place])).toBe(0);
      }
      const found = new Set(places.map(({ visit: place }) => halfOf(place.start)));
      const possible = new Set<string>();
      for (let start = 0; start < problem.days * MINUTES_PER_DAY; start += problem.slotStep) {
        const place = { ...visit, start, end: start + request.minutes, travelBefore: 0, travelAfter: 0 };
        if (hardOf(problem, [...others, place]) === 0) possible.add(halfOf(start));
      }
      possible.delete(halfOf(visit.start));
      expect([...found].sort()).toEqual([...possible].sort());
    }
  });

  it('lie inside what is asked for, also for a visit without a place', () => {
    const problem = drawn(904);
    const plan = solve(problem, { seed: 4, stop: iterations(60) }).assignments;
    const [visit] = plan;
    if (!visit) throw new Error('a visit is expected');
    const { requestId, visitNo, specialistId } = visit;
    const others = plan.filter((one) => one !== visit);
    const all = openPlaces(problem, others, { requestId, visitNo, specialistId });
    // Where it lay is open again.
    expect(all.map(({ visit: place }) => halfOf(place.start))).toContain(halfOf(visit.start));
    const [one] = all;
    const within = { start: one?.visit.start ?? 0, end: one?.visit.end ?? 0 };
    const inside = openPlaces(problem, others, { requestId, visitNo, specialistId, within });
    expect(inside.map(({ visit: { start, end } }) => ({ start, end }))).toEqual([within]);
    expect(openPlaces(problem, plan, { requestId: 'x', visitNo, specialistId })).toEqual([]);
    expect(openPlaces(problem, plan, { requestId, visitNo, specialistId: 'x' })).toEqual([]);
  });
});
