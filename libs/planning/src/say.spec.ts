import { describe, expect, it } from '@jest/globals';
import { generate } from '../bench/generate.js';
import { at, problem, request, visit } from '../testing/given.js';
import { check } from './check.js';
import { explainUnplaced } from './explain/explain-unplaced.js';
import { DEFAULT_POLICY } from './policy.js';
import { HARD_RULES, RULES, SOFT_RULES } from './rules/index.js';
import { say } from './say.js';
import { solve } from './solve.js';
import { iterations } from './stop.js';

const NAMES: Readonly<Record<string, string>> = {
  hub: '県庁',
  island: '離島町',
  sato: '佐藤',
  'day:0': '4月1日',
};
const names = (id: string): string => NAMES[id] ?? id;
const island = problem({ requests: [request({ town: 'island', earliest: at(0, 9) })] });

describe('say', () => {
  it('names the way that is not entered, in both languages', () => {
    const [found] = check(island, [visit()]);
    if (!found) throw new Error('nothing found');
    expect(say(found, names, 'ja')).toBe('県庁から離島町までの移動時間が登録されていません');
    expect(say(found, names, 'en')).toBe('The travel time from 県庁 to 離島町 is not entered');
  });

  it('sums up a reason with its extent', () => {
    const [reason] = explainUnplaced(island, [], 'desk');
    if (!reason) throw new Error('no reason');
    expect(say(reason, names, 'ja')).toContain(
      '県庁から離島町までの移動時間が登録されていません（専門人材1名',
    );
  });

  it('takes the date from the caller and counts days without one', () => {
    const late = problem({ requests: [request({ earliest: at(0, 11) })] });
    const found = check(late, [visit()]).find(({ ruleId }) => ruleId === 'not-before-earliest');
    if (!found) throw new Error('nothing found');
    expect(say(found, names, 'ja')).toContain('4月1日 11:00');
    expect(say(found, (id) => id, 'ja')).toContain('1日目 11:00');
    expect(say(found, (id) => id, 'en')).toContain('day 1 11:00');
  });

  it('never leaves a gap in what real plans and edits give rise to', () => {
    for (let seed = 0; seed < 12; seed += 1) {
      const given = generate({ requests: 10, specialists: 3, days: 14, seed, full: seed % 2 === 1 });
      const plan = solve(given, { seed, stop: iterations(5) });
      const moved = plan.assignments.map((one) => ({ ...one, start: one.start + 90, end: one.end + 90 }));
      const reasons = plan.unplaced.flatMap((left) => left.reasons);
      for (const about of [...check(given, plan.assignments), ...check(given, moved), ...reasons]) {
        for (const locale of ['ja', 'en'] as const) {
          const sentence = say(about, (id) => id, locale);
          expect(sentence).not.toMatch(/\?|undefined|NaN/);
          expect(sentence).not.toBe(about.ruleId);
        }
      }
    }
  });

  it('gives back the id of a rule it does not know', () => {
    expect(say({ ruleId: 'gone', level: 'hard', facts: {} }, names, 'ja')).toBe('gone');
  });
});

describe('the policy', () => {
  it('has every rule once, and the default policy names each soft one', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(RULES).toHaveLength(HARD_RULES.length + SOFT_RULES.length);
    expect(DEFAULT_POLICY.tiers.flat()).toEqual(SOFT_RULES.map(({ id }) => id));
  });
});
