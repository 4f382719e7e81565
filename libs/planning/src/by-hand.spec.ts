import { describe, expect, it } from '@jest/globals';
import { generate } from '../bench/generate.js';
import { check } from './check.js';
import { emptyPlan } from './empty-plan.js';
import { explainLeftOut } from './explain/explain-left-out.js';
import { placesToOffer } from './explain/places-to-offer.js';
import { longestWait } from './longest-wait.js';
import { opened } from './opened.js';
import { numbersToPlace, type Problem } from './problem.js';
import { scoreOf } from './score.js';
import { solve } from './solve.js';
import { iterations } from './stop.js';

const drawn = (seed: number): Problem => generate({ requests: 6, specialists: 2, days: 14, seed });

describe('a plan by hand', () => {
  it('begins with nothing, and tells of everything why or that it has a place', () => {
    const problem = drawn(31);
    const { assignments, unplaced, score } = emptyPlan(problem);
    expect(assignments).toEqual([]);
    expect(unplaced).toHaveLength(
      problem.requests.reduce((sum, request) => sum + numbersToPlace(problem, request).length, 0),
    );
    expect(score).toEqual(scoreOf(problem, []));
    for (const { requestId, visitNo, reasons } of unplaced)
      expect(placesToOffer(problem, [], { requestId, visitNo }, 1)).toHaveLength(
        reasons.length === 0 ? 1 : 0,
      );
    expect(() => emptyPlan({ ...problem, days: 0 })).toThrow('not sound');
  });

  it('takes a visit out and finds its place again among those that are open', () => {
    const problem = drawn(32);
    const plan = solve(problem, { seed: 2, stop: iterations(60) }).assignments;
    const [first] = plan;
    if (!first) throw new Error('a visit is expected');
    const rest = plan.slice(1);
    const left = explainLeftOut(problem, rest);
    expect(left).toContainEqual({ requestId: first.requestId, visitNo: first.visitNo, reasons: [] });
    const places = placesToOffer(problem, rest, first, 60);
    const hard = (visits: typeof plan): number =>
      check(problem, visits).filter(({ level }) => level === 'hard').length;
    for (const { visit } of places) expect(hard([...rest, visit])).toBe(hard(rest));
    // While it lies in the plan, its own place is not among those that it could have instead.
    const others = placesToOffer(problem, plan, first, 60);
    expect(others.map(({ visit }) => `${visit.specialistId} ${visit.start} ${visit.mode}`)).not.toContain(
      `${first.specialistId} ${first.start} ${first.mode}`,
    );
    expect(longestWait(problem, plan)).toBeGreaterThanOrEqual(longestWait(problem, rest));
  });

  it('is freer than the planner was: what it held fixed is let go, and further numbers are placed', () => {
    const problem = drawn(33);
    const [request] = problem.requests;
    if (!request) throw new Error('a request is expected');
    const numbers = numbersToPlace(problem, request);
    const [no = 1] = numbers;
    const held = {
      id: 'held',
      requestId: request.id,
      visitNo: no,
      specialistId: problem.specialists[0]?.id ?? '',
      place: null,
      mode: 'ONLINE' as const,
      start: 600,
      end: 660,
    };
    const tight: Problem = {
      ...problem,
      fixed: [...problem.fixed, held],
      requests: problem.requests.map((one) => (one === request ? { ...one, visits: one.visits - 1 } : one)),
    };
    expect(opened(tight, { letGo: new Set(), numbers: [] })).toBe(tight);
    expect(opened(tight, { letGo: new Set(['held']), numbers: [] })).toEqual(problem);
    const more = { requestId: request.id, visitNo: (numbers.at(-1) ?? 0) + 1 };
    const wider = opened(problem, { letGo: new Set(), numbers: [more] });
    const now = wider.requests.find(({ id }) => id === request.id) ?? request;
    expect(numbersToPlace(wider, now)).toContain(more.visitNo);
  });
});
