import { addDays, FixedClock, localDateOf } from '@banso/kernel';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Calendar, THEME } from '../../libs/dispatch/test/given-calendar.js';
import { clerk, expert, hub, KURE, MIHARA } from '../people.js';
import { today, workingDayIn } from '../requests.js';
import { DESK, PHONE, type Visitor } from './browser.js';
import { MINUTE, Stage } from './stage.js';

describe(`the life of a visit, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();
  let hubLogin: string;
  let townLogin: string;
  let herLogin: string;
  let visitId: string;
  let requestId: string;

  beforeAll(async () => {
    const { db } = stage.system.database;
    const staff = await hub(db);
    const town = await clerk(db);
    const her = await expert(db, staff, { baseId: KURE, themes: [THEME] });
    const calendar = new Calendar(db, new FixedClock(new Date()));
    await calendar.request(town, staff, { visits: 1, mode: 'ON_SITE' });
    const period = { from: workingDayIn(7), to: addDays(today(), 28) };
    const [visit] = await calendar.publish(staff, period);
    if (!visit) throw new Error('a visit is published');
    // What takes the half-day that falls free.
    await calendar.request(await clerk(db, MIHARA), staff, { visits: 1, mode: 'ONLINE' });
    [visitId, requestId] = [visit.id, visit.supportRequestId];
    [hubLogin, townLogin, herLogin] = [staff.loginId, town.loginId, her.loginId];
  }, 2 * MINUTE);

  /** Nothing broken behind the screen, no rule of accessibility, and no sideways scrolling. */
  async function expectSound({ page, axe, troubles }: Visitor, width: number): Promise<void> {
    expect(await axe()).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(troubles).toEqual([]);
  }

  /** As if the visit were tomorrow: the calendar of the test does not wait for it. */
  async function nextWorkingDay(): Promise<void> {
    const day = workingDayIn(1);
    await stage.system.database.dataSource.query(
      `UPDATE visit SET starts_at = starts_at + ($2::date - (starts_at AT TIME ZONE 'Asia/Tokyo')::date) * interval '1 day',
         ends_at = ends_at + ($2::date - (starts_at AT TIME ZONE 'Asia/Tokyo')::date) * interval '1 day',
         busy_from = busy_from + ($2::date - (starts_at AT TIME ZONE 'Asia/Tokyo')::date) * interval '1 day'
       WHERE id = $1`,
      [visitId, day],
    );
    expect(localDateOf(new Date())).toBe(today());
  }

  it(
    'goes from another day that is proposed on a phone to the repair of a cancellation the day before',
    async () => {
      const her = await stage.visitor(PHONE);
      await her.signIn(herLogin);
      await her.page.goto('/');
      await her.page.getByRole('button', { name: '別の日を提案' }).click();
      const slots = her.page.getByRole('dialog').getByRole('checkbox');
      await slots.nth(1).check();
      await expectSound(her, PHONE.width);
      await her.page.getByLabel(/^ひとこと/).fill('午前は本務の会議');
      await her.page.getByRole('button', { name: '1件を提案する' }).click();
      await her.page.getByText('別の日を県に提案しました。').first().waitFor();
      await her.page.getByText('別の日を調整中').first().waitFor();
      await expectSound(her, PHONE.width);

      const staff = await stage.visitor(DESK);
      await staff.signIn(hubLogin);
      await staff.page.goto('/');
      await staff.page.getByRole('link', { name: /^1件\s*別の日の申し出に答える/ }).click();
      await expectSound(staff, DESK.width);
      await staff.page.getByRole('link', { name: /^呉市/ }).click();
      await staff.page.getByText('午前は本務の会議').waitFor();
      await staff.page.getByRole('button', { name: /^この日時にする/ }).waitFor();
      await expectSound(staff, DESK.width);
      await staff.page.getByRole('button', { name: /^この日時にする/ }).click();
      await staff.page.getByText('訪問を新しい日時に変えました。').first().waitFor();
      await staff.page.getByText('日時の変更').waitFor();

      const town = await stage.visitor(DESK);
      await town.signIn(townLogin);
      await town.page.goto(`/requests/${requestId}`);
      const row = town.page.getByRole('table', { name: '訪問の一覧（日時の順）' });
      await row.getByText('確定').waitFor();
      await row.getByRole('button', { name: '別の日を頼む' }).waitFor();
      await expectSound(town, DESK.width);
      await nextWorkingDay();
      await town.page.goto(`/visits/${visitId}`);
      expect(await town.page.getByText('午前は本務の会議').count()).toBe(0);
      await town.page.getByRole('button', { name: '取りやめる' }).click();
      await town.page.getByRole('dialog').getByLabel(/^理由/).fill('庁舎の停電');
      await town.page.getByRole('dialog').getByRole('button', { name: '訪問を取りやめる' }).click();
      await town.page.getByText('訪問を中止にしました。').first().waitFor();
      await expectSound(town, DESK.width);

      await staff.page.goto('/');
      await staff.page.getByRole('link', { name: /^1件\s*急に空いた訪問を埋める/ }).click();
      await staff.page.locator('main').getByRole('link', { name: /〜/ }).click();
      await staff.page.getByRole('heading', { name: '直前の取りやめへの対応' }).waitFor();
      await staff.page.getByRole('button', { name: 'この案を採用 案1' }).waitFor();
      await expectSound(staff, DESK.width);
      await staff.page.getByRole('button', { name: 'この案を採用 案1' }).click();
      await staff.page.getByText('第3版として公開しました。').first().waitFor();
      await staff.page.getByText('対応済み').waitFor();
      await expectSound(staff, DESK.width);
      for (const one of [her, staff, town]) await one.close();
    },
    2 * MINUTE,
  );
});
