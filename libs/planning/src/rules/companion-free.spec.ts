import { describe, expect, it } from '@jest/globals';
import {
  at,
  companion,
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

const given = problem({
  specialists: [specialist(), specialist({ id: 'mori' })],
  requests: [
    request({ companion: true }),
    request({ id: 'cloud', town: 'far', companion: true, mode: 'EITHER' }),
    request({ id: 'alone' }),
  ],
  companions: [companion()],
});
const together = visit({ companionId: 'ueda' });
const cloud = visit({ requestId: 'cloud', specialistId: 'mori', companionId: 'ueda' });

function broken(of: Problem, ...visits: readonly Assignment[]): string[] {
  return ruleIds(check(of, visits));
}

function parts(of: Problem, ...visits: readonly Assignment[]): unknown[] {
  return check(of, visits)
    .filter(({ ruleId }) => ruleId === 'companion-free')
    .map(({ facts }) => facts['part']);
}

describe('companion-free', () => {
  it('fires if nobody comes along where someone must, or someone where nobody should', () => {
    expect(parts(given, visit())).toEqual(['missing']);
    expect(parts(given, visit({ requestId: 'alone', companionId: 'ueda' }))).toEqual(['unwanted']);
    expect(parts(given, visit({ companionId: 'nobody' }))).toEqual(['unknown']);
    expect(broken(given, together)).toEqual([]);
    expect(broken(given, visit({ requestId: 'alone', companionId: null }))).toEqual([]);
  });

  it('fires outside the companion’s windows, the ways there and back included', () => {
    const short = {
      ...given,
      companions: [companion({ available: [{ start: at(0, 10), end: at(0, 12) }] })],
    };
    expect(parts(short, together)).toEqual(['hours']);
    const fits = [{ start: at(0, 9, 20), end: at(0, 12, 40) }];
    expect(broken({ ...given, companions: [companion({ available: fits })] }, together)).toEqual([]);
    const tight = [{ start: at(0, 9, 25), end: at(0, 12, 40) }];
    expect(parts({ ...given, companions: [companion({ available: tight })] }, together)).toEqual(['hours']);
    expect(parts({ ...given, companions: [companion({ available: officeDays(1) })] }, together)).toEqual([
      'hours',
    ]);
  });

  it('needs no way online', () => {
    const short = {
      ...given,
      companions: [companion({ available: [{ start: at(0, 10), end: at(0, 12) }] })],
    };
    expect(broken(short, { ...cloud, mode: 'ONLINE' })).toEqual([]);
  });

  it('fires where the way is not entered', () => {
    const island = { ...given, companions: [companion({ base: 'island' })] };
    expect(parts(island, together)).toEqual(['way']);
  });

  it('fires for two visits at once, the ways included, and for a fixed one', () => {
    const long = { ...given, companions: [companion({ available: [{ start: at(0, 8), end: at(0, 19) }] })] };
    expect(parts(long, together, cloud)).toEqual(['busy', 'busy']);
    // Back at 12:40, off again at 12:20.
    const soon = { ...cloud, start: at(0, 13, 30), end: at(0, 15, 30) };
    expect(parts(long, together, soon)).toEqual(['busy', 'busy']);
    const later = { ...cloud, start: at(0, 14), end: at(0, 16) };
    expect(parts(long, together, later)).toEqual([]);
    const fixed = [
      fixedVisit({
        specialistId: 'mori',
        place: 'far',
        mode: 'ON_SITE',
        companionId: 'ueda',
        start: at(0, 13),
      }),
    ];
    expect(parts({ ...long, fixed }, together)).toEqual(['busy']);
    expect(parts({ ...long, fixed: fixed.map((one) => ({ ...one, companionId: null })) }, together)).toEqual(
      [],
    );
  });
});
