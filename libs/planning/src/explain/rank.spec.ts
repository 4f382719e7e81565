import { describe, expect, it } from '@jest/globals';
import { generate } from '../../bench/generate.js';
import { at, officeDays, problem, request, specialist } from '../../testing/given.js';
import { rankCandidates } from './rank.js';
import { HARD_RULES } from '../rules/index.js';

describe('rankCandidates', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))('covers everyone once, seed %i', (seed) => {
    const given = generate({ requests: 6, specialists: 8, days: 14, seed });
    for (const { id } of given.requests) {
      const { candidates, excluded } = rankCandidates(given, id);
      const named = [...candidates, ...excluded].map(({ specialistId }) => specialistId);
      expect(named.sort()).toEqual(given.specialists.map((one) => one.id).sort());
      const scores = candidates.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const { score, parts } of candidates) {
        expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(score);
        expect(parts.reduce((sum, part) => sum + part.max, 0)).toBe(100);
        expect(
          parts.every(({ points, max }) => Number.isInteger(points) && points >= 0 && points <= max),
        ).toBe(true);
      }
      const ids = HARD_RULES.map((rule) => rule.id);
      expect(excluded.every(({ ruleId }) => ids.includes(ruleId))).toBe(true);
    }
  });

  it('puts skill, nearness, the free and the known first', () => {
    const given = problem({
      specialists: [
        specialist({ id: 'weak', skills: { bpr: 1 } }),
        specialist({ id: 'strong' }),
        specialist({ id: 'far-off', base: 'far' }),
        specialist({ id: 'busy', monthlyDays: 4, usedDaysByMonth: [4] }),
      ],
      requests: [request({ needs: [{ skillId: 'bpr', level: 3, essential: false }] })],
    });
    const { candidates } = rankCandidates(given, 'desk');
    expect(candidates[0]).toMatchObject({
      specialistId: 'strong',
      firstSlot: { start: at(0, 10), end: at(0, 12) },
      mode: 'ON_SITE',
    });
    expect(candidates.map(({ specialistId }) => specialistId)).toEqual(['strong', 'far-off', 'busy', 'weak']);
    const known = { ...given, requests: [{ ...request(), previousSpecialistId: 'far-off' }] };
    expect(rankCandidates(known, 'desk').candidates[0]?.specialistId).toBe('far-off');
  });

  it('excludes with the first failing hard rule', () => {
    const given = problem({
      specialists: [
        specialist(),
        specialist({ id: 'late', available: officeDays(4) }),
        specialist({ id: 'online', modes: ['ONLINE'] }),
      ],
      requests: [request({ deadline: at(3, 0) })],
    });
    const { excluded } = rankCandidates(given, 'desk');
    expect(excluded.map(({ specialistId, ruleId }) => [specialistId, ruleId])).toEqual([
      ['late', 'deadline'],
      ['online', 'mode-offered'],
    ]);
  });

  it('still ranks a request whose visits are all set, and excludes all for an unknown one', () => {
    expect(rankCandidates(problem({ requests: [request({ visits: 0 })] }), 'desk').candidates).toHaveLength(
      1,
    );
    expect(rankCandidates(problem(), 'other').excluded).toHaveLength(1);
  });
});
