import { addDays, FixedClock } from '@banso/kernel';
import { SupportRequestIntakeService, type SupportRequestContent } from '@banso/support';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { Calendar, THEME } from '../../libs/dispatch/test/given-calendar.js';
import { clerk, expert, hub, KURE, MIHARA } from '../people.js';
import { today } from '../requests.js';
import { PHONE } from './browser.js';
import { MINUTE, Stage } from './stage.js';

describe('the hub decides, and mends', () => {
  const stage = Stage.forSpecs();
  let hubLogin: string;
  let townLogin: string;
  let unsure: string;
  let second: string;

  beforeAll(async () => {
    const { db } = stage.system.database;
    const staff = await hub(db);
    const [town, other] = [await clerk(db), await clerk(db, MIHARA)];
    for (const _ of [1, 2]) await expert(db, staff, { baseId: KURE, themes: [THEME] });
    const clock = new FixedClock(new Date());
    const calendar = new Calendar(db, clock);
    // Of another field: whoever goes there has nothing to do with the others.
    await expert(db, staff, { baseId: MIHARA, themes: ['T01'] });
    await calendar.request(town, staff, { visits: 1, mode: 'ONLINE' });
    await calendar.request(other, staff, { visits: 1, mode: 'ONLINE', themeId: 'T01' });
    const run = await calendar.plan(staff, { from: addDays(today(), 1), to: addDays(today(), 13) });
    await calendar.publishing.publish(staff, run.id);
    const send = async (minutesAgo: number, wish: Partial<SupportRequestContent>): Promise<string> => {
      const then = new FixedClock(new Date(clock.now().getTime() - minutesAgo * MINUTE));
      const intake = new SupportRequestIntakeService(db, then);
      const { id } = await new Calendar(db, then).draft(town, wish);
      return (await intake.submit(town, id)).id;
    };
    unsure = await send(3, { themeId: null, title: '何を頼めばよいか分からない', trouble: '窓口が混む。' });
    second = await send(2, { title: '広報の二つ目の相談', urgency: 'HIGH' });
    await send(1, { title: '広報の三つ目の相談' });
    [hubLogin, townLogin] = [staff.loginId, town.loginId];
  }, 2 * MINUTE);

  it(
    'J7 the request of a town that does not know what to ask reaches triage, is asked back and answered',
    async () => {
      const staff = await stage.visitor();
      await staff.signIn(hubLogin);
      const { page } = staff;
      const dialog = page.getByRole('dialog');
      const list = page.getByRole('list', { name: /^対応を待つ依頼/ });
      await page.getByRole('heading', { name: /^今日あなたがすることは\d+つです/ }).waitFor();
      await page.getByText('ほかは0件です').first().click();
      expect(await staff.faultsAtAllWidths()).toEqual([]);
      await page.getByRole('link', { name: /対応を決める依頼/ }).click();

      // The one that has waited longest is open already, with everything that a decision needs; a phone shows the list first.
      const isPhone = page.viewportSize()?.width === PHONE.width;
      const fromList = async (title: string): Promise<void> => {
        const back = page.getByRole('link', { name: '一覧へ戻る' });
        if (await back.isVisible()) await back.click();
        await list.getByRole('link', { name: title }).click();
      };
      if (isPhone) await fromList('何を頼めばよいか分からない');
      await page.getByRole('heading', { name: '何を頼めばよいか分からない' }).waitFor();
      await page.getByText('町は「何を頼めばよいか分からない」を選びました').waitFor();
      expect(await staff.faultsAtAllWidths()).toEqual([]);

      // J and K walk while focus is in the list, and nowhere else; fingers go back to the list instead.
      if (isPhone) await fromList('広報の二つ目の相談');
      else {
        await list.getByRole('link').first().focus();
        await page.keyboard.press('j');
        await page.getByRole('heading', { name: '広報の二つ目の相談' }).waitFor();
        expect(await page.evaluate('document.activeElement.getAttribute("aria-current")')).toBe('true');
      }
      await page.getByText('似た依頼があります（同じ町・同じテーマ）').waitFor();
      await page
        .getByText(/^分野・スキル \d+\/\d+$/)
        .first()
        .waitFor();
      await page
        .getByText(/^今月の残り|^日数のめやすなし/)
        .first()
        .waitFor();
      if (isPhone) await fromList('何を頼めばよいか分からない');
      else await page.keyboard.press('k');
      await page.getByRole('heading', { name: '何を頼めばよいか分からない' }).waitFor();

      await page.getByRole('button', { name: '聞き返す' }).click();
      await dialog.getByRole('button', { name: '町に送る' }).click();
      await dialog.getByRole('link', { name: /入力してください/ }).waitFor();
      expect(await staff.faults()).toEqual([]);
      await dialog.getByRole('button', { name: /^いちばん困っている業務/ }).click();
      await dialog.getByRole('button', { name: '町に送る' }).click();
      await page.getByText('町に聞き返しました。 次の依頼（呉市）を開きました。').waitFor();
      await page.getByRole('heading', { name: '広報の二つ目の相談' }).waitFor();
      await page.getByRole('button', { name: 'オンラインで先に30分' }).click();
      await dialog.getByRole('button', { name: /^訪問の前に/ }).click();
      await dialog.getByRole('button', { name: '町に送る' }).click();
      await page.getByRole('heading', { name: '広報の三つ目の相談' }).waitFor();
      await page.getByRole('button', { name: '見送る' }).click();
      await dialog.getByRole('button', { name: /^この制度の対象ではない/ }).click();
      await dialog.getByRole('button', { name: '見送る' }).click();
      await page.getByText(/^依頼を見送りました。 次の依頼/).waitFor();
      await list.getByText('広報の三つ目の相談').waitFor({ state: 'detached' });
      expect(await staff.faultsAtAllWidths()).toEqual([]);

      const town = await stage.visitor();
      await town.signIn(townLogin);
      await town.page.goto(`/requests/${unsure}`);
      await town.page.getByRole('heading', { name: '県から質問があります' }).waitFor();
      expect(await town.faultsAtAllWidths()).toEqual([]);
      await town.page.getByRole('button', { name: '返事を書く' }).click();
      await town.page.getByRole('textbox', { name: /^県への返事/ }).fill('住民票の窓口です。');
      expect(await town.faults()).toEqual([]);
      await town.page.getByRole('button', { name: '返事を送る' }).click();
      await town.page.getByText('県に返事を送りました。').waitFor();
      await town.page.goto(`/requests/${second}`);
      await town.page.getByRole('button', { name: 'オンラインで話す' }).click();
      await town.page.getByRole('button', { name: 'お願いします。' }).click();
      await town.page.getByRole('button', { name: '返事を送る' }).click();
      await town.page.getByText('県に返事を送りました。').waitFor();
      await town.page.getByText('30分').first().waitFor();
      expect(town.troubles).toEqual([]);
      await town.close();

      await page.goto(`/triage?request=${unsure}`);
      await page.getByText('住民票の窓口です。').waitFor();
      await page.getByRole('button', { name: 'テーマを決める' }).click();
      await dialog.getByRole('combobox').selectOption({ index: 1 });
      await dialog.getByRole('button', { name: 'テーマを決める' }).click();
      await page.getByText('テーマを決めました。').waitFor();
      await page.getByRole('button', { name: '受ける' }).click();
      await dialog.getByRole('button', { name: '受ける' }).click();
      await page.getByText('依頼を受けました。 次の依頼（呉市）を開きました。').waitFor();
      expect(await staff.faults()).toEqual([]);
      expect(staff.troubles).toEqual([]);
      await staff.close();
    },
    3 * MINUTE,
  );

  it(
    'J4 somebody falls ill: the least disturbing repair in four presses, and only its towns are told',
    async () => {
      const staff = await stage.visitor();
      await staff.signIn(hubLogin);
      const { page } = staff;
      let presses = 0;
      const press = (button: Locator): Promise<void> => {
        presses += 1;
        return button.click();
      };
      await press(page.getByRole('link', { name: '急な休み' }));
      const person = page.getByRole('group').getByRole('button', { name: /呉市/ }).first();
      await person.waitFor();
      expect(await staff.faultsAtAllWidths()).toEqual([]);
      await press(person);
      await page.getByText('知らせる市町村 1', { exact: false }).first().waitFor();
      expect(await staff.faultsAtAllWidths()).toEqual([]);
      await press(page.getByRole('button', { name: 'この案にする 案1' }));
      expect(await staff.faults()).toEqual([]);
      await press(page.getByRole('dialog').getByRole('button', { name: '変更を公開する' }));
      await page.getByText('第2版として公開しました（変更1件・中止0件）。').first().waitFor();
      expect(presses).toBeLessThanOrEqual(4);
      const told = await stage.system.database.dataSource.query<{ town: string }[]>(
        `SELECT DISTINCT municipality_id AS town FROM notice
         WHERE municipality_id IS NOT NULL AND kind <> 'VISIT_PUBLISHED' AND about_type = 'VISIT'`,
      );
      expect(told).toEqual([{ town: KURE }]);
      expect(await staff.faultsAtAllWidths()).toEqual([]);
      expect(staff.troubles).toEqual([]);
      await staff.close();
    },
    2 * MINUTE,
  );
});
