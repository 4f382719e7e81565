import { addDays, FixedClock, localDateOf, type SpecialistUser } from '@banso/kernel';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Calendar, THEME } from '../../libs/dispatch/test/given-calendar.js';
import { clerk, expert, hub, KURE } from '../people.js';
import { today } from '../requests.js';
import { PHONE, type Visitor } from './browser.js';
import { MINUTE, Stage } from './stage.js';

describe(`free days on a phone, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();
  let she: SpecialistUser & { loginId: string };
  let date: string;

  beforeAll(async () => {
    const { db } = stage.system.database;
    const staff = await hub(db);
    she = await expert(db, staff, { baseId: KURE, themes: [THEME] });
    const calendar = new Calendar(db, new FixedClock(new Date()));
    await calendar.request(await clerk(db), staff, { visits: 1, mode: 'ONLINE' });
    const [visit] = await calendar.publish(staff, { from: addDays(today(), 1), to: addDays(today(), 35) });
    if (!visit) throw new Error('a visit is published');
    date = localDateOf(visit.startsAt);
  }, 2 * MINUTE);

  async function expectSound({ page, axe, troubles }: Visitor): Promise<void> {
    expect(await axe()).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      PHONE.width,
    );
    expect(troubles).toEqual([]);
  }

  it(
    'go round by finger and by key, ask about a visit, repeat in plain words, and are read along',
    async () => {
      const visitor = await stage.visitor(PHONE);
      await visitor.signIn(she.loginId);
      const { page } = visitor;
      const dialog = page.getByRole('dialog');
      // A month after the visit's has days without one.
      await page.goto(`/availability?month=${addDays(`${date.slice(0, 7)}-01`, 45).slice(0, 7)}`);
      const day = page.locator('table button').first();
      await day.waitFor();
      const name = ((await day.textContent()) ?? '').slice(0, 9);
      const status = page.getByRole('status');
      for (const look of ['終日不可', '午前不可', '午後不可', '可']) {
        await day.click();
        await status.filter({ hasText: `「${look}」にしました` }).waitFor();
      }
      expect(name).toMatch(/^令和/);
      await day.press('ArrowRight');
      const next = page.locator('table button:focus');
      await next.press('Enter');
      await status.filter({ hasText: '「終日不可」にしました' }).waitFor();
      await page.getByRole('button', { name: /の理由を書く$/ }).click();
      await dialog.getByLabel(/^理由/).fill('通院');
      await dialog.getByRole('button', { name: '理由を書く' }).click();
      await page.getByRole('cell', { name: '通院', exact: true }).waitFor();
      await expectSound(visitor);

      await page.goto(`/availability?month=${date.slice(0, 7)}`);
      await page.getByRole('button', { name: /訪問1件/ }).click();
      await dialog.getByRole('heading', { name: '訪問1件と重なります' }).waitFor();
      await dialog.getByText('別の日をお願いする').click();
      await dialog.getByLabel(/^町への説明/).waitFor();
      await expectSound(visitor);
      await dialog.getByText('訪問は予定どおり行う').click();
      await dialog.getByRole('button', { name: 'この内容で登録する' }).click();
      await status.filter({ hasText: 'を登録しました' }).waitFor();
      await page.getByRole('button', { name: /(午前不可|午後不可|終日不可|可)・訪問1件/ }).waitFor();

      await page.getByRole('button', { name: '繰り返しの予定を加える' }).click();
      await dialog.getByRole('combobox', { name: /^繰り返し/ }).selectOption('MONTH_WEEKDAY');
      await dialog.getByRole('combobox', { name: /^第何/ }).selectOption('-1');
      await dialog.getByRole('combobox', { name: /^曜日/ }).selectOption('FR');
      await dialog.getByText(/ほか（2年間で2\d日）/).waitFor();
      await expectSound(visitor);
      await dialog.getByLabel(/^理由/).fill('大学の研究会');
      await dialog.getByRole('button', { name: '繰り返しの予定を加える' }).click();
      const keep = dialog.getByRole('button', { name: 'この内容で登録する' });
      const added = page.getByText('繰り返しの予定を加えました。');
      await keep.or(added.first()).first().waitFor();
      if (await keep.isVisible()) await keep.click();
      await added.first().waitFor();
      await page.getByText('毎月 最後の金曜日 終日').waitFor();

      await page.goto('/');
      await page.getByText('行けません・その他の操作').click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('button', { name: /^予定ファイル/ })
          .first()
          .click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/\.ics$/);
      await page.getByRole('link', { name: '予定表アプリで購読する' }).click();
      await page.getByLabel(/^どの予定表か/).fill('自分のスマホ');
      await page.getByRole('button', { name: '購読のアドレスを作る' }).click();
      const address = (await dialog.getByText(/\/calendar\//).textContent()) ?? '';
      expect(await (await fetch(address)).text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*呉市/);
      await page.getByText('反映に最大24時間かかります').waitFor();
      await expectSound(visitor);
      await page.context().close();
    },
    2 * MINUTE,
  );
});
