import { addDays, FixedClock } from '@banso/kernel';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Calendar, THEME } from '../../libs/dispatch/test/given-calendar.js';
import { clerk, expert, hub, KURE } from '../people.js';
import { today } from '../requests.js';
import { DESK, PHONE, type Visitor } from './browser.js';
import { MINUTE, Stage } from './stage.js';

describe(`plans by hand, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();
  let logins: { hub: string; town: string };
  let runIds: readonly string[];
  let planAgain: () => Promise<string>;

  beforeAll(async () => {
    const { db } = stage.system.database;
    const staff = await hub(db);
    const town = await clerk(db);
    for (const _ of [1, 2]) await expert(db, staff, { baseId: KURE, themes: [THEME] });
    const calendar = new Calendar(db, new FixedClock(new Date()));
    for (const title of ['一つ目の依頼', '二つ目の依頼'])
      await calendar.request(town, staff, { title, visits: 1, mode: 'ONLINE' });
    const period = { from: addDays(today(), 1), to: addDays(today(), 21) };
    const made = [await calendar.plan(staff, period), await calendar.plan(staff, period)];
    runIds = made.map(({ id }) => id);
    planAgain = async () => (await calendar.plan(staff, period, { movePublished: true })).id;
    logins = { hub: staff.loginId, town: town.loginId };
  }, 2 * MINUTE);

  async function signedIn(loginId: string): Promise<Visitor> {
    const one = await stage.visitor();
    await one.signIn(loginId);
    return one;
  }

  /** Nothing broken behind the screen, no rule of accessibility, and no sideways scrolling on a phone. */
  async function expectSound({ page, axe, troubles }: Visitor): Promise<void> {
    expect(await axe()).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      PHONE.width,
    );
    expect(await axe()).toEqual([]);
    await page.setViewportSize(DESK);
    expect(troubles).toEqual([]);
  }

  it(
    'move a visit, take it back, compare, and publish a part',
    async () => {
      const staff = await signedIn(logins.hub);
      const { page } = staff;
      await page.goto(`/plans/${runIds[1]}`);
      const move = page.getByRole('button', { name: /^動かす：/ }).first();
      const moveId = await move.getAttribute('id');
      await move.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog
        .getByRole('button', { name: /^この枠にする/ })
        .first()
        .waitFor();

      await dialog.getByLabel('日付').fill(nextSunday());
      await dialog.getByText('この枠には動かせません').waitFor();
      expect(await dialog.getByRole('button', { name: 'ここに動かす' }).count()).toBe(0);
      await expectSound(staff);
      await dialog
        .getByRole('button', { name: /^この枠にする/ })
        .first()
        .click();
      await dialog.getByText('この枠に動かせます').waitFor();
      await expectSound(staff);
      await dialog.getByRole('button', { name: 'ここに動かす' }).click();
      await page.getByText(/の訪問を動かしました。/).waitFor();
      await page.getByText('手で動かした訪問').waitFor();
      await page.waitForFunction(`document.activeElement.id === ${JSON.stringify(moveId)}`);
      await expectSound(staff);
      await page.keyboard.press('Control+z');
      await page.getByText(/の訪問を元に戻しました。/).waitFor();

      await page.locator(`#${moveId}`).click();
      await dialog
        .getByRole('button', { name: /^この枠にする/ })
        .last()
        .click();
      await dialog.getByRole('button', { name: 'ここに動かす' }).click();
      await page.getByText(/の訪問を動かしました。/).waitFor();

      await page.getByRole('link', { name: 'ほかの案と比べる' }).click();
      await page.getByText('違う訪問が1件、同じ訪問が1件あります。').waitFor();
      await page.getByRole('cell', { name: /が変わる$/ }).waitFor();
      await page.getByRole('checkbox', { name: /^選ぶ：/ }).check();
      await expectSound(staff);
      await page.getByRole('button', { name: /に取り入れる$/ }).click();
      await expectSound(staff);
      await dialog.getByRole('button', { name: '1件を取り入れる' }).click();
      await page.getByText(/^1件を第\d+案に取り入れました。$/).waitFor();
      await page.getByText('違う訪問はありません（同じ訪問 2件）。').waitFor();

      await page.goto(`/plans/${runIds[1]}`);
      await page
        .getByRole('checkbox', { name: /^公開に選ぶ：/ })
        .first()
        .check();
      await page.getByRole('button', { name: '選んだ1件を公開する' }).click();
      await dialog.getByText(/^選んでいない1件は公開しません/).waitFor();
      await expectSound(staff);
      await dialog.getByRole('button', { name: '1件を公開する' }).click();
      await page.getByText(/^第1版を .* に送ります。/).waitFor();
      await expectSound(staff);
      await page.getByRole('button', { name: '今すぐ送る' }).click();
      await page
        .getByText(/^第1版として公開しました。/)
        .first()
        .waitFor();
      await page.getByRole('cell', { name: '公開せず', exact: true }).waitFor();
      await expectSound(staff);

      await page.goto(`/plans/${await planAgain()}/compare?with=published`);
      await page.getByText('違う訪問が1件、同じ訪問が1件あります。').waitFor();
      await page.getByRole('cell', { name: '新しく入る' }).waitFor();
      await expectSound(staff);
      await staff.close();
    },
    2 * MINUTE,
  );

  it(
    'know what a town says of itself',
    async () => {
      const town = await signedIn(logins.town);
      await town.page.getByRole('link', { name: '市町村の事情を伝える' }).click();
      await town.page.getByLabel('情報担当の人数（兼務を含む）').fill('1');
      await town.page.getByRole('button', { name: '人数を保存する' }).click();
      await town.page.getByText('情報担当の人数を保存しました。').waitFor();
      await town.page.getByRole('button', { name: '期間を加える' }).click();
      await town.page.getByRole('heading', { name: '入力内容を確かめてください' }).waitFor();
      await expectSound(town);
      await town.page.getByLabel(/^初日/).fill(nextSunday());
      await town.page.getByRole('button', { name: '議会' }).click();
      await town.page.getByRole('button', { name: '期間を加える' }).click();
      await town.page.getByText('「議会」の期間を加えました。').waitFor();
      await expectSound(town);
      await town.close();

      const staff = await signedIn(logins.hub);
      await staff.page.goto('/plans/towns?q=呉市');
      await staff.page.getByRole('cell', { name: '1人（優先して守る）' }).waitFor();
      await expectSound(staff);
      await staff.page.getByRole('link', { name: '呉市' }).click();
      await staff.page.getByText(/^情報担当が1人以下なので/).waitFor();
      await expectSound(staff);
      await staff.close();
    },
    MINUTE,
  );
});

function nextSunday(): string {
  return addDays(today(), 7 - new Date(`${today()}T00:00:00Z`).getUTCDay());
}
