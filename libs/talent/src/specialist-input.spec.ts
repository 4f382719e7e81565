import { describe, expect, it } from '@jest/globals';
import { minato } from '../test/given-pool.js';
import { parseSpecialist, type SpecialistInput } from './specialist-input.js';

const faultsOf = (input: SpecialistInput): unknown => {
  try {
    return parseSpecialist(input);
  } catch (error) {
    return error;
  }
};

describe('parseSpecialist', () => {
  it('keeps each half-day once, in the order of the week', () => {
    const facts = parseSpecialist({ ...minato, weekly: ['FRI_AM', 'MON_PM', 'MON_AM', 'FRI_AM'] });
    expect(facts.weekly).toEqual(['MON_AM', 'MON_PM', 'FRI_AM']);
  });

  it('takes the reading in katakana, full or half width', () => {
    expect(parseSpecialist({ ...minato, kana: 'クレハ ﾐﾅﾄ' }).kana).toBe('くれは みなと');
  });

  it('is active, and without a guide for the month, unless said otherwise', () => {
    expect(parseSpecialist({ ...minato, monthlyDays: null })).toMatchObject({
      active: true,
      monthlyDays: null,
    });
    expect(parseSpecialist({ ...minato, active: false }).active).toBe(false);
    expect(parseSpecialist(minato).nights).toBe(0);
    expect(parseSpecialist({ ...minato, nights: 2 }).nights).toBe(2);
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['name', 'required', { name: '　' }],
    ['kana', 'kana', { kana: 'Minato' }],
    ['weekly', 'too-small', { weekly: [] }],
    ['weekly', 'unknown', { weekly: ['MON'] }],
    ['modes', 'too-small', { modes: [] }],
    ['monthlyDays', 'too-big', { monthlyDays: 32 }],
    ['monthlyDays', 'too-small', { monthlyDays: 0 }],
    ['nights', 'too-big', { nights: 7 }],
    ['nights', 'too-small', { nights: -1 }],
  ])('refuses %s: %s', (path, rule, change) => {
    expect(faultsOf(Object.assign({}, minato, change))).toMatchObject({
      code: 'BAD_INPUT',
      details: { faults: [expect.objectContaining({ path, rule })] },
    });
  });
});
