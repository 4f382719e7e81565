import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { temporaryFolder } from '../../../test/folder.js';
import { directoryEntities } from './directory-entities.js';
import { loadRegister } from './register-loader.js';
import {
  getMunicipality,
  getPrefecture,
  listMunicipalities,
  municipalitiesByIds,
} from './register.queries.js';

let database: FreshDatabase;
const names = (search: string, prefectureId: string | null = null) =>
  database.db.system(null, async (tx) =>
    (await listMunicipalities(tx, { search, prefectureId }, {})).rows.map((row) => row.name),
  );

beforeAll(async () => {
  database = await freshDatabase(directoryEntities);
  await database.dataSource.query('TRUNCATE prefecture CASCADE');
  expect(await loadRegister(database.db, 'data')).toEqual({
    prefectures: 47,
    municipalities: 1741,
    travelPairs: 48_278,
  });
}, 60_000);
afterAll(() => database.drop());

describe('loadRegister', () => {
  it('stores the register as the files have it', async () => {
    await database.db.system(null, async (tx) => {
      expect(await getPrefecture(tx, '34')).toMatchObject({ lgcode: '340006', nameEn: 'Hiroshima' });
      expect(await getMunicipality(tx, '344311')).toMatchObject({
        prefectureId: '34',
        district: '豊田郡',
        name: '大崎上島町',
        kind: 'town',
        roadLink: 'none',
        populationOn: '2022-01-01',
      });
      expect(await municipalitiesByIds(tx, ['342025', '000000'])).toHaveLength(1);
    });
  });

  it('changes no row when it runs again', async () => {
    const versions = () =>
      database.dataSource.query(
        `SELECT max(xmin::text::bigint) AS last FROM (SELECT xmin FROM municipality UNION ALL SELECT xmin FROM travel_estimate) t`,
      );
    const before = await versions();
    await loadRegister(database.db, 'data');
    expect(await versions()).toEqual(before);
  });
});

describe('listMunicipalities', () => {
  it('finds by name, reading, English name and code, in whatever width and kana they are typed', async () => {
    expect(await names('ニセコ')).toEqual(['ニセコ町']);
    expect(await names('ﾋｶﾞｼﾋﾛｼﾏ')).toEqual(['東広島市']);
    expect(await names('茅ヶ崎')).toEqual(await names('茅ケ崎'));
    expect(await names('KURE CITY')).toEqual(['呉市']);
    expect(await names('342025')).toEqual(['呉市']);
    expect(await names('%')).toEqual([]);
  });

  it('walks a prefecture page by page', async () => {
    await database.db.system(null, async (tx) => {
      const first = await listMunicipalities(tx, { prefectureId: '34' }, { first: 20 });
      const last = first.rows.at(-1);
      const second = await listMunicipalities(
        tx,
        { prefectureId: '34' },
        { first: 20, after: last ? first.cursorOf(last) : null },
      );
      expect([first.total, first.hasNext, second.rows.length, second.hasNext]).toEqual([23, true, 3, false]);
    });
  });
});

describe('loadRegister with a wrong file', () => {
  it('names the file and the line of a wrong check digit, and writes nothing', async () => {
    const dataDir = temporaryFolder();
    mkdirSync(join(dataDir, 'register', 'travel'), { recursive: true });
    writeFileSync(
      join(dataDir, 'register', 'prefectures.csv'),
      'code,lgcode,name,kana,name_en,office_lat,office_lng,population,population_on\n' +
        '34,340006,広島,ひろしま,Hiroshima,34,132,2788687,2022-01-01\n' +
        '38,380009,愛媛県,えひめけん,Ehime,33,132,1341487,2022-01-01\n',
    );
    await expect(loadRegister(database.db, dataDir)).rejects.toThrow(
      /prefectures\.csv line 3: lgcode '380009' has a wrong check digit/,
    );
    await database.db.system(null, async (tx) => {
      expect((await getPrefecture(tx, '34')).name).toBe('広島県');
    });
  });
});
