import { createHash } from 'node:crypto';
import type { Db, Tx } from '@banso/platform';
import type { MultiPolygon } from 'geojson';
import { Municipality } from '../municipality.entity.js';
import { BoundaryFault } from './boundary-fault.js';
import { drawPrefecture } from './draw-prefecture.js';
import { PrefectureBoundary } from './prefecture-boundary.entity.js';
import type { BoundaryFile } from './read-boundaries.js';
import { townOfCodes } from './town-of-code.js';

export interface ImportedPrefecture {
  readonly prefectureId: string;
  /** Towns with a shape, and those of the register that the files leave out. */
  readonly towns: number;
  readonly missing: readonly string[];
  /** As it is sent. */
  readonly bytes: number;
  readonly changed: boolean;
}

export interface ImportedBoundaries {
  readonly prefectures: readonly ImportedPrefecture[];
  /** Codes that the register does not have, such as towns that have merged since. */
  readonly unknown: readonly string[];
}

/** Draws the prefectures that the files tell of and keeps each as a whole, in the place of what was there. */
export async function importBoundaries(
  db: Db,
  files: readonly BoundaryFile[],
  now: Date,
): Promise<ImportedBoundaries> {
  const register = await db.system(null, (tx) => tx.find(Municipality, { order: { id: 'ASC' } }));
  const townOf = townOfCodes(register);
  const unknown = new Set<string>();
  const shapes = new Map<string, Map<string, MultiPolygon[]>>();
  for (const { code, shape } of files.flatMap(({ pieces }) => pieces)) {
    const town = townOf(code);
    if (town === null) unknown.add(code);
    else addTo(shapes, town, shape);
  }
  if (shapes.size === 0)
    throw new BoundaryFault(
      `登録された市区町村のコードが1つもありません（例: ${[...unknown].slice(0, 3).join(', ')}）。先に npm start か setup を実行し、行政区域のファイルを指定してください`,
      `not one code is of a registered municipality (such as ${[...unknown].slice(0, 3).join(', ')}): run npm start or the set-up first, and name a file of administrative areas`,
    );
  const prefectures: ImportedPrefecture[] = [];
  for (const [prefectureId, towns] of shapes) {
    const topology = await drawPrefecture(towns);
    const changed = await db.system(null, (tx) =>
      keep(tx, { prefectureId, topology, towns: towns.size, now }),
    );
    const missing = register.filter((town) => town.prefectureId === prefectureId && !towns.has(town.id));
    prefectures.push({
      prefectureId,
      towns: towns.size,
      missing: missing.map(({ name }) => name),
      bytes: topology.length,
      changed,
    });
  }
  return { prefectures, unknown: [...unknown].toSorted() };
}

function addTo(shapes: Map<string, Map<string, MultiPolygon[]>>, town: string, shape: MultiPolygon): void {
  const prefectureId = town.slice(0, 2);
  const towns = shapes.get(prefectureId) ?? new Map<string, MultiPolygon[]>();
  towns.set(town, [...(towns.get(town) ?? []), shape]);
  shapes.set(prefectureId, towns);
}

interface Drawn {
  readonly prefectureId: string;
  readonly topology: Buffer;
  readonly towns: number;
  readonly now: Date;
}

/** Whether anything is new: the same shapes again change no row. */
async function keep(tx: Tx, { prefectureId, topology, towns, now }: Drawn): Promise<boolean> {
  const digest = createHash('sha256').update(topology).digest('hex');
  const rows = await tx.query<unknown[]>(
    `INSERT INTO prefecture_boundary AS stored (prefecture_id, topology, digest, towns, imported_at)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (prefecture_id) DO UPDATE
     SET topology = EXCLUDED.topology, digest = EXCLUDED.digest, towns = EXCLUDED.towns, imported_at = EXCLUDED.imported_at
     WHERE stored.digest <> EXCLUDED.digest
     RETURNING 1`,
    [prefectureId, topology, digest, towns, now],
  );
  return rows.length > 0;
}

/** The shapes of one prefecture; null before they are imported. */
export const boundaryOf = (tx: Tx, prefectureId: string): Promise<PrefectureBoundary | null> =>
  tx.findOneBy(PrefectureBoundary, { prefectureId });
