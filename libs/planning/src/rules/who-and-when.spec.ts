import { describe, expect, it } from '@jest/globals';
import {
  at,
  fixedVisit,
  officeDays,
  problem,
  request,
  ruleIds,
  specialist,
  visit,
} from '../../testing/given.js';
import { check } from '../check.js';
import type { Assignment } from '../plan.js';
import type { PlanningSpecialist, Problem } from '../problem.js';

function broken(given: Problem, ...visits: readonly Assignment[]): string[] {
  return ruleIds(check(given, visits));
}

function withSpecialist(given: Partial<PlanningSpecialist>, more: Partial<Problem> = {}): Problem {
  return problem({ specialists: [specialist(given)], ...more });
}

describe('conflict-of-interest', () => {
  const given = withSpecialist(
    { employers: ['acme', 'blue'] },
    { requests: [request({ vendors: ['blue'] }), request({ id: 'other', vendors: ['cyan'] })] },
  );

  it('fires if an employer is a vendor of the request', () => {
    expect(broken(given, visit())).toEqual(['conflict-of-interest']);
    expect(check(given, [visit()])[0]?.facts).toMatchObject({ vendorId: 'blue' });
  });

  it('does not fire for another firm, nor if there is none', () => {
    expect(broken(given, visit({ requestId: 'other' }))).toEqual([]);
    expect(broken(withSpecialist({ employers: ['acme'] }), visit())).toEqual([]);
  });
});

describe('within-term', () => {
  const given = withSpecialist({ term: { firstDay: 1, lastDay: 2 } });

  it('fires on the day before and the day after', () => {
    expect(broken(given, visit({ start: at(0, 10) }))).toEqual(['within-term']);
    expect(broken(given, visit({ start: at(3, 10) }))).toEqual(['within-term']);
  });

  it('does not fire on the first and last day, nor without a term', () => {
    expect(broken(given, visit({ start: at(1, 10) }))).toEqual([]);
    expect(broken(given, visit({ start: at(2, 10) }))).toEqual([]);
    expect(broken(withSpecialist({ term: null }), visit())).toEqual([]);
  });
});

describe('training-gate', () => {
  it('fires before the gate opens, for its town or for any, online too', () => {
    const gated = (town: string | null, fromDay: number | null): Problem =>
      withSpecialist({ gates: [{ town, fromDay }] }, { requests: [request({ mode: 'EITHER' })] });
    expect(broken(gated('near', 2), visit({ start: at(1, 10) }))).toEqual(['training-gate']);
    expect(broken(gated(null, 2), visit({ mode: 'ONLINE' }))).toEqual(['training-gate']);
    expect(broken(gated('near', null), visit({ start: at(4, 10) }))).toEqual(['training-gate']);
    expect(broken(gated('near', 2), visit({ start: at(2, 10) }))).toEqual([]);
    expect(broken(gated('far', null), visit())).toEqual([]);
  });

  it('waits for the last of several gates', () => {
    const given = withSpecialist({
      gates: [
        { town: null, fromDay: 1 },
        { town: 'near', fromDay: 3 },
      ],
    });
    expect(broken(given, visit({ start: at(2, 10) }))).toEqual(['training-gate']);
    expect(broken(given, visit({ start: at(3, 10) }))).toEqual([]);
  });
});

describe('not-blocked', () => {
  const given = withSpecialist({ blocked: [{ start: at(0, 11), end: at(0, 14), kind: 'TRAINING' }] });

  it('fires where the visit overlaps, and says why', () => {
    const found = check(given, [visit()]);
    expect(ruleIds(found)).toEqual(['not-blocked']);
    expect(found[0]?.facts).toMatchObject({ kind: 'TRAINING', blockStart: at(0, 11) });
  });

  it('does not fire beside it, and the way may run over it', () => {
    const home = visit({ start: at(0, 14) });
    expect(broken(given, home)).toEqual([]);
    const early = problem({ ...given, requests: [request({ minutes: 60 })] });
    expect(broken(early, visit({ start: at(0, 10), end: at(0, 11) }))).toEqual([]);
  });

  it('shortens the working day if it lies at its edge', () => {
    const morning = withSpecialist({ blocked: [{ start: at(0, 9), end: at(0, 10), kind: 'DAY_OFF' }] });
    expect(broken(morning, visit())).toEqual(['home-within-day']);
  });
});

describe('weekly-cap', () => {
  const twice = [request({ visits: 3 })];
  const days = (...on: readonly number[]): Assignment[] =>
    on.map((day, i) => visit({ visitNo: i + 1, start: at(day, 10) }));

  it('fires for every planned day of a week above the cap', () => {
    const given = withSpecialist({ weeklyCap: 1 }, { requests: twice });
    const found = check(given, days(0, 1)).filter(({ ruleId }) => ruleId === 'weekly-cap');
    expect(found.map(({ facts }) => facts['days'])).toEqual([2, 2]);
  });

  it('counts weeks as the problem does, and fixed days too', () => {
    const weekOfDay = [0, 0, 1, 1, 1, 1, 1];
    const given = withSpecialist({ weeklyCap: 1 }, { requests: twice, weekOfDay });
    expect(broken(given, ...days(0, 2))).toEqual([]);
    const fixed = [fixedVisit({ start: at(1, 9) })];
    expect(broken({ ...given, fixed }, ...days(0))).toEqual(['weekly-cap']);
  });

  it('does not fire for a visit on a day that is taken anyway, even above the cap', () => {
    const fixed = [0, 1].map((day) => fixedVisit({ id: `${day}`, start: at(day, 13) }));
    const given = withSpecialist({ weeklyCap: 1 }, { requests: twice, fixed });
    expect(broken(given, ...days(0))).toEqual([]);
  });
});

describe('monthly-cap', () => {
  const given = withSpecialist(
    { monthlyCap: 3, usedDaysByMonth: [1, 0] },
    { requests: [request({ visits: 3 })], monthOfDay: [0, 0, 0, 1, 1, 1, 1] },
  );
  const days = (...on: readonly number[]): Assignment[] =>
    on.map((day, i) => visit({ visitNo: i + 1, start: at(day, 10) }));

  it('fires above the cap, days outside the plan included', () => {
    expect(broken(given, ...days(0, 1, 2))).toEqual(['monthly-cap']);
  });

  it('does not fire up to the cap, nor in the next month', () => {
    expect(broken(given, ...days(0, 1, 3))).toEqual([]);
  });
});

describe('a town with hours of its own', () => {
  const always = specialist({ available: [0, 1].map((day) => ({ start: at(day, 7), end: at(day, 22) })) });
  const given = problem({
    specialists: [always],
    towns: { near: { closedDays: [1], officeHours: [{ start: 1080, end: 1200 }] } },
    requests: [request(), request({ id: 'other', town: 'far' })],
  });

  it('is closed when it says so, and open when the others are not', () => {
    expect(broken(given, visit())).toEqual(['town-office-open']);
    expect(broken(given, visit({ start: at(1, 18) }))).toEqual(['town-office-open']);
    expect(broken(given, visit({ start: at(0, 18) }))).toEqual([]);
    expect(broken(given, visit({ requestId: 'other' }))).toEqual([]);
  });
});

describe('max-gap', () => {
  const given = problem({ requests: [request({ visits: 3, maxGapDays: 1 })] });

  it('fires between one visit and the next, fixed ones included', () => {
    const found = check(given, [visit(), visit({ visitNo: 2, start: at(2, 10) })]);
    expect(ruleIds(found)).toEqual(['max-gap']);
    expect(found[0]?.facts).toMatchObject({ maxGapDays: 1, gapDays: 2, otherVisitNo: 2 });
    const fixed = [fixedVisit({ requestId: 'desk', visitNo: 1, start: at(-1, 9) })];
    expect(broken({ ...given, fixed }, visit({ visitNo: 2, start: at(1, 10) }))).toEqual(['max-gap']);
  });

  it('does not fire from the first to the third, nor where the one between has no place', () => {
    const near = [0, 1, 2].map((day) => visit({ visitNo: day + 1, start: at(day, 10) }));
    expect(broken(given, ...near)).toEqual([]);
    expect(broken(given, visit(), visit({ visitNo: 3, start: at(4, 10) }))).toEqual([]);
  });
});

describe('frozen-days', () => {
  const given = problem({
    frozenUntil: at(2, 0),
    requests: [request(), request({ id: 'flood', emergency: true })],
    specialists: [specialist({ available: officeDays(0, 1, 2) })],
  });

  it('fires before that minute', () => {
    expect(broken(given, visit())).toEqual(['frozen-days']);
  });

  it('does not fire from then on, nor for an emergency', () => {
    expect(broken(given, visit({ start: at(2, 10) }))).toEqual([]);
    expect(broken(given, visit({ requestId: 'flood' }))).toEqual([]);
  });

  it('leaves standing visits of these days where they are', () => {
    const standing = [
      {
        requestId: 'desk',
        visitNo: 1,
        specialistId: 'sato',
        mode: 'ON_SITE' as const,
        start: at(0, 10),
        end: at(0, 12),
      },
    ];
    expect(broken({ ...given, standing }, visit({ start: at(2, 10) }))).toEqual(['fixed-untouched']);
    expect(broken({ ...given, standing }, visit({ requestId: 'flood', start: at(0, 10) }))).toContain(
      'no-overlap',
    );
  });
});
