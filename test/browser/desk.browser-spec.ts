import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { clerk, expert, hub, KURE } from '../people.js';
import { PHONE } from './browser.js';
import { MINUTE, Stage } from './stage.js';

describe(`the desk, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();

  it(
    'answers a question without a visit',
    async () => {
      const { db } = stage.system.database;
      const specialist = await expert(db, await hub(db), { baseId: KURE, themes: ['T07'] });
      const town = await stage.visitor();
      await town.signIn((await clerk(db)).loginId);
      const { page } = town;
      await page.getByRole('link', { name: '質問だけする' }).click();
      await page
        .getByRole('textbox', { name: /^質問/ })
        .fill('生成AIの利用ルールに、何を書けばよいでしょうか。');
      await page.getByRole('textbox', { name: /^担当部署/ }).fill('総務課 情報係');
      expect(await town.axe()).toEqual([]);
      await page.getByRole('button', { name: '質問を送る' }).click();
      await page.getByText(/相談番号は S\d+-0001 です/).waitFor();

      const phone = await stage.visitor(PHONE);
      await phone.signIn(specialist.loginId);
      await expectSoon(phone.page, '相談を見る');
      await phone.page.getByRole('link', { name: '相談を見る' }).click();
      await phone.page
        .getByRole('link', { name: /S\d+-0001|生成AI/ })
        .first()
        .click();
      const answer = phone.page.getByRole('textbox', { name: /^回答/ });
      await answer.fill('目的、入れてはいけない情報、確認の手順の三つです。');
      expect(await phone.axe()).toEqual([]);
      await phone.page.getByRole('button', { name: '回答する' }).click();
      await phone.page.getByText('回答を送りました。').waitFor();

      await page.reload();
      await page.getByText('目的、入れてはいけない情報、確認の手順の三つです。').first().waitFor();
      await page.getByRole('button', { name: '解決したので閉じる' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '解決したので閉じる' }).click();
      await page.getByText('相談を閉じました。').waitFor();
      expect([...town.troubles, ...phone.troubles]).toEqual([]);
    },
    2 * MINUTE,
  );

  it(
    'sorts a list by its heads, in the address, and on a phone by a choice',
    async () => {
      const staff = await stage.visitor();
      await staff.signIn((await hub(stage.system.database.db)).loginId);
      const { page } = staff;
      await page.goto('/plans/towns');
      const head = page.getByRole('columnheader', { name: '市町村' });
      const first = page.getByRole('row').nth(1).getByRole('rowheader');
      await first.getByText('広島市').waitFor();
      expect(await head.getAttribute('aria-sort')).toBeNull();
      await head.getByRole('link').click();
      await first.getByText('安芸太田町').waitFor();
      expect(new URL(page.url()).search).toBe('?sort=name');
      expect(await head.getAttribute('aria-sort')).toBe('ascending');
      expect(await staff.faults()).toEqual([]);
      await page.keyboard.press('Enter');
      await first.getByText('三次市').waitFor();
      expect(await head.getAttribute('aria-sort')).toBe('descending');

      await page.setViewportSize(PHONE);
      expect(await page.getByLabel('並び順').inputValue()).toBe('NAME');
      await page.getByLabel('並び順').selectOption('団体コード');
      await first.getByText('広島市').waitFor();
      expect(new URL(page.url()).search).toBe('?sort=code');
      expect(await staff.faultsAtAllWidths()).toEqual([]);
      expect(staff.troubles).toEqual([]);
    },
    2 * MINUTE,
  );
});

/** The worker gives the question to somebody within a moment; the home page is loaded again until it shows. */
async function expectSoon(page: Page, link: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await page.getByRole('link', { name: link }).isVisible({ timeout: 1_000 })) return;
    await page.waitForTimeout(500);
    await page.reload();
    await page.waitForLoadState('networkidle');
  }
}
