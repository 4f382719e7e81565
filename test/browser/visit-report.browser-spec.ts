import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Calendar, THEME } from '../../libs/dispatch/test/given-calendar.js';
import { clerk, expert, hub } from '../people.js';
import { today } from '../requests.js';
import { DESK, PHONE, type Visitor } from './browser.js';
import { MINUTE, Stage } from './stage.js';

describe(`a visit’s report, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();
  let staff: HubStaff & { loginId: string };
  let kure: MunicipalityStaff & { loginId: string };
  let she: SpecialistUser & { loginId: string };
  let visitId: string;
  let requestId: string;

  beforeAll(async () => {
    const { db } = stage.system.database;
    staff = await hub(db);
    kure = await clerk(db);
    she = await expert(db, staff, { themes: [THEME] });
    const calendar = new Calendar(db, new FixedClock(new Date()));
    requestId = (await calendar.request(kure, staff, { visits: 1 })).id;
    const to = new Date(Date.now() + 45 * 86_400_000).toISOString().slice(0, 10);
    const [visit] = await calendar.publish(staff, { from: today(), to });
    visitId = visit?.id ?? '';
    // It was made some time ago, but not so long that its report is due.
    await db.system('34', (tx) =>
      tx.query(
        `UPDATE visit SET starts_at = now() - interval '5 hours', ends_at = now() - interval '3 hours',
           busy_from = now() - interval '6 hours' WHERE id = $1`,
        [visitId],
      ),
    );
  }, 2 * MINUTE);

  const signedIn = async ({ loginId }: { loginId: string }, viewport = DESK): Promise<Visitor> => {
    const one = await stage.visitor(viewport);
    await one.signIn(loginId);
    return one;
  };

  const fits = async ({ page, axe }: Visitor): Promise<void> => {
    expect(await axe()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBe(0);
  };

  it(
    'is written on a phone and kept as it goes, confirmed with one press, evaluated; the case is completed',
    async () => {
      const phone = await signedIn(she, PHONE);
      const { page } = phone;
      await page.getByRole('link', { name: '訪問報告を出す' }).click();
      await page.getByRole('checkbox', { name: '助言' }).check();
      await page.getByLabel(/^したこと（言葉で）/).fill('配信の目的を整理した。');
      await page.getByLabel('次の一手 1', { exact: true }).fill('配信の曜日を決める');
      await page.getByText(/^下書きを保存しました \d{1,2}:\d{2}/).waitFor();
      await fits(phone);
      // What was kept is there again, on whatever device.
      await page.reload();
      expect(await page.getByLabel(/^したこと（言葉で）/).inputValue()).toBe('配信の目的を整理した。');
      await page.getByRole('button', { name: '提出する' }).click();
      await page.getByText('報告を提出しました。市町村が確認します。').waitFor();
      await page
        .getByRole('cell', { name: '配信の曜日を決める' })
        .or(page.getByRole('rowheader'))
        .first()
        .waitFor();
      await fits(phone);

      const town = await signedIn(kure);
      await town.page.getByRole('link', { name: '訪問報告を確認する' }).click();
      await town.page.getByText('配信の目的を整理した。').waitFor();
      await fits(town);
      await town.page.getByLabel(/^お礼の一言/).fill('ありがとうございました');
      await town.page.getByRole('button', { name: '確認しました' }).click();
      await town.page.getByText('報告を確認しました。').waitFor();
      await town.page.getByRole('button', { name: '評価を送る' }).click();
      await town.page.getByRole('heading', { name: '入力内容を確かめてください' }).waitFor();
      for (const question of ['役に立った', '説明が分かりやすかった', '課題が前に進んだ', 'また頼みたい'])
        await town.page.getByRole('group', { name: question }).getByRole('radio').first().check();
      await fits(town);
      await town.page.getByRole('button', { name: '評価を送る' }).click();
      await town.page.getByText('評価を送りました。支援は完了です。').waitFor();
      await town.page.goto(`/requests/${requestId}`);
      await town.page.getByText('完了', { exact: true }).first().waitFor();
      await town.page.getByRole('cell', { name: 'これから' }).waitFor();
      await fits(town);

      await page.goto(`/visits/${visitId}/report`);
      await page.getByText('呉市が確認しました').waitFor();
      await page.getByText('ありがとうございました').first().waitFor();

      const desk = await signedIn(staff);
      await desk.page.goto(`/requests/${requestId}`);
      await desk.page.getByRole('button', { name: '支援実績報告書を作る' }).click();
      await desk.page.getByText('支援実績報告書の下書きを作りました。').waitFor();
      await desk.page
        .getByRole('textbox', { name: /^効果/ })
        .fill('登録者が増えた。[[担当は一人]]呉市の皆様に届いた。');
      await desk.page.getByRole('button', { name: '保存する', exact: true }).click();
      await desk.page.getByText('支援実績報告書を保存しました。').waitFor();
      await desk.page.getByRole('cell', { name: '担当は一人' }).waitFor();
      await desk.page.getByText('登録者が増えた。■■■■■■の皆様に届いた。').waitFor();
      await fits(desk);
      for (const one of [phone, town, desk]) expect(one.troubles).toEqual([]);
    },
    2 * MINUTE,
  );
});
