import { describe, expect, it } from '@jest/globals';
import { parseDateRange } from './date-range.js';

const faultsOf = (from: string, to: string): unknown => {
  try {
    return parseDateRange({ from, to });
  } catch (error) {
    return error;
  }
};

describe('parseDateRange', () => {
  it.each([
    ['2026-04-01', '2026-04-01'],
    ['2026-04-01', '2027-08-14'],
  ])('takes %s to %s', (from, to) => {
    expect(parseDateRange({ from, to })).toEqual({ from, to });
  });

  it.each([
    ['2026-04-01', '2026-03-31', 'before-start'],
    ['2026-04-01', '2027-08-15', 'too-far'],
    ['2026-04-01', '2026-02-30', 'date'],
  ])('refuses %s to %s: %s', (from, to, rule) => {
    expect(faultsOf(from, to)).toMatchObject({
      code: 'BAD_INPUT',
      details: { faults: [expect.objectContaining({ path: 'to', rule })] },
    });
  });
});
