import { describe, expect, it } from '@jest/globals';
import { generate } from '../../bench/generate.js';
import { at, officeDays, problem, request, specialist } from '../../testing/given.js';
import { check } from '../check.js';
import { solve } from '../solve.js';
import { iterations } from '../stop.js';
import { type ChangeKind, nearestChanges } from './nearest-changes.js';
import { sayChange } from './say-change.js';

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

  it.each(Array.from({ length: 30 }, (_, seed) => seed))('advises only what works, seed %i', (seed) => {
    const given = generate({ requests: 8, specialists: 2, days: 14, seed: 900 + seed, full: seed % 2 === 0 });
    const plan = solve(given, { seed, stop: iterations(20) });
    for (const { requestId } of plan.unplaced.slice(0, 3)) {
      const changes = nearestChanges(given, plan.assignments, requestId);
      expect(changes.length).toBeLessThanOrEqual(3);
      for (const change of changes) {
        // As things are, the visit breaks a rule there; nothing else of the plan is touched by it.
        const broken = check(given, [...plan.assignments, change.visit]).filter(
          ({ level }) => level === 'hard',
        );
        expect({ seed, change, broken: broken.length > 0 }).toEqual({ seed, change, broken: true });
        for (const locale of ['ja', 'en'] as const)
          expect(sayChange(change, names, locale)).not.toContain('?');
      }
    }
  });
});
