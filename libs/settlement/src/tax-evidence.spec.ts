import { describe, expect, it } from '@jest/globals';
import { formsThrough } from './tax-evidence.js';

const YEAR = { from: '2026-04-01', to: '2027-03-31' };

describe('the form of appointment through a term', () => {
  it('is the wording of the record where no employment is recorded', () => {
    expect(formsThrough(YEAR, [], '任期付職員')).toEqual([{ ...YEAR, form: '任期付職員' }]);
  });

  it('is what is recorded, cut where it changes', () => {
    const employments = [
      { form: 'FULL_TIME', startsOn: '2026-10-01', endsOn: null },
      { form: 'FIXED_TERM', startsOn: '2025-06-01', endsOn: '2026-08-31' },
    ] as const;
    expect(formsThrough(YEAR, employments, '任期付職員')).toEqual([
      { from: '2026-04-01', to: '2026-08-31', form: '任期付' },
      { from: '2026-09-01', to: '2026-09-30', form: '任期付職員' },
      { from: '2026-10-01', to: '2027-03-31', form: '常勤' },
    ]);
  });

  it('forgets what lies outside of the term', () => {
    const past = { form: 'COMMISSION', startsOn: '2020-04-01', endsOn: '2026-03-31' } as const;
    const later = { form: 'DISPATCH', startsOn: '2027-03-31', endsOn: '2027-04-30' } as const;
    expect(formsThrough(YEAR, [past, later], '')).toEqual([
      { from: '2026-04-01', to: '2027-03-30', form: '' },
      { from: '2027-03-31', to: '2027-03-31', form: '派遣' },
    ]);
  });
});
