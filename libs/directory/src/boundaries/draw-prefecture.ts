import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { GeoJsonProperties, GeometryCollection as GeometryCollectionShape, MultiPolygon } from 'geojson';
import { mergeArcs, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { filter, planarRingArea, presimplify, quantile, simplify } from 'topojson-simplify';
import type {
  GeometryCollection,
  GeometryObject,
  MultiPolygon as Arcs,
  Topology,
} from 'topojson-specification';

/** What a map of one prefecture may weigh when it is sent, in bytes. */
export const MOST_BYTES_SENT = 40 * 1024;
/** Steps across the whole prefecture before anything is left out, and in what is kept. */
const STEPS = { read: 1e6, kept: 1e4 } as const;
/** How often the middle is tried: afterwards the size is as near as one point in a thousand. */
const HALVINGS = 10;
/** Points of a closed line that stay whatever happens: an island of one town is not simplified away. */
const CORNERS = 4;

const compress = promisify(brotliCompress);
const packed = (text: string, quality: number): Promise<Buffer> =>
  compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });

type Towns = Topology<{ towns: GeometryCollection }>;

/** The shapes of a prefecture's towns by their ids, wards and islets joined, as TopoJSON under Brotli. */
export async function drawPrefecture(shapes: ReadonlyMap<string, readonly MultiPolygon[]>): Promise<Buffer> {
  const whole = weighed(joined(shapes));
  const exact = await packed(textOf(whole, 1), 11);
  if (exact.length <= MOST_BYTES_SENT) return exact;
  let [fits, tooMuch] = [0, 1];
  for (let turn = 0; turn < HALVINGS; turn += 1) {
    const middle = (fits + tooMuch) / 2;
    const { length } = await packed(textOf(whole, middle), 9);
    if (length > MOST_BYTES_SENT) tooMuch = middle;
    else fits = middle;
  }
  return packed(textOf(whole, fits), 11);
}

/** One shape for each town, lines between neighbours once. */
function joined(shapes: ReadonlyMap<string, readonly MultiPolygon[]>): Towns {
  // An object for each town, so that each is told by its name.
  const towns = Object.fromEntries(
    [...shapes].map(([id, pieces]): [string, GeometryCollectionShape] => [
      id,
      { type: 'GeometryCollection', geometries: [...pieces] },
    ]),
  );
  const all = topology(towns, STEPS.read);
  const geometries = Object.entries(all.objects).map(([id, own]) => ({
    ...mergeArcs(all, own.type === 'GeometryCollection' ? own.geometries.flatMap(areaOf) : []),
    id,
  }));
  return { ...all, objects: { towns: { type: 'GeometryCollection', geometries } } };
}

const areaOf = (one: GeometryObject<GeoJsonProperties>): Arcs[] =>
  one.type === 'MultiPolygon' ? [{ type: 'MultiPolygon', arcs: one.arcs }] : [];

/** Each point with how much would be lost without it, as a third figure. */
function weighed(all: Towns): Towns {
  const weights = presimplify(all);
  for (const arc of weights.arcs) {
    const [first, last] = [arc[0], arc.at(-1)];
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) continue;
    const inner = arc.slice(1, -1).toSorted((a, b) => (b[2] ?? 0) - (a[2] ?? 0));
    for (const point of inner.slice(0, CORNERS)) point[2] = Number.MAX_VALUE;
  }
  return weights;
}

/** With the `share` (0 to 1) of points that are seen most, and without islets that are smaller than what is lost there. */
function textOf(whole: Towns, share: number): string {
  const least = share === 1 ? 0 : quantile(whole, share);
  const lines = simplify(whole, least);
  const towns = lines.objects.towns.geometries.map((town) =>
    town.type === 'MultiPolygon' ? withoutIslets(lines, town, least) : town,
  );
  const kept: Towns = { ...lines, objects: { towns: { type: 'GeometryCollection', geometries: towns } } };
  // The filter that keeps every ring still drops the lines that nothing uses any more.
  const drawn = quantize(
    filter(kept, () => true),
    STEPS.kept,
  );
  return JSON.stringify({
    type: drawn.type,
    transform: drawn.transform,
    objects: drawn.objects,
    arcs: drawn.arcs,
  });
}

/** The largest piece of a town always stays. */
function withoutIslets(all: Topology, town: Arcs, least: number): Arcs {
  const areas = town.arcs.map((rings) => planarRingArea(pointsOf(all, rings[0] ?? [])));
  const largest = Math.max(...areas);
  return { ...town, arcs: town.arcs.filter((_, i) => areas[i] === largest || (areas[i] ?? 0) > least * 4) };
}

const pointsOf = (all: Topology, ring: readonly number[]): [number, number][] =>
  ring.flatMap((index) => {
    const arc = all.arcs[index < 0 ? ~index : index] ?? [];
    const points = arc.map(([x = 0, y = 0]): [number, number] => [x, y]);
    return index < 0 ? points.toReversed() : points;
  });
