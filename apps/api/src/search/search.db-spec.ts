import { Clock, FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { foldForSearch, gramsOf } from '@banso/platform';
import { type SearchGroup, type SearchKind, SearchService } from '@banso/search';
import {
  ConsultationAnswerService,
  ConsultationIntakeService,
  SupportRequestIntakeService,
} from '@banso/support';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { consultationInput } from '../../../../test/desk.js';
import { clerk, expert, hub, MATSUYAMA, MIHARA, operator } from '../../../../test/people.js';
import { requestInput } from '../../../../test/requests.js';
import { ENTITIES } from '../entities.js';
import { SEARCH_SOURCES } from './sources.js';

/** A word that nobody else has. */
const CANARY = '金糸雀';

let database: FreshDatabase;
let search: SearchService;
let kure: MunicipalityStaff;
let mihara: MunicipalityStaff;
let matsuyama: MunicipalityStaff;
let staff: HubStaff;
let ehime: HubStaff;
let she: SpecialistUser;
let colleague: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  const { db } = database;
  search = new SearchService(db, SEARCH_SOURCES);
  [kure, mihara, matsuyama] = [await clerk(db), await clerk(db, MIHARA), await clerk(db, MATSUYAMA)];
  [staff, ehime] = [await hub(db), await hub(db, '38')];
  [she, colleague] = [await expert(db, staff), await expert(db, staff)];
}, 60_000);
afterAll(() => database.drop());

const intake = () => new SupportRequestIntakeService(database.db, new Clock());
const draft = async (town: MunicipalityStaff, words: Record<string, unknown>): Promise<string> =>
  (await intake().draft(town, requestInput(words))).id;
const sent = async (town: MunicipalityStaff, words: Record<string, unknown>): Promise<string> => {
  const id = await draft(town, words);
  await intake().submit(town, id);
  return id;
};
const found = async (
  actor: Parameters<SearchService['find']>[0],
  words: string,
  kind: SearchKind = 'SUPPORT_REQUEST',
) =>
  (await search.find(actor, words))
    .filter((group) => group.kind === kind)
    .flatMap(({ hits }) => hits.map(({ id }) => id));

describe('words as they are compared', () => {
  it('are the same in Postgres and here, whatever is typed', async () => {
    const letters = [
      ...'アイガパァヴヵヶケｱｶﾞﾊﾟｰーあがぱゔけ・･ー−‐-～〜 　\t茅崎髙﨑邉德瀨澤齋齊斎斉嶋𠮷㈱①ⅧＡａZz09R8.,、。()（）々〇㍻',
      '\u{e0100}',
      '\ufe00',
      '\u3099',
    ];
    const words = fc.array(
      fc.oneof(fc.constantFrom(...letters), fc.string({ unit: 'grapheme-ascii', maxLength: 1 })),
      {
        maxLength: 24,
      },
    );
    const samples = fc
      .sample(words, { numRuns: 3_000, seed: 7 })
      .map((one) => one.join('').replaceAll('\0', ''));
    const rows = await database.dataSource.query(
      `SELECT word, search_fold(word) AS folded, search_grams('34', search_fold(word)) AS grams FROM unnest($1::text[]) word`,
      [samples],
    );
    for (const { word, folded, grams } of rows) {
      expect([word, folded]).toEqual([word, foldForSearch(word)]);
      expect(new Set(grams)).toEqual(
        new Set([...Array.from(folded as string), ...gramsOf(folded)].map((gram) => `34${gram}`)),
      );
    }
  });
});

describe('one box', () => {
  it('finds a town and its requests by name and by reading, in whatever width and kana', async () => {
    const id = await sent(kure, { title: '窓口の改善', trouble: 'x' });
    const word = await sent(mihara, { title: '呉へ通う人が多い', trouble: 'x' });
    for (const words of ['呉市', '呉', 'くれ', 'クレ', 'ｸﾚ', 'くれし', ' 呉 市 ', 'クレ　シ'])
      expect([words, await found(staff, words)]).toEqual([words, expect.arrayContaining([id])]);
    for (const words of ['呉', 'くれ', 'ｸﾚ']) expect(await found(staff, words)).toContain(word);
    for (const words of ['呉', 'ｸﾚ']) expect(await found(staff, words, 'TOWN')).toContain('342025');
    const [group] = await search.find(staff, 'くれ');
    expect(group?.hits.find((hit) => hit.id === word)?.title).toEqual({
      before: '',
      hit: '呉',
      after: 'へ通う人が多い',
    });
  });

  it('takes old and new characters, one and two of them, and several words', async () => {
    const id = await sent(kure, { title: '髙橋係長の宛名', trouble: '齋藤さんの瀨戸内データ、茅ケ崎の例' });
    for (const words of [
      '高橋',
      '髙橋',
      '髙',
      '高',
      '斉藤',
      '斎藤',
      '瀬戸',
      '茅ヶ崎',
      '茅が崎',
      '茅ケ',
      '宛',
      '係長 データ',
      'でた 高橋',
    ])
      expect([words, await found(staff, words)]).toEqual([words, expect.arrayContaining([id])]);
    for (const words of ['高橋 無い言葉', '橋高', '%', '_', "' OR 1=1", '   ', ''])
      expect(await found(staff, words)).toEqual([]);
    const [group] = await search.find(kure, '齊藤');
    expect(group?.hits[0]?.text).toMatchObject({ hit: '齋藤', after: 'さんの瀨戸内データ、茅ケ崎の例' });
  });

  it('finds requests by their number, and people by their reading', async () => {
    const id = await sent(kure, { title: '番号の例' });
    const [{ number }] = await database.dataSource.query('SELECT number FROM support_request WHERE id = $1', [
      id,
    ]);
    expect(await found(staff, number)).toContain(id);
    expect(await found(staff, number.replace('-', 'ー').replace('R', 'ｒ'))).toContain(id);
    await database.dataSource.query(
      `UPDATE specialist SET name = '渡邉 花子', kana = 'わたなべ はなこ' WHERE id = $1`,
      [she.specialistId],
    );
    for (const words of ['渡辺', '渡邊花子', 'ワタナベ', 'ﾜﾀﾅﾍﾞ ﾊﾅｺ', 'なべ'])
      expect([words, await found(staff, words, 'SPECIALIST')]).toEqual([words, [she.specialistId]]);
    expect(await found(kure, '渡辺', 'SPECIALIST')).toEqual([she.specialistId]);
    expect(await found(she, '渡辺', 'SPECIALIST')).toEqual([she.specialistId]);
    expect(await found(colleague, '渡辺', 'SPECIALIST')).toEqual([]);
    expect(await found(ehime, '渡辺', 'SPECIALIST')).toEqual([]);
    await database.dataSource.query('UPDATE specialist SET active = false WHERE id = $1', [she.specialistId]);
    expect(await found(kure, '渡辺', 'SPECIALIST')).toEqual([]);
    expect(await found(staff, '渡辺', 'SPECIALIST')).toEqual([she.specialistId]);
  });

  it('tells nobody a word of what is not theirs, nor that it is there', async () => {
    const secret = await draft(kure, { title: `${CANARY}の下書き` });
    const own = await sent(kure, { title: `${CANARY}の申請` });
    const clock = new FixedClock(new Date());
    const asked = await new ConsultationIntakeService(database.db, clock).ask(
      kure,
      consultationInput({ question: CANARY }),
    );
    const adviser = await expert(database.db, staff);
    const given = { specialistId: adviser.specialistId, reason: 'x' };
    await new ConsultationAnswerService(database.db, clock).reassign(staff, asked.id, given);
    expect(await found(adviser, CANARY, 'CONSULTATION')).toEqual([asked.id]);
    const everything = async (actor: Parameters<SearchService['find']>[0]): Promise<readonly SearchGroup[]> =>
      (await Promise.all([CANARY, '金', '金糸'].map((words) => search.find(actor, words)))).flat();
    for (const actor of [mihara, matsuyama, ehime, colleague]) expect(await everything(actor)).toEqual([]);
    expect(new Set(await found(kure, CANARY))).toEqual(new Set([secret, own]));
    expect(await found(staff, CANARY)).toEqual([own]);
    expect(await found(kure, CANARY, 'CONSULTATION')).toEqual([asked.id]);
    await expect(search.find(await operator(database.db), CANARY)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    // The table itself is nobody's.
    await expect(database.db.read(staff, (tx) => tx.query('SELECT 1 FROM search_entry'))).rejects.toThrow(
      'permission denied',
    );
    const hits = `SELECT count(*)::int AS n FROM search_hits('SUPPORT_REQUEST', $1, $2, 1000)`;
    for (const actor of [mihara, ehime, colleague])
      expect(await database.db.read(actor, (tx) => tx.query(hits, [gramsOf(CANARY), [CANARY]]))).toEqual([
        { n: 0 },
      ]);
  });

  it('forgets a word with the row that had it', async () => {
    const id = await sent(kure, { title: '消える言葉は朱鷺' });
    expect(await found(kure, '朱鷺')).toEqual([id]);
    await database.db.system('34', (tx) =>
      tx.query(`UPDATE support_request SET title = '（保存期間満了）' WHERE id = $1`, [id]),
    );
    expect(await found(kure, '朱鷺')).toEqual([]);
    const [left] = await database.dataSource.query(
      `SELECT count(*)::int AS n FROM search_entry WHERE words LIKE '%朱鷺%' OR grams && ARRAY['34朱', '34朱鷺', '34鷺']`,
    );
    expect(left.n).toBe(0);
    const gone = await draft(kure, { title: '行ごと消える' });
    await database.dataSource.query('DELETE FROM support_request_event WHERE support_request_id = $1', [
      gone,
    ]);
    await database.dataSource.query('DELETE FROM support_request WHERE id = $1', [gone]);
    expect(await database.dataSource.query('SELECT FROM search_entry WHERE record_id = $1', [gone])).toEqual(
      [],
    );
  });

  it('shows some of each kind and says that there are more', async () => {
    for (let n = 0; n < 9; n++) await draft(mihara, { title: `たくさん ${n}` });
    expect(await search.find(mihara, 'タクサン')).toMatchObject([{ kind: 'SUPPORT_REQUEST', more: true }]);
    const [all] = await search.find(mihara, 'タクサン', 'SUPPORT_REQUEST');
    expect(all).toMatchObject({ more: false });
    expect(all?.hits).toHaveLength(9);
    await expect(search.find(mihara, 'あ'.repeat(101))).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
