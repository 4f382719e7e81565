import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { generate } from '../bench/generate.js';
import {
  at,
  companion,
  fixedVisit,
  officeDays,
  problem,
  request,
  specialist,
  standingVisit,
} from '../testing/given.js';
import type { FindingId } from './finding-words.js';
import type { SoftRuleId } from './policy.js';
import type { PlanningSpecialist, Problem, WeeklySession } from './problem.js';
import { say } from './say.js';
import { solve } from './solve.js';
import { iterations } from './stop.js';
import { findingsOf, validateProblem } from './validate.js';

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
  ['request ids must not repeat', { requests: [request(), request()] }],
  ['unknown specialist', { fixed: [fixedVisit({ specialistId: 'nobody' })] }],
  ['place is not a place', { fixed: [fixedVisit({ place: 'moon' })] }],
  [
    'fixed twice',
    {
      fixed: ['a', 'b'].map((id) => fixedVisit({ id, requestId: 'desk', visitNo: 1 })),
    },
  ],
  ['minutes must be an integer', { requests: [request({ minutes: 1e12 })] }],
  ['visits must be an integer', { requests: [request({ visits: 1e9 })] }],
  ['weekOfDay must begin with 0', { weekOfDay: [1, 1, 1, 1, 1, 1, 1] }],
  ['weekOfDay must have one entry', { weekOfDay: [0] }],
  ['blocked must be sorted', { specialists: [blockedTwice()] }],
  ['weeklyCap', { specialists: [specialist({ weeklyCap: -1 })] }],
  ['nights', { specialists: [specialist({ nights: 0.5 })] }],
  ['companion ueda: base', { companions: [companion({ base: 'moon' })] }],
  ['companion ids must not repeat', { companions: [companion(), companion()] }],
  ['session desk: specialistIds', { sessions: [session({ specialistIds: ['nobody'] })] }],
  ['session desk: firstDay', { sessions: [session({ firstDay: -7 })] }],
  ['town near: closedDays', { towns: { near: { closedDays: [0.5] } } }],
  ['town near: officeHours must be sorted', { towns: { near: { officeHours: twice(540, 720) } } }],
  ['1 of desk is fixed twice', { standing: [standingVisit(), standingVisit()] }],
  ['names an unknown rule', { policy: { tiers: [['kindness' as SoftRuleId]] } }],
  ['in two tiers', { policy: { tiers: [['long-wait'], ['long-wait']] } }],
  ['tiers must be at most 6', { policy: { tiers: Array.from({ length: 7 }, () => []) } }],
  ['weight dayLate must be an integer', { policy: { weights: { dayLate: -1 } } }],
  ['weight dayLate must be an integer', { policy: { weights: { dayLate: 0.5 } } }],
  ['names an unknown weight', { policy: { weights: { kindness: 1 } as object } }],
];

function twice(start: number, end: number): { start: number; end: number }[] {
  return [0, 1].map(() => ({ start, end }));
}

function blockedTwice(): PlanningSpecialist {
  return specialist({ blocked: twice(540, 720).map((span) => ({ ...span, kind: 'DAY_OFF' })) });
}

function session(given: Partial<WeeklySession> = {}): WeeklySession {
  return {
    id: 'desk',
    specialistIds: ['sato'],
    firstDay: 0,
    start: 540,
    end: 600,
    place: null,
    exceptDays: [],
    ...given,
  };
}

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

const anHour = { requestId: 'desk', visitNo: 1, start: at(0, 10), end: at(0, 11) };

/** What can be computed but is surely not meant. */
const DOUBTS: readonly (readonly [FindingId, Partial<Problem>])[] = [
  ['no-specialists', { specialists: [] }],
  ['fixed-overlap', { fixed: ['a', 'b'].map((id) => fixedVisit({ id })) }],
  ['fixed-overlap', { fixed: [fixedVisit({ id: 'a' })], sessions: [session()] }],
  [
    'fixed-outside-term',
    { specialists: [specialist({ term: { firstDay: 1, lastDay: 4 } })], fixed: [fixedVisit(anHour)] },
  ],
  [
    'fixed-blocked',
    {
      specialists: [specialist({ blocked: [{ start: at(0, 9), end: at(0, 12), kind: 'DAY_OFF' }] })],
      fixed: [fixedVisit(anHour)],
    },
  ],
  [
    'fixed-out-of-order',
    {
      fixed: [
        fixedVisit({ ...anHour, id: 'a', visitNo: 2 }),
        fixedVisit({ ...anHour, id: 'b', start: at(1, 10), end: at(1, 11) }),
      ],
    },
  ],
  ['deadline-before-release', { requests: [request({ earliest: at(2, 9), deadline: at(2, 10) })] }],
  ['town-unreachable', { requests: [request({ town: 'island' })] }],
  ['visit-longer-than-hours', { requests: [request({ minutes: 300 })] }],
  ['visit-longer-than-hours', { requests: [request({ minutes: 1_000_000 })] }],
  ['need-above-capacity', { requests: [request({ visits: 100 })] }],
  ['need-above-capacity', { requests: [request({ minutes: 1_000_000 })] }],
  ['required-specialist-unknown', { requests: [request({ requiredSpecialistId: 'nobody' })] }],
  ['gaps-contradict', { requests: [request({ minGapDays: 7, maxGapDays: 3 })] }],
  ['campaign-of-one', { requests: [request({ campaignId: 'spring' })] }],
  ['nobody-to-come-along', { requests: [request({ companion: true })] }],
  ['companion-unknown', { fixed: [fixedVisit({ companionId: 'nobody' })] }],
  ['standing-request-unknown', { standing: [standingVisit({ requestId: 'gone' })] }],
  ['standing-number-unknown', { standing: [standingVisit({ visitNo: 9 })] }],
  ['standing-specialist-unknown', { standing: [standingVisit({ specialistId: 'gone' })] }],
  ['term-empty', { specialists: [specialist({ term: { firstDay: 3, lastDay: 1 } })] }],
];

describe('findingsOf', () => {
  it('finds nothing in a sound problem', () => {
    expect(findingsOf(problem())).toEqual([]);
  });

  it.each(DOUBTS)('finds %s, and can still be computed', (ruleId, doubt) => {
    const given = problem(doubt);
    expect(validateProblem(given)).toEqual([]);
    const plan = solve(given, { seed: 1, stop: iterations(5) });
    expect(plan.score.hard).toBe(0);
    const found = findingsOf(given).find((finding) => finding.ruleId === ruleId);
    expect(found).toMatchObject({ level: 'finding' });
    for (const locale of ['ja', 'en'] as const) {
      expect(found?.sentence[locale]).not.toMatch(/\?|undefined|NaN/);
    }
  });

  it.each(FAULTS)('calls fatal: %s', (_, fault) => {
    const found = findingsOf(problem(fault));
    expect(found[0]?.level).toBe('fatal');
    for (const { sentence } of found) expect(`${sentence.ja} ${sentence.en}`).not.toMatch(/\?|undefined|NaN/);
  });

  it('lets `say` put in names', () => {
    const [found] = findingsOf(problem({ requests: [request({ town: 'island' })] }));
    if (!found) throw new Error('nothing found');
    expect(say(found, (id) => (id === 'island' ? '離島町' : id), 'ja')).toContain('離島町への移動時間');
  });

  it('takes time in proportion to the size', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `r${i}`);
    const fixed = many.map((id, i) =>
      fixedVisit({ id, requestId: id, visitNo: 1, start: at(i % 5, 9), end: at(i % 5, 10) }),
    );
    const given = problem({ requests: many.map((id) => request({ id })), fixed });
    // Every clash after the first of a day is named: a quadratic check would not come to an end.
    expect(findingsOf(given)).toHaveLength(many.length - 5);
  });
});

/** Every number in a value, as the path to it. */
function numbersIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => numbersIn(part, [...path, key]));
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: number): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((part, i) => (String(i) === key ? replaced(part, rest, by) : part));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, part]) => [
      name,
      name === key ? replaced(part, rest, by) : part,
    ]),
  );
}

describe('one number gone wrong', () => {
  const given = generate({ requests: 6, specialists: 3, days: 14, seed: 5, full: true });
  const wrong = fc.constantFrom(NaN, Infinity, -1, 0, 0.5, 7, 100_000, 1_000_000, 999_999_999, 1e12, -1e12);

  it('is fatal or can be computed, and never breaks anything', () => {
    let computed = 0;
    let fatal = 0;
    fc.assert(
      fc.property(fc.constantFrom(...numbersIn(given)), wrong, (path, value) => {
        const bad = replaced(given, path, value) as Problem;
        if (findingsOf(bad).some(({ level }) => level === 'fatal')) {
          fatal += 1;
          return;
        }
        computed += 1;
        expect(solve(bad, { seed: 1, stop: iterations(1) }).score.hard).toBe(0);
      }),
      { seed: 3, numRuns: 800 },
    );
    expect(Math.min(computed, fatal)).toBeGreaterThan(100);
  });
});
