import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { clerk, PASSWORD } from '../people.js';
import { DESK, openBrowser, PHONE, visitor } from './browser.js';
import { type RunningSystem, startSystem } from './system.js';

const MINUTE = 60_000;

describe(`one's own account, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  let system: RunningSystem;
  let browser: Browser;

  beforeAll(async () => {
    system = await startSystem();
    browser = await openBrowser();
  }, 2 * MINUTE);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  }, MINUTE);

  it(
    'shows where one is signed in, and changes the password',
    async () => {
      const { loginId } = await clerk(system.database.db);
      const desk = await visitor(browser, { url: system.url, viewport: DESK });
      await desk.signIn(loginId);
      const phone = await visitor(browser, { url: system.url, viewport: PHONE });
      await phone.signIn(loginId);
      for (const { page, axe } of [desk, phone]) {
        await page.getByRole('link', { name: /（アカウント）$/ }).click();
        await page.getByRole('heading', { name: 'サインイン中の端末' }).waitFor();
        await page.getByRole('cell', { name: 'この端末' }).waitFor();
        expect(await axe()).toEqual([]);
        const wide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
        expect(wide).toBe(0);
      }

      const { page } = desk;
      await page.getByLabel(/^今のパスワード/).fill(PASSWORD);
      await page.getByLabel(/^新しいパスワード/).fill('password password');
      await page.getByRole('button', { name: 'パスワードを変える' }).click();
      await page.getByRole('link', { name: /流出したことのあるパスワード/ }).waitFor();
      expect(await desk.axe()).toEqual([]);
      await page.getByLabel(/^新しいパスワード/).fill('wooden boats carry rice');
      await page.getByRole('button', { name: 'パスワードを変える' }).click();
      await page.getByText('パスワードを変えました。').waitFor();

      // The other browser learns it with its next request.
      await phone.page.getByRole('button', { name: 'ほかの端末をすべてサインアウト' }).click();
      await phone.page.getByRole('dialog', { name: 'サインインし直してください' }).waitFor();
      expect([...desk.troubles, ...phone.troubles]).toEqual([]);
    },
    2 * MINUTE,
  );
});
