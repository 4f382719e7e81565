import { describe, expect, it } from '@jest/globals';
import { at, fixedVisit, officeDays, problem, request, specialist } from '../testing/given.js';
import type { Problem } from './problem.js';
import { validateProblem } from './validate.js';

/** Each fault planted, and a word of the sentence that must tell it. */
const FAULTS: readonly (readonly [string, Partial<Problem>])[] = [
  ['days must be', { days: 0 }],
  ['monthOfDay must have', { monthOfDay: [0] }],
  ['slotStep must divide', { slotStep: 7 }],
  [
    'officeHours must be sorted',
    {
      officeHours: [
        { start: 600, end: 720 },
        { start: 540, end: 620 },
      ],
    },
  ],
  ['officeHours must lie within', { officeHours: [{ start: 600, end: 1500 }] }],
  ['travel must be square', { travel: [[0]] }],
  ['travel from hub to near must be an integer', { travel: roads(-1) }],
  ['travel from hub to near must be an integer', { travel: roads(1.5) }],
  ['places must not repeat', { places: ['hub', 'near', 'far', 'hub'] }],
  ['travelBuffer.percent', { travelBuffer: { percent: -1, minMinutes: 0 } }],
  ['specialist ids must not repeat', { specialists: [specialist(), specialist()] }],
  ['base is not a place', { specialists: [specialist({ base: 'moon' })] }],
  ['available must be sorted', { specialists: [specialist({ available: officeDays(1, 0) })] }],
  ['within one day', { specialists: [specialist({ available: [{ start: at(0, 9), end: at(1, 9) }] })] }],
  ['skill bpr', { specialists: [specialist({ skills: { bpr: 2.5 } })] }],
  ['monthlyDays', { specialists: [specialist({ monthlyDays: -1 })] }],
  ['town is not a place', { requests: [request({ town: 'moon' })] }],
  ['minutes must be', { requests: [request({ minutes: 0 })] }],
  ['visits must be', { requests: [request({ visits: -1 })] }],
  ['earliest must be', { requests: [request({ earliest: 0.5 })] }],
  ['wished must be', { requests: [request({ wished: [{ start: 10, end: 10 }] })] }],
  ['requiredSpecialistId', { requests: [request({ requiredSpecialistId: 'nobody' })] }],
  ['request ids must not repeat', { requests: [request(), request()] }],
  ['unknown specialist', { fixed: [fixedVisit({ specialistId: 'nobody' })] }],
  ['place is not a place', { fixed: [fixedVisit({ place: 'moon' })] }],
  [
    'fixed twice',
    {
      fixed: ['a', 'b'].map((id) => fixedVisit({ id, requestId: 'desk', visitNo: 1 })),
    },
  ],
];

function roads(minutes: number): (number | null)[][] {
  return [
    [0, minutes, 1, 1],
    [1, 0, 1, 1],
    [1, 1, 0, 1],
    [1, 1, 1, 0],
  ];
}

describe('validateProblem', () => {
  it('finds a sound problem sound', () => {
    expect(validateProblem(problem())).toEqual([]);
  });

  it.each(FAULTS)('finds: %s', (sentence, fault) => {
    expect(validateProblem(problem(fault)).join('\n')).toContain(sentence);
  });

  it('lists every fault, not only the first', () => {
    expect(validateProblem(problem({ days: -1, slotStep: 0 })).length).toBeGreaterThan(2);
  });

  it('lets pass what may well be: a clash of fixed visits, an earlier specialist who has left', () => {
    const fixed = ['a', 'b'].map((id) => fixedVisit({ id, requestId: 'elsewhere' }));
    const requests = [request({ previousSpecialistId: 'retired' })];
    expect(validateProblem(problem({ fixed, requests }))).toEqual([]);
  });
});
