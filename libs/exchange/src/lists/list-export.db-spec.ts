import { directoryEntities } from '@banso/directory';
import { dispatchEntities } from '@banso/dispatch';
import { engagementEntities } from '@banso/engagement';
import {
  type Actor,
  FixedClock,
  type HubStaff,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { overviewEntities } from '@banso/overview';
import { reportsEntities } from '@banso/reports';
import { settlementEntities } from '@banso/settlement';
import { supportEntities, SupportRequestIntakeService } from '@banso/support';
import { talentEntities } from '@banso/talent';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, expert, hub as hubOf, KURE, MIHARA } from '../../../../test/people.js';
import { exchangeEntities } from '../exchange-entities.js';
import { TableImportService } from '../imports/table-import.service.js';
import { ImportFilesService } from '../imports/import-files.service.js';
import { rowsOf } from '../imports/table-import.queries.js';
import { LIST_NAMES, ListExportService, type ListName, type ListWish } from './list-export.service.js';

const clock = new FixedClock(new Date('2026-10-05T00:00:00Z'));
let database: FreshDatabase;
let lists: ListExportService;
let hiroshima: HubStaff;
let kure: MunicipalityStaff;
let mihara: MunicipalityStaff;
let she: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase([
    ...directoryEntities,
    ...talentEntities,
    ...engagementEntities,
    ...supportEntities,
    ...dispatchEntities,
    ...reportsEntities,
    ...settlementEntities,
    ...overviewEntities,
    ...exchangeEntities,
  ]);
  lists = new ListExportService(database.db, clock);
  hiroshima = await hubOf(database.db);
  kure = await clerk(database.db, KURE);
  mihara = await clerk(database.db, MIHARA);
  she = await expert(database.db, hiroshima, {});
  const intake = new SupportRequestIntakeService(database.db, clock);
  const usual = { urgency: 'HIGH', mode: 'ONLINE', visits: 2, visitMinutes: 90, minGapDays: 0, wished: [] };
  for (const [actor, title] of [
    [kure, '=1+1'],
    [kure, '9〜17時の窓口 𠮷'],
    [mihara, '三原の相談'],
  ] as const) {
    const { id } = await intake.draft(actor, {
      ...usual,
      title,
      trouble: '困りごと',
      onlyWished: false,
      entrustSelection: true,
      contactSection: '総務課',
      deadlineOn: '2026-11-20',
    });
    await intake.submit(actor, id);
    clock.moveTo(new Date(clock.now().getTime() + 1000));
  }
});
afterAll(() => database.drop());

const take = (actor: Actor, list: ListName, wish: Partial<ListWish> = {}) =>
  lists.take(actor, { list, format: 'XLSX', filter: {}, locale: 'ja', substitute: false, ...wish });
const rows = async (actor: Actor, list: ListName, wish: Partial<ListWish> = {}) => {
  const { bytes } = await take(actor, list, wish);
  if (!bytes) throw new Error('Nothing was written');
  return readSheet(bytes);
};
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { reason?: string }) => error.reason ?? 'bug',
  );

describe('a list as a file', () => {
  it('has what its reader sees, under the same filter, as text, days and codes', async () => {
    const [head, ...all] = await rows(hiroshima, 'SUPPORT_REQUESTS');
    const at = (name: string) => head?.indexOf(name) ?? -1;
    expect(all.map((row) => [row[at('団体コード')], row[at('件名')]])).toEqual([
      ['342041', '三原の相談'],
      ['342025', '9〜17時の窓口 𠮷'],
      ['342025', '=1+1'],
    ]);
    expect(all[0]?.[at('期限')]).toEqual(new Date('2026-11-20T00:00:00Z'));
    expect([all[0]?.[at('状態')], all[0]?.[at('状態コード')]]).toEqual(['受付待ち', 'AWAITING_INTAKE']);
    const found = await rows(hiroshima, 'SUPPORT_REQUESTS', { filter: { search: '三原' } });
    expect(found).toHaveLength(2);
    const [english] = await rows(hiroshima, 'SUPPORT_REQUESTS', { locale: 'en' });
    expect(english?.slice(0, 3)).toEqual(['Reference', 'Title', 'Municipality code']);
  });

  it('tells no town of another, and is empty in words', async () => {
    const [head, ...own] = await rows(kure, 'SUPPORT_REQUESTS');
    expect(head).not.toContain('市町村');
    expect(own.map((row) => row[1])).toEqual(['9〜17時の窓口 𠮷', '=1+1']);
    const wish = { filter: { municipalityId: MIHARA } };
    expect(await reasonOf(take(kure, 'SUPPORT_REQUESTS', wish))).toBe('list.empty');
    expect(await reasonOf(take(she, 'SUPPORT_REQUESTS'))).toBe('list.empty');
    expect(await reasonOf(take(await hubOf(database.db, '38'), 'SUPPORT_REQUESTS'))).toBe('list.empty');
    for (const list of ['TOWNS', 'PARTIES', 'SKILLS'] as const)
      expect(await reasonOf(take(kure, list))).toBe('access.forbidden');
    expect(await reasonOf(take(she, 'PEOPLE'))).toBe('access.forbidden');
  });

  it('says which characters Windows does not have before anything is lost', async () => {
    const held = await take(kure, 'SUPPORT_REQUESTS', { format: 'CSV_CP932' });
    expect(held).toMatchObject({ bytes: null, rows: 2 });
    expect(held.characters).toEqual([
      { row: 2, head: '件名', character: '〜', written: '～' },
      { row: 2, head: '件名', character: '𠮷', written: null },
    ]);
    const { bytes } = await take(kure, 'SUPPORT_REQUESTS', { format: 'CSV_CP932', substitute: true });
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes ?? new Uint8Array());
    const lines: string[][] = parse(text);
    expect(lines.map((line) => line[1])).toEqual(['件名', '9～17時の窓口 〓', "'=1+1"]);
  });

  it('stands in the history of each record that was taken', async () => {
    const count = async (): Promise<number> => {
      const [{ n }] = await database.dataSource.query(
        `SELECT count(*)::int AS n FROM audit_entry WHERE kind = 'EXPORT' AND record_type = 'support_request' AND account_id = $1`,
        [mihara.accountId],
      );
      return n;
    };
    expect(await count()).toBe(0);
    await take(mihara, 'SUPPORT_REQUESTS', { format: 'CSV' });
    expect(await count()).toBe(1);
  });

  it('is there for every list, and refuses a filter that it does not know', async () => {
    const filters: Partial<Record<ListName, Record<string, unknown>>> = {
      ATTENDANCE: { month: '2026-10-01' },
      DAYS_OFF: { from: '2026-10-01', to: '2026-12-31' },
    };
    for (const list of LIST_NAMES) {
      const taken = await reasonOf(take(hiroshima, list, { filter: filters[list] ?? {} }));
      expect([list, taken]).toEqual([list, expect.stringMatching(/^(done|list\.empty)$/)]);
      expect(await reasonOf(take(hiroshima, list, { filter: { nonsense: 1 } }))).toBe('list.filter');
    }
    const towns = await rows(hiroshima, 'TOWNS');
    expect(towns.slice(1).map(([code]) => code)).toContain('342025');
    expect((await rows(hiroshima, 'PEOPLE')).length).toBeGreaterThan(3);
  });

  it('of people comes back as an import that changes nothing', async () => {
    const imports = new TableImportService(database.db, clock);
    const { bytes } = await take(hiroshima, 'SPECIALISTS');
    const brought = await imports.bring(
      hiroshima,
      { kind: 'SPECIALISTS', fileName: '専門人材.xlsx' },
      bytes ?? Buffer.alloc(0),
    );
    const read = await database.db.read(hiroshima, (tx) => rowsOf(tx, brought.id));
    expect(read.map(({ outcome, findings }) => [outcome, findings.map(({ rule }) => rule)])).toEqual(
      read.map(() => ['UNCHANGED', []]),
    );
    expect(read.length).toBeGreaterThan(0);
  });
});

describe('the empty table', () => {
  const say = ({ rule }: { rule: string }) => rule;

  it('has the heads that are read back, dropdowns, an example and words', async () => {
    const files = new ImportFilesService(database.db, clock);
    for (const kind of ['SPECIALISTS', 'SKILLS', 'SUPPORT_REQUESTS', 'DAYS_OFF'] as const)
      for (const locale of ['ja', 'en'] as const) {
        const { bytes } = await files.template(hiroshima, { kind, locale });
        const [heads] = await readSheet(bytes);
        const [, example] = await readSheet(bytes, 2);
        expect(heads?.length).toBeGreaterThan(3);
        expect(example).toHaveLength(heads?.length ?? 0);
      }
    expect(await reasonOf(files.template(kure, { kind: 'SPECIALISTS', locale: 'ja' }))).toBe(
      'access.forbidden',
    );
  });

  it('of a town is a book that comes back by the town or by the hub, and by nobody else', async () => {
    const files = new ImportFilesService(database.db, clock);
    const imports = new TableImportService(database.db, clock);
    const { bytes: empty } = await files.template(kure, { kind: 'SUPPORT_REQUESTS', locale: 'ja' });
    const bytes = await filledIn(empty, ['閉域の依頼', '回線がありません']);
    const bring = (actor: Actor) =>
      imports.bring(actor, { kind: 'SUPPORT_REQUESTS', fileName: 'book.xlsx' }, bytes);
    expect(await reasonOf(bring(mihara))).toBe('kit.other-town');
    expect(await reasonOf(bring(await hubOf(database.db, '38')))).toBe('kit.other-town');
    expect(await reasonOf(imports.bring(hiroshima, { kind: 'DAYS_OFF', fileName: 'book.xlsx' }, bytes))).toBe(
      'kit.other-kind',
    );
    for (const actor of [kure, hiroshima]) {
      const brought = await bring(actor);
      await imports.apply(actor, brought.id);
      const [row] = await database.db.read(actor, (tx) => rowsOf(tx, brought.id));
      expect(row).toMatchObject({ outcome: 'ADDED', state: 'APPLIED' });
      const [{ town }] = await database.dataSource.query(
        'SELECT municipality_id AS town FROM support_request WHERE id = $1',
        [row?.recordId],
      );
      expect(town).toBe(KURE);
      await imports.undo(actor, brought.id);
    }
  });

  it('gives the rows with faults back with what is wrong, to be brought again', async () => {
    const files = new ImportFilesService(database.db, clock);
    const imports = new TableImportService(database.db, clock);
    const csv = Buffer.from('件名,困っていること,期限\n良い,内容,2026-11-20\n悪い,内容,R8.2.30\n,内容,\n');
    const brought = await imports.bring(kure, { kind: 'SUPPORT_REQUESTS', fileName: 'x.csv' }, csv);
    const { bytes } = await files.faults(kure, brought.id, { locale: 'ja', say });
    expect(await readSheet(bytes)).toEqual([
      ['件名', '困っていること', '期限', 'エラー', '元の行'],
      ['悪い', '内容', 'R8.2.30', 'no-date', 3],
      [null, '内容', null, 'required', 4],
    ]);
    const again = await imports.bring(kure, { kind: 'SUPPORT_REQUESTS', fileName: 'y.xlsx' }, bytes);
    expect(again.mapping).toEqual({ title: '件名', trouble: '困っていること', deadlineOn: '期限' });
    expect(await reasonOf(files.faults(mihara, brought.id, { locale: 'ja', say }))).toBe('import.not-found');
  });
});

/** The book as somebody fills it in with other software than ours. */
async function filledIn(book: Buffer, cells: readonly string[]): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(book).buffer);
  const page = workbook.worksheets[0];
  cells.forEach((cell, i) => {
    if (page) page.getCell(2, i + 1).value = cell;
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
