import { describe, expect, it } from '@jest/globals';
import {
  at,
  fixedVisit,
  officeDays,
  problem,
  request,
  ruleIds,
  specialist,
  standingVisit,
  visit,
} from '../../testing/given.js';
import { check } from '../check.js';
import type { Assignment } from '../plan.js';
import { PlanView } from '../plan-view.js';
import { nightsOf, type PlanningSpecialist, type Problem } from '../problem.js';
import { scoreOf } from '../score.js';
import { solve } from '../solve.js';
import { iterations } from '../stop.js';
import { withTravel } from '../travel.js';

/** The island is 200 minutes away (buffered 220): half a day. */
function far(given: Partial<PlanningSpecialist> = {}, more: Partial<Problem> = {}): Problem {
  return problem({
    travel: [
      [0, 30, 60, 200],
      [30, 0, 80, 200],
      [60, 80, 0, 200],
      [200, 200, 200, 0],
    ],
    specialists: [specialist({ nights: 2, ...given })],
    requests: [request({ town: 'island', visits: 4 })],
    ...more,
  });
}

function broken(given: Problem, ...visits: readonly Assignment[]): string[] {
  return ruleIds(check(given, visits));
}

/** Late on the first day and early on the second: only with a night between. */
const late = visit({ start: at(0, 15), nightAfter: true });
const early = visit({ visitNo: 2, start: at(1, 9) });

describe('a night away', () => {
  it('lets the next day begin where the night was', () => {
    expect(broken(far(), visit({ start: at(0, 15) }))).toEqual(['home-within-day']);
    expect(broken(far(), early)).toContain('home-within-day');
    expect(broken(far(), late, early)).toEqual([]);
    expect(broken(far(), visit({ start: at(0, 15) }), { ...early, nightBefore: true })).toEqual([]);
  });

  it('leaves a day with nothing but travel, and that must fit too', () => {
    expect(broken(far(), late)).toEqual([]);
    expect(broken(far({ available: [...officeDays(0), { start: at(1, 9), end: at(1, 12) }] }), late)).toEqual(
      ['home-within-day'],
    );
    expect(broken(far(), { ...early, nightBefore: true })).toEqual([]);
  });

  it('needs the way between that day and a fixed visit', () => {
    const fixed = [fixedVisit({ start: at(1, 11), place: 'near', mode: 'ON_SITE' })];
    expect(broken(far({}, { fixed }), late)).toEqual(['home-within-day']);
    const later = [fixedVisit({ start: at(1, 13), place: 'near', mode: 'ON_SITE' })];
    expect(broken(far({}, { fixed: later }), late)).toEqual([]);
    const call = [fixedVisit({ start: at(1, 11), end: at(1, 15) })];
    expect(broken(far({}, { fixed: call }), late)).toEqual(['home-within-day']);
  });

  it('is not possible where the way home is unknown', () => {
    const given = far();
    const travel = given.travel.map((row, from) =>
      row.map((minutes, to) => (from === 3 && to === 0 ? null : minutes)),
    );
    expect(broken({ ...given, travel }, late)).toEqual(['travel-unknown']);
  });

  it('counts travel, busy days and travel of each visit', () => {
    const view = new PlanView(far(), [late]);
    expect(view.busyDays('sato')).toEqual([0, 1]);
    expect(view.dayEnd('sato', 0)).toBe('island');
    expect(view.dayStart('sato', 1)).toBe('island');
    expect(view.dayEnd('sato', 1)).toBe('hub');
    expect(scoreOf(far(), [late]).parts['travel-minutes']).toBe(440);
    expect(withTravel(far(), [late, early])).toMatchObject([
      { travelBefore: 220, travelAfter: 0 },
      { travelBefore: 0, travelAfter: 220 },
    ]);
  });

  it('makes its other day count for the caps', () => {
    expect(broken(far({ weeklyCap: 1 }), late)).toEqual(['weekly-cap']);
    expect(broken(far({ monthlyCap: 1 }), late)).toEqual(['monthly-cap']);
    expect(broken(far({ weeklyCap: 2 }), late)).toEqual([]);
    const fixed = [fixedVisit({ start: at(1, 14) })];
    expect(broken(far({ weeklyCap: 1 }, { fixed }), visit({ start: at(0, 13) }))).toContain('weekly-cap');
  });

  it('is judged for a visit that is only tried out', () => {
    const view = new PlanView(far(), [early]);
    expect(view.nightPlace('sato', 0)).toBe(null);
    expect(view.nightPlace('sato', 0, late)).toBe('island');
    expect(view.dayStart('sato', 1, late)).toBe('island');
  });
});

describe('a night of a visit that never moves', () => {
  /** Agreed for the afternoon of the first day, and the specialist stays. */
  const agreed = fixedVisit({
    start: at(0, 15),
    requestId: 'desk',
    visitNo: 1,
    place: 'island',
    mode: 'ON_SITE',
    nightAfter: true,
  });
  const fixed = [agreed];

  it('lets the next day begin there, be it fixed or standing in the frozen days', () => {
    const { nightAfter: _, ...dayTrip } = agreed;
    expect(broken(far({}, { fixed: [dayTrip] }), early)).toContain('home-within-day');
    expect(broken(far({}, { fixed }), early)).toEqual([]);
    const standing = [standingVisit({ start: at(0, 15), nightAfter: true })];
    expect(broken(far({}, { standing, frozenUntil: at(1, 0) }), early)).toEqual([]);
  });

  it('counts as a night, as busy days and as travel, and opens no day for the caps', () => {
    const given = far({ weeklyCap: 1 }, { fixed });
    const view = new PlanView(given, []);
    expect(view.nightsAway('sato')).toEqual([0]);
    expect(view.busyDays('sato')).toEqual([0, 1]);
    expect(scoreOf(given, []).parts['travel-minutes']).toBe(440);
    expect(broken(given, early)).toEqual([]);
  });

  it('takes part in runs of nights and in the question of two places', () => {
    const next = { ...early, nightAfter: true };
    expect(broken(far({ nights: 1 }, { fixed }), next)).toEqual(['overnight']);
    expect(broken(far({ nights: 2 }, { fixed }), next)).toEqual([]);
    const two = far(
      {},
      { fixed, requests: [request({ town: 'island' }), request({ id: 'other', town: 'far', minutes: 60 })] },
    );
    const other = visit({ requestId: 'other', start: at(1, 14), end: at(1, 15), nightBefore: true });
    expect(check(two, [other]).map(({ facts }) => facts['part'])).toContain('two-places');
  });

  it('reaches into the horizon from the evening before', () => {
    const before = { ...agreed, start: at(-1, 15), end: at(-1, 17) };
    const visitAtNine = visit({ visitNo: 2, start: at(0, 9) });
    expect(broken(far({}, { fixed: [before] }), visitAtNine)).toEqual([]);
    expect(broken(far(), visitAtNine)).toContain('home-within-day');
  });
});

describe('a plan that is made again', () => {
  const nights = (given: Problem): unknown =>
    solve(given, { seed: 1, stop: iterations(50) }).assignments.map(
      ({ visitNo, start, nightBefore, nightAfter }) => ({ visitNo, start, nightBefore, nightAfter }),
    );
  const standing = [
    standingVisit({ start: at(0, 15), nightAfter: true }),
    standingVisit({ visitNo: 2, start: at(1, 9) }),
  ];
  const given = far({}, { requests: [request({ town: 'island', visits: 2, minGapDays: 1 })] });

  it('keeps the nights of visits that stand', () => {
    const again = { ...given, standing };
    expect(nights(again)).toEqual([
      { visitNo: 1, start: at(0, 15), nightAfter: true },
      { visitNo: 2, start: at(1, 9) },
    ]);
    expect(solve(again, { seed: 1, stop: iterations(50) }).score.parts['disturbance']).toBe(0);
  });

  it('places around those of the frozen days', () => {
    const frozen = { ...given, standing, frozenUntil: at(1, 0) };
    expect(nights(frozen)).toEqual([{ visitNo: 2, start: at(1, 9) }]);
  });

  it('moves a visit whose night its specialist no longer accepts, and tells', () => {
    const home = { ...given, standing, specialists: [specialist({ nights: 0 })] };
    const plan = solve(home, { seed: 1, stop: iterations(50) });
    expect(plan.assignments.every((one) => nightsOf(one).length === 0)).toBe(true);
    expect(plan.score.parts['disturbance']).toBeGreaterThan(0);
  });
});

describe('overnight', () => {
  it('fires for a specialist who goes home every evening', () => {
    expect(broken(far({ nights: 0 }), late)).toEqual(['overnight']);
    const { nights: _, ...plain } = specialist();
    expect(broken({ ...far(), specialists: [plain] }, late)).toEqual(['overnight']);
  });

  it('fires for more nights in a row than accepted, and not for as many', () => {
    const stay = [
      late,
      visit({ visitNo: 2, start: at(1, 10), nightAfter: true }),
      visit({ visitNo: 3, start: at(2, 10), nightAfter: true }),
    ];
    expect(broken(far(), ...stay)).toEqual(['overnight']);
    expect(broken(far({ nights: 3 }), ...stay)).toEqual([]);
    const apart = [late, visit({ visitNo: 2, start: at(2, 15), nightAfter: true })];
    expect(broken(far({ nights: 1 }), ...apart)).toEqual([]);
  });

  it('fires online, in two towns at once, and off duty', () => {
    const online = far({}, { requests: [request({ town: 'island', mode: 'ONLINE' })] });
    expect(broken(online, visit({ mode: 'ONLINE', nightAfter: true }))).toEqual(['overnight']);
    const two = far(
      {},
      { requests: [request({ town: 'island' }), request({ id: 'other', town: 'far', minutes: 60 })] },
    );
    const other = visit({ requestId: 'other', start: at(1, 14), end: at(1, 15), nightBefore: true });
    const found = check(two, [late, other]).filter(({ ruleId }) => ruleId === 'overnight');
    expect(found.map(({ facts }) => facts['part'])).toEqual(['two-places', 'two-places']);
    expect(broken(far({ available: officeDays(0, 2) }), late)).toContain('overnight');
    expect(
      broken(
        far({ available: officeDays(0, 1, 2, 3, 4, 6) }, { closedDays: [] }),
        visit({ start: at(6, 15), nightAfter: true }),
      ),
    ).toContain('overnight');
    expect(broken(far(), visit({ start: at(0, 9), nightBefore: true }))).toContain('overnight');
  });
});
