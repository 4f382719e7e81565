import { describe, expect, it } from '@jest/globals';
import {
  at,
  fixedVisit,
  officeDays,
  problem,
  request,
  specialist,
  standingVisit,
  visit,
} from '../testing/given.js';
import { measure } from './figures.js';

const two = problem({
  specialists: [specialist({ weeklyDays: 1, monthlyDays: 2 }), specialist({ id: 'mori', base: 'far' })],
  requests: [
    request({ visits: 2, campaignId: 'spring' }),
    request({ id: 'cloud', town: 'far', priority: 4, campaignId: 'spring', earliest: at(2, 9) }),
  ],
  towns: { far: { oneItPerson: true } },
  standing: [standingVisit()],
});
const visits = [visit(), visit({ visitNo: 2, start: at(3, 10), specialistId: 'mori' })];

describe('measure', () => {
  it('counts what is served and what waits', () => {
    expect(measure(two, visits)).toMatchObject({
      placed: 2,
      unplaced: 1,
      servedPriority: { placed: 4, asked: 12 },
      // The visit left out was due on the third day of seven; the second one waits three days.
      longestWaitDays: 5,
    });
  });

  it('counts what it takes: travel, changes, moved visits, days above the guideline', () => {
    expect(measure(two, visits)).toMatchObject({
      travelMinutes: 80 + 180,
      specialistChanges: 1,
      movedStanding: 0,
      guidelineDaysAbove: 0,
      nights: 0,
    });
    const moved = [visit({ start: at(1, 10) }), visit({ visitNo: 2, start: at(2, 10) })];
    const full = [...moved, visit({ requestId: 'cloud', start: at(3, 10) })];
    // Three days in the week and in the month: two above the one, one above the other.
    expect(measure(two, full)).toMatchObject({
      movedStanding: 1,
      guidelineDaysAbove: 3,
      specialistChanges: 0,
    });
    expect(measure(two, [])).toMatchObject({ movedStanding: 1, travelMinutes: 0 });
  });

  it('counts nights away once', () => {
    const given = { ...two, specialists: [specialist({ nights: 1 })] };
    const away = [visit({ nightAfter: true }), visit({ visitNo: 2, start: at(1, 10), nightBefore: true })];
    expect(measure(given, away).nights).toBe(1);
    expect(measure(given, away).travelMinutes).toBe(80);
  });

  it('shows each town, and those with one IT person', () => {
    const { towns, oneItPersonTowns } = measure(two, visits);
    expect(towns).toEqual([
      { town: 'far', asked: 1, placed: 0, oneItPerson: true },
      { town: 'near', asked: 2, placed: 2, oneItPerson: false },
    ]);
    expect(oneItPersonTowns).toEqual({ served: 0, asked: 1 });
    const fixed = [fixedVisit({ place: 'far', mode: 'ON_SITE', start: at(4, 10) })];
    expect(measure({ ...two, fixed }, visits).oneItPersonTowns).toEqual({ served: 1, asked: 1 });
  });

  it('shows how far each round has come', () => {
    expect(measure(two, visits).rounds).toEqual([
      { campaignId: 'spring', round: 1, asked: 2, placed: 1 },
      { campaignId: 'spring', round: 2, asked: 1, placed: 1 },
    ]);
  });

  it('shows the load of each specialist and how uneven it is', () => {
    const { load, loadSpread } = measure(two, visits);
    expect(load).toEqual([
      { specialistId: 'sato', days: 1, capacity: 2 },
      { specialistId: 'mori', days: 1, capacity: 5 },
    ]);
    expect(loadSpread).toBe(300);
    expect(measure({ ...two, specialists: [] }, []).loadSpread).toBe(0);
  });

  it('counts a number that is not to place nowhere', () => {
    const given = problem({ specialists: [specialist({ available: officeDays(0, 1) })] });
    expect(measure(given, [visit({ visitNo: 9 })])).toMatchObject({ placed: 0, unplaced: 1 });
  });
});
