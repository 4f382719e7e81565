import type { Feature, MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { z } from 'zod';
import { BoundaryFault } from './boundary-fault.js';

/** A piece of a municipality or of a ward, in degrees. */
export interface Piece {
  /** The five digits of JIS X 0402; of a ward of a designated city its own. */
  readonly code: string;
  readonly shape: MultiPolygon;
}

export interface BoundaryFile {
  readonly pieces: readonly Piece[];
  /** Features without a code: land that belongs to no municipality, coast lines. */
  readonly withoutCode: number;
}

/** Longer, and it cannot be one text of JavaScript. */
const MOST_BYTES = 480 * 1024 * 1024;

/** West, south, east and north of everything Japanese, in degrees. */
const JAPAN = [122, 20, 154.1, 46] as const;

const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });
/** What is broken inside throws when it is unpacked. */
const topology = z.custom<Topology>(
  (json) =>
    z.object({ type: z.literal('Topology'), objects: z.record(z.string(), z.unknown()) }).safeParse(json)
      .success,
);
/** Coordinates are looked at one by one further down: there may be millions. */
const oneFeature = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullish(),
});
type LooseFeature = z.infer<typeof oneFeature>;

/**
 * Reads a file of municipal boundaries: GeoJSON or TopoJSON with the columns of 国土数値情報 N03 (`N03_007`), or with
 * codes of five or six digits as `id` or `lgcode`.
 */
export function readBoundaries(name: string, bytes: Uint8Array): BoundaryFile {
  const features = featuresOf(name, jsonOf(name, bytes));
  const pieces: Piece[] = [];
  let withoutCode = 0;
  for (const one of features) {
    const code = codeOf(one);
    const shape = one.geometry;
    if (code === null) withoutCode += 1;
    else if (shape) pieces.push({ code, shape: areaOf(name, shape) });
  }
  const first = pieces[0];
  if (!first)
    throw new BoundaryFault(
      `${name}: 市区町村のコード（N03_007、または5桁・6桁の id / lgcode）を持つ地形がありません`,
      `${name}: no feature has a municipal code (N03_007, or an id / lgcode of five or six digits)`,
    );
  return { pieces, withoutCode };
}

function jsonOf(name: string, bytes: Uint8Array): unknown {
  const head = Buffer.from(bytes.subarray(0, 4));
  if (head.subarray(0, 2).toString('latin1') === 'PK')
    throw new BoundaryFault(
      `${name}: ZIPのままです。展開して、中の .geojson を指定してください`,
      `${name}: this is a ZIP. Unpack it and name the .geojson inside`,
    );
  if (head.length === 4 && head.readUInt32BE(0) === 0x0000270a)
    throw new BoundaryFault(
      `${name}: シェープファイルです。同じフォルダーの .geojson を指定してください`,
      `${name}: this is a shapefile. Name the .geojson of the same folder`,
    );
  if (bytes.length > MOST_BYTES)
    throw new BoundaryFault(
      `${name}: 大きすぎます（480 MBまで）。都道府県ごとのファイルを並べて指定してください`,
      `${name}: too large (480 MB at most). Name the files of single prefectures instead`,
    );
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new BoundaryFault(
      `${name}: JSONとして読めません。GeoJSONかTopoJSON（UTF-8）を指定してください`,
      `${name}: not readable as JSON. Name a GeoJSON or TopoJSON file in UTF-8`,
    );
  }
}

function featuresOf(name: string, json: unknown): LooseFeature[] {
  const packed = topology.safeParse(json).data;
  const raw = packed ? unpacked(name, packed) : collection.safeParse(json).data?.features;
  if (raw === undefined)
    throw new BoundaryFault(
      `${name}: GeoJSON（FeatureCollection）でもTopoJSON（Topology）でもありません`,
      `${name}: neither GeoJSON (FeatureCollection) nor TopoJSON (Topology)`,
    );
  return raw.flatMap((one) => oneFeature.safeParse(one).data ?? []);
}

/** Every object of it; outlines of prefectures have shorter codes and fall out by themselves. */
function unpacked(name: string, packed: Topology): Feature[] {
  try {
    return Object.values(packed.objects).flatMap((object) => {
      const whole = feature(packed, object);
      return whole.type === 'FeatureCollection' ? whole.features : [whole];
    });
  } catch {
    throw new BoundaryFault(
      `${name}: TopoJSONの中身が壊れています。もう一度入手してください`,
      `${name}: the TopoJSON is broken inside. Fetch it again`,
    );
  }
}

/** Five digits, whichever way the file says them; null for what is no municipality, a prefecture as a whole (34000) too. */
function codeOf({ id, properties }: LooseFeature): string | null {
  const given = [properties?.['N03_007'], properties?.['lgcode'], properties?.['jis_code'], id];
  for (const one of given) {
    const text = typeof one === 'number' ? String(one).padStart(5, '0') : one;
    if (typeof text === 'string' && /^\d\d(?!000)\d{3,4}$/.test(text)) return text.slice(0, 5);
  }
  return null;
}

function areaOf(name: string, shape: { type: string; coordinates: unknown }): MultiPolygon {
  const { type, coordinates } = shape;
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  if (!isPolygons(polygons))
    throw new BoundaryFault(
      `${name}: 面（Polygon・MultiPolygon）でない地形があります。行政区域（N03）のファイルを指定してください`,
      `${name}: a feature is no area (Polygon, MultiPolygon). Name a file of administrative areas (N03)`,
    );
  for (const ring of polygons.flat()) {
    const outside = ring.find(([x = NaN, y = NaN]) => !isInJapan(x, y));
    if (outside)
      throw new BoundaryFault(
        `${name}: 座標 ${outside.join(', ')} は日本の経度・緯度ではありません（平面直角座標のファイルは使えません）`,
        `${name}: ${outside.join(', ')} is no longitude and latitude in Japan (files in plane coordinates cannot be used)`,
      );
  }
  return { type: 'MultiPolygon', coordinates: polygons };
}

const isListOf = <T>(value: unknown, isOne: (one: unknown) => one is T): value is T[] =>
  Array.isArray(value) && value.every(isOne);
const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';
const isRing = (value: unknown): value is Position[] => isListOf(value, isPosition);
const isPolygon = (value: unknown): value is Position[][] => isListOf(value, isRing);
const isPolygons = (value: unknown): value is Position[][][] => isListOf(value, isPolygon);

const isInJapan = (x: number, y: number): boolean =>
  x >= JAPAN[0] && y >= JAPAN[1] && x <= JAPAN[2] && y <= JAPAN[3];
