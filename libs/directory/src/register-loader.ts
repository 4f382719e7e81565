import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Db, type Tx } from '@banso/platform';
import { z } from 'zod';
import { type BulkTarget, bulkUpsert } from './bulk-upsert.js';
import { csv, csvFault, readCsvRows } from './csv-rows.js';
import { MUNICIPALITY_KINDS, ROAD_LINKS } from './municipality.entity.js';
import { TRAVEL_MODES } from './travel-estimate.entity.js';
import { orderedPair } from './travel-override.entity.js';

const prefectureRow = z.object({
  code: csv.text.pipe(z.string().regex(/^\d{2}$/)),
  lgcode: csv.lgcode,
  name: csv.text,
  kana: csv.text,
  name_en: csv.text,
  office_lat: csv.number,
  office_lng: csv.number,
  population: csv.number,
  population_on: csv.date,
});

const municipalityRow = z.object({
  lgcode: csv.lgcode,
  prefecture: csv.text,
  district: csv.optionalText,
  name: csv.text,
  kana: csv.text,
  name_en: csv.text,
  kind: z.enum(MUNICIPALITY_KINDS),
  office_lat: csv.number,
  office_lng: csv.number,
  population: csv.number,
  population_on: csv.date,
  landmass: csv.text,
  road_link: z.enum(ROAD_LINKS),
});

const travelRow = z.object({
  from: csv.lgcode,
  to: csv.lgcode,
  road_km: csv.optionalNumber,
  minutes: csv.optionalNumber,
  mode: z.enum(TRAVEL_MODES),
});

type TravelRow = z.infer<typeof travelRow>;

interface Register {
  readonly prefectures: readonly z.infer<typeof prefectureRow>[];
  readonly municipalities: readonly z.infer<typeof municipalityRow>[];
  readonly travel: ReadonlyMap<string, readonly TravelRow[]>;
}

/** Reads and checks every file before a row is written. */
function readRegister(folder: string): Register {
  const prefectures = readCsvRows(join(folder, 'prefectures.csv'), prefectureRow);
  const codes = new Set(prefectures.map((row) => row.code));
  const file = join(folder, 'municipalities.csv');
  const municipalities = readCsvRows(file, municipalityRow);
  for (const { line, prefecture, lgcode } of municipalities)
    if (!codes.has(prefecture) || !lgcode.startsWith(prefecture))
      throw csvFault(file, line, `${lgcode} is not a code of prefecture '${prefecture}'`);
  const travel = readdirSync(join(folder, 'travel'))
    .filter((name) => /^\d{2}\.csv$/.test(name))
    .map((name) => [name.slice(0, 2), readTravel(join(folder, 'travel', name), name.slice(0, 2))] as const);
  return { prefectures, municipalities, travel: new Map(travel) };
}

function readTravel(file: string, prefectureId: string): TravelRow[] {
  return readCsvRows(file, travelRow).map(({ line, ...row }) => {
    const [from, to] = orderedPair(row.from, row.to);
    if (from === to || !from.startsWith(prefectureId) || !to.startsWith(prefectureId))
      throw csvFault(file, line, `${from} to ${to} is not a way inside prefecture '${prefectureId}'`);
    return { ...row, from, to };
  });
}

const PREFECTURE: BulkTarget<'id' | Exclude<keyof z.infer<typeof prefectureRow>, 'code'>> = {
  table: 'prefecture',
  key: ['id'],
  columns: {
    id: 'text',
    lgcode: 'text',
    name: 'text',
    kana: 'text',
    name_en: 'text',
    office_lat: 'float8',
    office_lng: 'float8',
    population: 'int',
    population_on: 'date',
  },
};

type MunicipalityColumn = Exclude<keyof z.infer<typeof municipalityRow>, 'lgcode' | 'prefecture'>;

const MUNICIPALITY: BulkTarget<'id' | 'prefecture_id' | MunicipalityColumn> = {
  table: 'municipality',
  key: ['id'],
  columns: {
    id: 'text',
    prefecture_id: 'text',
    district: 'text',
    name: 'text',
    kana: 'text',
    name_en: 'text',
    kind: 'text',
    office_lat: 'float8',
    office_lng: 'float8',
    population: 'int',
    population_on: 'date',
    landmass: 'text',
    road_link: 'text',
  },
};

const TRAVEL: BulkTarget<'prefecture_id' | 'from_id' | 'to_id' | 'road_km' | 'minutes' | 'mode'> = {
  table: 'travel_estimate',
  key: ['prefecture_id', 'from_id', 'to_id'],
  columns: {
    prefecture_id: 'text',
    from_id: 'text',
    to_id: 'text',
    road_km: 'numeric',
    minutes: 'int',
    mode: 'text',
  },
};

export interface RegisterCounts {
  readonly prefectures: number;
  readonly municipalities: number;
  readonly travelPairs: number;
}

/** Brings the national register and the travel estimates up to the files; belongs to no prefecture. */
export async function loadRegister(db: Db, dataDir: string): Promise<RegisterCounts> {
  const register = readRegister(join(dataDir, 'register'));
  return db.system(null, async (tx) => {
    await bulkUpsert(
      tx,
      PREFECTURE,
      register.prefectures.map((row) => ({ ...row, id: row.code })),
    );
    await bulkUpsert(
      tx,
      MUNICIPALITY,
      register.municipalities.map((row) => ({ ...row, id: row.lgcode, prefecture_id: row.prefecture })),
    );
    for (const [prefectureId, rows] of register.travel) await saveTravel(tx, prefectureId, rows);
    return {
      prefectures: register.prefectures.length,
      municipalities: register.municipalities.length,
      travelPairs: [...register.travel.values()].reduce((total, rows) => total + rows.length, 0),
    };
  });
}

const saveTravel = (tx: Tx, prefectureId: string, rows: readonly TravelRow[]): Promise<void> =>
  bulkUpsert(
    tx,
    TRAVEL,
    rows.map(({ from, to, ...row }) => ({ ...row, prefecture_id: prefectureId, from_id: from, to_id: to })),
  );
