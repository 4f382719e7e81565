import { describe, expect, it } from '@jest/globals';
import { generate } from '../../bench/generate.js';
import { at, officeDays, problem, request, specialist } from '../../testing/given.js';
import { check } from '../check.js';
import type { Assignment } from '../plan.js';
import { PlanView } from '../plan-view.js';
import { MINUTES_PER_DAY, type PlanningRequest, type Problem } from '../problem.js';
import { solve } from '../solve.js';
import { iterations } from '../stop.js';
import { withChange } from './changed-problem.js';
import type { ChangeKind } from './change.js';
import { nearestChanges } from './nearest-changes.js';
import { sayChange } from './say-change.js';
import { everyDay, everyStart, trialVisit, waysOf } from './slots.js';

const names = (id: string): string => id;

describe('nearestChanges', () => {
  const kinds = (...given: Parameters<typeof nearestChanges>): readonly ChangeKind[] =>
    nearestChanges(...given).map(({ kind }) => kind);

  it('offers online where the way is unknown', () => {
    const given = problem({ requests: [request({ town: 'island' })] });
    expect(kinds(given, [], 'desk')).toContain('ONLINE_INSTEAD');
  });

  it('names the fewest days by which the deadline would have to move', () => {
    const given = problem({
      specialists: [specialist({ available: officeDays(3), modes: ['ON_SITE'] })],
      requests: [request({ deadline: at(2, 0) })],
    });
    const change = nearestChanges(given, [], 'desk').find(({ kind }) => kind === 'LATER_DEADLINE');
    expect(change?.facts).toMatchObject({ days: 2, specialistId: 'sato' });
    expect(change && sayChange(change, names, 'ja')).toContain('2日延ばせば');
  });

  it('names one more half-day of someone who has the skill, and of nobody else', () => {
    const given = problem({
      specialists: [
        specialist({ available: officeDays(6) }),
        specialist({ id: 'mori', skills: {}, available: officeDays(6) }),
      ],
      requests: [request({ needs: [{ skillId: 'bpr', level: 3, essential: true }] })],
    });
    const changes = nearestChanges(given, [], 'desk');
    expect(changes.map(({ facts }) => facts['specialistId'])).toEqual(changes.map(() => 'sato'));
    expect(changes.map(({ kind }) => kind)).toContain('ONE_MORE_HALF_DAY');
  });

  it('says nothing of what has a place, is unknown, or cannot be helped by one change', () => {
    expect(
      nearestChanges(problem(), solve(problem(), { seed: 1, stop: iterations(1) }).assignments, 'desk'),
    ).toEqual([]);
    expect(nearestChanges(problem(), [], 'other')).toEqual([]);
    const hopeless = problem({
      requests: [request({ needs: [{ skillId: 'law', level: 4, essential: true }] })],
    });
    expect(nearestChanges(hopeless, [], 'desk')).toEqual([]);
  });

  it('counts whole days from the deadline, not from midnight', () => {
    const given = problem({
      specialists: [specialist({ available: [{ start: at(3, 13), end: at(3, 17) }] })],
      requests: [request({ deadline: at(2, 12) })],
    });
    const [first] = nearestChanges(given, [], 'desk').filter(({ kind }) => kind === 'LATER_DEADLINE');
    expect(first?.facts['days']).toBe(2);
  });

  it('names the day on which the town alone is closed', () => {
    const given = problem({
      specialists: [specialist({ available: officeDays(0) })],
      towns: { near: { closedDays: [0] } },
    });
    const [first] = nearestChanges(given, [], 'desk').filter(({ kind }) => kind === 'TOWN_OPENS');
    expect(first?.facts).toMatchObject({ town: 'near', day: 0, specialistId: 'sato' });
  });

  it('names the day by which training would have to be done, and the term to be longer', () => {
    const gates = [{ town: null, fromDay: null }];
    const untrained = problem({ specialists: [specialist({ gates })] });
    const [training] = nearestChanges(untrained, [], 'desk').filter(
      ({ kind }) => kind === 'TRAINING_OR_TERM',
    );
    expect(training?.facts).toMatchObject({ part: 'TRAINING', day: 0 });
    const ended = problem({ specialists: [specialist({ term: { firstDay: 90, lastDay: 99 } })] });
    const [term] = nearestChanges(ended, [], 'desk').filter(({ kind }) => kind === 'TRAINING_OR_TERM');
    expect(term?.facts).toMatchObject({ part: 'TERM', day: 0 });
  });

  it('names the cap that one day more would do for', () => {
    const given = problem({ specialists: [specialist({ weeklyCap: 0 })] });
    const [first] = nearestChanges(given, [], 'desk');
    expect(first).toMatchObject({ kind: 'ABOVE_THE_CAP', facts: { period: 'WEEK', cap: 0 } });
  });
});

const hardIn = (given: Problem, visits: readonly Assignment[]): readonly string[] =>
  check(given, visits)
    .filter(({ level }) => level === 'hard')
    .map(({ ruleId, facts }) => JSON.stringify([ruleId, facts]));

/** Whether the visit fits anywhere, every place tried by the checker alone. */
function fitsIn(given: Problem, placed: readonly Assignment[], requestId: string, visitNo: number): boolean {
  const one = given.requests.find(({ id }) => id === requestId);
  if (!one) throw new Error('a request is expected');
  const view = new PlanView(given, []);
  const before = hardIn(given, placed).length;
  return given.specialists.some(({ id }) =>
    everyStart(view, one, everyDay(view)).some((start) =>
      waysOf(view, one, id).some(
        (way) => hardIn(given, [...placed, trialVisit(one, visitNo, id, way, start)]).length === before,
      ),
    ),
  );
}

const withRequest = (given: Problem, id: string, change: Partial<PlanningRequest>): Problem => ({
  ...given,
  requests: given.requests.map((one) => (one.id === id ? { ...one, ...change } : one)),
});

describe('nearest changes against brute force', () => {
  const told = new Set<ChangeKind>();

  it.each(Array.from({ length: 60 }, (_, seed) => seed))('advise only what works, seed %i', (seed) => {
    const given = generate({ requests: 8, specialists: 2, days: 14, seed: 900 + seed, full: seed % 3 > 0 });
    const plan = solve(given, { seed, stop: iterations(20) });
    for (const { requestId } of plan.unplaced.slice(0, 3)) {
      const changes = nearestChanges(given, plan.assignments, requestId);
      expect(changes.length).toBeLessThanOrEqual(3);
      const before = hardIn(given, plan.assignments);
      for (const change of changes) {
        told.add(change.kind);
        const would = [...plan.assignments, change.visit];
        const asThingsAre = hardIn(given, would).length > before.length;
        expect({ seed, change, asThingsAre }).toEqual({ seed, change, asThingsAre: true });
        const broken = hardIn(withChange(given, change), would);
        expect({ seed, change, broken }).toEqual({ seed, change, broken: before });
        for (const locale of ['ja', 'en'] as const)
          expect(sayChange(change, names, locale)).not.toMatch(/[?？]|undefined|NaN/);
      }
    }
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])('leave out nothing that works, seed %i', (seed) => {
    const given = generate({ requests: 6, specialists: 2, days: 7, seed: 40 + seed, full: seed % 2 === 0 });
    const { assignments, unplaced } = solve(given, { seed, stop: iterations(10) });
    const left = unplaced[0];
    if (!left) return;
    const { requestId, visitNo } = left;
    const changes = nearestChanges(given, assignments, requestId);
    const one = given.requests.find(({ id }) => id === requestId);
    if (!one) throw new Error('a request is expected');
    const fits = (change: Partial<PlanningRequest>): boolean =>
      fitsIn(withRequest(given, requestId, change), assignments, requestId, visitNo);
    const later = changes.find(({ kind }) => kind === 'LATER_DEADLINE');
    if (later && one.deadline !== null) {
      const days = Number(later.facts['days']) - 1;
      expect(fits({ deadline: one.deadline + days * MINUTES_PER_DAY })).toBe(false);
    }
    const shorter = changes.find(({ kind }) => kind === 'SHORTER_VISIT');
    if (shorter) expect(fits({ minutes: Number(shorter.facts['minutes']) + given.slotStep })).toBe(false);
    if (changes.length === 3) return;
    const kinds = new Set(changes.map(({ kind }) => kind));
    if (one.mode === 'ON_SITE') expect(kinds.has('ONLINE_INSTEAD')).toBe(fits({ mode: 'EITHER' }));
    if (one.onlyWished) expect(kinds.has('ANY_TIME')).toBe(fits({ onlyWished: false }));
    if (one.deadline !== null) expect(kinds.has('LATER_DEADLINE')).toBe(fits({ deadline: null }));
    if (one.requiredSpecialistId !== null)
      expect(kinds.has('ANOTHER_SPECIALIST')).toBe(fits({ requiredSpecialistId: null }));
  });

  it('have been of many kinds', () => {
    expect(told.size).toBeGreaterThanOrEqual(6);
  });
});
