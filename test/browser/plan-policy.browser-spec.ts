import { describe, expect, it } from '@jest/globals';
import { expert, hub, KURE } from '../people.js';
import { MINUTE, Stage } from './stage.js';

describe(`the hub's planning screens, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();

  it(
    'set the policy, look for a repair, and read a plan with its figures',
    async () => {
      const { db } = stage.system.database;
      const staff = await hub(db);
      await expert(db, staff, { baseId: KURE, themes: ['T07'] });
      const desk = await stage.visitor();
      await desk.signIn(staff.loginId);
      const { page } = desk;

      await page.getByRole('link', { name: '計画盤', exact: true }).first().click();
      await page.getByRole('link', { name: '案と公開の一覧' }).click();
      await page.getByRole('link', { name: '計画の方針' }).click();
      await page.getByRole('spinbutton', { name: /^凍結する営業日数/ }).fill('3');
      await page.getByRole('combobox', { name: '移動時間' }).selectOption('');
      expect(await desk.axe()).toEqual([]);
      await page.getByRole('button', { name: '方針を保存する' }).click();
      await page.getByText('計画の方針を保存しました。').first().waitFor();
      await page.reload();
      await page.getByRole('spinbutton', { name: /^凍結する営業日数/ }).waitFor();
      expect(await page.getByRole('spinbutton', { name: /^凍結する営業日数/ }).inputValue()).toBe('3');
      expect(await page.getByRole('combobox', { name: '移動時間' }).inputValue()).toBe('');

      await page.getByRole('link', { name: '計画盤', exact: true }).first().click();
      await page.getByRole('link', { name: '急な休みの立て直し' }).click();
      await page.getByRole('combobox', { name: /^専門人材/ }).selectOption({ index: 1 });
      await page.getByRole('button', { name: '立て直しの案を見る' }).click();
      await page.getByText('動かす訪問がないか').waitFor();
      expect(await desk.axe()).toEqual([]);

      await page.getByRole('link', { name: '計画盤', exact: true }).first().click();
      await page.getByRole('link', { name: '案と公開の一覧' }).click();
      // The board, which has a button of that name, stays until the next screen has come.
      await page.getByRole('heading', { name: '新しい案を作る' }).waitFor();
      await page.getByRole('button', { name: '計画を作る' }).click();
      await page.getByText('案ができました').waitFor({ timeout: 2 * MINUTE });
      await page.getByRole('heading', { name: '公平さと負担' }).waitFor();
      await page.getByText('最も長い待ち').first().waitFor();
      expect(await desk.axe()).toEqual([]);
      expect(desk.troubles).toEqual([]);
    },
    5 * MINUTE,
  );
});
