import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@banso/kernel';
import { ENTITIES } from '../../../../apps/api/src/entities.js';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, hub } from '../../../../test/people.js';
import { similarCases } from './similar-cases.js';

describe('cases that are like a trouble', () => {
  let database: FreshDatabase;
  let town: Actor;
  let ehime: Actor;

  beforeAll(async () => {
    database = await freshDatabase(ENTITIES);
    town = await clerk(database.db);
    ehime = await hub(database.db, '38');
    await database.db.owner(async (tx) => {
      // What is compared is what others may read; from which report it came is not looked at here.
      await tx.query(`DO $$ DECLARE one record; BEGIN
        FOR one IN SELECT conname FROM pg_constraint WHERE conrelid = 'shared_case'::regclass AND contype = 'f'
        LOOP EXECUTE format('ALTER TABLE shared_case DROP CONSTRAINT %I', one.conname); END LOOP; END $$`);
      const rows: readonly [title: string, themeId: string, words: string][] = [
        ['電子決裁を始めた', 'T05', '文書管理規程を見直し、決裁の持ち回りをやめた'],
        ['窓口の待ち時間を減らした', 'T01', '職員が窓口を体験して、申請書の記入を減らした'],
        ['広報の届け方を変えた', 'T18', 'お知らせの年間計画を作った'],
      ];
      for (const [title, themeId, value] of rows)
        await tx.query(
          `INSERT INTO shared_case (id, prefecture_id, case_report_id, theme_id, town_size, fiscal_year, title, lines,
             published_by_name, published_at)
           VALUES ($1, '34', $2, $3, 'SMALL', 2025, $4, $5, 'x', now())`,
          [randomUUID(), randomUUID(), themeId, title, JSON.stringify([{ field: 'SUMMARY', value }])],
        );
    });
  }, 60_000);
  afterAll(() => database.drop());

  const titles = async (actor: Actor, themeId: string | null, words: string | null): Promise<string[]> =>
    (await database.db.read(actor, (tx) => similarCases(tx, actor, { themeId, words, first: 3 }))).map(
      ({ title }) => title,
    );

  it('are found by theme, and by words however they are written', async () => {
    expect(await titles(town, 'T01', null)).toEqual(['窓口の待ち時間を減らした']);
    expect(await titles(town, null, '決裁が紙の持ち回りで、文書管理規程が古い')).toEqual([
      '電子決裁を始めた',
    ]);
    expect(await titles(town, 'T05', '窓口で申請書の記入に待ち時間がかかる')).toEqual([
      '電子決裁を始めた',
      '窓口の待ち時間を減らした',
    ]);
  });

  it('are none where nothing is said, where nothing is like it, and in another prefecture', async () => {
    expect(await titles(town, null, null)).toEqual([]);
    expect(await titles(town, null, 'している。ください。')).toEqual([]);
    expect(await titles(ehime, 'T01', '窓口')).toEqual([]);
    await expect(titles(town, null, 'あ'.repeat(4_001))).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
