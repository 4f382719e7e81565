import { describe, expect, it } from '@jest/globals';
import { monthlyTimes, rosterOf } from './office-roster.js';

const seated = (section: string) => ({ section, isSeated: true });
const fifteen = [seated('室長'), ...Array.from({ length: 14 }, (_, i) => seated(`課${Math.floor(i / 2)}`))];

describe('the roster of an office (§6.1)', () => {
  it('has one head and 14 members in 15 seats, and says so when there is one more', () => {
    expect(rosterOf({ seats: 15 }, fifteen)).toMatchObject({ seated: 15, isOver: false });
    expect(rosterOf({ seats: 15 }, [...fifteen, seated('市民課')])).toMatchObject({
      seated: 16,
      isOver: true,
    });
  });

  it('counts neither candidates nor those who were released', () => {
    expect(rosterOf({ seats: 15 }, [...fifteen, { section: '市民課', isSeated: false }]).seated).toBe(15);
  });

  it('shows from how many sections its people come', () => {
    const { sections } = rosterOf({ seats: 15 }, [seated('市民課'), seated('税務課'), seated('税務課')]);
    expect(sections).toEqual([
      { section: '税務課', people: 2 },
      { section: '市民課', people: 1 },
    ]);
  });
});

describe('the hours of people with other work', () => {
  const members = [
    { id: 'a', kind: 'CONCURRENT' },
    { id: 'b', kind: 'DEDICATED' },
  ] as const;
  const time = (memberId: string, workedOn: string, minutes: number) => ({ memberId, workedOn, minutes });

  it('are summed by month, and beyond the guide for nobody but them', () => {
    const times = [
      time('a', '2026-11-02', 300),
      time('a', '2026-11-30', 301),
      time('b', '2026-11-05', 6_000),
    ];
    expect(monthlyTimes({ monthlyHours: 10 }, members, times)).toEqual([
      { memberId: 'a', month: '2026-11', minutes: 601, isBeyond: true },
      { memberId: 'b', month: '2026-11', minutes: 6_000, isBeyond: false },
    ]);
    expect(monthlyTimes({ monthlyHours: 11 }, members, times)[0]?.isBeyond).toBe(false);
    expect(monthlyTimes({ monthlyHours: null }, members, times)[0]?.isBeyond).toBe(false);
  });
});
