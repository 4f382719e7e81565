import { describe, expect, it } from '@jest/globals';
import { generate } from '../../bench/generate.js';
import { at, fixedVisit, officeDays, problem, request, specialist, visit } from '../../testing/given.js';
import { check } from '../check.js';
import { explainUnplaced } from './explain-unplaced.js';
import type { Assignment, Reason, Unplaced } from '../plan.js';
import { PlanView } from '../plan-view.js';
import { MINUTES_PER_DAY, modesWished, type PlanningRequest, type Problem } from '../problem.js';
import { HARD_RULES } from '../rules/index.js';
import { everyDay, everyStart, trialVisit, type Way } from './slots.js';
import { whyNot } from './why-not.js';
import { solve } from '../solve.js';
import { iterations } from '../stop.js';

const RANK = new Map(HARD_RULES.map((rule, index) => [rule.id, index]));
const FRAME = new Set(HARD_RULES.filter(({ scope }) => scope === 'frame').map(({ id }) => id));

/** The rules one trial breaks in the enlarged plan, by the checker alone, in the policy's order. */
function brokenBy(given: Problem, placed: readonly Assignment[], trial: Assignment): string[] {
  const own = check(given, [...placed, trial]).filter(
    ({ level, facts }) =>
      level === 'hard' && facts['requestId'] === trial.requestId && facts['visitNo'] === trial.visitNo,
  );
  const ids = [...new Set(own.map(({ ruleId }) => ruleId))];
  return ids.sort((a, b) => (RANK.get(a) ?? 0) - (RANK.get(b) ?? 0));
}

function openStarts(given: Problem, one: PlanningRequest): readonly number[] {
  const view = new PlanView(given, []);
  return everyStart(view, one, everyDay(view)).filter((start) => {
    const ofDay = start % MINUTES_PER_DAY;
    const town = given.towns?.[one.town];
    const hours = town?.officeHours ?? given.officeHours;
    const open = hours.some((s) => s.start <= ofDay && ofDay + one.minutes <= s.end);
    const closed = [...given.closedDays, ...(town?.closedDays ?? [])];
    return open && !closed.includes(Math.floor(start / MINUTES_PER_DAY));
  });
}

/** Mode × companion × nights, written out. */
function everyWay(given: Problem, one: PlanningRequest, specialistId: string): Way[] {
  const nights = given.specialists.find(({ id }) => id === specialistId)?.nights ?? 0;
  const companions = one.companion === true ? (given.companions ?? []).map(({ id }) => id) : [undefined];
  return modesWished(one).flatMap((mode) =>
    (companions.length === 0 ? [null] : companions).flatMap((companionId) => {
      const plain: Way = companionId === undefined ? { mode } : { mode, companionId };
      if (mode === 'ONLINE' || nights === 0) return [plain];
      return [plain, { ...plain, nightBefore: true }, { ...plain, nightAfter: true }];
    }),
  );
}

/** The obstacle of one specialist × start, worked out the long way; 'FITS' if there is none. */
function obstacle(given: Problem, placed: readonly Assignment[], one: PlanningRequest, no: number) {
  return (specialistId: string, start: number): { who: string | null; frame: readonly string[] } => {
    const modes = everyWay(given, one, specialistId).map((way) =>
      brokenBy(given, placed, trialVisit(one, no, specialistId, way, start)),
    );
    const frame = (modes[0] ?? []).filter((id) => FRAME.has(id));
    const firsts = modes.map((ids) => ids.find((id) => !FRAME.has(id)) ?? null);
    if (firsts.includes(null)) return { who: null, frame };
    const ranked = firsts
      .map((id) => ({ id, rank: RANK.get(id ?? '') ?? 0 }))
      .sort((a, b) => b.rank - a.rank);
    return { who: ranked[0]?.id ?? null, frame };
  };
}

function countedByHand(given: Problem, placed: readonly Assignment[], left: Unplaced) {
  const one = given.requests.find(({ id }) => id === left.requestId);
  if (!one) throw new Error('unknown request');
  const judge = obstacle(given, placed, one, left.visitNo);
  const near = new Map<string, number>();
  const all = new Map<string, number>();
  const bump = (counts: Map<string, number>, id: string): void => {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  let fits = false;
  for (const { id } of given.specialists) {
    for (const start of openStarts(given, one)) {
      const { who, frame } = judge(id, start);
      const first = who ?? frame[0];
      if (first === undefined) fits = true;
      else bump(all, first);
      if (who !== null && frame.length === 0) bump(near, who);
      if (who === null && frame.length === 1 && frame[0] !== undefined) bump(near, frame[0]);
    }
  }
  return { fits, counts: near.size > 0 ? near : all };
}

/** Facts that name something must be true of the problem. */
function expectTrue(given: Problem, one: PlanningRequest | undefined, { ruleId, facts }: Reason): void {
  const place = (key: string): number => given.places.indexOf(String(facts[key]));
  if (ruleId === 'travel-unknown' && facts['from'] !== undefined && facts['to'] !== undefined) {
    expect(given.travel[place('from')]?.[place('to')]).toBeNull();
  }
  if (ruleId === 'deadline') expect(facts['deadline']).toBe(one?.deadline);
  if (ruleId === 'not-before-earliest') expect(facts['earliest']).toBe(one?.earliest);
  if (ruleId === 'min-gap') expect(facts['minGapDays']).toBe(one?.minGapDays);
  if (ruleId === 'required-specialist') {
    expect(facts['requiredSpecialistId']).toBe(one?.requiredSpecialistId);
  }
  if (ruleId === 'essential-skill' && facts['skillId'] !== undefined) {
    const need = one?.needs.find(({ skillId }) => skillId === facts['skillId']);
    expect(need).toMatchObject({ essential: true, level: facts['level'] });
  }
}

describe('reasons against brute force', () => {
  it.each(Array.from({ length: 24 }, (_, seed) => seed))('are true and counted right, seed %i', (seed) => {
    const given = generate({
      requests: 6,
      specialists: 2 + (seed % 2),
      days: 7 + (seed % 4),
      seed: 500 + seed,
      full: seed % 2 === 1,
    });
    const plan = solve(given, { seed, stop: iterations(20) });
    for (const left of plan.unplaced) {
      const { fits, counts } = countedByHand(given, plan.assignments, left);
      expect(fits).toBe(false);
      const ranked = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 3);
      expect(left.reasons.map(({ ruleId, count }) => [ruleId, count])).toEqual(ranked);
      const one = given.requests.find(({ id }) => id === left.requestId);
      for (const reason of left.reasons) expectTrue(given, one, reason);
    }
  });
});

describe('explainUnplaced', () => {
  const first = (given: Problem): Reason | undefined => explainUnplaced(given, [], 'desk')[0];

  it('says that nobody has the essential skill', () => {
    const given = problem({
      requests: [request({ needs: [{ skillId: 'law', level: 2, essential: true }] })],
    });
    expect(first(given)).toMatchObject({
      ruleId: 'essential-skill',
      facts: { skillId: 'law', level: 2, has: 0, specialists: 1, specialistsTotal: 1 },
    });
  });

  it('names no single skill if each specialist lacks another', () => {
    const needs = ['law', 'bpr'].map((skillId) => ({ skillId, level: 2, essential: true }));
    const given = problem({
      specialists: [specialist(), specialist({ id: 'mori', skills: { law: 3 } })],
      requests: [request({ needs })],
    });
    const reason = first(given);
    expect(reason).toMatchObject({ ruleId: 'essential-skill', facts: { specialists: 2, level: 2, has: 0 } });
    expect(reason?.facts).not.toHaveProperty('skillId');
  });

  it('names the way whose minutes nobody entered', () => {
    const given = problem({ requests: [request({ town: 'island' })] });
    expect(first(given)).toMatchObject({ ruleId: 'travel-unknown', facts: { from: 'hub', to: 'island' } });
  });

  it('blames the deadline where a later one would do', () => {
    const given = problem({
      specialists: [specialist({ available: officeDays(3) })],
      requests: [request({ deadline: at(2, 0) })],
    });
    expect(explainUnplaced(given, [], 'desk').map(({ ruleId }) => ruleId)).toContain('deadline');
    const later = { ...given, requests: [request()] };
    expect(explainUnplaced(later, [], 'desk')).toEqual([]);
  });

  it('says that office hours cannot hold so long a visit', () => {
    const given = problem({
      requests: [request({ minutes: 300 })],
      specialists: [specialist({ available: [{ start: at(0, 8), end: at(0, 18) }] })],
    });
    const reasons = explainUnplaced(given, [], 'desk');
    expect(reasons.map(({ ruleId }) => ruleId)).toContain('town-office-open');
  });

  it('says that there is nobody, and nothing about what is placed or unknown', () => {
    expect(first(problem({ specialists: [] }))).toMatchObject({ ruleId: 'visit-known', count: 0 });
    expect(explainUnplaced(problem(), [visit()], 'desk')).toEqual([]);
    expect(explainUnplaced(problem(), [], 'other')).toEqual([]);
  });

  it('takes a plan as well as a list of visits', () => {
    const given = problem({ requests: [request({ town: 'island' })] });
    const plan = solve(given, { seed: 1, stop: iterations(5) });
    expect(explainUnplaced(given, plan, 'desk')).toEqual(plan.unplaced[0]?.reasons);
  });
});

describe('whyNot', () => {
  const given = problem({
    specialists: [
      specialist(),
      specialist({ id: 'mori', available: officeDays(1) }),
      specialist({ id: 'abe', skills: {} }),
    ],
    requests: [request({ needs: [{ skillId: 'bpr', level: 2, essential: true }] })],
  });

  it('gives the first failing rule of that specialist', () => {
    expect(whyNot(given, [], { requestId: 'desk', specialistId: 'abe' })).toMatchObject({
      ruleId: 'essential-skill',
      level: 'hard',
      facts: { specialistId: 'abe', skillId: 'bpr', has: 0 },
    });
    expect(whyNot(given, [], { requestId: 'desk', specialistId: 'mori', day: 0 })?.ruleId).toBe(
      'within-availability',
    );
  });

  it('is null if the specialist could come, also in place of another', () => {
    expect(whyNot(given, [], { requestId: 'desk', specialistId: 'mori' })).toBeNull();
    expect(whyNot(given, [visit()], { requestId: 'desk', specialistId: 'mori' })).toBeNull();
  });

  it('looks at what the specialist already does', () => {
    const fixed = [9, 13].map((hour) =>
      fixedVisit({ id: `f${hour}`, specialistId: 'mori', start: at(1, hour), end: at(1, hour + 3) }),
    );
    const busy = whyNot({ ...given, fixed }, [], { requestId: 'desk', specialistId: 'mori' });
    expect(busy?.ruleId).toBe('no-overlap');
  });

  it('answers for a closed day and for ids nobody knows', () => {
    const weekend = { requestId: 'desk', specialistId: 'sato', day: 5 };
    expect(whyNot(given, [], weekend)).not.toBeNull();
    expect(whyNot(given, [], { requestId: 'x', specialistId: 'sato' })?.ruleId).toBe('visit-known');
    expect(whyNot(given, [], { requestId: 'desk', specialistId: 'x' })?.ruleId).toBe('visit-known');
  });
});
