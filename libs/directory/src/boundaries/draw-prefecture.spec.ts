import { existsSync, readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { feature, neighbors } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { drawPrefecture, MOST_BYTES_SENT } from './draw-prefecture.js';
import { readBoundaries } from './read-boundaries.js';

/** A square of a degree's `side`, its outline in so many steps, a little wild. */
function square(west: number, south: number, side: number, steps = 1): number[][] {
  const corners = [
    [west, south],
    [west, south + side],
    [west + side, south + side],
    [west + side, south],
    [west, south],
  ];
  return corners
    .slice(0, -1)
    .flatMap((from, i) => {
      const to = corners[i + 1] ?? from;
      return Array.from({ length: steps }, (_, n) => {
        // The same on both sides of a border, whichever way it is walked.
        const [x = 0, y = 0] = from.map((value, axis) => value + (((to[axis] ?? 0) - value) * n) / steps);
        const wild = n === 0 ? 0 : 0.002 * ((Math.sin(1000 * x + 777 * y) * 43758) % 1);
        return [x + wild, y + wild];
      });
    })
    .concat([[west, south]]);
}

const shape = (...rings: number[][][]) => ({
  type: 'MultiPolygon' as const,
  coordinates: rings.map((ring) => [ring]),
});

const drawn = async (shapes: Parameters<typeof drawPrefecture>[0]) => {
  const bytes = await drawPrefecture(shapes);
  const topology: Topology<{ towns: GeometryCollection }> = JSON.parse(
    brotliDecompressSync(bytes).toString('utf8'),
  );
  const towns = feature(topology, topology.objects.towns).features;
  return { bytes: bytes.length, topology, towns };
};

describe('the shapes of a prefecture', () => {
  it('joins what belongs to one town, and keeps lines between neighbours once', async () => {
    const { topology, towns } = await drawn(
      new Map([
        ['341002', [shape(square(132, 34, 0.5)), shape(square(132, 34.5, 0.5))]],
        ['342025', [shape(square(132.5, 34, 0.5))]],
      ]),
    );
    expect(towns.map(({ id }) => id)).toEqual(['341002', '342025']);
    expect(
      towns.map(({ geometry }) => geometry.type === 'MultiPolygon' && geometry.coordinates.length),
    ).toEqual([1, 1]);
    expect(neighbors(topology.objects.towns.geometries)).toEqual([[1], [0]]);
  });

  it('leaves out what is seen least until it fits, and never a whole town', async () => {
    const towns = Array.from({ length: 64 }, (_, n): [string, ReturnType<typeof shape>[]] => [
      String(340000 + n),
      [shape(square(131 + (n % 8) * 0.3, 34 + Math.floor(n / 8) * 0.3, 0.3, 500))],
    ]);
    // An island of a hundred metres, all that this town has; and an islet beside a large one.
    towns.push(['349999', [shape(square(135, 33, 0.001))]]);
    towns[0]?.[1].push(shape(square(135.2, 33, 0.0004)));
    const { bytes, towns: kept } = await drawn(new Map(towns));
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES_SENT);
    expect(bytes).toBeGreaterThan(MOST_BYTES_SENT * 0.8);
    expect(kept).toHaveLength(65);
    const [first, island] = [kept[0], kept.at(-1)].map((one) =>
      one?.geometry.type === 'MultiPolygon' ? one.geometry.coordinates : [],
    );
    expect(first).toHaveLength(1);
    expect(island?.[0]?.[0]?.length).toBeGreaterThan(3);
  }, 60_000);

  const given = '../shared/data/boundaries/by-prefecture/34.topojson';
  // The data are not ours to keep here: a clone without them has one test less.
  if (existsSync(given))
    it('draws a whole prefecture of the open data', async () => {
      const { pieces } = readBoundaries('34.topojson', readFileSync(given));
      const { bytes, towns } = await drawn(new Map(pieces.map(({ code, shape: area }) => [code, [area]])));
      expect([towns.length, bytes <= MOST_BYTES_SENT]).toEqual([23, true]);
    }, 60_000);
});
