import { closuresBetween } from '@banso/directory';
import { datesBetween } from '@banso/kernel';
import { describe, expect, it } from '@jest/globals';
import { workingHalves } from './working-halves.js';

/** From Friday to Wednesday over the long weekend of Labour Thanksgiving. */
const dates = datesBetween('2026-11-20', '2026-11-25');
const none = { daysOff: [], closures: [] };

describe('workingHalves', () => {
  it('follows the weekly pattern, mornings first', () => {
    expect(workingHalves({ ...none, dates, weekly: ['WED_PM', 'FRI_PM', 'FRI_AM'] })).toEqual([
      { date: '2026-11-20', half: 'AM' },
      { date: '2026-11-20', half: 'PM' },
      { date: '2026-11-25', half: 'PM' },
    ]);
  });

  it('leaves out the days on which the offices are closed', () => {
    const closures = closuresBetween('2026-11-20', '2026-11-25');
    expect(workingHalves({ dates, weekly: ['SAT_AM', 'MON_AM', 'TUE_AM'], daysOff: [], closures })).toEqual([
      { date: '2026-11-24', half: 'AM' },
    ]);
  });

  it('leaves out days off, halves and whole', () => {
    const daysOff = [
      { date: '2026-11-20', part: 'AM' },
      { date: '2026-11-25', part: 'DAY' },
    ] as const;
    expect(workingHalves({ dates, weekly: ['FRI_AM', 'FRI_PM', 'WED_AM'], daysOff, closures: [] })).toEqual([
      { date: '2026-11-20', half: 'PM' },
    ]);
  });

  it('is empty for somebody without a pattern and for no dates', () => {
    expect(workingHalves({ ...none, dates, weekly: [] })).toEqual([]);
    expect(workingHalves({ ...none, dates: [], weekly: ['MON_AM'] })).toEqual([]);
  });
});
