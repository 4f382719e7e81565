import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { clerk } from '../people.js';
import { MINUTE, Stage } from './stage.js';

const TEXT = '契約の見積もりを比べられません。';

describe(`going from screen to screen, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();

  const pathOf = (page: Page): string => new URL(page.url()).pathname;
  const titled = (page: Page, name: string | RegExp) =>
    page.getByRole('heading', { level: 1, name }).waitFor();

  it(
    'unsaved words are asked about before they are left by the arrow of the browser or by a link, others never',
    async () => {
      const { loginId } = await clerk(stage.system.database.db);
      const who = await stage.visitor();
      await who.signIn(loginId);
      const { page } = who;
      const home = page.getByRole('link', { name: 'ホーム', exact: true });
      const question = page.getByRole('textbox', { name: /^質問/ });
      const asked = page.getByRole('dialog', { name: '保存していない内容があります' });
      const stay = asked.getByRole('button', { name: 'この画面に残る' });
      const leave = asked.getByRole('button', { name: '保存せずに離れる' });
      const ask = async () => {
        await page.getByRole('link', { name: '相談', exact: true }).first().click();
        await page
          .getByRole('link', { name: /相談する|新しい相談/ })
          .first()
          .click();
        await question.waitFor();
      };

      await ask();
      await home.click();
      await page.waitForURL((url) => url.pathname === '/');
      expect(await asked.isVisible()).toBe(false);

      await ask();
      await question.fill(TEXT);
      for (const goes of [() => page.evaluate('history.back()'), () => home.click()]) {
        await goes();
        await stay.waitFor();
        expect(await who.faults()).toEqual([]);
        await stay.click();
        await asked.waitFor({ state: 'hidden' });
        expect(pathOf(page)).toBe('/consultations/new');
        expect(await question.inputValue()).toBe(TEXT);
      }

      await page.evaluate('history.back()');
      await leave.click();
      await page.waitForURL('**/consultations');
      await page.evaluate('history.forward()');
      await question.waitFor();
      expect(await question.inputValue()).toBe('');
      await question.fill(TEXT);
      await home.click();
      await leave.click();
      await page.waitForURL((url) => url.pathname === '/');
      expect(who.troubles).toEqual([]);
      await who.close();
    },
    2 * MINUTE,
  );

  it(
    'a new screen begins at its top, the one before is where it was',
    async () => {
      const { loginId } = await clerk(stage.system.database.db);
      const who = await stage.visitor({ width: 1366, height: 300 });
      await who.signIn(loginId);
      const { page } = who;
      const height = () => page.evaluate<number>('Math.round(scrollY)');
      // In the page's own world the policy forbids to make code out of words: asked from outside, again and again.
      const comesTo = async (wanted: number) => {
        for (let tries = 0; tries < 50 && (await height()) !== wanted; tries++)
          await page.waitForTimeout(100);
        expect(await height()).toBe(wanted);
      };
      await page.goto('/engagements');
      await titled(page, '協定・費用');
      await page.evaluate('scrollTo(0, 260)');
      expect(await height()).toBe(260);
      // Pressed where it is: the browser's driver would bring it into view first.
      await page.evaluate(`document.querySelector('#main a[href="/engagements/quotas"]').click()`);
      await page.waitForURL('**/quotas');
      await comesTo(0);
      await page.evaluate('history.back()');
      await page.waitForURL('**/engagements');
      await comesTo(260);
      expect(who.troubles).toEqual([]);
      await who.close();
    },
    2 * MINUTE,
  );

  it(
    'a screen that does not come says so, and the one before is there',
    async () => {
      const { loginId } = await clerk(stage.system.database.db);
      const who = await stage.visitor();
      await who.signIn(loginId);
      const { page } = who;
      await titled(page, /./);
      // Once a minute a missing file loads the page of today: that was a moment ago.
      await page.evaluate(`sessionStorage.setItem('banso.reloaded', String(Date.now()))`);
      await page.route('**/assets/ConsultationListPage-*', (route) => route.abort());
      await page.getByRole('link', { name: '相談', exact: true }).first().click();
      await titled(page, '画面を表示できませんでした');
      await page.getByRole('button', { name: '画面を読み込み直す' }).waitFor();
      await page.evaluate('history.back()');
      await page.getByRole('link', { name: '相談', exact: true }).first().waitFor();
      await who.close();
    },
    2 * MINUTE,
  );
});
