import type { DateInquiry, OfferedSlot, Visit } from '@banso/dispatch';
import { dateAnswersOf, getVisit } from '@banso/dispatch';
import {
  type Actor,
  FixedClock,
  type HubStaff,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { reportOfVisit, reportsEntities, VisitReportService } from '@banso/reports';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../../test/people.js';
import { ENTITIES, START, THEME } from '../../../dispatch/test/given-calendar.js';
import { Dates } from '../../../dispatch/test/given-dates.js';
import { reportInput } from '../../../reports/test/report-input.js';
import { exchangeEntities } from '../exchange-entities.js';
import { ImportFilesService } from './import-files.service.js';
import { countRows, rowsOf } from './table-import.queries.js';
import { TableImportService } from './table-import.service.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let dates: Dates;
let service: TableImportService;
let files: ImportFilesService;
let reports: VisitReportService;
let staff: HubStaff;
let kure: MunicipalityStaff;
let colleague: MunicipalityStaff;
let mihara: MunicipalityStaff;
let specialist: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase([...ENTITIES, ...reportsEntities, ...exchangeEntities]);
  const { db } = database;
  dates = new Dates(db, clock);
  service = new TableImportService(db, clock);
  files = new ImportFilesService(db, clock);
  reports = new VisitReportService(db, clock);
  staff = await hub(db);
  kure = await clerk(db);
  colleague = await clerk(db);
  mihara = await clerk(db, MIHARA);
  specialist = await expert(db, staff, { themes: [THEME] });
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await dates.clear();
});
afterAll(() => database.drop());

type Answers = Readonly<Record<string, string | undefined>>;
type Kind = 'DATE_ANSWERS' | 'REPORT_CONFIRMATIONS';

const book = async (actor: Actor, kind: Kind, municipalityId?: string): Promise<Buffer> =>
  (await files.template(actor, { kind, locale: 'ja', municipalityId })).bytes;

/** Fills in a book as office software does: opened, written into by the heads of its columns, saved. */
async function filled(
  bytes: Buffer,
  answersOf: (row: Answers, index: number) => Answers | null,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const [page] = workbook.worksheets;
  if (!page) throw new Error('a book has a page');
  const heads = (page.getRow(1).values as string[]).slice(1);
  for (let no = 2; no <= page.rowCount; no++) {
    const row = page.getRow(no);
    const now = Object.fromEntries(heads.map((head, i) => [head, row.getCell(i + 1).text]));
    for (const [head, value] of Object.entries(answersOf(now, no - 2) ?? {})) {
      if (value === undefined) continue;
      if (!heads.includes(head)) throw new Error(`no column ${head}`);
      row.getCell(heads.indexOf(head) + 1).value = value;
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const bring = (actor: Actor, kind: Kind, file: Buffer) =>
  service.bring(actor, { kind, fileName: '閉域用.xlsx' }, file);
const told = async (actor: Actor, id: string) =>
  (await database.db.read(actor, (tx) => rowsOf(tx, id))).map(({ no, outcome, findings }) =>
    `${no} ${outcome} ${findings.map(({ column, rule }) => `${column ?? '*'}:${rule}`).join(' ')}`.trim(),
  );
const counts = async (actor: Actor, id: string) => {
  const found = await database.db.read(actor, (tx) => countRows(tx, [id]));
  return Object.fromEntries(found.map(({ state, outcome, count }) => [`${state} ${outcome}`, count]));
};
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { reason?: string }) => error.reason ?? 'bug',
  );

describe('answers to date inquiries in a book', () => {
  const A = { date: '2026-12-10', half: 'AM' as const };
  const B = { date: '2026-12-10', half: 'PM' as const };
  const C = { date: '2026-12-14', half: 'AM' as const };
  let choice: { inquiry: DateInquiry; slots: OfferedSlot[] };
  let other: { inquiry: DateInquiry };
  let grid: DateInquiry;

  beforeEach(async () => {
    choice = await dates.offered(kure, staff, { title: '一つ目' });
    other = await dates.offered(kure, staff, { title: '二つ目' });
    const request = await dates.request(kure, staff, { title: '三つ目', visits: 1 });
    grid = await dates.inquiries.ask(staff, {
      supportRequestId: request.id,
      workingDays: 5,
      halves: [A, B, C],
    });
  });

  const answers = () => database.db.read(staff, (tx) => dateAnswersOf(tx, [grid.id]));

  it('come back as they were given: a slot, none with the reason, ○△× by name; what was left empty stays open', async () => {
    const file = await filled(await book(kure, 'DATE_ANSWERS'), ({ 件名: title, 候補: when = '' }) => {
      if (title === '一つ目') return { 回答: '第2候補' };
      if (title === '二つ目') return { 回答: 'どれも合わない', 合わない理由: '議会の会期中です' };
      if (when === '2026-12-10 午前')
        return { 回答: '〇', 答える人の氏名: '髙﨑 課長', コメント: '窓口は別室です' };
      return when === '2026-12-10 午後' ? { 回答: '△', 答える人の氏名: '髙﨑 課長' } : null;
    });
    const brought = await bring(kure, 'DATE_ANSWERS', file);
    expect((await told(kure, brought.id)).map((row) => row.slice(2)).toSorted()).toEqual(
      ['UNCHANGED', 'UPDATED', 'UPDATED', 'UPDATED', 'UPDATED answer:read-as'].toSorted(),
    );
    // Looking answers nobody.
    expect(await dates.now(kure, choice.inquiry)).toMatchObject({ status: 'OPEN' });
    expect(await answers()).toEqual([]);

    const applied = await service.apply(kure, brought.id);
    expect(applied).toMatchObject({ status: 'APPLIED', undoUntil: null });
    expect(await dates.now(kure, choice.inquiry)).toMatchObject({ status: 'AGREED' });
    const slots = await dates.slotsOf(kure, choice.inquiry);
    expect(slots.map(({ outcome }) => outcome)).toEqual(['RELEASED', 'CHOSEN', 'RELEASED']);
    expect(await dates.now(kure, other.inquiry)).toMatchObject({ status: 'DECLINED' });
    expect(await dates.now(kure, grid)).toMatchObject({ status: 'OPEN' });
    expect(await answers()).toMatchObject([
      {
        name: '髙﨑 課長',
        accountId: kure.accountId,
        comment: '窓口は別室です',
        marks: { '2026-12-10 AM': 'YES', '2026-12-10 PM': 'MAYBE' },
      },
    ]);
    // An answer is an act.
    expect(await reasonOf(service.undo(kure, brought.id))).toBe('import.no-undo');
    expect(await dates.now(kure, choice.inquiry)).toMatchObject({ status: 'AGREED' });

    // The same file once more: nobody is answered twice.
    const again = await bring(kure, 'DATE_ANSWERS', file);
    expect(await counts(kure, again.id)).toEqual({ 'OPEN UNCHANGED': 3, 'OPEN FAULTY': 2 });
    expect((await told(kure, again.id)).filter((row) => row.includes('kit.moved-on'))).toHaveLength(2);
  });

  it('are refused where the inquiry has moved on or somebody else has marked, and told at the cell where a value is wrong', async () => {
    await dates.answers.mark(kure, grid.id, { name: '係長', marks: [{ ...A, mark: 'NO' }] });
    const empty = await book(kure, 'DATE_ANSWERS');
    await dates.inquiries.withdraw(staff, choice.inquiry.id, { reason: '別の方法で' });
    await dates.answers.mark(kure, grid.id, {
      name: '係長',
      marks: [
        { ...A, mark: 'YES' },
        { ...B, mark: 'NO' },
      ],
    });
    await dates.answers.mark(colleague, grid.id, { name: '主任', marks: [{ ...A, mark: 'NO' }] });
    const seen: string[] = [];
    const file = await filled(empty, ({ 件名: title, 候補: when = '', これまでの回答: soFar = '' }) => {
      seen.push(`${title} ${soFar}`.trim());
      if (title === '一つ目') return { 回答: '第1候補' };
      if (title === '二つ目') return { 回答: '○' };
      if (when === '2026-12-10 午前') return { 回答: '△', 答える人の氏名: '係長' };
      if (when === '2026-12-10 午後') return { 回答: '第1候補', 答える人の氏名: '係長' };
      return { 回答: '○', 答える人の氏名: '主任' };
    });
    expect(seen.toSorted()).toEqual(['一つ目', '三つ目', '三つ目', '三つ目 × 係長', '二つ目'].toSorted());
    const brought = await bring(kure, 'DATE_ANSWERS', file);
    expect((await told(kure, brought.id)).map((row) => row.slice(2)).toSorted()).toEqual([
      'FAULTY *:kit.marked-since',
      'FAULTY *:kit.moved-on',
      'FAULTY answer:no-choice',
      'FAULTY answer:no-choice',
      'FAULTY name:name-answered',
    ]);
    expect(await reasonOf(service.apply(kure, brought.id))).toBe('import.nothing-to-apply');
    // What is put right on the screen is taken in, and the others are not.
    const rows = await database.db.read(kure, (tx) => rowsOf(tx, brought.id));
    const wrong = rows.find(({ cells }) => cells.some(({ text }) => text === '二つ目'));
    await service.fix(kure, brought.id, [{ no: wrong?.no ?? 0, column: 'answer', value: '第3候補' }]);
    await service.apply(kure, brought.id);
    expect(await counts(kure, brought.id)).toEqual({ 'APPLIED UPDATED': 1, 'OPEN FAULTY': 4 });
    expect(await dates.now(kure, other.inquiry)).toMatchObject({ status: 'AGREED' });
    const own = (await answers()).find(({ name }) => name === '係長');
    expect(own?.marks).toEqual({ '2026-12-10 AM': 'YES', '2026-12-10 PM': 'NO' });
  });

  it('say nothing for which there is no place, and none is mixed up with another row', async () => {
    const file = await filled(await book(kure, 'DATE_ANSWERS'), ({ 件名: title, 候補: when = '' }) => {
      if (title === '一つ目') return { 回答: '第1候補', 合わない理由: 'x' };
      if (title === '二つ目') return { 回答: 'どれも合わない' };
      if (when === '2026-12-10 午前') return { 回答: '×', 答える人の氏名: '課長', 候補: '2026-12-14 午前' };
      if (when === '2026-12-10 午後') return { 回答: '×' };
      return { コメント: '未定' };
    });
    const brought = await bring(kure, 'DATE_ANSWERS', file);
    const found = (await told(kure, brought.id)).map((row) => row.slice(2)).toSorted();
    expect(found.map((row) => row.split(':')[0])).toEqual([
      'FAULTY answer',
      'FAULTY name',
      'FAULTY reason',
      'FAULTY reason',
      'FAULTY when',
    ]);
    expect(found).toContain('FAULTY when:kit-mixed');
    expect(found).toContain('FAULTY reason:kit-unused');
    const torn = await filled(await book(kure, 'DATE_ANSWERS'), () => ({
      回答: '第1候補',
      '照合（変えない）': 'x',
    }));
    const lost = await told(kure, (await bring(kure, 'DATE_ANSWERS', torn)).id);
    expect(lost.every((row) => row.endsWith('FAULTY binding:kit-row'))).toBe(true);
  });

  it("are the town's own affair", async () => {
    const file = await filled(await book(kure, 'DATE_ANSWERS'), () => ({ 回答: '第1候補' }));
    expect(await reasonOf(bring(mihara, 'DATE_ANSWERS', file))).toBe('kit.other-town');
    expect(await reasonOf(bring(kure, 'REPORT_CONFIRMATIONS', file))).toBe('kit.other-kind');
    expect(await reasonOf(bring(staff, 'DATE_ANSWERS', file))).toBe('access.forbidden');
    expect(await reasonOf(book(staff, 'DATE_ANSWERS', kure.municipalityId))).toBe('access.forbidden');
    expect(await reasonOf(book(mihara, 'DATE_ANSWERS'))).toBe('kit.nothing-open');
    // Without the mark of the book, each row is still refused by whoever owns it.
    const bare = `照合（変えない）,回答\n${choice.inquiry.id}//1,第1候補\n`;
    const brought = await bring(mihara, 'DATE_ANSWERS', Buffer.from(bare));
    expect(await told(mihara, brought.id)).toEqual(['2 FAULTY *:date-inquiry.not-found']);
  });
});

describe('confirmations of visit reports in a book', () => {
  let first: Visit;
  let second: Visit;

  beforeEach(async () => {
    await database.db.owner((tx) => tx.query('TRUNCATE notice, report_policy CASCADE'));
    await dates.request(kure, staff);
    const [one, two] = await dates.publish(staff);
    if (!one || !two) throw new Error('two visits are published');
    [first, second] = [one, two];
    clock.moveTo(new Date(second.endsAt.getTime() + 60_000));
    for (const visit of [first, second]) await reports.submit(specialist, visit.id, reportInput(visit));
  });

  const statusOf = async (visit: Visit) =>
    (await database.db.read(staff, (tx) => getVisit(tx, staff, visit.id))).status;
  const reportOf = (visit: Visit) => database.db.read(staff, (tx) => reportOfVisit(tx, staff, visit.id));
  const isOf = (visit: Visit, row: Answers) => row['照合（変えない）']?.startsWith(visit.id) ?? false;

  it('come back as they were given: one confirmed with thanks, one returned with the reason', async () => {
    const file = await filled(await book(kure, 'REPORT_CONFIRMATIONS'), (row) => {
      expect(row['実施内容']).toContain('配信の目的を整理した。');
      // What is between the specialist and the hub is in no book.
      expect(Object.values(row).join()).not.toContain('一人で抱えている');
      return isOf(first, row)
        ? { 確認: '確認する', ありがとうの一言: '助かりました' }
        : { 確認: '差し戻す', 差し戻す理由: '参加した係が足りません' };
    });
    const brought = await bring(kure, 'REPORT_CONFIRMATIONS', file);
    expect(await counts(kure, brought.id)).toEqual({ 'OPEN UPDATED': 2 });
    expect(await statusOf(first)).toBe('REPORTED');
    await service.apply(kure, brought.id);
    expect(await reportOf(first)).toMatchObject({
      status: 'CONFIRMED',
      thanks: '助かりました',
      confirmedBy: kure.accountId,
      confirmedByRole: 'MUNICIPALITY_STAFF',
    });
    expect(await statusOf(first)).toBe('RECEIVED');
    expect(await reportOf(second)).toMatchObject({
      status: 'RETURNED',
      returnReason: '参加した係が足りません',
    });
    expect(await reasonOf(service.undo(kure, brought.id))).toBe('import.no-undo');
    expect(await reasonOf(book(kure, 'REPORT_CONFIRMATIONS'))).toBe('kit.nothing-open');
  });

  it('are refused where the report was written again since, the others taken in; a wrong value is told at its cell', async () => {
    const empty = await book(kure, 'REPORT_CONFIRMATIONS');
    await reports.return(kure, first.id, { reason: '日付が違います' });
    clock.moveTo(new Date(clock.now().getTime() + 60_000));
    const version = await database.db.read(staff, (tx) =>
      tx.query<{ id: string }[]>(`SELECT max(id)::text AS id FROM audit_entry`),
    );
    await reports.submit(
      specialist,
      first.id,
      reportInput(first, { seen: version[0]?.id, done: '書き直した。' }),
    );
    const wrong = await filled(empty, (row) => (isOf(first, row) ? { 確認: '確認する' } : { 確認: '多分' }));
    const brought = await bring(kure, 'REPORT_CONFIRMATIONS', wrong);
    expect((await told(kure, brought.id)).map((row) => row.slice(2)).toSorted()).toEqual([
      'FAULTY *:kit.moved-on',
      'FAULTY answer:no-choice',
    ]);
    const rest = await bring(kure, 'REPORT_CONFIRMATIONS', await filled(empty, () => ({ 確認: '確認する' })));
    await service.apply(kure, rest.id);
    expect(await counts(kure, rest.id)).toEqual({ 'APPLIED UPDATED': 1, 'OPEN FAULTY': 1 });
    expect([await statusOf(first), await statusOf(second)]).toEqual(['REPORTED', 'RECEIVED']);
    const [moved] = (await database.db.read(kure, (tx) => rowsOf(tx, rest.id))).filter(
      ({ outcome }) => outcome === 'FAULTY',
    );
    expect(moved?.findings[0]).toMatchObject({ rule: 'kit.moved-on', facts: { name: specialist.name } });
  });

  it('are the affair of the town, and of the hub for it with a reason, which returns none', async () => {
    const file = await filled(await book(kure, 'REPORT_CONFIRMATIONS'), (row) =>
      isOf(first, row) ? { 確認: '確認する' } : { 確認: '差し戻す', 差し戻す理由: '足りません' },
    );
    expect(await reasonOf(bring(mihara, 'REPORT_CONFIRMATIONS', file))).toBe('kit.other-town');
    const bare = `照合（変えない）,確認\n${first.id}//1,確認する\n`;
    const theirs = await bring(mihara, 'REPORT_CONFIRMATIONS', Buffer.from(bare));
    expect(await told(mihara, theirs.id)).toEqual(['2 FAULTY *:visit.not-found']);

    expect(await reasonOf(book(staff, 'REPORT_CONFIRMATIONS'))).toBe('input.invalid');
    expect((await book(staff, 'REPORT_CONFIRMATIONS', kure.municipalityId)).length).toBeGreaterThan(0);
    const brought = await bring(staff, 'REPORT_CONFIRMATIONS', file);
    expect((await told(staff, brought.id)).map((row) => row.slice(2)).toSorted()).toEqual([
      'FAULTY *:access.forbidden',
      'FAULTY standInReason:required',
    ]);
    const rows = await database.db.read(staff, (tx) => rowsOf(tx, brought.id));
    const own = rows.find(({ findings }) => findings.some(({ column }) => column === 'standInReason'));
    await service.fix(staff, brought.id, [
      { no: own?.no ?? 0, column: 'standInReason', value: '閉域用ブックで受け取りました' },
    ]);
    await service.apply(staff, brought.id);
    expect(await reportOf(first)).toMatchObject({
      status: 'CONFIRMED',
      confirmedByRole: 'HUB_STAFF',
      standInReason: '閉域用ブックで受け取りました',
    });
    expect(await reportOf(second)).toMatchObject({ status: 'SUBMITTED' });
  });
});
