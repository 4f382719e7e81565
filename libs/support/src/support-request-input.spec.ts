import { DomainError } from '@banso/kernel';
import { describe, expect, it } from '@jest/globals';
import { assertReady, parseSupportRequest } from './support-request-input.js';

const TODAY = '2026-11-16';

const input = (changes: Record<string, unknown> = {}) => ({
  title: '窓口の待ち時間を減らしたい',
  trouble: '何度も同じことを書いてもらっている。',
  urgency: 'NORMAL',
  mode: 'ON_SITE',
  visits: 2,
  visitMinutes: 180,
  minGapDays: 7,
  wished: [],
  onlyWished: false,
  entrustSelection: false,
  contactSection: '総務課',
  ...changes,
});

/** Where and which, of every fault. */
function faultsOf(changes: Record<string, unknown>): [string, string][] {
  try {
    parseSupportRequest(input(changes), TODAY);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.code).toBe('BAD_INPUT');
    return (error.details.faults ?? []).map(({ path, rule }) => [path, rule]);
  }
}

describe('parseSupportRequest', () => {
  it('takes what is left out as nothing', () => {
    expect(parseSupportRequest(input(), TODAY)).toMatchObject({
      themeId: null,
      earliestOn: null,
      deadlineOn: null,
      wished: [],
    });
  });

  it('trims texts and joins their characters', () => {
    const parsed = parseSupportRequest(input({ title: '  か\u3099く式  ' }), TODAY);
    expect(parsed.title).toBe('がく式');
  });

  it.each([
    ['a title of 81 characters', { title: 'あ'.repeat(81) }, 'title', 'too-long'],
    ['characters that cannot be stored', { trouble: 'a\u0000b' }, 'trouble', 'unstorable'],
    ['an unknown urgency', { urgency: 'PANIC' }, 'urgency', 'invalid'],
    ['no visit', { visits: 0 }, 'visits', 'too-small'],
    ['thirteen visits', { visits: 13 }, 'visits', 'too-big'],
    ['half a visit', { visits: 1.5 }, 'visits', 'invalid'],
    ['a visit of no minutes', { visitMinutes: 0 }, 'visitMinutes', 'too-small'],
    ['a visit of 45 minutes', { visitMinutes: 45 }, 'visitMinutes', 'step'],
    ['a visit longer than an afternoon', { visitMinutes: 270 }, 'visitMinutes', 'too-big'],
    ['a gap of 91 days', { minGapDays: 91 }, 'minGapDays', 'too-big'],
    ['a deadline yesterday', { deadlineOn: '2026-11-15' }, 'deadlineOn', 'past'],
    ['a deadline in three years', { deadlineOn: '2029-11-16' }, 'deadlineOn', 'too-far'],
    ['a start in the year 9999', { earliestOn: '9999-12-31' }, 'earliestOn', 'too-far'],
    ['a date that does not exist', { deadlineOn: '2027-02-30' }, 'deadlineOn', 'date'],
    [
      'a start after the deadline',
      { earliestOn: '2026-12-02', deadlineOn: '2026-12-01' },
      'earliestOn',
      'after-deadline',
    ],
    ['only wished days, and none', { onlyWished: true }, 'wished', 'required'],
    [
      '61 wished half-days',
      { wished: Array(61).fill({ date: '2026-11-17', half: 'AM' }) },
      'wished',
      'too-big',
    ],
    ['a wished day yesterday', { wished: [{ date: '2026-11-13', half: 'AM' }] }, 'wished.0.date', 'past'],
    ['a wished Saturday', { wished: [{ date: '2026-11-21', half: 'AM' }] }, 'wished.0.date', 'closed-day'],
    ['a wished holiday', { wished: [{ date: '2026-11-23', half: 'PM' }] }, 'wished.0.date', 'closed-day'],
    ['a wish at New Year', { wished: [{ date: '2026-12-29', half: 'PM' }] }, 'wished.0.date', 'closed-day'],
    ['a wish in three years', { wished: [{ date: '2029-11-16', half: 'PM' }] }, 'wished.0.date', 'too-far'],
    ['a wished night', { wished: [{ date: '2026-11-17', half: 'NIGHT' }] }, 'wished.0.half', 'invalid'],
    [
      'a wish after the deadline',
      { deadlineOn: '2026-11-20', wished: [{ date: '2026-11-24', half: 'AM' }] },
      'wished.0.date',
      'after-deadline',
    ],
    [
      'a wish before the start',
      { earliestOn: '2026-11-25', wished: [{ date: '2026-11-24', half: 'AM' }] },
      'wished.0.date',
      'before-start',
    ],
    [
      'a visit longer than the wished morning',
      { visitMinutes: 210, wished: [{ date: '2026-11-24', half: 'AM' }] },
      'wished.0.date',
      'longer-than-half',
    ],
    [
      'the same wish twice',
      {
        wished: [
          { date: '2026-11-24', half: 'AM' },
          { date: '2026-11-24', half: 'AM' },
        ],
      },
      'wished.1.date',
      'repeated',
    ],
  ])('refuses %s', (_, changes, path, rule) => {
    expect(faultsOf(changes)).toEqual([[path, rule]]);
  });

  it.each([
    { deadlineOn: TODAY },
    { deadlineOn: '2028-11-15' },
    { earliestOn: '2026-12-01', deadlineOn: '2026-12-01' },
    { wished: [{ date: '2026-11-16', half: 'PM' }], onlyWished: true },
    { deadlineOn: '2026-11-20', wished: [{ date: '2026-11-20', half: 'AM' }] },
    { visitMinutes: 240, visits: 12, minGapDays: 90 },
    { visitMinutes: 240, wished: [{ date: '2026-11-24', half: 'PM' }] },
    { themeId: 'T20' },
  ])('takes %j', (changes) => {
    expect(faultsOf(changes)).toEqual([]);
  });

  it('names every fault at once', () => {
    expect(
      faultsOf({
        wished: [
          { date: '2026-11-13', half: 'AM' },
          { date: '2026-11-24', half: 'AM' },
          { date: '2026-11-21', half: 'AM' },
        ],
        deadlineOn: '2026-11-13',
      }),
    ).toEqual([
      ['deadlineOn', 'past'],
      ['wished.0.date', 'past'],
      ['wished.1.date', 'after-deadline'],
      ['wished.2.date', 'closed-day'],
    ]);
  });
});

describe('assertReady', () => {
  const faultsWhenSent = (changes: Record<string, unknown>, today = TODAY) => {
    const content = parseSupportRequest(input(changes), TODAY);
    try {
      assertReady(content, today);
      return [];
    } catch (error) {
      return (error as DomainError).details.faults?.map(({ path, rule }) => [path, rule]);
    }
  };

  it('refuses a draft that has waited too long', () => {
    expect(faultsWhenSent({ deadlineOn: '2026-11-20' }, '2026-11-20')).toEqual([]);
    expect(faultsWhenSent({ deadlineOn: '2026-11-20' }, '2026-11-21')).toEqual([['deadlineOn', 'past']]);
  });

  it('lets a draft wait for its words, and asks for all of them when it is sent', () => {
    expect(faultsWhenSent({ title: '', trouble: '\n', contactSection: ' ' })).toEqual([
      ['title', 'required'],
      ['trouble', 'required'],
      ['contactSection', 'required'],
    ]);
  });
});
