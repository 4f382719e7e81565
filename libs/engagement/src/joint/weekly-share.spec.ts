import { WEEKLY_HALVES, type WeeklyHalf } from '@banso/kernel';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { weeklyShares } from './weekly-share.js';

const days = (...names: string[]): WeeklyHalf[] =>
  WEEKLY_HALVES.filter((half) => names.includes(half.slice(0, 3)));

it('§6.7: three days in Mihara and two in Etajima are 60 and 40 percent, 100 together', () => {
  const shares = weeklyShares([
    { id: '342041', weekly: days('MON', 'TUE', 'WED') },
    { id: '342157', weekly: days('THU', 'FRI') },
  ]);
  expect(Object.fromEntries(shares)).toEqual({ 342041: 60, 342157: 40 });
});

it('gives what is left to the largest fractions, then to whoever stands first', () => {
  const one = (id: string) => ({ id, weekly: days('MON') });
  expect([...weeklyShares([one('a'), one('b'), one('c')]).values()]).toEqual([34, 33, 33]);
  expect([...weeklyShares([{ id: 'a', weekly: [] }]).values()]).toEqual([0]);
});

it('always comes to 100, each share less than one percent from what it would be', () => {
  fc.assert(
    fc.property(fc.array(fc.subarray([...WEEKLY_HALVES]), { minLength: 1, maxLength: 12 }), (weeks) => {
      const placed = weeks.map((weekly, n) => ({ id: `${n}`, weekly }));
      const total = weeks.flat().length;
      const shares = weeklyShares(placed);
      const sum = [...shares.values()].reduce((a, b) => a + b, 0);
      expect(sum).toBe(total === 0 ? 0 : 100);
      for (const { id, weekly } of placed)
        expect(Math.abs((shares.get(id) ?? 0) * total - weekly.length * 100)).toBeLessThan(
          Math.max(total, 1),
        );
    }),
  );
});
