import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { BoundaryFault, directoryEntities, importBoundaries, readBoundaries } from '@banso/directory';
import { Clock } from '@banso/kernel';
import { createDataSource, Db, readConfig } from '@banso/platform';

const say = (ja: string, en: string): void => void process.stdout.write(`${ja}\n  ${en}\n`);

function read(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new BoundaryFault(
      `${path} が読めません。ファイルの場所を確かめてください`,
      `${path} cannot be read: look where the file lies`,
    );
  }
}

/** Keeps the shapes of towns, so that maps draw more than the places of their offices. */
try {
  const paths = process.argv.slice(2);
  if (paths.length === 0)
    throw new BoundaryFault(
      'npm run boundaries -- <ファイル> …: 国土数値情報「行政区域」（N03）のGeoJSON、またはTopoJSONを指定してください',
      'npm run boundaries -- <file> …: name GeoJSON of 国土数値情報 N03 (administrative areas), or TopoJSON',
    );
  const files = paths.map((path) => readBoundaries(basename(path), read(path)));
  const dataSource = createDataSource({
    url: readConfig().DATABASE_URL,
    pool: 2,
    entities: directoryEntities,
    onPoolError: () => {},
  });
  try {
    const db = new Db(await dataSource.initialize());
    const { prefectures, unknown } = await importBoundaries(db, files, new Clock().now());
    for (const { prefectureId, towns, missing, bytes, changed } of prefectures) {
      const kb = (bytes / 1024).toFixed(1);
      const lacking = missing.length > 0;
      say(
        `✓ ${prefectureId}: ${towns}市区町村、${kb} KB${changed ? '' : '（前と同じ）'}${lacking ? `。形がないもの: ${missing.join('、')}` : ''}`,
        `${prefectureId}: ${towns} municipalities, ${kb} KB${changed ? '' : ' (as before)'}${lacking ? `; without a shape: ${missing.join(', ')}` : ''}`,
      );
    }
    if (unknown.length > 0)
      say(
        `登録にないコードは使いませんでした: ${unknown.join(', ')}`,
        `Left out, not in the register: ${unknown.join(', ')}`,
      );
  } finally {
    await dataSource.destroy();
  }
} catch (error) {
  if (error instanceof BoundaryFault) say(`✗ ${error.ja}`, error.en);
  else {
    const text = error instanceof Error ? error.message : String(error);
    say(`✗ 取り込めませんでした: ${text}`, `Not imported: ${text}`);
  }
  process.exitCode = 2;
}
