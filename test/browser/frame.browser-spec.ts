import { FixedClock } from '@banso/kernel';
import { describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { Calendar, THEME } from '../../libs/dispatch/test/given-calendar.js';
import { clerk, expert, hub, KURE, PASSWORD } from '../people.js';
import { japaneseOn } from './japanese.js';
import { debuggerOf, DESK, PHONE, WIDE, type Visitor } from './browser.js';
import { MINUTE, Stage } from './stage.js';

/** The hub's home, before it has counted what is to be done and after. */
const TODAY = /^ホーム$|^今日あなたがする/;
const LEAD = /^画面の名前、依頼の番号/;
const TEXT = '職員が少なく、契約の見積もりを比べられません。';

/** Somebody types with an input method: kana are chosen, and Enter confirms them. */
async function compose(page: Page, text: string): Promise<void> {
  const session = await debuggerOf(page);
  await session.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
}

/** As browsers send it while kana are still chosen. */
async function composingEnter(page: Page): Promise<void> {
  const session = await debuggerOf(page);
  for (const type of ['rawKeyDown', 'keyUp'] as const)
    await session.send('Input.dispatchKeyEvent', {
      type,
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
}

async function confirm(page: Page, text: string): Promise<void> {
  await (await debuggerOf(page)).send('Input.insertText', { text });
}

/** To a screen as a link leads there: the app that is loaded already shows it, and what it asked for is there. */
async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate(`(() => {
    if (location.pathname + location.search === ${JSON.stringify(path)}) return;
    for (const title of document.querySelectorAll('#main h1')) title.dataset.left = '';
    history.pushState(null, '', ${JSON.stringify(path)});
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  })()`);
  await page.locator('#main h1:not([data-left])').first().waitFor();
  await page.locator('#main:not(:has(.min-h-40[role="status"]))').waitFor();
}

const codeOf = (key: string, seconds = 0): string =>
  generateSync({ secret: key, epoch: Math.floor(Date.now() / 1000) + seconds });

const SHARED = ['/', '/account', '/notices', '/notices/settings', '/search', '/engagements'];
const OF_HUB =
  '/inbox?view=all /consultations?view=all /plans /plans/policy /plans/towns /visits /dates /companions /specialists /availability /people /imports /engagements/agreements /nowhere'.split(
    ' ',
  );
const OF_TOWN = [
  '/requests',
  '/requests/new',
  '/consultations/new',
  '/dates',
  '/schedule',
  '/people',
  '/town',
];
const OF_SPECIALIST = [
  '/requests',
  '/consultations',
  '/availability',
  '/firms',
  '/reports',
  '/calendar-feeds',
];

describe(`the frame around the screens, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();

  async function desk(viewport = DESK): Promise<Visitor> {
    const { loginId } = await hub(stage.system.database.db);
    const who = await stage.visitor(viewport);
    await who.signIn(loginId);
    return who;
  }

  const paletteOf = (page: Page) => page.getByRole('dialog', { name: '検索・移動' });

  it(
    'the header stands in one line on a desk and leaves a phone its screen; what it opens is in order',
    async () => {
      const who = await desk();
      const { page } = who;
      const height = () =>
        page.evaluate<number>(
          `document.querySelector('header nav').closest('header').getBoundingClientRect().height`,
        );
      await page.getByRole('heading', { level: 1, name: TODAY }).waitFor();
      expect(await height()).toBeLessThan(90);
      expect(await who.faultsAtAllWidths()).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await height()).toBeLessThan(170);

      await who.openMenu();
      expect(await who.faultsAtAllWidths()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'この画面の使い方' }).click();
      await page.getByText('分からないときは').waitFor();
      expect(await who.faultsAtAllWidths()).toEqual([]);
      await page.keyboard.press('Escape');

      await page.setViewportSize(DESK);
      await page.keyboard.press('?');
      const keys = page.getByRole('dialog', { name: 'キー操作の一覧' });
      await keys.waitFor();
      expect(await who.faultsAtAllWidths()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await paletteOf(page).waitFor();
      expect(await who.faultsAtAllWidths()).toEqual([]);
      await page.keyboard.press('Escape');
      await paletteOf(page).waitFor({ state: 'detached' });
      expect(who.troubles).toEqual([]);
      await who.close();
    },
    2 * MINUTE,
  );

  it(
    'J13 a word is found however it is written: in the palette, on the page of the search, in a list',
    async () => {
      const { db } = stage.system.database;
      const staff = await hub(db);
      await expert(db, staff);
      await db.system('34', (tx) =>
        tx.query(`UPDATE specialist SET name = '髙橋 まこと', kana = 'たかはし まこと' WHERE id = (
          SELECT id FROM specialist ORDER BY id LIMIT 1)`),
      );
      const who = await stage.visitor();
      await who.signIn(staff.loginId);
      const { page } = who;
      await page.keyboard.press('Control+k');
      const field = page.getByLabel(LEAD);
      const found = async (typed: string): Promise<string[]> => {
        await field.fill(typed);
        await page.getByRole('option', { name: `「${typed}」をすべての中から検索する` }).waitFor();
        await page.getByText(/^候補 \d+件/).waitFor();
        const group = page.getByRole('group', { name: '見つかったもの' });
        await group.getByRole('option').first().waitFor();
        return group.getByRole('option').allInnerTexts();
      };
      const mihara = await found('三原');
      expect(mihara.join()).toContain('三原市');
      for (const typed of ['ﾐﾊﾗ', 'ミハラ', 'みはら'])
        expect([typed, await found(typed)]).toEqual([typed, mihara]);
      const takahashi = await found('髙橋');
      expect(takahashi.join()).toContain('髙橋 まこと');
      for (const typed of ['高橋', 'ﾀｶﾊｼ', 'たかはし'])
        expect([typed, await found(typed)]).toEqual([typed, takahashi]);
      // A screen by its reading.
      await field.fill('ホウモン');
      await page.getByRole('option', { name: '訪問の一覧' }).waitFor();
      expect(await who.faults()).toEqual([]);

      for (const typed of ['ﾐﾊﾗ', 'ミハラ', '三原']) {
        await page.goto(`/search?q=${encodeURIComponent(typed)}`);
        await page.getByRole('link', { name: '三原市' }).waitFor();
      }
      for (const typed of ['ﾀｶﾊｼ', 'タカハシ', '高橋', '髙橋']) {
        await page.goto(`/specialists?q=${encodeURIComponent(typed)}`);
        await page.getByRole('link', { name: /髙橋/ }).waitFor();
      }
      expect(await who.faults()).toEqual([]);
      expect(who.troubles).toEqual([]);
      await who.close();
    },
    2 * MINUTE,
  );

  it(
    'J14 Enter that confirms kana submits nothing: palette, page of the search, wizard',
    async () => {
      const { loginId } = await clerk(stage.system.database.db);
      const who = await stage.visitor();
      await who.signIn(loginId);
      const { page } = who;
      await page.keyboard.press('Control+k');
      await page.getByLabel(LEAD).waitFor();
      await compose(page, 'いらい');
      await page.getByRole('option', { name: '依頼一覧', exact: true }).waitFor();
      await composingEnter(page);
      expect(new URL(page.url()).pathname).toBe('/');
      expect(await page.getByLabel(LEAD).inputValue()).toBe('いらい');
      await confirm(page, '依頼一覧');
      await page.getByRole('option', { name: '依頼一覧', exact: true }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/requests');
      await page.getByRole('heading', { level: 1, name: '依頼一覧' }).waitFor();
      expect(await who.faults()).toEqual([]);

      await page.goto('/search');
      const box = page.getByLabel('探す言葉');
      await box.focus();
      await compose(page, 'くれ');
      await composingEnter(page);
      expect(new URL(page.url()).search).toBe('');
      await confirm(page, '呉');
      await page.keyboard.press('Enter');
      await page.waitForURL(/q=%E5%91%89/);
      await page.getByRole('heading', { level: 1, name: '「呉」の検索結果' }).waitFor();
      expect(await who.faults()).toEqual([]);

      await page.goto('/requests/new');
      await page.getByText('そのほか（このままでも送れます）').click();
      const words = page.getByRole('textbox', { name: /^件名/ });
      await words.focus();
      await compose(page, 'けいやく');
      await composingEnter(page);
      expect(await page.getByRole('heading', { name: '入力内容を確かめてください' }).count()).toBe(0);
      await confirm(page, '契約');
      expect(await words.inputValue()).toBe('契約');
      expect(who.troubles).toEqual([]);
      await who.close();
    },
    2 * MINUTE,
  );

  it(
    'keeps a list under a name, opens it so, and says the view of the account on every machine',
    async () => {
      const who = await desk();
      const { page } = who;
      await page.goto('/visits?status=CONFIRMED');
      await page.getByRole('button', { name: '保存した表示' }).click();
      await page.getByRole('button', { name: '今の表示を保存する' }).click();
      await page.getByRole('link', { name: '「この表示の名前」を入力してください。' }).waitFor();
      expect(await who.faultsAtAllWidths()).toEqual([]);
      await page.getByLabel('この表示の名前').fill('確定した訪問');
      await page.getByLabel('この一覧は、いつもこの表示で開く').check();
      await page.getByRole('button', { name: '今の表示を保存する' }).click();
      await page.getByText('「確定した訪問」を保存しました。').waitFor();
      expect(await who.faultsAtAllWidths()).toEqual([]);
      await page.keyboard.press('Escape');

      await page.getByRole('link', { name: 'ホーム', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: TODAY }).waitFor();
      await page.keyboard.press('Control+k');
      await page.getByLabel(LEAD).fill('ﾎｳﾓﾝ');
      await page.getByRole('option', { name: '訪問の一覧', exact: true }).click();
      await page.waitForURL('**/visits?status=CONFIRMED');
      await page.getByRole('button', { name: /^確定した訪問/ }).click();
      await page.getByRole('button', { name: '「確定した訪問」を消す' }).click();
      await page.getByText('「確定した訪問」を消しました。').waitFor();
      expect(await who.faults()).toEqual([]);

      await page.goto('/account');
      await page.getByLabel('西暦').check();
      await page.getByLabel('詰める').check();
      await page.getByLabel('1文字のキー操作を使う').uncheck();
      await page.getByRole('button', { name: '表示の設定を保存する' }).click();
      await page.getByText('表示の設定を変えました。', { exact: false }).first().waitFor();
      expect(await who.faultsAtAllWidths()).toEqual([]);
      await page.reload();
      await page.getByRole('heading', { name: 'サインイン中の端末' }).waitFor();
      await page.locator('html[data-density="dense"]').waitFor({ state: 'attached' });
      await page.goto('/visits');
      await page
        .getByText(/^20\d\d年\d+月\d+日/)
        .first()
        .waitFor();
      await page.keyboard.press('?');
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.keyboard.press('Control+k');
      await paletteOf(page).waitFor();
      expect(who.troubles).toEqual([]);
      await who.close();
    },
    2 * MINUTE,
  );

  it(
    'J15 a session that ends mid-form, and a server that cannot be reached, lose nothing; with a second factor too',
    async () => {
      const { db } = stage.system.database;
      const { loginId, accountId } = await clerk(db, KURE);
      const who = await stage.visitor({ width: 1366, height: 500 });
      await who.signIn(loginId);
      const { page } = who;
      await page.goto('/account');
      await page.getByRole('button', { name: '認証アプリを設定する' }).click();
      const setUp = page.getByRole('form', { name: '認証アプリを設定する' });
      await setUp.getByLabel(/^今のパスワード/).fill(PASSWORD);
      await setUp.getByRole('button', { name: '次へ' }).click();
      await page.getByRole('img', { name: /QRコード/ }).waitFor();
      const key = (await setUp.locator('p.font-mono').innerText()).replaceAll(' ', '');
      await setUp.getByLabel(/^コード/).fill(codeOf(key, -30));
      await setUp.getByRole('button', { name: '設定を終える' }).click();
      await page.getByRole('button', { name: '控えました' }).click();

      await page.goto('/consultations/new?from=link');
      const question = page.getByRole('textbox', { name: /^質問/ });
      const section = page.getByRole('textbox', { name: /^連絡先|^担当/ });
      await question.fill(TEXT);
      await section.fill('情報政策課');

      await db.system(null, (tx) =>
        tx.query(
          'DELETE FROM session USING membership m WHERE m.id = session.membership_id AND m.account_id = $1',
          [accountId],
        ),
      );
      await section.focus();
      const top = await page.evaluate<number>('window.scrollY');
      // A wide desk shows the whole form at once; anywhere else the page has been scrolled, and must stay so.
      if (page.viewportSize()?.width !== WIDE.width) expect(top).toBeGreaterThan(0);
      await section.press('Enter');
      const again = page.getByRole('dialog', { name: 'サインインし直してください' });
      await again.getByLabel('ログインID').fill(loginId);
      await again.getByLabel('パスワード').fill(PASSWORD);
      expect(await who.faults()).toEqual([]);
      await again.getByRole('button', { name: 'サインイン', exact: true }).click();
      await again.getByLabel(/^コード/).fill(codeOf(key));
      expect(await who.faults()).toEqual([]);
      await again.getByRole('button', { name: 'サインイン', exact: true }).click();
      await again.waitFor({ state: 'detached' });

      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/consultations/new?from=link');
      expect(await question.inputValue()).toBe(TEXT);
      expect(await section.inputValue()).toBe('情報政策課');
      expect(await section.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
      expect(Math.abs((await page.evaluate<number>('window.scrollY')) - top)).toBeLessThan(2);
      expect(await who.faults()).toEqual([]);

      // The line is cut: the words stay, it says so, and the same press sends them later.
      await page.context().setOffline(true);
      await section.press('Enter');
      await page.getByText('入力した内容はこの画面に残っています', { exact: false }).waitFor();
      expect(await question.inputValue()).toBe(TEXT);
      expect(await who.faultsAtAllWidths()).toEqual([]);
      await page.context().setOffline(false);
      await section.press('Enter');
      await page.waitForURL(/consultations\/[0-9a-f-]{36}$/);
      await page.getByText(TEXT).waitFor();
      expect(await who.faults()).toEqual([]);
      expect(who.troubles.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
      await who.close();
    },
    2 * MINUTE,
  );

  it(
    'J16 in English no word of a screen is Japanese, in any role',
    async () => {
      const { db } = stage.system.database;
      const staff = await hub(db);
      const town = await clerk(db);
      const she = await expert(db, staff, { themes: [THEME] });
      const calendar = new Calendar(db, new FixedClock(new Date()));
      const { id } = await calendar.request(town, staff);
      const request = `/requests/${id}`;
      const screens: readonly (readonly [{ loginId: string }, readonly string[]])[] = [
        [
          staff,
          [...SHARED, ...OF_HUB, request, `/specialists/${she.specialistId}`, `/history/request/${id}`],
        ],
        [town, [...SHARED, ...OF_TOWN, request]],
        [she, [...SHARED, ...OF_SPECIALIST]],
      ];
      for (const [{ loginId }, paths] of screens) {
        const who = await stage.visitor();
        await who.signIn(loginId);
        await who.openMenu();
        await who.page.getByRole('button', { name: 'English' }).click();
        await who.page.locator('html[lang="en"]').waitFor({ state: 'attached' });
        await who.page.locator('#main h1').waitFor();
        for (const path of paths) {
          await goWithin(who.page, path);
          expect([path, await japaneseOn(who.page)]).toEqual([path, []]);
        }
        await who.page.keyboard.press('Control+k');
        await who.page.getByRole('dialog', { name: 'Search and go' }).waitFor();
        expect(await japaneseOn(who.page)).toEqual([]);
        expect(await who.faults()).toEqual([]);
        await who.page.keyboard.press('Escape');
        await who.page.getByRole('button', { name: 'How to use this screen' }).click();
        await who.openMenu();
        expect(await japaneseOn(who.page)).toEqual([]);
        expect(who.troubles).toEqual([]);
        await who.close();
      }

      // The wizard, sent empty: what is wrong is said in English too.
      const who = await stage.visitor();
      await who.signIn(town.loginId);
      await who.openMenu();
      await who.page.getByRole('button', { name: 'English' }).click();
      await who.page.goto('/requests/new');
      await who.page.locator('main form button[type="submit"]').last().click();
      await who.page.getByRole('heading', { name: 'Please check what you entered' }).waitFor();
      expect(await japaneseOn(who.page)).toEqual([]);
      expect(await who.faultsAtAllWidths()).toEqual([]);
      await who.close();
    },
    4 * MINUTE,
  );
});
