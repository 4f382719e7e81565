import { describe, expect, it } from '@jest/globals';
import { generate } from '../bench/generate.js';
import { check } from './check.js';
import { partsOf, solveInParts } from './decompose.js';
import type { Problem } from './problem.js';
import { iterations } from './stop.js';

/** Two prefectures in one problem: other people, other towns, no way between them. */
function twoPrefectures(seed: number): Problem {
  const size = { requests: 9, specialists: 3, days: 21 };
  const [first, second] = ['a', 'b'].map((prefix, i) =>
    renamed(generate({ ...size, seed: seed + i }), prefix),
  );
  if (!first || !second) throw new Error('two are expected');
  const apart = first.places.length;
  const travel = [
    ...first.travel.map((row) => [...row, ...second.places.map(() => null)]),
    ...second.travel.map((row) => [...Array.from({ length: apart }, () => null), ...row]),
  ];
  // A skill of its own on each side: nobody serves the other prefecture.
  return {
    ...first,
    places: [...first.places, ...second.places],
    travel,
    specialists: [...first.specialists, ...second.specialists],
    requests: [...first.requests, ...second.requests],
    fixed: [...first.fixed, ...second.fixed],
  };
}

function renamed(given: Problem, prefix: string): Problem {
  const name = (id: string): string => `${prefix}-${id}`;
  const own = { skillId: prefix, level: 1, essential: true };
  return {
    ...given,
    places: given.places.map(name),
    specialists: given.specialists.map((one) => ({
      ...one,
      id: name(one.id),
      base: name(one.base),
      skills: { ...one.skills, [prefix]: 1 },
    })),
    requests: given.requests.map((one) => ({
      ...one,
      id: name(one.id),
      town: name(one.town),
      needs: [...one.needs, own],
      requiredSpecialistId: one.requiredSpecialistId === null ? null : name(one.requiredSpecialistId),
      previousSpecialistId: one.previousSpecialistId === null ? null : name(one.previousSpecialistId),
    })),
    fixed: given.fixed.map((one) => ({
      ...one,
      id: name(one.id),
      requestId: one.requestId === null ? null : name(one.requestId),
      specialistId: name(one.specialistId),
      place: one.place === null ? null : name(one.place),
    })),
  };
}

describe('partsOf', () => {
  it('never puts what belongs together apart, and loses nobody', () => {
    const given = twoPrefectures(3);
    const parts = partsOf(given);
    expect(parts.length).toBeGreaterThanOrEqual(2);
    for (const part of parts) {
      const sides = [...part.requests, ...part.specialists].map(({ id }) => id.slice(0, 1));
      expect(new Set(sides).size).toBe(1);
    }
    const count = (of: (part: Problem) => readonly unknown[]): number => parts.flatMap(of).length;
    expect(count(({ requests }) => requests)).toBe(given.requests.length);
    expect(count(({ specialists }) => specialists)).toBe(given.specialists.length);
    expect(count(({ fixed }) => fixed)).toBe(given.fixed.length);
  });

  it('keeps one town together', () => {
    const given = twoPrefectures(5);
    for (const part of partsOf(given)) {
      const towns = new Set(part.requests.map(({ town }) => town));
      const others = given.requests.filter((one) => !part.requests.includes(one));
      expect(others.some(({ town }) => towns.has(town))).toBe(false);
    }
  });
});

describe('solveInParts', () => {
  it('gives one sound plan', () => {
    const given = twoPrefectures(7);
    const plan = solveInParts(given, { seed: 1, stopFor: () => iterations(100) });
    expect(check(given, plan.assignments).filter(({ level }) => level === 'hard')).toEqual([]);
    const wanted = given.requests.reduce((sum, { visits }) => sum + visits, 0);
    expect(plan.assignments.length + plan.unplaced.length).toBe(wanted);
  });
});
