import { describe, expect, it } from '@jest/globals';
import { Clock } from '@banso/kernel';
import { SupportRequestIntakeService } from '@banso/support';
import type { Page } from 'playwright-core';
import { clerk, hub, KURE, MIHARA, operator, PASSWORD } from '../people.js';
import { requestInput } from '../requests.js';
import { DESK, OWN_MENU, PHONE } from './browser.js';
import type { RunningSystem } from './system.js';
import { MINUTE, Stage } from './stage.js';

const CHOSEN = 'wooden boats carry rice';

/** What somebody has begun. */
async function draftOf({ database }: RunningSystem, loginId: string): Promise<void> {
  const [who] = await database.dataSource.query<{ id: string }[]>(
    'SELECT id FROM account WHERE login_id = $1',
    [loginId],
  );
  const town = { role: 'MUNICIPALITY_STAFF', prefectureId: '34', municipalityId: KURE } as const;
  await new SupportRequestIntakeService(database.db, new Clock()).draft(
    { ...town, duties: ['REQUESTER'], accountId: who?.id ?? '', name: '広 さき' },
    requestInput(),
  );
}

describe(`people and their accounts, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();

  const at = (viewport = DESK) => stage.visitor(viewport);
  const linkOn = (page: Page): Promise<string> => page.getByLabel('リンク', { exact: true }).inputValue();
  const isAsWideAsTheScreen = async (page: Page) =>
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBe(0);

  it(
    'invites, lets in, changes duties, resets a password and ends a membership',
    async () => {
      const { db } = stage.system.database;
      const manager = await at();
      await manager.signIn((await clerk(db, KURE)).loginId);
      const { page } = manager;
      await page.getByRole('link', { name: '職員', exact: true }).click();
      await page.getByText('使われていない招待はありません。').waitFor();
      expect(await manager.axe()).toEqual([]);
      await page.getByRole('button', { name: '職員を招待する' }).click();
      await page.getByRole('button', { name: 'リンクを作る' }).click();
      await page.getByRole('link', { name: '「招待する人」を入力してください。' }).waitFor();
      expect(await manager.axe()).toEqual([]);
      await page.getByLabel(/^招待する人/).fill('総務課 広 さき');
      await page.getByRole('button', { name: 'リンクを作る' }).click();
      await page.getByRole('heading', { name: '招待のリンク' }).waitFor();
      expect(await manager.axe()).toEqual([]);
      const invitation = await linkOn(page);
      expect(invitation).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/invitation#[\w-]{43}$/);

      const phone = await at(PHONE);
      await phone.page.goto(invitation);
      await phone.page.getByText('呉市').waitFor();
      await phone.page.getByLabel(/^ログインID/).fill('hiro-saki');
      await phone.page.getByLabel(/^氏名[^（]/).fill('広 さき');
      await phone.page.getByLabel(/^氏名（ローマ字）/).fill('Saki Hiro');
      await phone.page.getByLabel(/^パスワード/).fill(CHOSEN);
      expect(await phone.axe()).toEqual([]);
      await isAsWideAsTheScreen(phone.page);
      await phone.page.getByRole('button', { name: '登録する' }).click();
      await phone.page.getByText('登録しました').waitFor();
      expect(await phone.axe()).toEqual([]);
      await phone.page.getByRole('link', { name: 'サインインへ進む' }).click();
      await phone.page.getByLabel('ログインID').fill('hiro-saki');
      await phone.page.getByLabel('パスワード').fill(CHOSEN);
      await phone.page.getByRole('button', { name: 'サインイン' }).click();
      await phone.page.getByRole('button', { name: OWN_MENU }).waitFor();
      expect(await phone.page.getByRole('link', { name: '職員', exact: true }).count()).toBe(0);

      await page.getByRole('button', { name: '一覧に戻る' }).click();
      await page.getByRole('button', { name: '広 さきさんの担当を変える' }).click();
      await page.getByLabel('職員の管理').check();
      expect(await manager.axe()).toEqual([]);
      await page.getByRole('button', { name: '変える', exact: true }).click();
      await page.getByText('広 さきさんの担当を変えました。').waitFor();
      await phone.page.reload();
      await phone.page.getByRole('link', { name: '職員', exact: true }).click();
      await phone.page.getByText('（あなた）').waitFor();
      await phone.page.getByText('使われていない招待はありません。').waitFor();
      expect(await phone.axe()).toEqual([]);
      await isAsWideAsTheScreen(phone.page);

      // Nothing is open yet: what she begins goes to the colleague with one step.
      await page.getByRole('button', { name: '広 さきさんの仕事を引き継ぐ' }).click();
      await page.getByText('終わっていない依頼や相談はありません。').waitFor();
      await page.getByRole('button', { name: '閉じる' }).click();
      await page.getByRole('button', { name: '広 さきさんのパスワードを再設定する' }).click();
      await page.getByRole('button', { name: 'リンクを作る' }).click();
      await page.getByRole('heading', { name: 'パスワード再設定のリンク' }).waitFor();
      const forgetful = await at(PHONE);
      await forgetful.page.goto(await linkOn(page));
      await forgetful.page
        .getByRole('textbox', { name: /^新しいパスワード/ })
        .fill('rice is carried by boats');
      expect(await forgetful.axe()).toEqual([]);
      await forgetful.page.getByRole('button', { name: 'パスワードを設定する' }).click();
      await forgetful.page.getByText('パスワードを設定しました').waitFor();
      await phone.page.reload();
      await phone.page.getByRole('heading', { name: 'サインイン' }).waitFor();

      await page.getByRole('button', { name: '一覧に戻る' }).click();
      await draftOf(stage.system, 'hiro-saki');
      await page.getByRole('button', { name: '広 さきさんの仕事を引き継ぐ' }).click();
      await page.getByText('終わっていない依頼と相談が1件あります。').waitFor();
      await page.getByRole('combobox', { name: /^引き継ぐ人/ }).selectOption({ index: 1 });
      expect(await manager.axe()).toEqual([]);
      await page.getByRole('button', { name: '仕事を引き継ぐ', exact: true }).last().click();
      await page.getByText('広 さきさんの仕事を1件、引き継ぎました。').waitFor();
      await phone.page.reload();
      await phone.page.getByRole('heading', { name: 'サインイン' }).waitFor();

      await page
        .getByRole('button', { name: /の所属を終える$/ })
        .first()
        .click();
      expect(await manager.axe()).toEqual([]);
      await page.getByRole('button', { name: '所属を終える', exact: true }).last().click();
      // Nobody would be left who could let anybody in.
      await page
        .getByText(/担当者がいなくなります/)
        .first()
        .waitFor();
      expect([...manager.troubles, ...phone.troubles, ...forgetful.troubles]).toEqual([]);
    },
    2 * MINUTE,
  );

  it(
    'adds a second town to an account that is there, by the hub, and takes an invitation back',
    async () => {
      const { db } = stage.system.database;
      const staff = await at();
      await staff.signIn((await hub(db)).loginId);
      const { page } = staff;
      await page.goto('/people');
      const invite = async () => {
        await page.getByRole('button', { name: '職員を招待する' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('combobox', { name: /^市町村/ }).selectOption({ label: '三原市' });
        await page.getByLabel(/^招待する人/).fill('三原市 企画課');
        await page.getByRole('button', { name: 'リンクを作る' }).click();
        const address = await linkOn(page);
        await page.getByRole('button', { name: '一覧に戻る' }).click();
        return address;
      };
      const [first, second] = [await invite(), await invite()];
      await page.getByRole('button', { name: '三原市 企画課さんの招待を取り消す' }).first().waitFor();
      expect(await staff.axe()).toEqual([]);
      await isAsWideAsTheScreen(page);

      const person = await at();
      const { loginId } = await clerk(db, KURE);
      await person.page.goto(first);
      await person.page.getByText('すでに持っているアカウントに所属を加える').click();
      await person.page.getByLabel('ログインID').fill(loginId);
      await person.page.getByLabel('パスワード').fill(PASSWORD);
      await person.page.getByRole('button', { name: 'サインイン' }).click();
      await person.page.getByRole('button', { name: '所属を加える' }).click();
      await person.page.getByRole('link', { name: 'アカウントの画面へ' }).click();
      await person.page.getByText('三原市').waitFor();

      // The list by town, with an address of its own.
      const inTable = (who: string) =>
        page.getByRole('cell', { name: who }).or(page.getByRole('rowheader', { name: who }));
      await page.getByRole('combobox', { name: /^市町村/ }).selectOption({ label: '三原市' });
      await page.getByRole('button', { name: '表示する', exact: true }).click();
      await page.getByText('全1件').waitFor();
      expect(new URL(page.url()).search).toBe(`?town=${MIHARA}`);
      await inTable(loginId).first().waitFor();
      await page.goto('/people?town=344311');
      await page.getByText('当てはまる人はいません').waitFor();
      expect(await page.getByRole('combobox', { name: /^市町村/ }).inputValue()).toBe('344311');
      expect(await staff.axe()).toEqual([]);

      await page.getByRole('button', { name: '三原市 企画課さんの招待を取り消す' }).first().click();
      await page.getByRole('button', { name: '取り消す', exact: true }).last().click();
      await page.getByText('三原市 企画課さんの招待を取り消しました。').waitFor();
      const late = await at();
      await late.page.goto(second);
      await late.page.getByText('このリンクは使えません。').waitFor();
      expect(await late.axe()).toEqual([]);
      expect([...staff.troubles, ...person.troubles, ...late.troubles]).toEqual([]);
    },
    2 * MINUTE,
  );

  it(
    'shows an operator how the installation is, tries again what was set aside and lets the first of a hub in',
    async () => {
      const { db, dataSource } = stage.system.database;
      await dataSource.query(
        `INSERT INTO outbox (prefecture_id, job, payload, failures, dead_at, last_error)
         VALUES ('34', 'test.nobody-knows', '{}', 10, now(), 'SQL 23505')`,
      );
      const runner = await at();
      await runner.signIn((await operator(db)).loginId);
      const { page } = runner;
      await page.getByRole('heading', { name: '今の状態' }).waitFor();
      expect(await runner.axe()).toEqual([]);
      await page.getByRole('link', { name: /^止まった処理/ }).click();
      await page.getByText('SQL 23505').waitFor();
      await page.getByText('動いています').waitFor();
      await page.getByText('seal-audit', { exact: true }).waitFor();
      await page
        .getByRole('cell', { name: '広島県' })
        .or(page.getByRole('rowheader', { name: '広島県' }))
        .waitFor();
      expect(await runner.axe()).toEqual([]);
      await page.getByRole('button', { name: 'test.nobody-knowsを再試行する' }).click();
      await page.getByText('1件を再試行します。').waitFor();
      await page.getByText('止まった処理はありません。').waitFor();

      await page.getByLabel(/^都道府県/).selectOption({ label: '鹿児島県' });
      await page.getByLabel(/^招待する人/).fill('鹿児島県 デジタル推進課');
      await page.getByRole('button', { name: 'リンクを作る' }).click();
      await page.getByRole('heading', { name: '招待のリンク' }).waitFor();
      expect(await runner.axe()).toEqual([]);
      const first = await linkOn(page);
      await page.getByRole('link', { name: '運用者', exact: true }).click();
      await page.getByRole('button', { name: '運用者を招待する' }).click();
      await page.getByLabel(/^招待する人/).fill('運用担当');
      await page.getByRole('button', { name: 'リンクを作る' }).click();
      const second = await linkOn(page);
      expect(await runner.axe()).toEqual([]);

      const phone = await at(PHONE);
      await phone.page.goto(first);
      await phone.page.getByText('鹿児島県 デジタル人材共有窓口').waitFor();
      await phone.page.goto('about:blank');
      await phone.page.goto(second);
      await phone.page.getByText('運用者', { exact: true }).waitFor();
      await phone.signIn((await operator(db)).loginId);
      await phone.page.goto('/operations');
      await phone.page.getByText('止まった処理はありません。').waitFor();
      await isAsWideAsTheScreen(phone.page);
      const staff = await at();
      await staff.signIn((await hub(db)).loginId);
      await staff.page.goto('/operations');
      await staff.page.getByRole('heading', { name: 'ページが見つかりません' }).waitFor();
      expect([...runner.troubles, ...phone.troubles, ...staff.troubles]).toEqual([]);
    },
    2 * MINUTE,
  );

  it(
    'erases who left, after showing what goes, and sets how long records are kept',
    async () => {
      const staff = await at();
      await staff.signIn((await hub(stage.system.database.db)).loginId);
      const { page } = staff;
      await page.goto('/people');
      await page.getByRole('button', { name: '広 さきさんを消去する' }).click();
      await page.getByText(/名前は「消去済みの人 1」に置き換わり/).waitFor();
      await page.getByLabel(/^理由/).fill('広 さきさんの請求');
      await page.getByLabel(/^根拠/).fill('個人情報保護法');
      expect(await staff.axe()).toEqual([]);
      const erase = page.getByRole('button', { name: '消去する', exact: true });
      await erase.click();
      await page.getByText(/名前を書かないでください。何も/).waitFor();
      await page.getByLabel(/^理由/).fill('本人の請求');
      await erase.click();
      await page.getByText('消去しました。記録には「消去済みの人 1」と残ります。').waitFor();
      await page.getByRole('link', { name: '保存と消去' }).click();
      await page.getByText('本人の請求（個人情報保護法）').waitFor();
      await page.getByRole('button', { name: '「休みの予定」の保存期間を変える' }).click();
      await page.getByLabel(/^日数/).fill('400');
      expect(await staff.axe()).toEqual([]);
      await page.getByRole('button', { name: '保存する' }).click();
      await page.getByText('「休みの予定」の保存期間を400日にしました。').waitFor();
      expect(await staff.axe()).toEqual([]);
      await isAsWideAsTheScreen(page);
      const [left] = await stage.system.database.dataSource.query<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM audit_entry WHERE changes::text LIKE '%広 さき%'`,
      );
      expect(left?.n).toBe(0);
      expect(staff.troubles).toEqual([]);
    },
    2 * MINUTE,
  );
});
