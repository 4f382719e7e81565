import { describe, expect, it } from '@jest/globals';
import {
  at,
  fixedVisit,
  officeDays,
  problem,
  request,
  ruleIds,
  specialist,
  visit,
} from '../../testing/given.js';
import { check } from '../check.js';
import type { Assignment } from '../plan.js';
import type { Problem } from '../problem.js';

function broken(given: Problem, ...visits: readonly Assignment[]): string[] {
  return ruleIds(check(given, visits));
}

describe('a visit that breaks nothing', () => {
  it('has no hard violation', () => {
    expect(broken(problem(), visit())).toEqual([]);
  });
});

describe('visit-known', () => {
  it('fires for an unknown request, specialist or number', () => {
    expect(broken(problem(), visit({ requestId: 'other' }))).toEqual(['visit-known']);
    expect(broken(problem(), visit({ specialistId: 'other' }))).toContain('visit-known');
    expect(broken(problem(), visit({ visitNo: 2 }))).toEqual(['visit-known']);
  });

  it('fires for a wrong length, a start off the grid and a day outside the horizon', () => {
    expect(broken(problem(), visit({ end: at(0, 11) }))).toEqual(['visit-known']);
    expect(broken(problem(), visit({ start: at(0, 9, 45) }))).toEqual(['visit-known']);
    expect(broken(problem(), visit({ start: at(7, 10) }))).toContain('visit-known');
    expect(broken(problem(), visit({ start: at(-1, 10) }))).toContain('visit-known');
  });

  it('does not fire for a number that a fixed visit makes room for', () => {
    const given = problem({ fixed: [fixedVisit({ requestId: 'desk', visitNo: 1, start: at(0, 9) })] });
    expect(broken(given, visit({ visitNo: 2, start: at(1, 10) }))).toEqual([]);
  });
});

describe('required-specialist', () => {
  const two = [specialist(), specialist({ id: 'mori' })];
  const given = problem({ specialists: two, requests: [request({ requiredSpecialistId: 'mori' })] });

  it('fires for anyone else', () => {
    expect(broken(given, visit())).toEqual(['required-specialist']);
  });

  it('does not fire for the one decided by name', () => {
    expect(broken(given, visit({ specialistId: 'mori' }))).toEqual([]);
  });
});

describe('essential-skill', () => {
  const needing = (level: number, essential: boolean): Problem =>
    problem({ requests: [request({ needs: [{ skillId: 'bpr', level, essential }] })] });

  it('fires below the level', () => {
    expect(broken(needing(4, true), visit())).toEqual(['essential-skill']);
    const facts = check(needing(4, true), [visit()])[0]?.facts;
    expect(facts).toMatchObject({ skillId: 'bpr', level: 4, has: 3, specialistId: 'sato' });
  });

  it('does not fire at the level, nor for a skill that is not essential', () => {
    expect(broken(needing(3, true), visit())).toEqual([]);
    expect(broken(needing(4, false), visit())).toEqual([]);
  });
});

describe('mode-offered', () => {
  it('fires if the specialist does not offer the mode or the town does not wish it', () => {
    const given = problem({
      specialists: [specialist({ modes: ['ON_SITE'] })],
      requests: [request({ mode: 'EITHER' })],
    });
    expect(broken(given, visit({ mode: 'ONLINE' }))).toEqual(['mode-offered']);
    expect(broken(problem(), visit({ mode: 'ONLINE' }))).toEqual(['mode-offered']);
  });

  it('does not fire for either mode if both are wished and offered', () => {
    const given = problem({ requests: [request({ mode: 'EITHER' })] });
    expect(broken(given, visit({ mode: 'ONLINE' }))).toEqual([]);
    expect(broken(given, visit({ mode: 'ON_SITE' }))).toEqual([]);
  });
});

describe('travel-unknown', () => {
  const island = problem({ requests: [request({ town: 'island', mode: 'EITHER' })] });

  it('fires for a way that nobody entered, and never guesses', () => {
    const found = check(island, [visit()]).filter(({ level }) => level === 'hard');
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['travel-unknown', 'travel-unknown']);
    expect(found[0]?.facts).toMatchObject({ from: 'hub', to: 'island' });
  });

  it('does not fire online', () => {
    expect(broken(island, visit({ mode: 'ONLINE' }))).toEqual([]);
  });

  it('does not fire between two fixed visits on the island itself', () => {
    const fixed = [9, 15].map((hour) =>
      fixedVisit({
        id: `f${hour}`,
        place: 'island',
        mode: 'ON_SITE',
        start: at(0, hour),
        end: at(0, hour + 1),
      }),
    );
    expect(broken({ ...island, fixed }, visit({ start: at(0, 13) }))).toEqual([]);
  });
});

describe('within-availability', () => {
  const given = problem({ specialists: [specialist({ available: officeDays(1) })] });

  it('fires on a day off and over the edge of a window', () => {
    expect(broken(given, visit())).toEqual(['within-availability']);
    expect(broken(given, visit({ start: at(1, 12) }))).toContain('within-availability');
  });

  it('does not fire inside a window', () => {
    expect(broken(given, visit({ start: at(1, 13) }))).toEqual([]);
  });
});

describe('no-overlap', () => {
  const given = problem({ requests: [request(), request({ id: 'cloud' })] });

  it('fires for both visits of a clash, and beside a fixed visit', () => {
    const clash = check(given, [visit(), visit({ requestId: 'cloud', start: at(0, 10) })]);
    const ids = clash.filter(({ ruleId }) => ruleId === 'no-overlap').map(({ facts }) => facts['requestId']);
    expect(ids).toEqual(['desk', 'cloud']);
    const fixed = [fixedVisit({ start: at(0, 11) })];
    expect(broken(problem({ fixed }), visit())).toContain('no-overlap');
  });

  it('does not fire back to back in the same place', () => {
    const visits = [
      visit({ start: at(0, 13) }),
      visit({ requestId: 'cloud', start: at(0, 15), end: at(0, 17) }),
    ];
    const late = problem({
      requests: given.requests,
      specialists: [specialist({ available: [{ start: at(0, 8), end: at(0, 18) }] })],
    });
    expect(broken(late, ...visits)).toEqual([]);
  });
});

describe('travel-time', () => {
  const given = problem({
    requests: [request(), request({ id: 'cloud', town: 'far', minutes: 60 })],
    specialists: [specialist({ available: [{ start: at(0, 8), end: at(0, 19) }] })],
  });

  it('fires if the buffered way between two visits is longer than the gap', () => {
    const found = check(given, [
      visit(),
      visit({ requestId: 'cloud', start: at(0, 13), end: at(0, 14) }),
    ]).filter(({ ruleId }) => ruleId === 'travel-time');
    expect(found).toHaveLength(2);
    expect(found[0]?.facts).toMatchObject({ from: 'near', to: 'far', need: 90, room: 60 });
  });

  it('does not fire if the gap is exactly the way', () => {
    const visits = [visit(), visit({ requestId: 'cloud', start: at(0, 13, 30), end: at(0, 14, 30) })];
    expect(broken(given, ...visits)).toEqual([]);
  });

  it('fires if an online visit cuts the only stretch for the way in two', () => {
    const withCall = problem({
      ...given,
      requests: [...given.requests, request({ id: 'call', mode: 'ONLINE', minutes: 60 })],
      officeHours: [{ start: 540, end: 1080 }],
    });
    const visits = [visit(), visit({ requestId: 'cloud', start: at(0, 14), end: at(0, 15) })];
    const call = (hour: number, minute: number): Assignment =>
      visit({ requestId: 'call', mode: 'ONLINE', start: at(0, hour, minute), end: at(0, hour + 1, minute) });
    expect(broken(withCall, ...visits, call(12, 30))).toContain('travel-time');
    expect(broken(withCall, ...visits, call(15, 0))).toEqual([]);
  });
});

describe('home-within-day', () => {
  it('fires if the way out or home leaves the working day', () => {
    expect(broken(problem(), visit({ start: at(0, 9) }))).toEqual(['home-within-day']);
    expect(broken(problem(), visit({ start: at(0, 15) }))).toEqual(['home-within-day']);
  });

  it('does not let a call before the working day lengthen it', () => {
    const fixed = [fixedVisit({ start: at(0, 7), end: at(0, 8) })];
    expect(broken(problem({ fixed }), visit({ start: at(0, 9) }))).toEqual(['home-within-day']);
  });

  it('does not fire if both ways fit, over the lunch gap too', () => {
    const half = problem({ requests: [request({ town: 'far' })] });
    expect(broken(half, visit({ start: at(0, 13) }))).toEqual([]);
    expect(broken(problem(), visit({ start: at(0, 14) }))).toEqual([]);
  });
});

describe('town-office-open', () => {
  const always = specialist({ available: [0, 5].map((day) => ({ start: at(day, 7), end: at(day, 22) })) });

  it('fires on a closed day and outside the hours, online too', () => {
    const given = problem({ specialists: [always], requests: [request({ mode: 'EITHER' })] });
    expect(broken(given, visit({ start: at(5, 10) }))).toEqual(['town-office-open']);
    expect(broken(given, visit({ start: at(5, 10), mode: 'ONLINE' }))).toEqual(['town-office-open']);
    expect(broken(given, visit({ start: at(0, 11) }))).toEqual(['town-office-open']);
  });

  it('does not fire inside the hours', () => {
    expect(broken(problem({ specialists: [always] }), visit({ start: at(0, 15) }))).toEqual([]);
  });
});

describe('fixed-untouched', () => {
  const given = problem({ fixed: [fixedVisit({ requestId: 'desk', visitNo: 1, start: at(0, 10) })] });

  it('fires if a fixed visit is placed anew', () => {
    expect(broken(given, visit({ start: at(1, 10) }))).toEqual(['fixed-untouched']);
  });

  it('does not fire for the next number', () => {
    expect(broken(given, visit({ visitNo: 2, start: at(1, 10) }))).toEqual([]);
  });
});

describe('visit-once', () => {
  it('fires if one visit is placed twice', () => {
    expect(broken(problem(), visit(), visit({ start: at(1, 10) }))).toEqual(['visit-once']);
  });

  it('does not fire for two numbers', () => {
    const given = problem({ requests: [request({ visits: 2 })] });
    expect(broken(given, visit(), visit({ visitNo: 2, start: at(1, 10) }))).toEqual([]);
  });
});

describe('visit-order', () => {
  const given = problem({ requests: [request({ visits: 2 })] });

  it('fires if a later number comes first, beside a fixed visit too', () => {
    expect(broken(given, visit({ start: at(1, 10) }), visit({ visitNo: 2 }))).toEqual(['visit-order']);
    const fixed = [fixedVisit({ requestId: 'desk', visitNo: 2, start: at(0, 10) })];
    expect(broken({ ...given, fixed }, visit({ start: at(1, 10) }))).toEqual(['visit-order']);
  });

  it('does not fire in order', () => {
    expect(broken(given, visit(), visit({ visitNo: 2, start: at(1, 10) }))).toEqual([]);
  });
});

describe('min-gap', () => {
  const given = problem({ requests: [request({ visits: 2, minGapDays: 2 })] });

  it('fires one day short, against a fixed visit outside the horizon too', () => {
    const found = check(given, [visit(), visit({ visitNo: 2, start: at(1, 10) })]);
    expect(ruleIds(found)).toEqual(['min-gap']);
    expect(found[0]?.facts).toMatchObject({ minGapDays: 2, gapDays: 1 });
    const fixed = [fixedVisit({ requestId: 'desk', visitNo: null, start: at(-1, 10) })];
    expect(broken({ ...given, fixed }, visit())).toEqual(['min-gap']);
  });

  it('does not fire at the exact distance', () => {
    expect(broken(given, visit(), visit({ visitNo: 2, start: at(2, 10) }))).toEqual([]);
  });
});

describe('not-before-earliest', () => {
  it('fires before and does not fire from that minute on', () => {
    const given = problem({ requests: [request({ earliest: at(0, 13) })] });
    expect(broken(given, visit())).toEqual(['not-before-earliest']);
    expect(broken(given, visit({ start: at(0, 13) }))).toEqual([]);
  });
});

describe('deadline', () => {
  it('fires after and does not fire up to that minute', () => {
    const given = problem({ requests: [request({ deadline: at(0, 12) })] });
    expect(broken(given, visit({ start: at(0, 13) }))).toEqual(['deadline']);
    expect(broken(given, visit())).toEqual([]);
  });
});

describe('only-wished', () => {
  const wished = [{ start: at(1, 9), end: at(1, 12) }];

  it('fires outside the wished half-days', () => {
    const given = problem({ requests: [request({ wished, onlyWished: true })] });
    expect(broken(given, visit())).toEqual(['only-wished']);
  });

  it('does not fire inside them, nor if they are but wishes', () => {
    const given = problem({ requests: [request({ wished, onlyWished: true })] });
    expect(broken(given, visit({ start: at(1, 10) }))).toEqual([]);
    expect(broken(problem({ requests: [request({ wished })] }), visit())).toEqual([]);
  });
});
