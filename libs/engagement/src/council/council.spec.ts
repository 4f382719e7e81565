import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coverageOf, roundOrder } from './round-order.js';
import { stopNext } from './town-round.entity.js';
import { trainingYear } from './training-year.js';

const training = (heldOn: string, status: 'PLANNED' | 'HELD' | 'CANCELLED' = 'HELD') => ({
  kind: 'JOINT_TRAINING' as const,
  heldOn,
  status,
});

describe('two joint trainings a year (§6.6)', () => {
  const two = [training('2026-08-05'), training('2027-02-08')];

  it('are enough, and a third is allowed', () => {
    expect(trainingYear(2026, two, '2027-03-31')).toMatchObject({ held: 2, needed: 2, isGap: false });
    expect(trainingYear(2026, [...two, training('2027-03-01')], '2027-03-31')).toMatchObject({
      held: 3,
      isGap: false,
    });
  });

  it('are a gap when fewer were held, from 1 January on and for good', () => {
    const one = [
      training('2026-08-05'),
      training('2027-02-08', 'PLANNED'),
      training('2026-12-01', 'CANCELLED'),
    ];
    expect(trainingYear(2026, one, '2026-12-31')).toMatchObject({ held: 1, planned: 1, isGap: false });
    for (const today of ['2027-01-01', '2027-03-31', '2027-04-01'])
      expect(trainingYear(2026, one, today).isGap).toBe(true);
  });

  it('count neither other meetings nor other years', () => {
    const others = [
      { ...training('2026-06-01'), kind: 'COUNCIL' as const },
      training('2026-03-31'),
      training('2027-04-01'),
    ];
    expect(trainingYear(2026, others, '2027-01-01')).toMatchObject({ held: 0, isGap: true });
  });
});

describe('the proposed order of a round (§6.6)', () => {
  const matrix = fc.integer({ min: 0, max: 25 }).chain((towns) =>
    fc.record({
      islands: fc.array(fc.boolean(), { minLength: towns, maxLength: towns }),
      minutes: fc.array(
        fc.array(fc.option(fc.integer({ min: 1, max: 200 })), {
          minLength: towns + 1,
          maxLength: towns + 1,
        }),
        { minLength: towns + 1, maxLength: towns + 1 },
      ),
    }),
  );

  it('has every town once, at most four in a tour, and an island alone, whatever the ways', () => {
    fc.assert(
      fc.property(matrix, ({ islands, minutes }) => {
        const towns = islands.map((isIsland, i) => ({ municipalityId: `t${i}`, isIsland }));
        const order = roundOrder(towns, minutes);
        expect(order.map(({ municipalityId }) => municipalityId).sort()).toEqual(
          towns.map(({ municipalityId }) => municipalityId).sort(),
        );
        const tours = new Map<number, string[]>();
        for (const { tour, municipalityId } of order)
          tours.set(tour, [...(tours.get(tour) ?? []), municipalityId]);
        expect([...tours.keys()]).toEqual([...tours.keys()].sort((a, b) => a - b));
        for (const members of tours.values()) {
          expect(members.length).toBeLessThanOrEqual(4);
          const hasIsland = towns.some((town) => town.isIsland && members.includes(town.municipalityId));
          if (hasIsland) expect(members).toHaveLength(1);
        }
      }),
    );
  });

  it('names the towns that nobody has been to', () => {
    const stops = [
      { municipalityId: 'a', isVisited: true },
      { municipalityId: 'b', isVisited: false },
    ];
    expect(coverageOf(stops)).toEqual({ visited: 1, total: 2, missing: ['b'] });
    expect(coverageOf([])).toEqual({ visited: 0, total: 0, missing: [] });
  });

  it('visits nobody without a companion, and hears everybody online without one', () => {
    expect(stopNext('VISIT', 'DATED')).toEqual(['COMPANION_SET', 'PLANNED']);
    expect(stopNext('HEARING_FIRST', 'DATED')).toEqual(['VISITED', 'PLANNED']);
  });
});
