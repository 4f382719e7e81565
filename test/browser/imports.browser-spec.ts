import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { expert, hub, KURE } from '../people.js';
import { type TypedCell, typedWorkbook } from '../workbook.js';
import type { Visitor } from './browser.js';
import { MINUTE, Stage } from './stage.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('a table that is brought', () => {
  const stage = Stage.forSpecs();
  let loginId: string;
  let known: string;
  let profile: string;
  let staff: Visitor;

  beforeAll(async () => {
    const { db } = stage.system.database;
    const coordinator = await hub(db);
    loginId = coordinator.loginId;
    await expert(db, coordinator, { baseId: KURE, themes: ['T01'] });
    const ask = (sql: string): Promise<{ name: string }[]> => stage.system.database.dataSource.query(sql);
    known = (await ask('SELECT name FROM specialist'))[0]?.name ?? '';
    profile = (await ask('SELECT name FROM talent_profile ORDER BY id'))[0]?.name ?? '';
    staff = await stage.visitor();
    await staff.signIn(loginId);
  }, 2 * MINUTE);
  afterEach(() => expect(staff.troubles.splice(0)).toEqual([]));

  async function bring(kind: string, name: string, buffer: Buffer): Promise<void> {
    const { page } = staff;
    await page.goto('/imports');
    await page.getByLabel('取り込むもの').selectOption({ label: kind });
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: XLSX, buffer });
    await page.getByRole('button', { name: '読み取る' }).click();
  }

  const people = (): Promise<unknown[]> =>
    stage.system.database.dataSource.query(
      `SELECT name, kana, monthly_days AS days FROM specialist ORDER BY name, kana`,
    );

  it(
    'J11 shows each row as it was read, takes in the good ones and gives all of it back',
    async () => {
      const { page } = staff;
      const row = (name: TypedCell, kana: string, days: string): TypedCell[] => [
        name,
        kana,
        'A. Nanashi',
        profile,
        '３４２０２５',
        '任期付職員',
        'fixed-term',
        days,
        '訪問、オンライン',
        '月、火',
      ];
      const before = await people();
      await bring(
        '専門人材の名簿',
        '名簿.xlsx',
        typedWorkbook([
          [
            '氏名',
            'ふりがな',
            'ローマ字',
            '人材像',
            '拠点',
            '任用の形',
            '任用の形（英語）',
            '月の日数の目安',
            '支援の形',
            '週の勤務',
          ],
          row({ text: '髙﨑 𠮷郎', reading: 'タカサキ ヨシロウ' }, 'ﾀｶｻｷ ﾖｼﾛｳ', '１２'),
          row('德永 瀨奈', 'トクナガ セナ', '8'),
          row('德永 瀨奈', 'とくなが せな', '8'),
          row('谷口 あお', 'たにぐち あお', '四日'),
          row('', 'ななし', '4'),
        ]),
      );
      await page.getByText('追加 2・更新 0・変更なし 0・エラー 3').waitFor();
      // What Excel keeps above the letters is no part of the name.
      await page.getByText('髙﨑 𠮷郎', { exact: true }).waitFor();
      expect(await page.getByText('タカサキ').count()).toBe(0);
      expect(await staff.faultsAtAllWidths()).toEqual([]);

      await page.getByRole('link', { name: 'エラー' }).click();
      await page.getByRole('button', { name: '2 行目を直す' }).waitFor({ state: 'detached' });
      expect(await page.getByRole('button', { name: /行目を直す/ }).count()).toBe(3);
      await page.getByRole('button', { name: '2 件を取り込む' }).click();
      expect(await staff.faults()).toEqual([]);
      await page.getByRole('dialog').getByRole('button', { name: '取り込む' }).click();
      await page.getByText(/^取り込みました：追加 2/).waitFor();
      expect(await people()).toEqual(
        expect.arrayContaining([
          { name: '髙﨑 𠮷郎', kana: 'たかさき よしろう', days: 12 },
          { name: '德永 瀨奈', kana: 'とくなが せな', days: 8 },
        ]),
      );

      await page.getByRole('button', { name: '元に戻す' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '元に戻す' }).click();
      await page.getByText('元に戻しました。').first().waitFor();
      expect(await people()).toEqual(before);
      expect(await staff.faults()).toEqual([]);
    },
    2 * MINUTE,
  );

  it(
    'J11 reads the years of an era, and says what an old workbook is',
    async () => {
      const { page } = staff;
      await bring(
        '休み',
        '休み.xlsx',
        typedWorkbook([
          ['氏名', '日付', '時間', '理由'],
          [known, '令和９年１月１２日', '午前', '研修'],
          [known, 'R9.1.13', '終日', '研修'],
        ]),
      );
      await page.getByText('追加 2・更新 0・変更なし 0・エラー 0').waitFor();

      const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
      await bring('休み', '休み.xls', Buffer.concat([old, Buffer.alloc(2_000)]));
      await page.getByText(/^古い形式のExcel（\.xls）です。何も取り込んでいません。/).waitFor();
      expect(await staff.faults()).toEqual([]);
      // The browser notes every refusal; this one was wanted.
      expect(staff.troubles.splice(0)).toEqual([expect.stringContaining('400')]);
    },
    MINUTE,
  );
});
