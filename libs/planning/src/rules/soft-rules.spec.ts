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
import type { Problem } from '../problem.js';
import { scoreOf } from '../score.js';

function cost(given: Problem, ruleId: string, ...visits: readonly Assignment[]): number {
  return scoreOf(given, visits).parts[ruleId] ?? -1;
}

function warned(given: Problem, ...visits: readonly Assignment[]): string[] {
  return ruleIds(check(given, visits), 'soft');
}

describe('visit-left-out', () => {
  it('weighs by priority and falls silent once placed', () => {
    expect(cost(problem({ requests: [request({ priority: 4 })] }), 'visit-left-out')).toBe(80);
    expect(cost(problem(), 'visit-left-out')).toBe(20);
    expect(cost(problem(), 'visit-left-out', visit())).toBe(0);
  });
});

describe('town-left-out', () => {
  it('fires for a town with nothing', () => {
    expect(cost(problem(), 'town-left-out')).toBe(4);
    expect(warned(problem())).toEqual(['town-left-out']);
  });

  it('does not fire once a visit or a fixed visit is there', () => {
    expect(cost(problem(), 'town-left-out', visit())).toBe(0);
    const fixed = [fixedVisit({ place: 'near', mode: 'ON_SITE' })];
    expect(cost(problem({ fixed }), 'town-left-out')).toBe(0);
  });
});

describe('long-wait', () => {
  const weeks = problem({
    days: 21,
    monthOfDay: Array.from({ length: 21 }, () => 0),
    closedDays: [],
    specialists: [specialist({ available: officeDays(0, 6, 7, 14) })],
  });

  it('counts full weeks, each dearer than the one before, times urgency', () => {
    expect(cost(weeks, 'long-wait', visit({ start: at(7, 10) }))).toBe(8);
    const filed = { ...weeks, requests: [request({ waitingDays: 30, priority: 4 })] };
    expect(cost(filed, 'long-wait', visit({ start: at(14, 10) }))).toBe((32 + 2) * 3);
  });

  it('does not fire inside the first week, nor for a visit that is due later', () => {
    expect(cost(weeks, 'long-wait', visit({ start: at(6, 10) }))).toBe(0);
    const wished = [{ start: at(14, 9), end: at(14, 12) }];
    const later = { ...weeks, requests: [request({ wished })] };
    expect(cost(later, 'long-wait', visit({ start: at(14, 10) }))).toBe(0);
  });
});

describe('earliness', () => {
  it('adds the priority weight per day after the due day', () => {
    expect(cost(problem(), 'earliness', visit())).toBe(0);
    expect(cost(problem(), 'earliness', visit({ start: at(3, 10) }))).toBe(6);
  });
});

describe('skill-shortfall', () => {
  const needing = (level: number): Problem =>
    problem({ requests: [request({ needs: [{ skillId: 'bpr', level, essential: false }] })] });

  it('fires per missing level', () => {
    expect(cost(needing(4), 'skill-shortfall', visit())).toBe(30);
    expect(warned(needing(4), visit())).toEqual(['skill-shortfall']);
  });

  it('does not fire at the level', () => {
    expect(cost(needing(3), 'skill-shortfall', visit())).toBe(0);
  });
});

describe('wished-half-day', () => {
  const given = problem({ requests: [request({ wished: [{ start: at(1, 9), end: at(1, 12) }] })] });

  it('fires outside and does not fire inside', () => {
    expect(cost(given, 'wished-half-day', visit())).toBe(60);
    expect(cost(given, 'wished-half-day', visit({ start: at(1, 10) }))).toBe(0);
  });
});

describe('continuity', () => {
  const given = problem({
    specialists: [specialist(), specialist({ id: 'mori' })],
    requests: [request({ visits: 2 })],
  });
  const second = visit({ visitNo: 2, start: at(1, 10) });

  it('fires for a second specialist, and for anyone but the earlier one', () => {
    expect(cost(given, 'continuity', visit(), { ...second, specialistId: 'mori' })).toBe(60);
    const known = { ...given, requests: [request({ visits: 2, previousSpecialistId: 'mori' })] };
    expect(cost(known, 'continuity', visit(), second)).toBe(60);
    const fixed = [fixedVisit({ requestId: 'desk', specialistId: 'mori', start: at(-3, 9) })];
    expect(cost({ ...given, fixed }, 'continuity', visit())).toBe(60);
  });

  it('does not fire for one specialist throughout', () => {
    expect(cost(given, 'continuity', visit(), second)).toBe(0);
  });
});

describe('monthly-guideline', () => {
  const given = problem({
    specialists: [specialist({ monthlyDays: 3, usedDaysByMonth: [1] })],
    requests: [request({ visits: 3 })],
    fixed: [fixedVisit({ start: at(0, 13) })],
  });

  it('warns above the guideline: used, fixed and planned days together', () => {
    const visits = [1, 2, 3].map((day) => visit({ visitNo: day, start: at(day, 10) }));
    expect(cost(given, 'monthly-guideline', ...visits)).toBe(120);
    expect(ruleIds(check(given, visits))).toEqual([]);
    expect(warned(given, ...visits)).toContain('monthly-guideline');
  });

  it('counts a day once, so a visit beside a fixed one adds nothing', () => {
    expect(cost(given, 'monthly-guideline', visit())).toBe(0);
    expect(cost(given, 'monthly-guideline', visit(), visit({ visitNo: 2, start: at(1, 10) }))).toBe(0);
  });
});

describe('prefer-online', () => {
  it('fires for a short visit on site that may be either', () => {
    const given = problem({ requests: [request({ mode: 'EITHER' })] });
    expect(cost(given, 'prefer-online', visit())).toBe(40);
    expect(cost(given, 'prefer-online', visit({ mode: 'ONLINE' }))).toBe(0);
  });

  it('does not fire for a long visit, nor if the town wants it on site', () => {
    const long = problem({ requests: [request({ mode: 'EITHER', minutes: 150 })] });
    expect(cost(long, 'prefer-online', visit({ end: at(0, 12, 30) }))).toBe(0);
    expect(cost(problem(), 'prefer-online', visit())).toBe(0);
  });
});

describe('travel-minutes', () => {
  it('adds every way of the day, buffer included', () => {
    const given = problem({ requests: [request(), request({ id: 'cloud', town: 'far', minutes: 60 })] });
    expect(cost(given, 'travel-minutes', visit())).toBe(80);
    const two = [visit(), visit({ requestId: 'cloud', start: at(0, 14), end: at(0, 15) })];
    expect(cost(given, 'travel-minutes', ...two)).toBe(40 + 90 + 70);
  });

  it('is nothing online', () => {
    const given = problem({ requests: [request({ mode: 'ONLINE' })] });
    expect(cost(given, 'travel-minutes', visit({ mode: 'ONLINE' }))).toBe(0);
  });
});

describe('balance', () => {
  const given = problem({
    specialists: [specialist(), specialist({ id: 'mori' })],
    requests: [request(), request({ id: 'cloud' })],
  });
  const second = visit({ requestId: 'cloud', start: at(1, 10) });

  it('costs more on one pair of shoulders than on two', () => {
    expect(cost(given, 'balance', visit(), second)).toBe(16);
    expect(cost(given, 'balance', visit(), { ...second, specialistId: 'mori' })).toBe(8);
    expect(cost(given, 'balance')).toBe(0);
  });
});
