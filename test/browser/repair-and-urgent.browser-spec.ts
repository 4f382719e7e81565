import { addDays, FixedClock, inJapaneseEra, localDateOf } from '@banso/kernel';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Calendar, THEME } from '../../libs/dispatch/test/given-calendar.js';
import { clerk, expert, hub, KURE } from '../people.js';
import { today } from '../requests.js';
import { DESK, PHONE, type Visitor } from './browser.js';
import { MINUTE, Stage } from './stage.js';

describe(`the published plan changes, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();
  let loginId: string;
  let sick: { specialistId: string; date: string };
  let urgentId: string;
  let runId: string;

  beforeAll(async () => {
    const { db } = stage.system.database;
    const staff = await hub(db);
    const town = await clerk(db);
    for (const _ of [1, 2]) await expert(db, staff, { baseId: KURE, themes: [THEME] });
    const calendar = new Calendar(db, new FixedClock(new Date()));
    const period = { from: addDays(today(), 1), to: addDays(today(), 21) };
    // The second visit comes so much later that the period has no place for it.
    await calendar.request(town, staff, { visits: 2, minGapDays: 60, mode: 'ONLINE' });
    const run = await calendar.plan(staff, period);
    await calendar.publishing.publish(staff, run.id);
    const [visit] = await calendar.visitsOf(staff);
    if (!visit) throw new Error('a visit is published');
    sick = { specialistId: visit.specialistId, date: localDateOf(visit.startsAt) };
    const urgent = await calendar.request(town, staff, { visits: 1, urgency: 'URGENT', mode: 'ONLINE' });
    [urgentId, runId, loginId] = [urgent.id, run.id, staff.loginId];
  }, 2 * MINUTE);

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
    'is mended after an absence, takes an urgent visit, and every version says what it changed',
    async () => {
      const staff = await stage.visitor();
      await staff.signIn(loginId);
      const { page } = staff;
      const dialog = page.getByRole('dialog');

      await page.goto('/plans/repair');
      await page.getByText('ほかの人・何日か続く休み').click();
      await page.getByRole('button', { name: '立て直しの案を見る' }).click();
      await page.getByRole('link', { name: '「専門人材」を入力してください。' }).waitFor();
      await expectSound(staff);
      await page.getByRole('combobox', { name: /^専門人材/ }).selectOption(sick.specialistId);
      await page.getByLabel(/^休みの初日/).fill(sick.date);
      expect(await page.getByLabel(/^休みの最終日/).inputValue()).toBe(inJapaneseEra(sick.date));
      await page.getByRole('button', { name: '立て直しの案を見る' }).click();
      await page.getByRole('button', { name: 'この案にする 案1' }).click();
      await dialog.getByText(/^変更 呉市/).waitFor();
      await expectSound(staff);
      await dialog.getByRole('button', { name: '変更を公開する' }).click();
      await page.getByText('第2版として公開しました（変更1件・中止0件）。').first().waitFor();
      await page.getByRole('heading', { name: '訪問の一覧' }).waitFor();
      await expectSound(staff);

      await page.goto(`/requests/${urgentId}`);
      await page.getByRole('button', { name: '入れる案を見る' }).click();
      await page.getByRole('button', { name: 'この案にする 案1' }).click();
      await dialog.getByText(/^追加 呉市/).waitFor();
      await dialog.getByRole('button', { name: /^緊急の依頼のため/ }).click();
      await dialog.getByRole('button', { name: '変更を公開する' }).click();
      await page
        .getByText(/^第3版として公開しました/)
        .first()
        .waitFor();
      await page.getByText('支援中').first().waitFor();
      expect(await page.getByRole('heading', { name: '急ぎで予定に入れる' }).count()).toBe(0);
      await expectSound(staff);

      await page.goto('/plans');
      await page.getByRole('row', { name: /第3版 急ぎの追加 新しい訪問1件/ }).waitFor();
      await page.getByRole('row', { name: /第2版 立て直し 変更1件/ }).waitFor();
      await expectSound(staff);

      await page.goto(`/plans/${runId}`);
      await page.getByText('次の期間に回る訪問のほかは、すべて入りました。').waitFor();
      await page.getByText('次の期間に回る訪問（1件）').click();
      await page.getByRole('cell', { name: /60日以上空けられる枠がありません/ }).waitFor();
      await page.getByRole('button', { name: '理由を調べる' }).click();
      await page.getByRole('link', { name: '「依頼」を入力してください。' }).waitFor();
      await expectSound(staff);
      await staff.close();
    },
    2 * MINUTE,
  );
});
