import type { HubStaff, MunicipalityStaff } from '@banso/kernel';
import { SearchService } from '@banso/search';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, hub } from '../../../../test/people.js';
import { ENTITIES } from '../entities.js';
import { SEARCH_SOURCES } from './sources.js';

/** `BANSO_MEASURE=100000 npm run jest -- --selectProjects=db --testPathPatterns=search-speed` prints the figures. */
const ROWS = Number(process.env['BANSO_MEASURE'] ?? 300);
/** Rows that come one by one, to see what each costs. */
const SINGLE = ROWS > 1_000 ? 100 : 5;
const ROUNDS = ROWS > 1_000 ? 40 : 3;

/** Words of offices, put together by number: common ones, rarer ones, and one request in a thousand with its own. */
const FILL = `INSERT INTO support_request (id, prefecture_id, municipality_id, number, status, title, trouble, theme_id, urgency, mode,
    visits, visit_minutes, min_gap_days, wished, only_wished, entrust_selection, contact_section, created_at, submitted_at, updated_at)
  SELECT gen_random_uuid(), '34', t.ids[1 + n % array_length(t.ids, 1)], 'R8-' || (10000 + n), 'AWAITING_INTAKE',
    w.a[1 + n % 10] || 'の' || w.b[1 + n / 10 % 10] || CASE WHEN n % 1000 = 7 THEN '（朱鷺保護）' ELSE '' END,
    '住民の' || w.c[1 + n / 100 % 10] || 'について' || w.a[1 + n / 7 % 10] || 'と' || w.b[1 + n / 3 % 10] || 'を相談したい。' ||
      '担当は' || (n % 97) || '名で、' || w.c[1 + n / 13 % 10] || 'の経験が少ない。令和' || (1 + n % 8) || '年度に' || md5(n::text) || 'を予定。',
    'T01', 'NORMAL', 'ON_SITE', 1, 60, 0, '[]', false, true, '総務課', now() - n * interval '7 minutes', now(), now()
  FROM generate_series(1, $1::int) n,
    (SELECT array_agg(id ORDER BY id) AS ids FROM municipality WHERE prefecture_id = '34') t,
    (SELECT ARRAY['窓口','税務','介護保険','学校給食','水道料金','図書館','防災無線','庁内網','基幹系','文書管理'] AS a,
      ARRAY['電子化','標準化','見直し','委託','データ連携','セキュリティ','業務改善','調達','研修','広報'] AS b,
      ARRAY['待ち時間','申請書','個人番号','予約','苦情','引越し','子育て','高齢者','避難所','納付'] AS c) w`;

const QUERIES = [
  ['1 character, everywhere', 'の'],
  ['1 character, 1 in 1,000', '鷺'],
  ['2 characters, 1 in 5', '窓口'],
  ['2 characters, 1 in 1,000', '朱鷺'],
  ['4 characters, 1 in 5', '業務改善'],
  ['4 characters, 1 in 1,000', '朱鷺保護'],
  ['2 words', '介護 調達'],
  ['number', 'R8-10007'],
  ['no such word', '存在しない語'],
  ['its pairs are there, it is not', '口の窓口の'],
] as const;

describe('search among many requests', () => {
  let database: FreshDatabase;
  let search: SearchService;
  let staff: HubStaff;
  let town: MunicipalityStaff;
  let writeMs = 0;

  beforeAll(async () => {
    database = await freshDatabase(ENTITIES);
    search = new SearchService(database.db, SEARCH_SOURCES);
    [staff, town] = [await hub(database.db), await clerk(database.db)];
    // A real database fills in years: here the index is made when the rows are there, and nothing has to be in time.
    const runner = database.dataSource.createQueryRunner();
    await runner.query('SET statement_timeout = 0');
    await runner.query('ALTER TABLE support_request DISABLE TRIGGER audit');
    const [index] = await runner.query(`SELECT pg_get_indexdef('search_entry_grams'::regclass) AS made`);
    await runner.query('DROP INDEX search_entry_grams');
    await runner.query(FILL, [ROWS]);
    await runner.query(index.made);
    await runner.query('VACUUM ANALYZE search_entry');
    await runner.query('VACUUM ANALYZE support_request');
    const began = performance.now();
    for (let n = 1; n <= SINGLE; n++) await runner.query(FILL.replace('10000 + n', `9000000 + ${n}`), [1]);
    writeMs = (performance.now() - began) / SINGLE;
    await runner.query('SET statement_timeout = 15000');
    await runner.release();
  }, 900_000);
  afterAll(() => database.drop());

  it('answers in time', async () => {
    const lines: string[] = [];
    for (const [what, words] of QUERIES)
      for (const [who, actor] of [
        ['hub', staff],
        ['town', town],
      ] as const) {
        const times: number[] = [];
        let hits = 0;
        for (let round = 0; round < ROUNDS; round++) {
          const began = performance.now();
          const groups = await search.find(actor, words);
          times.push(performance.now() - began);
          hits = groups.flatMap((group) => group.hits).length;
        }
        const [first = 0] = times;
        const sorted = times.slice(1).sort((a, b) => a - b);
        const at = (part: number): string => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1);
        lines.push(`${what} | ${who} | ${hits} | ${first.toFixed(1)} | ${at(0.5)} | ${at(0.95)}`);
        if (what.startsWith('no such')) expect(hits).toBe(0);
      }
    if (!process.env['BANSO_MEASURE']) return;
    const [size] = await database.dataSource.query(
      `SELECT pg_size_pretty(pg_total_relation_size('search_entry')) AS whole, pg_size_pretty(pg_relation_size('search_entry_grams')) AS grams`,
    );
    process.stdout.write(
      `${ROWS} requests; a new one takes ${writeMs.toFixed(1)} ms; ${size.whole} with ${size.grams} of grams\n${lines.join('\n')}\n`,
    );
  }, 600_000);
});
