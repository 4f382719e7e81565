import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A municipality's or a prefecture's office. */
export interface Office {
  /** Local government code: the place id in the problems. */
  readonly id: string;
  /** Two digits. */
  readonly prefecture: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
  /** Prefectural office; false = town. */
  readonly isPrefecture: boolean;
  readonly landmass: string;
  /** False = island without a road: no travel time is known. */
  readonly hasRoad: boolean;
}

interface Estimator {
  readonly constants: Readonly<
    Record<'detourFactorGreatCircle' | 'fixedMin' | 'speed0to10' | 'speed10to40' | 'speedOver40', number>
  >;
  readonly planning: { readonly bufferShare: number; readonly bufferMin: number };
}

type Row = Readonly<Record<string, string>>;

/** A file of `data/`, found from the working directory upwards: the built bench lies elsewhere. */
function dataFile(...path: readonly string[]): string {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const file = join(folder, 'data', ...path);
    if (existsSync(file)) return file;
    if (folder === dirname(folder))
      throw new Error(`data/${path.join('/')} is missing: run in the repository`);
  }
}

/** The rows of a table of `data/`. */
export function rowsOf(...path: readonly string[]): readonly Row[] {
  return parse(readFileSync(dataFile(...path)), { bom: true, columns: true, skip_empty_lines: true });
}

/** A function that reads once and keeps what it read. */
function kept<T>(read: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key) ?? read(key);
    known.set(key, found);
    return found;
  };
}

const municipalities = kept((file) => rowsOf('register', file));
const estimator = kept((file): Estimator => JSON.parse(readFileSync(dataFile('register', file), 'utf8')));

/** The codes of all 47 prefectures. */
export function prefectures(): readonly string[] {
  return municipalities('prefectures.csv').map((row) => cell(row, 'code'));
}

/** The prefectural office, then its towns. */
export const officesOf = kept((prefecture): readonly Office[] => {
  const own = municipalities('prefectures.csv').filter((row) => cell(row, 'code') === prefecture);
  const towns = municipalities('municipalities.csv').filter((row) => cell(row, 'prefecture') === prefecture);
  const landmass = towns.find((row) => cell(row, 'road_link') === 'main')?.['landmass'] ?? '';
  const office = (row: Row, isPrefecture: boolean): Office => ({
    id: cell(row, 'lgcode'),
    prefecture,
    latitude: Number(cell(row, 'office_lat')),
    longitude: Number(cell(row, 'office_lng')),
    population: Number(cell(row, 'population')),
    isPrefecture,
    landmass: isPrefecture ? landmass : cell(row, 'landmass'),
    hasRoad: isPrefecture || cell(row, 'road_link') !== 'none',
  });
  return [...own.map((row) => office(row, true)), ...towns.map((row) => office(row, false))];
});

function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`the register has no column ${column}`);
  return value;
}

/** Minutes by pair of codes within one prefecture; absent = no road. */
const minutesOf = kept((prefecture): ReadonlyMap<string, number> => {
  const rows = rowsOf('register', 'travel', `${prefecture}.csv`).filter(({ minutes }) => minutes !== '');
  return new Map(
    rows.flatMap((row): [string, number][] => {
      const [from, to, minutes] = [cell(row, 'from'), cell(row, 'to'), Number(cell(row, 'minutes'))];
      return [
        [`${from} ${to}`, minutes],
        [`${to} ${from}`, minutes],
      ];
    }),
  );
});

/**
 * Minutes between all offices. Within a prefecture as the register has them; across its border, where the
 * register has none, by the register's own formula on the great circle, and unknown across the sea.
 */
export function travelBetween(offices: readonly Office[]): (number | null)[][] {
  return offices.map((from) => {
    const known = minutesOf(from.prefecture);
    return offices.map((to) => {
      if (from === to) return 0;
      if (from.prefecture === to.prefecture) return known.get(`${from.id} ${to.id}`) ?? null;
      return from.hasRoad && to.hasRoad && from.landmass === to.landmass ? estimate(from, to) : null;
    });
  });
}

function estimate(from: Office, to: Office): number {
  const { constants } = estimator('estimator.json');
  const road = constants.detourFactorGreatCircle * greatCircleKilometres(from, to);
  const near = Math.min(road, 10) / constants.speed0to10;
  const middle = Math.min(Math.max(road - 10, 0), 30) / constants.speed10to40;
  const far = Math.max(road - 40, 0) / constants.speedOver40;
  return Math.round(constants.fixedMin + 60 * (near + middle + far));
}

function greatCircleKilometres(from: Office, to: Office): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const north = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2;
  const east = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  const across = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude));
  return 2 * 6371 * Math.asin(Math.sqrt(north + across * east));
}

/** What is added to each trip in planning. */
export function travelBuffer(): { readonly percent: number; readonly minMinutes: number } {
  const { bufferShare, bufferMin } = estimator('estimator.json').planning;
  return { percent: Math.round(bufferShare * 100), minMinutes: bufferMin };
}
