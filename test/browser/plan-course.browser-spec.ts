import { addDays, FixedClock, type HubStaff } from '@banso/kernel';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Calendar, THEME } from '../../libs/dispatch/test/given-calendar.js';
import { getPlanningRun } from '../../libs/dispatch/src/planning-run.queries.js';
import { clerk, expert, hub, KURE, MIHARA } from '../people.js';
import { today } from '../requests.js';
import type { Visitor } from './browser.js';
import { MINUTE, Stage } from './stage.js';

type Signed = HubStaff & { loginId: string };

describe(`the course of a plan, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();
  let her: Signed;
  let him: Signed;
  let calendar: Calendar;
  const period = { from: addDays(today(), 1), to: addDays(today(), 28) };

  beforeAll(async () => {
    const { db } = stage.system.database;
    her = await hub(db);
    him = await hub(db);
    for (const _ of [1, 2]) await expert(db, her, { baseId: KURE, themes: [THEME] });
    calendar = new Calendar(db, new FixedClock(new Date()));
    const towns = [await clerk(db, KURE), await clerk(db, MIHARA)];
    for (const town of towns)
      for (const title of ['一つ目の依頼', '二つ目の依頼'])
        await calendar.request(town, her, { title, visits: 1, mode: 'ONLINE' });
  }, 2 * MINUTE);

  async function signedIn({ loginId }: Signed): Promise<Visitor> {
    const one = await stage.visitor();
    await one.signIn(loginId);
    return one;
  }

  async function expectSound(one: Visitor): Promise<void> {
    expect(await one.faultsAtAllWidths()).toEqual([]);
    expect(one.troubles).toEqual([]);
  }

  it(
    'J3 a run goes on when its screen is closed, is stopped and used, compared, and taken over in part; what is pinned stays',
    async () => {
      const first = await calendar.plan(her, period);
      const [pinned] = await calendar.proposals(first);
      await calendar.runs.pinProposedVisit(her, pinned?.id ?? '', true);
      const staff = await signedIn(her);
      const { page } = staff;
      const order = { ...period, iterations: 5_000_000, seed: 7 };
      const { id: runId } = await calendar.runs.request(her, order);
      await page.goto(`/plans/${runId}`);
      const steps = page.getByRole('list', { name: '作成の段階' });
      await steps.waitFor();
      expect(await steps.getByRole('listitem').allInnerTexts()).toEqual([
        expect.stringContaining('準備'),
        expect.stringContaining('初期案'),
        expect.stringContaining('改善中'),
        expect.stringContaining('仕上げ'),
      ]);
      await page.getByText(/^未割当 \d+→\d+、移動 /).waitFor();
      await page.getByText(/上限 10分/).waitFor();
      await expectSound(staff);
      const address = page.url();
      await page.close();

      const back = await signedIn(her);
      await back.page.goto(address);
      await back.page.getByRole('button', { name: 'ここで止めて、今の案を使う' }).click();
      await back.page.getByRole('heading', { name: '訪問の案' }).waitFor();
      const made = await calendar.db.read(her, (tx) => getPlanningRun(tx, her, runId));
      const stays = (await calendar.proposals(made)).find(
        ({ supportRequestId }) => supportRequestId === pinned?.supportRequestId,
      );
      expect(stays).toMatchObject({
        startsAt: pinned?.startsAt,
        specialistId: pinned?.specialistId,
        pinned: true,
      });

      await back.page.getByRole('button', { name: '名前を付けて残す' }).click();
      await back.page.getByLabel('案の名前').fill('落ち着いた案');
      await expectSound(back);
      await back.page.getByRole('button', { name: '名前を保存する' }).click();
      await back.page.getByRole('heading', { name: /「落ち着いた案」/ }).waitFor();

      // Two visits are put elsewhere by hand, and these differences alone are taken over.
      const moved = (await calendar.proposals(made)).filter((one) => !one.pinned).slice(0, 2);
      for (const visit of moved) {
        const slots = await calendar.slots.openSlots(her, { runId, proposedVisitId: visit.id, first: 30 });
        const later = slots.at(-1)?.slot;
        if (!later) throw new Error('another place is open');
        const { endsAt: _, ...place } = later;
        expect(await calendar.edits.move(her, visit.id, place)).toMatchObject({ applied: true });
      }
      await back.page.goto(`/plans/${runId}/compare?with=${first.id}`);
      for (const row of [
        '新しく入る訪問',
        '入らない訪問',
        '最も長い待ち',
        '平均の待ち',
        '移動の合計',
        '一人あたりの日数の差（最大−最小）',
        '目安を超える日数',
      ])
        await back.page.getByRole('rowheader', { name: row }).first().waitFor();
      const boxes = back.page.getByRole('checkbox', { name: /^選ぶ：/ });
      await boxes.first().waitFor();
      for (const box of (await boxes.all()).slice(0, 2)) await box.check();
      await expectSound(back);
      await back.page.getByRole('button', { name: /に取り入れる$/ }).click();
      const dialog = back.page.getByRole('dialog');
      await dialog.getByRole('button', { name: '2件を取り入れる' }).click();
      await back.page.getByText(/^2件を第\d+案に取り入れました。$/).waitFor();
      const now = await calendar.proposals(first);
      expect(now.find(({ id }) => id === pinned?.id)).toMatchObject({
        startsAt: pinned?.startsAt,
        pinned: true,
      });
      await back.close();
    },
    3 * MINUTE,
  );

  it(
    'J5 two at one plan know of each other, lose nothing, and a publication waits, is taken back and sent',
    async () => {
      const run = await calendar.plan(her, period);
      const [she, he] = await Promise.all([signedIn(her), signedIn(him)]);
      await she.page.goto(`/plans/${run.id}`);
      await she.page.getByRole('heading', { name: '訪問の案' }).waitFor();
      await he.page.goto(`/plans/${run.id}`);
      await he.page.getByText(new RegExp(`^${her.name}さんも見ています`)).waitFor();
      await expectSound(he);

      const open = async ({ page }: Visitor) => {
        await page
          .getByRole('button', { name: /^動かす：/ })
          .first()
          .click();
        await page
          .getByRole('dialog')
          .getByRole('button', { name: /^この枠にする/ })
          .first()
          .waitFor();
      };
      await Promise.all([open(she), open(he)]);
      const take = async ({ page }: Visitor, nth: 'first' | 'last') => {
        const dialog = page.getByRole('dialog');
        const places = dialog.getByRole('button', { name: /^この枠にする/ });
        await (nth === 'first' ? places.first() : places.last()).click();
        await dialog.getByText('この枠に動かせます').waitFor();
        await dialog.getByRole('button', { name: 'ここに動かす' }).click();
      };
      await take(she, 'first');
      await she.page.getByText(/の訪問を動かしました。/).waitFor();
      await take(he, 'last');
      await he.page.getByText(`${her.name} さんが同じ内容を変えました`, { exact: false }).waitFor();
      await expectSound(he);
      await he.page.getByRole('dialog').getByRole('button', { name: 'ここに動かす' }).click();
      await he.page.getByText(/の訪問を動かしました。/).waitFor();

      await he.page.reload();
      const publish = he.page.getByRole('button', { name: /件の訪問を公開する$/ });
      const dialog = he.page.getByRole('dialog');
      const schedule = async () => {
        await publish.click();
        await dialog.getByLabel(/^添える一言/).fill('年末のお忙しい時期に失礼します。');
        await dialog.getByText(/^伝わる相手：市町村/).click();
        await expectSound(he);
        await dialog.getByRole('button', { name: /件を公開する$/ }).click();
        await he.page.getByText(/^第1版を \d+:\d+ に送ります。/).waitFor();
      };
      await schedule();
      const bar = he.page.getByRole('region', { name: '送信を待っている計画' });
      await bar.getByRole('button', { name: '送信を取り消す' }).waitFor();
      await expectSound(he);
      await he.page.reload();
      await bar.waitFor();
      expect(await calendar.visitsOf(her)).toEqual([]);
      await he.page.goto('/plans');
      // What is done on the list is said on the list: only the plan's own bar has no way to the plan.
      const toPlan = bar.getByRole('link', { name: 'この案を見る' });
      await toPlan.click();
      await toPlan.waitFor({ state: 'detached' });
      await bar.getByRole('button', { name: '送信を取り消す' }).click();
      await he.page.getByText(/^送信を取り消しました。/).waitFor();
      await publish.waitFor();
      await schedule();
      await bar.getByRole('button', { name: '今すぐ送る' }).click();
      await he.page.getByText(/^第1版として公開しました。/).waitFor();
      expect((await calendar.visitsOf(her)).length).toBeGreaterThan(0);
      await expectSound(he);
      expect(she.troubles).toEqual([]);
      await Promise.all([she.close(), he.close()]);
    },
    3 * MINUTE,
  );
});
