import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { clerk, expert, hub, KURE } from '../people.js';
import { DESK, PHONE, type Visitor, visitor, type VisitorWish } from './browser.js';
import { MINUTE, Stage } from './stage.js';

describe(`the main job, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();
  let people: { hub: string; town: string; specialist: string };
  let open: Visitor[];

  beforeAll(async () => {
    const { db } = stage.system.database;
    const staff = await hub(db);
    const specialist = await expert(db, staff, { baseId: KURE, themes: ['T01'] });
    people = { hub: staff.loginId, town: (await clerk(db)).loginId, specialist: specialist.loginId };
  }, 2 * MINUTE);
  beforeEach(() => {
    open = [];
  });
  afterEach(async () => {
    for (const one of open) {
      expect(one.troubles).toEqual([]);
      await one.close();
    }
  });

  async function signedIn(loginId: string, wish: Omit<VisitorWish, 'url'>): Promise<Visitor> {
    const one = await visitor(stage.browser, { url: stage.system.url, ...wish });
    open.push(one);
    await one.signIn(loginId);
    return one;
  }

  it(
    'walks from a trouble to a visit on the specialist’s phone',
    async () => {
      const town = await signedIn(people.town, { viewport: DESK });
      await fileRequest(town);

      const staff = await signedIn(people.hub, { viewport: DESK });
      await acceptRequest(staff);
      await planAndPublish(staff);

      const specialist = await signedIn(people.specialist, { viewport: PHONE });
      const { page } = specialist;
      const card = page.getByRole('article').first();
      await card.getByText('呉市').waitFor();
      await card.getByText('窓口の待ち時間を減らしたい').waitFor();
      expect(await specialist.axe()).toEqual([]);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(PHONE.width);
      await card.getByRole('button', { name: '行けます' }).click();
      await page.getByText('「行けます」と返信しました。').waitFor();

      await town.page.goto('/schedule');
      await town.page.getByRole('cell', { name: '確定' }).first().waitFor();
      expect(await town.axe()).toEqual([]);
    },
    2 * MINUTE,
  );

  async function fileRequest(town: Visitor): Promise<void> {
    const { page } = town;
    await page.getByRole('link', { name: '依頼する' }).first().click();
    await page.getByRole('radio', { name: '窓口・手続のオンライン化' }).check();
    await page.getByRole('radio', { name: /何度も/ }).check();
    await page.getByRole('textbox', { name: /^困っていること/ }).fill('同じことを何度も書いてもらっている。');
    await page.getByRole('radio', { name: /来てほしい/ }).check();
    await page.getByLabel('回数のめやす').fill('1');
    await page.getByRole('checkbox', { name: /いつでもよい/ }).check();
    await page.getByText('そのほか（このままでも送れます）').click();
    await page.getByLabel('件名').fill('窓口の待ち時間を減らしたい');
    await page.getByLabel('担当部署').fill('総務課 情報係');
    expect(await town.axe()).toEqual([]);
    await page.getByRole('button', { name: '内容を確かめる' }).click();
    await page.getByRole('button', { name: '送る', exact: true }).click();
    await page.getByText(/受付番号は R\d+-0001 です/).waitFor();
  }

  async function acceptRequest(staff: Visitor): Promise<void> {
    const { page } = staff;
    await page.getByRole('link', { name: /対応を決める依頼/ }).click();
    await page.getByRole('link', { name: '依頼の画面を開く' }).click();
    await page.getByRole('heading', { name: '担当できる人の順位' }).waitFor();
    await page
      .getByText(/^\d+ 点$/)
      .first()
      .waitFor();
    expect(await staff.axe()).toEqual([]);
    await page.getByRole('button', { name: '受ける' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '受ける' }).click();
    await page.getByText('依頼を受けました。').waitFor();
  }

  async function planAndPublish(staff: Visitor): Promise<void> {
    const { page } = staff;
    await page.getByRole('link', { name: '計画盤' }).click();
    await page.getByRole('button', { name: '計画を作る' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '計画を作る' }).click();
    await page.getByRole('button', { name: '公開（未公開1件）' }).waitFor({ timeout: MINUTE });
    expect(await staff.faults()).toEqual([]);
    await page.getByRole('link', { name: 'この案の詳細' }).click();
    await page.getByRole('button', { name: '1件の訪問を公開する' }).click();
    expect(await staff.axe()).toEqual([]);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /公開する/ })
      .click();
    await page.getByText(/^第1版を .* に送ります。/).waitFor();
    expect(await staff.axe()).toEqual([]);
    await page.getByRole('button', { name: '今すぐ送る' }).click();
    await page.getByText(/^第1版として公開しました。/).waitFor();
  }

  it(
    'says what is wrong with a form, keeps what was typed, and does so in English too',
    async () => {
      const town = await signedIn(people.town, { viewport: DESK });
      const { page } = town;
      await page.goto('/requests/new');
      await page.getByRole('textbox', { name: /^困っていること/ }).fill('消えてはいけない文章');
      await page.getByRole('button', { name: '内容を確かめる' }).click();
      await page.getByRole('heading', { name: '入力内容を確かめてください' }).waitFor();
      expect(await page.title()).toMatch(/^エラー：/);
      expect(await page.getByRole('textbox', { name: /^困っていること/ }).inputValue()).toBe(
        '消えてはいけない文章',
      );
      expect(await town.axe()).toEqual([]);
      await town.openMenu();
      await page.getByRole('button', { name: 'English' }).click();
      await page.locator('html[lang="en"]').waitFor();
      await page.getByRole('heading', { name: 'Please check what you entered' }).waitFor();
    },
    MINUTE,
  );
});
