import { FixedClock } from '@banso/kernel';
import { HubContactService } from '@banso/directory';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Dates } from '../../libs/dispatch/test/given-dates.js';
import { THEME } from '../../libs/dispatch/test/given-calendar.js';
import { clerk, expert, hub, KURE, MIHARA } from '../people.js';
import { requestInput } from '../requests.js';
import { SupportRequestIntakeService } from '@banso/support';
import { DESK, PHONE, type Visitor } from './browser.js';
import { MINUTE, Stage } from './stage.js';

/** A person who types Japanese by kana: characters in a minute, and a look before each press. */
const TYPED_A_MINUTE = 100;
const LOOK_SECONDS = 2;

const ABOUT_TWO_SECONDS = 10_000;

describe(`a town at its own desk, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();
  const open: Visitor[] = [];
  let clerkLogin: string;
  let chiefLogin: string;
  let staffLogin: string;
  let otherLogin: string;
  let specialistLogin: string;
  let visitId: string;

  beforeAll(async () => {
    const { db } = stage.system.database;
    const clock = new FixedClock(new Date());
    const staff = await hub(db);
    const town = await clerk(db, KURE, ['REQUESTER']);
    const chief = await clerk(db, KURE, ['APPROVER']);
    const other = await clerk(db, MIHARA);
    const specialist = await expert(db, staff, { baseId: KURE, themes: [THEME] });
    await new HubContactService(db, clock).set(staff, {
      section: 'デジタル推進課',
      person: '',
      phone: '082-000-0000',
      hours: '',
      seen: '0',
    });
    const dates = new Dates(db, clock);
    const all = await clerk(db);
    const { slots, inquiry } = await dates.offered(all, staff);
    const agreed = await dates.answers.choose(all, inquiry.id, slots[0]?.id ?? '');
    visitId = agreed.visitId ?? '';
    [clerkLogin, chiefLogin, staffLogin, otherLogin] = [town, chief, staff, other].map(
      (one) => one.loginId,
    ) as [string, string, string, string];
    specialistLogin = specialist.loginId;
  }, 2 * MINUTE);

  afterEach(async () => {
    for (const one of open.splice(0)) {
      expect(one.troubles).toEqual([]);
      await one.close();
    }
  });

  async function signedIn(loginId: string, viewport = DESK): Promise<Visitor> {
    const one = await stage.visitor(viewport);
    open.push(one);
    await one.signIn(loginId);
    return one;
  }

  it(
    'J6 a clerk is told what is missing, leaves, comes back, has it approved, and reads its number',
    async () => {
      const town = await signedIn(clerkLogin);
      const { page } = town;
      let [typed, pressed] = [0, 0];
      const press = async (work: Promise<void>): Promise<void> => {
        pressed += 1;
        await work;
      };
      await press(page.getByRole('link', { name: '困りごとを依頼する' }).click());
      await page.getByRole('heading', { name: 'どんなことで困っていますか' }).waitFor();
      expect(await town.faultsAtAllWidths()).toEqual([]);

      await page.getByRole('button', { name: '内容を確かめる' }).click();
      await page.getByRole('heading', { name: '入力内容を確かめてください' }).waitFor();
      expect(await page.title()).toMatch(/^エラー：/);
      const faults = page.getByRole('alert').getByRole('link');
      expect(await faults.allInnerTexts()).toEqual(
        [1, 2, 3, 4].map((n) => expect.stringContaining(`質問${n}`)),
      );
      expect(await town.faultsAtAllWidths()).toEqual([]);
      await faults.nth(1).click();
      expect(await page.evaluate('document.activeElement.name')).toBe('trouble');

      await press(page.getByRole('radio', { name: '窓口・手続のオンライン化' }).check());
      await press(page.getByRole('radio', { name: /何度も/ }).check());
      const trouble = page.getByRole('textbox', { name: /^困っていること/ });
      expect(await trouble.inputValue()).toMatch(/今：転入[^]*当市町村：人口 [\d,]+人/);
      const more = '\n・3月の繁忙期までに';
      typed += more.length;
      await trouble.fill(`${await trouble.inputValue()}${more}`);
      await page.getByText(/下書きを保存しました \d{1,2}:\d{2}/).waitFor({ timeout: ABOUT_TWO_SECONDS });
      await page.getByText('資料を付ける（なくても送れます）').click();
      await page.getByRole('button', { name: 'ファイルを選ぶ' }).waitFor();
      expect(new URL(page.url()).searchParams.get('draft')).toBeTruthy();
      // Nothing of it stays on the desk.
      expect(
        await page.evaluate('Object.keys(sessionStorage).concat(Object.keys(localStorage)).join()'),
      ).not.toMatch(/draft/i);

      // Another day, from another desk: nobody has pressed a button to save it.
      const again = await signedIn(clerkLogin);
      await again.page.getByRole('link', { name: '下書きの続きを書く' }).click();
      await again.page.getByRole('textbox', { name: /^困っていること/ }).waitFor();
      expect(await again.page.getByRole('textbox', { name: /^困っていること/ }).inputValue()).toContain(
        '3月の繁忙期',
      );
      await page.reload();
      await trouble.waitFor();
      expect(await trouble.inputValue()).toContain('3月の繁忙期');
      expect(await page.getByRole('radio', { name: /何度も/ }).isChecked()).toBe(true);
      expect(await page.getByRole('radio', { name: /来てほしい/ }).isChecked()).toBe(false);

      await press(page.getByRole('radio', { name: /来てほしい/ }).check());
      const halves = page.getByRole('button', { name: /：都合が悪い$/ });
      await press(halves.nth(4).click());
      await page.getByText('候補が1つだと、訪問が入らないことがあります。', { exact: false }).waitFor();
      await press(halves.nth(6).click());
      await press(halves.nth(8).click());
      await page.getByText('十分です。').waitFor();
      expect(await town.faultsAtAllWidths()).toEqual([]);
      await press(page.getByRole('button', { name: '内容を確かめる' }).click());
      await page.getByRole('heading', { name: '内容の確認' }).waitFor();
      expect(await town.faultsAtAllWidths()).toEqual([]);
      // Who only writes has it approved first.
      expect(await page.getByRole('button', { name: '送る', exact: true }).count()).toBe(0);
      await press(page.getByRole('button', { name: '上司に確認してから送る' }).click());
      await page.getByText('上司に確認を頼みました。', { exact: false }).waitFor();
      await page.getByText(/\/requests\/[0-9a-f-]+\/review$/).waitFor();
      expect(await town.faultsAtAllWidths()).toEqual([]);
      await page.getByRole('button', { name: 'もう一度お願いする' }).click();
      await page.getByText('承認をもう一度お願いしました。').waitFor();
      await page.getByRole('button', { name: 'もう一度お願いする' }).click();
      await page.getByText('今日はもう確認をお願いしてあります。', { exact: false }).waitFor();

      const chief = await signedIn(chiefLogin);
      await chief.page.getByRole('link', { name: '庁内の承認をする' }).click();
      await chief.page.getByRole('heading', { name: '内容の確認と承認' }).waitFor();
      await chief.page.getByRole('button', { name: '差し戻す' }).click();
      expect(await chief.faults()).toEqual([]);
      await chief.page.getByRole('button', { name: 'やめる' }).click();
      await chief.page.getByLabel(/^職名/).fill('総務課長');
      expect(await chief.faultsAtAllWidths()).toEqual([]);
      await chief.page.getByRole('button', { name: '承認して送る' }).click();
      await chief.page.getByText(/受付番号は R\d+-\d{4} です/).waitFor();

      await page.reload();
      await page.getByText(/^受付番号 R\d+-\d{4}$/).waitFor();
      await page.getByText(/までに、県の窓口が返事をします。/).waitFor();
      await page
        .getByRole('region', { name: '承認' })
        .getByText('総務課長', { exact: false })
        .first()
        .waitFor();
      await page.getByText('082-000-0000').waitFor();
      expect(await town.faultsAtAllWidths()).toEqual([]);
      const seconds = Math.round((typed / TYPED_A_MINUTE) * 60 + pressed * LOOK_SECONDS);
      process.stdout.write(
        `J6: about ${seconds} s at human speed (${pressed} presses, ${typed} characters)\n`,
      );
    },
    3 * MINUTE,
  );

  it(
    'J7 a clerk who does not know what to ask for writes one sentence, and the hub has it',
    async () => {
      const town = await signedIn(otherLogin, PHONE);
      const { page } = town;
      await page.goto('/requests/new');
      await page.getByRole('radio', { name: '何を頼めばよいか分からない' }).check();
      expect(await page.getByRole('heading', { name: 'どんな形がよいですか' }).count()).toBe(0);
      await page.getByRole('textbox', { name: /^困っていること/ }).fill('デジタルのことで何か始めたい');
      expect(await town.faults()).toEqual([]);
      await page.getByRole('button', { name: '内容を確かめる' }).click();
      await page.getByRole('button', { name: '送る', exact: true }).click();
      await page.getByText(/受付番号は R\d+-\d{4} です/).waitFor();
      expect(await town.faultsAtAllWidths()).toEqual([]);

      const desk = await signedIn(staffLogin);
      await desk.page.goto('/inbox');
      await desk.page.getByRole('link', { name: 'デジタルのことで何か始めたい' }).first().waitFor();
    },
    2 * MINUTE,
  );

  it(
    'is told that somebody else writes at the same draft, and that the line is cut',
    async () => {
      const { db } = stage.system.database;
      const [her, him] = [await clerk(db), await clerk(db)];
      const { id } = await new SupportRequestIntakeService(db, new FixedClock(new Date())).draft(
        her,
        requestInput(),
      );
      const [she, he] = [await signedIn(her.loginId), await signedIn(him.loginId)];
      for (const { page } of [she, he]) {
        await page.goto(`/requests/${id}/edit`);
        await page.getByRole('textbox', { name: /^困っていること/ }).waitFor();
      }
      await she.page.getByRole('textbox', { name: /^困っていること/ }).fill('彼女の文');
      await she.page.getByText(/下書きを保存しました/).waitFor({ timeout: ABOUT_TWO_SECONDS });
      await he.page.getByRole('textbox', { name: /^困っていること/ }).fill('彼の文');
      await he.page.getByText('ほかの人も、この下書きを書いています').waitFor({ timeout: ABOUT_TWO_SECONDS });
      expect(await he.faultsAtAllWidths()).toEqual([]);
      expect(await he.page.getByRole('textbox', { name: /^困っていること/ }).inputValue()).toBe('彼の文');
      await he.page.getByRole('button', { name: '相手の内容を読み込む' }).click();
      await he.page.getByText('下書きは保存されています。').waitFor();
      expect(await he.page.getByRole('textbox', { name: /^困っていること/ }).inputValue()).toBe('彼女の文');

      await he.page.context().setOffline(true);
      await he.page.getByRole('textbox', { name: /^困っていること/ }).fill('線が切れている間の文');
      await he.page
        .getByText('サーバーにつながりません。', { exact: false })
        .first()
        .waitFor({ timeout: MINUTE });
      await he.page.context().setOffline(false);
      await he.page.getByText(/下書きを保存しました/).waitFor({ timeout: MINUTE });
      // The browser itself notes each request that came to nothing.
      he.troubles.splice(
        0,
        he.troubles.length,
        ...he.troubles.filter((one) => !/ERR_INTERNET_DISCONNECTED/.test(one)),
      );
    },
    3 * MINUTE,
  );

  it(
    'gets ready for a visit: ticks are kept at once, the place is kept for the next, whoever comes reads it',
    async () => {
      const town = await signedIn(clerkLogin);
      const { page } = town;
      await page.goto('/');
      await page.getByRole('link', { name: '訪問の準備をする' }).first().waitFor();
      expect(await town.faultsAtAllWidths()).toEqual([]);
      await page.goto(`/visits/${visitId}/prepare`);
      const first = page.getByRole('checkbox').first();
      await first.check();
      await page.getByText(/を用意済みにしました。$/).waitFor();
      await page.getByLabel(/^当日の連絡先/).fill('総務課 0823-00-0000');
      await page.getByLabel(/^加えるもの/).fill('延長コード');
      await page.keyboard.press('Enter');
      await page.getByRole('checkbox', { name: '延長コード' }).waitFor();
      await page.getByRole('button', { name: '保存する' }).click();
      await page.getByText('訪問の準備を保存しました。', { exact: false }).waitFor();
      expect(await town.faultsAtAllWidths()).toEqual([]);

      const phone = await signedIn(specialistLogin, PHONE);
      await phone.page.goto(`/visits/${visitId}`);
      await phone.page.getByText('総務課 0823-00-0000').waitFor();
      await phone.page.getByText('延長コード').waitFor();
      expect(await phone.faults()).toEqual([]);
      expect(await phone.page.getByRole('link', { name: '訪問の準備をする' }).count()).toBe(0);

      const staff = await signedIn(staffLogin);
      await staff.page.goto('/engagements/contact');
      await staff.page.getByLabel(/^担当者/).fill('窓口の人');
      await staff.page.getByRole('button', { name: '保存する' }).click();
      await staff.page.getByText('県の窓口の連絡先を保存しました。').waitFor();
      expect(await staff.faultsAtAllWidths()).toEqual([]);
    },
    2 * MINUTE,
  );
});
