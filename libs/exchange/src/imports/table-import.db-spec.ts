import { randomUUID } from 'node:crypto';
import { directoryEntities } from '@banso/directory';
import { engagementEntities } from '@banso/engagement';
import { type Actor, FixedClock, type HubStaff, type MunicipalityStaff } from '@banso/kernel';
import { sheetFile } from '@banso/platform';
import { supportEntities, SupportRequestIntakeService } from '@banso/support';
import { SpecialistService, talentEntities } from '@banso/talent';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, hub as hubOf } from '../../../../test/people.js';
import { exchangeEntities } from '../exchange-entities.js';
import {
  countRows,
  forgetImportRows,
  getTableImport,
  listTableImports,
  rowsOf,
} from './table-import.queries.js';
import { TableImportService } from './table-import.service.js';

const clock = new FixedClock(new Date('2026-10-05T00:00:00Z'));
let database: FreshDatabase;
let service: TableImportService;
let yamagata: HubStaff;
let hiroshima: HubStaff;

beforeAll(async () => {
  database = await freshDatabase([
    ...directoryEntities,
    ...talentEntities,
    ...engagementEntities,
    ...supportEntities,
    ...exchangeEntities,
  ]);
  service = new TableImportService(database.db, clock);
  yamagata = await hubOf(database.db, '06');
  hiroshima = await hubOf(database.db, '34');
});
afterAll(() => database.drop());

/** Tables that imports may change; histories of a change are no part of what it changed. */
const TABLES = ['specialist', 'skill_assessment', 'day_off', 'support_request', 'support_request_event'];

async function fingerprint(): Promise<Record<string, string>> {
  const sums = TABLES.map(
    (table) =>
      `SELECT '${table}' AS name, coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum FROM ${table} t`,
  );
  const rows = await database.dataSource.query<{ name: string; sum: string }[]>(sums.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

const csv = (lines: readonly (readonly string[])[], line = '\r\n'): Buffer =>
  Buffer.from(
    lines.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join(line),
  );

const windows = async (heads: readonly string[], rows: readonly (readonly string[])[]): Promise<Buffer> => {
  const columns = heads.map((head) => ({ head, kind: 'text' as const }));
  return (await sheetFile({ name: 'x', columns, rows }, 'CSV_CP932')).bytes;
};

const bring = (actor: Actor, kind: string, file: Buffer, fileName = '名簿.csv') =>
  service.bring(actor, { kind, fileName }, file);
const counts = async (actor: Actor, id: string) => {
  const found = await database.db.read(actor, (tx) => countRows(tx, [id]));
  return Object.fromEntries(found.map(({ state, outcome, count }) => [`${state} ${outcome}`, count]));
};
const told = async (actor: Actor, id: string) =>
  (await database.db.read(actor, (tx) => rowsOf(tx, id))).map(({ no, outcome, findings }) =>
    `${no} ${outcome} ${findings.map(({ column, rule }) => `${column ?? '*'}:${rule}`).join(' ')}`.trim(),
  );
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { reason?: string }) => error.reason ?? 'bug',
  );
const readTexts = (sql: string, parameters: unknown[] = []) => database.dataSource.query(sql, parameters);

const HEADS = ['団体コード', '件名', '困っていること', '期限', '担当課', '回数'];

describe('a file of six hundred rows from Windows', () => {
  const rows = Array.from({ length: 600 }, (_, i) => {
    const n = String(i + 1).padStart(3, '0');
    const code = ['62090', '062049', '62120'][i % 3] ?? '';
    return [code, `（株）との契約 ${n}`, `ﾃﾞｼﾞﾀﾙ化の相談 ㈱山形 髙﨑 ${n}`, 'R8.11.20', 'ｿｳﾑ課', '３'];
  });
  rows[9] = ['062091', '検査数字の違う行', '困りごと', 'R8.11.20', '総務課', '1'];
  rows[19] = ['62090', '無い日付の行', '困りごと', 'R8.2.30', '総務課', '1'];
  rows[29] = ['62090', '過ぎた期限の行', '困りごと', 'R8.4.1', '総務課', '1'];
  rows[39] = rows[0] ?? [];
  rows[49] = ['342025', 'よその県の行', '困りごと', 'R8.11.20', '総務課', '九回'];

  it('is read with a word at every cell that is read otherwise, taken in whole, and taken back to the letter', async () => {
    const before = await fingerprint();
    const began = performance.now();
    const brought = await bring(yamagata, 'SUPPORT_REQUESTS', await windows(HEADS, rows), '申請600.csv');
    expect(brought).toMatchObject({ encoding: 'CP932', status: 'OPEN' });
    expect(brought.mapping).toEqual({
      municipalityId: '団体コード',
      title: '件名',
      trouble: '困っていること',
      deadlineOn: '期限',
      contactSection: '担当課',
      visits: '回数',
    });
    // Looking changes nothing.
    expect(await fingerprint()).toEqual(before);
    const words = await told(yamagata, brought.id);
    expect(words).toHaveLength(600);
    const usual = 'trouble:half-width-kept visits:read-as deadlineOn:read-as contactSection:half-width-kept';
    expect(words[0]).toBe(`2 ADDED municipalityId:zero-added ${usual}`);
    expect(words[1]).toBe(`3 ADDED ${usual}`);
    expect([9, 19, 29, 39, 49].map((i) => words[i])).toEqual([
      '11 FAULTY municipalityId:town-code deadlineOn:read-as',
      '21 FAULTY municipalityId:zero-added deadlineOn:no-date',
      '31 FAULTY municipalityId:zero-added deadlineOn:read-as deadlineOn:past',
      `41 FAULTY municipalityId:zero-added ${usual} *:double`,
      '51 FAULTY municipalityId:town-of-prefecture visits:no-number deadlineOn:read-as',
    ]);
    expect(await counts(yamagata, brought.id)).toEqual({ 'OPEN ADDED': 595, 'OPEN FAULTY': 5 });

    await service.apply(yamagata, brought.id);
    expect(await counts(yamagata, brought.id)).toEqual({ 'APPLIED ADDED': 595, 'OPEN FAULTY': 5 });
    const [stored] = await readTexts(
      `SELECT municipality_id, title, trouble, deadline_on::text, contact_section, visits, status FROM support_request
       WHERE title = '（株）との契約 001'`,
    );
    expect(stored).toEqual({
      municipality_id: '062090',
      title: '（株）との契約 001',
      trouble: 'ﾃﾞｼﾞﾀﾙ化の相談 ㈱山形 髙﨑 001',
      deadline_on: '2026-11-20',
      contact_section: 'ｿｳﾑ課',
      visits: 3,
      status: 'DRAFT',
    });
    // The same file once more: nothing is doubled.
    const again = await bring(yamagata, 'SUPPORT_REQUESTS', await windows(HEADS, rows));
    expect(await counts(yamagata, again.id)).toEqual({ 'OPEN UNCHANGED': 595, 'OPEN FAULTY': 5 });
    await service.discard(yamagata, again.id);

    await service.undo(yamagata, brought.id);
    expect(await fingerprint()).toEqual(before);
    expect(await counts(yamagata, brought.id)).toEqual({ 'UNDONE ADDED': 595, 'OPEN FAULTY': 5 });
    expect(performance.now() - began).toBeLessThan(60_000);
  });

  it('lets five rows be put right on the screen and taken in later', async () => {
    const before = await fingerprint();
    const brought = await bring(yamagata, 'SUPPORT_REQUESTS', await windows(HEADS, rows.slice(5, 25)));
    expect(await counts(yamagata, brought.id)).toEqual({ 'OPEN ADDED': 18, 'OPEN FAULTY': 2 });
    await service.apply(yamagata, brought.id);
    await service.fix(yamagata, brought.id, [
      { no: 6, column: 'municipalityId', value: '長井市' },
      { no: 16, column: 'deadlineOn', value: '令和8年11月30日' },
    ]);
    expect(await counts(yamagata, brought.id)).toEqual({ 'APPLIED ADDED': 18, 'OPEN ADDED': 2 });
    await service.apply(yamagata, brought.id);
    expect(await counts(yamagata, brought.id)).toEqual({ 'APPLIED ADDED': 20 });
    expect(await reasonOf(service.apply(yamagata, brought.id))).toBe('import.nothing-to-apply');
    await service.undo(yamagata, brought.id);
    expect(await fingerprint()).toEqual(before);
    expect(await reasonOf(service.undo(yamagata, brought.id))).toBe('import.not-applied');
    expect(await reasonOf(service.apply(yamagata, brought.id))).toBe('import.over');
  });
});

describe('people of the pool', () => {
  const person = (name: string, kana: string, more: readonly string[] = []) => [
    name,
    kana,
    'Kazuko Takasaki',
    'エンジニア',
    '62090',
    '（株）山形',
    'company',
    '訪問、オンライン',
    ...more,
  ];
  const heads = [
    '氏名',
    'フリガナ',
    '英字氏名',
    '人材像',
    '拠点',
    '任用形態',
    '任用の形（英語）',
    '支援の形',
    '週の勤務',
    '目安',
  ];

  it('are added, changed and left alone; what somebody has changed since stays, and is named', async () => {
    const [profile] = await readTexts(`SELECT name FROM talent_profile WHERE id = 'ENGINEER'`);
    const specialists = new SpecialistService(database.db);
    const facts = {
      nameEn: 'Jiro',
      profileId: 'ENGINEER',
      baseId: '062090',
      employment: '任期付',
      employmentEn: 'term',
      modes: ['ON_SITE'] as const,
      weekly: ['MON_AM'] as const,
    };
    const old = await specialists.register(yamagata, {
      ...facts,
      name: '旧 二郎',
      kana: 'きゅう じろう',
      monthlyDays: 4,
    });
    const same = await specialists.register(yamagata, { ...facts, name: '同 三郎', kana: 'どう さぶろう' });
    const before = await fingerprint();
    const lines = [
      heads,
      person('髙﨑 𠮷子', 'ﾀｶｻｷ ﾖｼｺ', ['月、火午前', '４']),
      [old.name, old.kana, 'Jiro', 'ENGINEER', '062090', '任期付', 'term', '訪問', '月', ''],
      [same.name, same.kana, 'Jiro', profile.name, '62090', '任期付', 'term', '訪問', '月午前', ''],
      person('拠点 無し', 'きょてん なし', ['月', '']).map((cell) => (cell === '62090' ? '99999' : cell)),
      person('読み 変', '漢字', ['月', '']),
    ].map((line) => line.map((cell) => (cell === 'エンジニア' ? profile.name : cell)));
    const brought = await bring(yamagata, 'SPECIALISTS', csv(lines));
    // 目安 is no head of ours: somebody says what it is.
    expect(brought.mapping).not.toHaveProperty('monthlyDays');
    const mapping = [...Object.entries(brought.mapping), ['monthlyDays', '目安']].map(([column, head]) => ({
      column: column ?? '',
      head: head ?? '',
    }));
    expect(
      await reasonOf(service.map(yamagata, brought.id, [...mapping, { column: 'nights', head: '目安' }])),
    ).toBe('input.invalid');
    await service.map(yamagata, brought.id, mapping);
    expect(await told(yamagata, brought.id)).toEqual([
      '2 ADDED kana:read-as baseId:zero-added monthlyDays:read-as',
      '3 UPDATED',
      '4 UNCHANGED baseId:zero-added',
      '5 FAULTY baseId:town-code',
      '6 FAULTY baseId:zero-added kana:kana',
    ]);
    await service.apply(yamagata, brought.id);
    const [added] = await readTexts(
      `SELECT kana, name, employment, weekly, monthly_days FROM specialist WHERE name = $1`,
      ['髙﨑 𠮷子'],
    );
    expect(added).toEqual({
      name: '髙﨑 𠮷子',
      kana: 'たかさき よしこ',
      employment: '（株）山形',
      weekly: ['MON_AM', 'MON_PM', 'TUE_AM'],
      monthly_days: 4,
    });
    expect(await readTexts(`SELECT monthly_days, weekly FROM specialist WHERE id = $1`, [old.id])).toEqual([
      { monthly_days: null, weekly: ['MON_AM', 'MON_PM'] },
    ]);
    // The head is known from now on.
    const next = await bring(yamagata, 'SPECIALISTS', csv(lines.slice(0, 2)));
    expect(next.mapping).toHaveProperty('monthlyDays', '目安');

    await specialists.revise(yamagata, old.id, { ...facts, name: old.name, kana: old.kana, nights: 2 });
    await service.undo(yamagata, brought.id);
    const rows = await database.db.read(yamagata, (tx) => rowsOf(tx, brought.id));
    expect(rows.map(({ state }) => state)).toEqual(['UNDONE', 'KEPT', 'UNDONE', 'OPEN', 'OPEN']);
    expect(rows[1]?.findings.at(-1)).toMatchObject({
      rule: 'import.changed-since',
      facts: { name: yamagata.name },
    });
    const after = await fingerprint();
    expect({ ...after, specialist: '' }).toEqual({ ...before, specialist: '' });
    expect(await readTexts(`SELECT nights FROM specialist ORDER BY kana`)).toEqual([
      { nights: 2 },
      { nights: 0 },
    ]);
  });

  it('are given skills and days off, and lose exactly those again', async () => {
    const [one, two] = await readTexts(
      `SELECT id, name FROM specialist WHERE prefecture_id = '06' ORDER BY kana`,
    );
    const [skill] = await readTexts(`SELECT id, name FROM skill ORDER BY id LIMIT 1`);
    const first = await bring(
      yamagata,
      'SKILLS',
      csv([
        ['氏名', 'スキル', '水準', '根拠'],
        [one.name, skill.name, '2', '面談'],
      ]),
    );
    await service.apply(yamagata, first.id);
    const skilled = await fingerprint();
    const second = await bring(
      yamagata,
      'SKILLS',
      csv([
        ['氏名', 'スキル', '水準', '根拠'],
        [one.name.replace(' ', ''), skill.id, '３', 'INTERVIEW'],
        [two.id, skill.id, '9', ''],
        ['誰か', skill.id, '1', '噂'],
      ]),
    );
    expect(await told(yamagata, second.id)).toEqual([
      '2 UPDATED specialistId:read-as level:read-as',
      '3 FAULTY level:too-big',
      '4 FAULTY specialistId:unknown-person evidence:no-choice',
    ]);
    await service.apply(yamagata, second.id);
    expect(
      await readTexts('SELECT level, superseded_at IS NULL AS now FROM skill_assessment ORDER BY level'),
    ).toEqual([
      { level: 2, now: false },
      { level: 3, now: true },
    ]);
    await service.undo(yamagata, second.id);
    expect(await fingerprint()).toEqual(skilled);

    const half = await bring(
      yamagata,
      'DAYS_OFF',
      csv([
        ['氏名', '日付', '時間'],
        [one.name, 'R8.12.1', '午前'],
      ]),
    );
    await service.apply(yamagata, half.id);
    const halved = await fingerprint();
    const days = await bring(
      yamagata,
      'DAYS_OFF',
      csv(
        [
          ['氏名', '日付', '時間', '理由'],
          [one.name, '2026-12-01', '', '会議'],
          [two.name, '2026/12/24', '午後', '=1+1'],
          [two.name, '2020-01-01', '', ''],
        ],
        '\n',
      ),
    );
    expect(await told(yamagata, days.id)).toEqual([
      '2 UPDATED',
      '3 ADDED date:read-as',
      '4 FAULTY date:past',
    ]);
    await service.apply(yamagata, days.id);
    expect(await readTexts('SELECT date::text, part, reason FROM day_off ORDER BY date')).toEqual([
      { date: '2026-12-01', part: 'DAY', reason: '会議' },
      { date: '2026-12-24', part: 'PM', reason: '=1+1' },
    ]);
    await service.undo(yamagata, days.id);
    expect(await fingerprint()).toEqual(halved);
  });
});

describe('who may', () => {
  const request = (title: string) => csv([HEADS.slice(1), [title, '困りごと', 'R8.11.20', '総務課', '1']]);
  let nagai: MunicipalityStaff;

  beforeAll(async () => {
    nagai = await clerk(database.db, '062090');
  });

  it('a town brings its own requests and nothing else; nobody else sees that it did', async () => {
    expect(await reasonOf(bring(nagai, 'SPECIALISTS', request('x')))).toBe('access.forbidden');
    const auditor = { ...yamagata, duties: ['AUDITOR'] as const };
    expect(await reasonOf(bring(auditor, 'DAYS_OFF', request('x')))).toBe('access.forbidden');
    const brought = await bring(nagai, 'SUPPORT_REQUESTS', request('町の依頼'));
    expect(await counts(nagai, brought.id)).toEqual({ 'OPEN ADDED': 1 });
    for (const other of [yamagata, hiroshima, await clerk(database.db, '062049')]) {
      expect(await reasonOf(service.apply(other, brought.id))).toBe('import.not-found');
      expect(await reasonOf(service.undo(other, brought.id))).toBe('import.not-found');
      expect(await reasonOf(database.db.read(other, (tx) => getTableImport(tx, other, brought.id)))).toBe(
        'import.not-found',
      );
    }
    await service.apply(nagai, brought.id);
    expect(await readTexts(`SELECT municipality_id FROM support_request WHERE title = '町の依頼'`)).toEqual([
      { municipality_id: '062090' },
    ]);
    expect((await database.db.read(nagai, (tx) => listTableImports(tx, nagai, {}))).total).toBe(1);
    await service.undo(nagai, brought.id);
    expect(await reasonOf(service.apply(nagai, randomUUID()))).toBe('import.not-found');
  });

  it('two who take one file in do it once', async () => {
    const brought = await bring(nagai, 'SUPPORT_REQUESTS', request('同時の依頼'));
    const both = await Promise.all([1, 2].map(() => reasonOf(service.apply(nagai, brought.id))));
    expect(both.toSorted()).toEqual(['done', 'import.nothing-to-apply']);
    expect(
      await readTexts(`SELECT count(*)::int AS n FROM support_request WHERE title = '同時の依頼'`),
    ).toEqual([{ n: 1 }]);
    const [draft] = await readTexts(`SELECT id FROM support_request WHERE title = '同時の依頼'`);
    // Sent meanwhile: no longer the import's to take back.
    const intake = new SupportRequestIntakeService(database.db, clock);
    await intake.submit(nagai, draft.id);
    await service.undo(nagai, brought.id);
    expect(await counts(nagai, brought.id)).toEqual({ 'KEPT ADDED': 1 });
    expect(await readTexts(`SELECT status FROM support_request WHERE id = $1`, [draft.id])).toEqual([
      { status: 'AWAITING_INTAKE' },
    ]);
  });

  it('takes nothing back after a day, and forgets the rows', async () => {
    const brought = await bring(nagai, 'SUPPORT_REQUESTS', request('昨日の依頼'));
    await service.apply(nagai, brought.id);
    clock.moveTo(new Date(clock.now().getTime() + 24 * 3_600_000 + 1));
    expect(await reasonOf(service.undo(nagai, brought.id))).toBe('import.too-late');
    await database.db.system(null, (tx) => forgetImportRows(tx, clock.now()));
    expect(await counts(nagai, brought.id)).toEqual({});
    expect(await reasonOf(bring(nagai, 'SUPPORT_REQUESTS', Buffer.from('件名\n')))).toBe('sheet.no-rows');
    expect(await reasonOf(bring(nagai, 'NONE', request('x')))).toBe('input.invalid');
  });
});
