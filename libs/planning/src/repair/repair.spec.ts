import { describe, expect, it } from '@jest/globals';
import { generate } from '../../bench/generate.js';
import { at, problem, request, specialist, visit as visitAt } from '../../testing/given.js';
import { check } from '../check.js';
import type { Assignment } from '../plan.js';
import { dayOf, type Problem } from '../problem.js';
import { scoreOf } from '../score.js';
import { solve } from '../solve.js';
import { iterations } from '../stop.js';
import { adopt, type VisitKey } from './adopt.js';
import { changesBetween, comparePlans, differencesIn } from './compare-plans.js';
import { insertUrgent } from './insert-urgent.js';
import { judgeEdits } from './judge-edit.js';
import { repairAbsence } from './repair-absence.js';

const hard = (given: Problem, visits: readonly Assignment[]): readonly string[] =>
  check(given, visits)
    .filter(({ level }) => level === 'hard')
    .map(({ ruleId, facts }) => `${ruleId} ${JSON.stringify(facts)}`);

const drawn = (seed: number): Problem =>
  generate({ requests: 6 + (seed % 9), specialists: 2 + (seed % 4), days: 21, seed, full: true });

const seeds = Array.from({ length: 40 }, (_, seed) => seed);
const planned = (given: Problem, seed: number): readonly Assignment[] =>
  solve(given, { seed, stop: iterations(60) }).assignments;

describe('insertUrgent', () => {
  it.each(seeds)('fits a request in, and says what moves, seed %i', (seed) => {
    const given = drawn(seed);
    const urgent = given.requests[seed % given.requests.length];
    if (!urgent) throw new Error('a request is expected');
    const before = planned(
      { ...given, requests: given.requests.filter((one) => one !== urgent) },
      seed,
    ).filter(({ requestId }) => requestId !== urgent.id);
    const fixed = new Set(given.fixed.map(({ requestId, visitNo }) => `${requestId} ${visitNo}`));
    for (const option of insertUrgent(given, before, urgent.id)) {
      expect(hard(given, option.assignments)).toEqual([]);
      expect(option.moved.length).toBeLessThanOrEqual(2 * urgent.visits);
      expect(option.added.every(({ requestId }) => requestId === urgent.id)).toBe(true);
      expect(changesBetween(before, option.assignments)).toHaveLength(
        option.moved.length + option.added.length,
      );
      for (const { requestId, visitNo, after } of option.moved) {
        expect(fixed.has(`${requestId} ${visitNo}`)).toBe(false);
        expect(after).not.toBeNull();
      }
    }
  });
});

describe('repairAbsence', () => {
  it.each(seeds)('mends a plan without whoever is away, in up to three ways, seed %i', (seed) => {
    const given = drawn(seed);
    const before = planned(given, seed);
    const one = before[seed % Math.max(1, before.length)];
    if (!one) return;
    const absence = {
      specialistId: one.specialistId,
      fromDay: dayOf(one.start),
      toDay: dayOf(one.start) + 1,
    };
    const repairs = repairAbsence(given, before, absence);
    expect(repairs.length).toBeGreaterThan(0);
    expect(repairs.length).toBeLessThanOrEqual(3);
    for (const repair of repairs) {
      const away = repair.assignments.filter(
        ({ specialistId, start }) =>
          specialistId === absence.specialistId &&
          dayOf(start) >= absence.fromDay &&
          dayOf(start) <= absence.toDay,
      );
      expect(away).toEqual([]);
      expect(hard(given, repair.assignments).filter((rule) => !rule.startsWith('frozen-days'))).toEqual([]);
      const told = new Map(repair.changes.map((change) => [`${change.requestId} ${change.visitNo}`, change]));
      for (const visit of before) {
        const after = repair.assignments.find(
          ({ requestId, visitNo }) => requestId === visit.requestId && visitNo === visit.visitNo,
        );
        const change = told.get(`${visit.requestId} ${visit.visitNo}`);
        if (!change) expect(after).toMatchObject({ specialistId: visit.specialistId, start: visit.start });
        else expect(change.after?.start).toBe(after?.start);
      }
    }
    expect(new Set(repairs.map(({ changes }) => JSON.stringify(changes))).size).toBe(repairs.length);
  });
});

describe('repairAbsence on a settled day', () => {
  it('gives away what was settled, and leaves everybody else alone', () => {
    const standing = { requestId: 'desk', visitNo: 1, specialistId: 'sato', mode: 'ON_SITE' as const };
    const given = problem({
      specialists: [specialist(), specialist({ id: 'mori' })],
      requests: [request({ deadline: at(1, 0) })],
      standing: [{ ...standing, start: at(0, 10), end: at(0, 12) }],
      frozenUntil: at(2, 0),
    });
    const [first] = repairAbsence(given, [], { specialistId: 'sato', fromDay: 0, toDay: 0 });
    expect(first?.kind).toBe('COLLEAGUE_SAME_TIME');
    expect(first?.changes).toMatchObject([
      { before: { specialistId: 'sato' }, after: { specialistId: 'mori', start: at(0, 10) } },
    ]);
  });
});

describe('comparing, judging and adopting', () => {
  const given = generate({ requests: 14, specialists: 4, days: 21, seed: 11 });
  const first = solve(given, { seed: 1, stop: iterations(0) }).assignments;
  const second = solve(given, { seed: 2, stop: iterations(300) }).assignments;

  it('lists what differs, and nothing between a plan and itself', () => {
    expect(comparePlans(given, first, first).changes).toEqual([]);
    const { changes, before, after } = comparePlans(given, first, second);
    expect(changes.length).toBeGreaterThan(0);
    expect(before.score).toEqual(scoreOf(given, first));
    expect(after.score).toEqual(scoreOf(given, second));
  });

  it('tells in which respects a visit is different', () => {
    const was = visitAt({ start: at(0, 9), end: at(0, 11) });
    const told = (after: Assignment | null) =>
      differencesIn({ requestId: was.requestId, visitNo: was.visitNo, before: was, after });
    expect(told(null)).toEqual(['DROPPED']);
    expect(told({ ...was, start: at(0, 13), end: at(0, 15) })).toEqual(['TIME']);
    expect(told({ ...was, specialistId: 'mori', start: at(1, 9), mode: 'ONLINE' })).toEqual([
      'SPECIALIST',
      'DAY',
      'MODE',
    ]);
    expect(told({ ...was, nightAfter: true, companionId: 'abe' })).toEqual(['COMPANION', 'NIGHT']);
    expect(differencesIn({ requestId: 'desk', visitNo: 1, before: null, after: was })).toEqual(['ADDED']);
  });

  it('judges an edit by the rules: what it breaks and what it mends', () => {
    const visit = first[0];
    if (!visit) throw new Error('a visit is expected');
    const { requestId, visitNo } = visit;
    const early = {
      ...visit,
      start: visit.start - 60 * 24 * dayOf(visit.start),
      end: visit.end - 60 * 24 * dayOf(visit.start),
    };
    const same = judgeEdits(given, first, [{ requestId, visitNo, visit }]);
    expect([same.broken, same.mended]).toEqual([[], []]);
    const out = judgeEdits(given, first, [{ requestId, visitNo, visit: null }]);
    expect(out.assignments).toHaveLength(first.length - 1);
    const sunday = { ...early, start: early.start + 6 * 1440, end: early.end + 6 * 1440 };
    const broken = judgeEdits(given, first, [{ requestId, visitNo, visit: sunday }]);
    expect(broken.broken.map(({ ruleId }) => ruleId)).toContain('town-office-open');
    const back = judgeEdits(given, broken.assignments, [{ requestId, visitNo, visit }]);
    expect(back.mended.map(({ ruleId }) => ruleId)).toContain('town-office-open');
  });

  it('adopts all of a proposal, none of it, or says what else a part needs', () => {
    const all = changesBetween(first, second);
    expect(adopt(given, first, second, []).broken).toEqual([]);
    expect(adopt(given, first, second, all).broken).toEqual([]);
    for (const change of all) {
      const part = adopt(given, first, second, [change]);
      if (part.broken.length === 0) expect(part.alsoNeeded).toEqual([]);
      else {
        const more = adopt(given, first, second, [change, ...(part.alsoNeeded ?? [])]);
        expect(more.broken).toEqual([]);
      }
    }
  });

  it.each(Array.from({ length: 12 }, (_, seed) => seed))(
    'needs no fewer changes beside a part, seed %i',
    (seed) => {
      const drawnOne = generate({ requests: 8, specialists: 2, days: 14, seed: 600 + seed, full: true });
      const one = solve(drawnOne, { seed: 1, stop: iterations(0) }).assignments;
      const other = solve(drawnOne, { seed: 2, stop: iterations(200) }).assignments;
      const all = changesBetween(one, other);
      const holds = (part: readonly VisitKey[]): boolean =>
        adopt(drawnOne, one, other, part).broken.length === 0;
      for (const change of all.slice(0, 6)) {
        const { alsoNeeded } = adopt(drawnOne, one, other, [change]);
        expect(alsoNeeded).not.toBeNull();
        expect(holds([change, ...(alsoNeeded ?? [])])).toBe(true);
        const others = all.filter((more) => more !== change);
        if (alsoNeeded && alsoNeeded.length > 0) expect(holds([change])).toBe(false);
        if (alsoNeeded && alsoNeeded.length > 1)
          expect(others.some((more) => holds([change, more]))).toBe(false);
        for (const more of alsoNeeded ?? [])
          expect(holds([change, ...(alsoNeeded ?? []).filter((needed) => needed !== more)])).toBe(false);
      }
    },
  );
});
