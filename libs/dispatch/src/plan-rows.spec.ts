import { describe, expect, it } from '@jest/globals';
import { travelMinutesOf } from './plan-rows.js';
import type { PlacedVisit } from './proposed-visit.entity.js';

const period = { from: '2026-12-01', to: '2026-12-31' };

const visit = (specialistId: string, startsAt: string, before: number, after: number): PlacedVisit => ({
  supportRequestId: 'r',
  visitNo: 1,
  specialistId,
  municipalityId: '342025',
  mode: 'ON_SITE',
  startsAt: new Date(startsAt),
  endsAt: new Date(startsAt),
  nightBefore: false,
  nightAfter: false,
  travelBeforeMinutes: before,
  travelAfterMinutes: after,
});

describe('travelMinutesOf', () => {
  it('counts the way between two visits of a day once', () => {
    const morning = visit('a', '2026-12-01T09:00:00+09:00', 50, 30);
    const afternoon = visit('a', '2026-12-01T13:00:00+09:00', 30, 60);
    expect(travelMinutesOf(period, [afternoon, morning])).toBe(50 + 30 + 60);
  });

  it('sends everybody home every day', () => {
    const visits = [
      visit('a', '2026-12-01T09:00:00+09:00', 50, 50),
      visit('a', '2026-12-02T09:00:00+09:00', 20, 20),
      visit('b', '2026-12-01T09:00:00+09:00', 10, 10),
    ];
    expect(travelMinutesOf(period, visits)).toBe(160);
    expect(travelMinutesOf(period, [])).toBe(0);
  });
});
