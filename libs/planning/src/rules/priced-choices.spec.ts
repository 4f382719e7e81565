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
import type { PlanningRequest, Problem } from '../problem.js';
import { scoreOf } from '../score.js';

function cost(given: Problem, ruleId: string, ...visits: readonly Assignment[]): number {
  return scoreOf(given, visits).parts[ruleId] ?? -1;
}

function warned(given: Problem, ...visits: readonly Assignment[]): string[] {
  return ruleIds(check(given, visits), 'soft');
}

describe('towns with one IT person', () => {
  const given = problem({ towns: { near: { oneItPerson: true } } });

  it('cost more to leave out, and wait less', () => {
    expect(cost(given, 'town-left-out')).toBe(8);
    expect(cost(given, 'town-left-out', visit())).toBe(0);
    const later = { days: 14, monthOfDay: Array.from({ length: 14 }, () => 0), closedDays: [] };
    const week = visit({ start: at(7, 10) });
    expect(cost(problem(later), 'long-wait', week)).toBe(8);
    expect(cost({ ...given, ...later }, 'long-wait', week)).toBe(12);
  });
});

describe('round-order', () => {
  const turn = (id: string, more: Partial<PlanningRequest> = {}): PlanningRequest =>
    request({ id, visits: 2, campaignId: 'spring', ...more });
  const given = problem({ requests: [turn('a'), turn('b'), turn('c'), request({ id: 'x', visits: 2 })] });
  const on = (requestId: string, visitNo: number, day: number): Assignment =>
    visit({ requestId, visitNo, start: at(day, 10) });

  it('counts each request of the campaign that still waits for the round before', () => {
    expect(cost(given, 'round-order', on('a', 1, 0), on('a', 2, 1))).toBe(20);
    expect(cost(given, 'round-order', on('a', 1, 0), on('a', 2, 1), on('b', 1, 2))).toBe(20);
    expect(cost(given, 'round-order', on('a', 1, 0), on('a', 2, 1), on('b', 1, 1))).toBe(10);
    expect(warned(given, on('a', 1, 0), on('a', 2, 1))).toContain('round-order');
  });

  it('does not fire round by round, nor for the request’s own visits or other campaigns', () => {
    const first = ['a', 'b', 'c'].map((id, day) => on(id, 1, day));
    expect(cost(given, 'round-order', ...first, on('a', 2, 2))).toBe(0);
    expect(cost(given, 'round-order', on('a', 2, 1))).toBe(20);
    expect(cost(given, 'round-order', on('x', 1, 0), on('x', 2, 1))).toBe(0);
  });

  it('looks at fixed visits of others too', () => {
    const fixed = [fixedVisit({ requestId: 'b', visitNo: 1, start: at(4, 9) })];
    const two = { ...given, requests: given.requests.slice(0, 2), fixed };
    expect(cost(two, 'round-order', on('a', 1, 0), on('a', 2, 1))).toBe(10);
    expect(cost(two, 'round-order', on('a', 1, 0), on('a', 2, 4))).toBe(0);
  });
});

describe('disturbance', () => {
  const given = problem({
    specialists: [specialist(), specialist({ id: 'mori' })],
    requests: [request({ mode: 'EITHER' })],
    standing: [standingVisit()],
  });

  it('costs the more the more is changed', () => {
    expect(cost(given, 'disturbance')).toBe(60);
    expect(cost(given, 'disturbance', visit({ specialistId: 'mori' }))).toBe(60);
    expect(cost(given, 'disturbance', visit({ start: at(1, 10) }))).toBe(40);
    expect(cost(given, 'disturbance', visit({ start: at(0, 14) }))).toBe(15);
    expect(cost(given, 'disturbance', visit({ mode: 'ONLINE' }))).toBe(15);
  });

  it('counts a night that comes or goes like another time, and none that stays', () => {
    const away = { ...given, standing: [standingVisit({ nightAfter: true })] };
    expect(cost(away, 'disturbance', visit())).toBe(15);
    expect(cost(away, 'disturbance', visit({ nightAfter: true, nightBefore: true }))).toBe(15);
    expect(cost(away, 'disturbance', visit({ nightAfter: true }))).toBe(0);
    expect(cost(given, 'disturbance', visit({ nightAfter: true }))).toBe(15);
  });

  it('costs nothing where all stays, nor for frozen days or numbers that are not to place', () => {
    expect(cost(given, 'disturbance', visit())).toBe(0);
    expect(cost({ ...given, frozenUntil: at(1, 0) }, 'disturbance')).toBe(0);
    expect(cost({ ...given, standing: [standingVisit({ visitNo: 7 })] }, 'disturbance')).toBe(0);
  });
});

describe('assembly-day', () => {
  const given = problem({ towns: { near: { busyDays: [0] }, far: { busyDays: [1] } } });

  it('fires on such a day of its own town only', () => {
    expect(cost(given, 'assembly-day', visit())).toBe(60);
    expect(cost(given, 'assembly-day', visit({ start: at(1, 10) }))).toBe(0);
    expect(ruleIds(check(given, [visit()]))).toEqual([]);
  });
});

describe('weekly-guideline', () => {
  const given = problem({
    specialists: [specialist({ weeklyDays: 1 })],
    requests: [request({ visits: 3 })],
    weekOfDay: [0, 0, 0, 1, 1, 1, 1],
  });
  const on = (...days: readonly number[]): Assignment[] =>
    days.map((day, i) => visit({ visitNo: i + 1, start: at(day, 10) }));

  it('warns per day above it, week by week', () => {
    expect(cost(given, 'weekly-guideline', ...on(0, 1, 2))).toBe(120);
    const facts = check(given, on(0, 3, 4)).find(({ ruleId }) => ruleId === 'weekly-guideline')?.facts;
    expect(facts).toMatchObject({ week: 1, firstDay: 3, days: 2, weeklyDays: 1 });
  });

  it('does not fire up to it', () => {
    expect(cost(given, 'weekly-guideline', ...on(0, 3))).toBe(0);
  });
});

describe('emergency-reserve', () => {
  const reserve = { halfDaysPerWeek: 3, skillId: 'bpr', level: 3 };
  const given = problem({
    specialists: [
      specialist({ available: officeDays(0, 1, 5) }),
      specialist({ id: 'mori', skills: { bpr: 2 } }),
    ],
    requests: [request({ visits: 2 })],
    reserve,
  });

  it('counts the windows of free open days among those with the skill', () => {
    expect(cost(given, 'emergency-reserve')).toBe(0);
    expect(cost(given, 'emergency-reserve', visit())).toBe(60);
    expect(cost(given, 'emergency-reserve', visit(), visit({ visitNo: 2, start: at(1, 10) }))).toBe(180);
    expect(cost(given, 'emergency-reserve', visit({ specialistId: 'mori' }))).toBe(0);
  });

  it('does not fire without a reserve, and takes anyone if no skill is named', () => {
    expect(cost({ ...given, reserve: null }, 'emergency-reserve', visit())).toBe(0);
    expect(cost({ ...given, reserve: { ...reserve, skillId: null } }, 'emergency-reserve', visit())).toBe(0);
  });

  it('does not count what is blocked', () => {
    const off = [{ start: at(1, 0), end: at(2, 0), kind: 'DAY_OFF' as const }];
    const specialists = [specialist({ available: officeDays(0, 1), blocked: off })];
    expect(cost({ ...given, specialists }, 'emergency-reserve')).toBe(60);
  });
});

describe('night-away', () => {
  const given = problem({ specialists: [specialist({ nights: 1 })], requests: [request({ visits: 2 })] });
  const second = visit({ visitNo: 2, start: at(1, 10) });

  it('counts each night once, whoever flags it', () => {
    expect(cost(given, 'night-away', visit({ nightAfter: true }), second)).toBe(120);
    expect(cost(given, 'night-away', visit({ nightAfter: true }), { ...second, nightBefore: true })).toBe(
      120,
    );
    expect(warned(given, visit({ nightAfter: true }), second)).toContain('night-away');
  });

  it('does not fire at home', () => {
    expect(cost(given, 'night-away', visit(), second)).toBe(0);
  });
});

describe('the policy', () => {
  const given = problem({
    requests: [request({ wished: [{ start: at(1, 9), end: at(1, 12) }] })],
    policy: { tiers: [['earliness'], ['travel-minutes', 'wished-half-day']], weights: { travelMinute: 3 } },
  });

  it('says in which tier a rule counts and what it costs', () => {
    const score = scoreOf(given, [visit({ start: at(2, 10) })]);
    expect(score).toEqual({
      hard: 0,
      tiers: [2, 300],
      parts: { earliness: 2, 'travel-minutes': 240, 'wished-half-day': 60 },
    });
  });

  it('silences what it does not name', () => {
    expect(warned(given, visit())).toEqual(['wished-half-day']);
    expect(warned({ ...given, policy: { tiers: [] } }, visit())).toEqual([]);
    expect(scoreOf({ ...given, policy: { tiers: [] } }, []).tiers).toEqual([]);
  });
});
