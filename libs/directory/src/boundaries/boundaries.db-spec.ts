import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { directoryEntities } from '../directory-entities.js';
import { boundaryOf, importBoundaries } from './boundaries.js';
import type { BoundaryFile } from './read-boundaries.js';

const NOW = new Date('2026-12-01T00:00:00Z');

/** Squares for these codes, beside each other. */
const fileOf = (...codes: string[]): BoundaryFile => ({
  withoutCode: 0,
  pieces: codes.map((code, n) => ({
    code,
    shape: {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [132 + n, 34],
            [132 + n, 35],
            [133 + n, 35],
            [133 + n, 34],
            [132 + n, 34],
          ],
        ],
      ],
    },
  })),
});

describe('imported boundaries', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase(directoryEntities);
  }, 60_000);
  afterAll(() => database.drop());

  const imported = (...files: BoundaryFile[]) => importBoundaries(database.db, files, NOW);
  const kept = () => database.db.system('34', (tx) => boundaryOf(tx, '34'));

  it('are kept for each prefecture, and replaced as a whole', async () => {
    expect(await kept()).toBeNull();
    const first = await imported(fileOf('34101', '34102', '34202', '01695'), fileOf('38201'));
    expect(first.unknown).toEqual(['01695']);
    expect(
      first.prefectures.map(({ prefectureId, towns, changed }) => [prefectureId, towns, changed]),
    ).toEqual([
      ['34', 2, true],
      ['38', 1, true],
    ]);
    expect(first.prefectures[0]?.missing).toHaveLength(21);
    const before = await kept();
    expect(before).toMatchObject({ towns: 2, importedAt: NOW });

    // The same again, in whatever files: no row changes.
    const { prefectures } = await imported(fileOf('34101', '34102', '34202'));
    expect(prefectures).toMatchObject([{ prefectureId: '34', changed: false }]);
    expect(await kept()).toEqual(before);

    await imported(fileOf('34100', '34202', '34203'));
    expect(await kept()).toMatchObject({ towns: 3 });
    const other = await database.db.system('38', (tx) => boundaryOf(tx, '38'));
    expect(other).toMatchObject({ towns: 1 });
  });

  it('say it where not one code is registered, and leave what was there', async () => {
    const before = await kept();
    await expect(imported(fileOf('99999'))).rejects.toThrow(
      '登録された市区町村のコードが1つもありません（例: 99999）',
    );
    expect(await kept()).toEqual(before);
  });

  it('come to the same when two import at once', async () => {
    await Promise.all([imported(fileOf('34202')), imported(fileOf('34202'))]);
    expect(await kept()).toMatchObject({ towns: 1 });
  });
});
