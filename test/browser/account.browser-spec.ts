import { describe, expect, it } from '@jest/globals';
import { clerk, PASSWORD } from '../people.js';
import { PHONE } from './browser.js';
import { MINUTE, Stage } from './stage.js';

describe(`one's own account, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();

  it(
    'shows where one is signed in, and changes the password',
    async () => {
      const { loginId } = await clerk(stage.system.database.db);
      const desk = await stage.visitor();
      await desk.signIn(loginId);
      const phone = await stage.visitor(PHONE);
      await phone.signIn(loginId);
      for (const { page, axe, openMenu } of [desk, phone]) {
        await openMenu();
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
