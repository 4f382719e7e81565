import { FixedClock } from '@banso/kernel';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { THEME } from '../../libs/dispatch/test/given-calendar.js';
import { Dates } from '../../libs/dispatch/test/given-dates.js';
import { clerk, expert, hub, KURE } from '../people.js';
import { workingDayIn } from '../requests.js';
import { DESK, PHONE, type Visitor } from './browser.js';
import { MINUTE, Stage } from './stage.js';

describe(`a date is agreed, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();
  let hubLogin: string;
  let companion: string;
  let townLogin: string;
  let requestId: string;
  let gridId: string;

  beforeAll(async () => {
    const { db } = stage.system.database;
    const staff = await hub(db);
    const colleague = await hub(db);
    const town = await clerk(db);
    await expert(db, staff, { baseId: KURE, themes: [THEME] });
    const dates = new Dates(db, new FixedClock(new Date()));
    const wish = { visits: 1, mode: 'ONLINE' as const };
    const [asked, marked] = [
      await dates.request(town, staff, wish),
      await dates.request(town, staff, { ...wish, title: 'メール誤送信を防ぎたい' }),
    ];
    const halves = [21, 28].map((days) => ({ date: workingDayIn(days), half: 'AM' }));
    const grid = await dates.inquiries.ask(staff, { supportRequestId: marked.id, halves, townMayAdd: true });
    [hubLogin, companion, townLogin] = [staff.loginId, colleague.name, town.loginId];
    [requestId, gridId] = [asked.id, grid.id];
  }, 2 * MINUTE);

  /** Nothing broken behind the screen, no rule of accessibility, and no sideways scrolling on a phone. */
  async function expectSound({ page, axe, troubles }: Visitor): Promise<void> {
    expect(await axe()).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      PHONE.width,
    );
    await page.setViewportSize(DESK);
    expect(troubles).toEqual([]);
  }

  it(
    'is offered by the hub, chosen by the town with the keyboard alone, and somebody comes along',
    async () => {
      const staff = await stage.visitor();
      await staff.signIn(hubLogin);
      await staff.page.goto(`/requests/${requestId}`);
      await staff.page.getByRole('link', { name: '町に日程を尋ねる' }).click();
      await staff.page.getByText('3件を選択中（3件まで）').waitFor();
      await expectSound(staff);
      await staff.page.getByRole('button', { name: '町に尋ねる' }).click();
      await staff.page.getByText('町に日程を尋ねました。').waitFor();
      await staff.page.getByText('仮押さえ中').nth(2).waitFor();
      await expectSound(staff);

      const town = await stage.visitor();
      await town.signIn(townLogin);
      const turn = town.page.getByRole('list', { name: 'あなたの番になっているもの' });
      await turn.getByRole('listitem').filter({ hasText: '広報LINEを見直したい' }).getByRole('link').click();
      const second = town.page.getByRole('button', { name: /^この日でお願いします/ }).nth(1);
      await second.waitFor();
      await expectSound(town);
      // One press: no choice to be made first.
      await second.focus();
      await town.page.keyboard.press('Enter');
      await town.page.getByText('日程が決まりました。専門人材に伝えます。').waitFor();
      await town.page.getByRole('link', { name: '訪問を見る' }).click();
      await town.page.getByText('同行者は決まっていません。').waitFor();

      await staff.page.reload();
      await staff.page.getByRole('link', { name: '訪問を見る' }).click();
      await staff.page.getByRole('button', { name: '同行者を決める' }).click();
      await expectSound(staff);
      await staff.page.getByRole('button', { name: `${companion}さんを選ぶ` }).click();
      await staff.page.getByText(`${companion}さんを同行者にしました。`).waitFor();
      await expectSound(staff);
      await town.page.reload();
      await town.page.getByRole('row', { name: new RegExp(companion) }).waitFor();
      await expectSound(town);
      await staff.close();
      await town.close();
    },
    2 * MINUTE,
  );

  it(
    'J8 is marked ○△× with the keyboard, and what everybody refused cannot be fixed',
    async () => {
      const town = await stage.visitor();
      await town.signIn(townLogin);
      await town.page.goto(`/dates/${gridId}`);
      const rows = town.page.getByRole('radiogroup');
      await rows.first().waitFor();
      await expectSound(town);
      // × for the first: one step back from the first sign; ○ for the second.
      await rows.nth(0).getByRole('radio').first().focus();
      await town.page.keyboard.press('ArrowLeft');
      await town.page.keyboard.press('Tab');
      await town.page.keyboard.press('Space');
      await town.page.getByRole('button', { name: 'この内容で答える' }).click();
      await town.page.getByText('都合を答えました。期限までは直せます。').waitFor();
      await town.page.getByRole('row', { name: /全員が×/ }).waitFor();
      await expectSound(town);

      const staff = await stage.visitor();
      await staff.signIn(hubLogin);
      await staff.page.goto(`/dates/${gridId}`);
      await staff.page.getByRole('button', { name: 'この日程に決める' }).waitFor();
      await staff.page.getByText('答えた全員が×のため、決められません', { exact: false }).waitFor();
      expect(await staff.page.getByRole('radio').count()).toBe(1);
      await expectSound(staff);
      await staff.page.goto('/companions');
      await staff.page.getByRole('button', { name: '予定を入れる' }).waitFor();
      await expectSound(staff);
      await town.close();
      await staff.close();
    },
    2 * MINUTE,
  );
});
