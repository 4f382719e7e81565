import { InvitationService } from '@banso/directory';
import { Clock } from '@banso/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import type { Browser } from 'playwright-core';
import { clerk, hub, KURE, PASSWORD } from '../people.js';
import {
  debuggerOf,
  DESK,
  openBrowser,
  openMenu,
  OWN_MENU,
  PHONE,
  type Visitor,
  visitor,
} from './browser.js';
import { CLIENT, RogueProvider } from '../rogue-provider.js';
import { type RunningSystem, startSystem } from './system.js';

const MINUTE = 60_000;

/** For so long an authenticator shows a code, and so long a loaded machine may take to send one. */
const CODE_MS = 30_000;
const SLOW_MS = 10_000;

/** The code that a telephone would show so many seconds from now. */
const codeOf = (key: string, seconds = 0): string =>
  generateSync({ secret: key, epoch: Math.floor(Date.now() / 1000) + seconds });

describe(`a second factor, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const provider = new RogueProvider();
  let system: RunningSystem;
  let browser: Browser;

  beforeAll(async () => {
    await provider.open();
    system = await startSystem({
      BANSO_SECOND_FACTOR: 'hub',
      BANSO_OIDC: JSON.stringify({ '34': { issuer: provider.issuer, ...CLIENT } }),
    });
    browser = await openBrowser();
  }, 2 * MINUTE);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    await provider.close();
  }, MINUTE);

  async function judged({ page, axe }: Visitor): Promise<void> {
    expect(await axe()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBe(0);
  }

  async function look({ page }: Visitor, name: string): Promise<void> {
    const folder = process.env['BANSO_SHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  }

  /** From the password to the recovery codes. */
  async function setUp(who: Visitor): Promise<{ key: string; codes: string[] }> {
    const { page } = who;
    const form = page.getByRole('form', { name: '認証アプリを設定する' });
    await form.getByLabel(/^今のパスワード/).fill(PASSWORD);
    await form.getByRole('button', { name: '次へ' }).click();
    await page.getByRole('img', { name: /QRコード/ }).waitFor();
    await judged(who);
    const key = (await form.locator('p.font-mono').innerText()).replaceAll(' ', '');
    await form.getByLabel(/^コード/).fill('000000');
    await form.getByRole('button', { name: '設定を終える' }).click();
    await page.getByRole('link', { name: /「コード」が正しくない/ }).waitFor();
    await look(who, 'set-up');
    // The earliest that is taken: what comes after it is left for signing in. Shortly before the code changes it would
    // come too late.
    const left = CODE_MS - (Date.now() % CODE_MS);
    if (left < SLOW_MS) await page.waitForTimeout(left + 100);
    await form.getByLabel(/^コード/).fill(codeOf(key, -30));
    await form.getByRole('button', { name: '設定を終える' }).click();
    await page.getByRole('list', { name: '回復コード' }).waitFor();
    await judged(who);
    await look(who, 'recovery-codes');
    const codes = await page.getByRole('list', { name: '回復コード' }).getByRole('listitem').allInnerTexts();
    expect(codes).toHaveLength(10);
    await page.getByRole('button', { name: '控えました' }).click();
    return { key, codes };
  }

  it(
    'is set up in a town, asked for at the door, and removed',
    async () => {
      const { loginId } = await clerk(system.database.db);
      const phone = await visitor(browser, { url: system.url, viewport: PHONE });
      await phone.signIn(loginId);
      await phone.openMenu();
      await phone.page.getByRole('link', { name: /（アカウント）$/ }).click();
      await phone.page.getByRole('button', { name: '認証アプリを設定する' }).click();
      const { key, codes } = await setUp(phone);
      await phone.page.getByText('残り10個').waitFor();
      await judged(phone);
      await look(phone, 'account');

      const desk = await visitor(browser, { url: system.url, viewport: DESK });
      const { page } = desk;
      await page.goto('/visits');
      await page.getByLabel('ログインID').fill(loginId);
      await page.getByLabel('パスワード').fill(PASSWORD);
      await page.getByRole('button', { name: 'サインイン', exact: true }).click();
      await page.getByLabel(/^コード/).waitFor();
      await judged(desk);
      await look(desk, 'code');
      await page.getByRole('button', { name: 'サインイン', exact: true }).click();
      await page.getByRole('link', { name: /「コード」を入力/ }).waitFor();
      await page.getByLabel(/^コード/).fill('000000');
      await page.getByRole('button', { name: 'サインイン', exact: true }).click();
      await page.getByText('コードが正しくないか、すでに使われています').waitFor();
      await page.getByLabel(/^コード/).fill(codeOf(key));
      await page.getByRole('button', { name: 'サインイン', exact: true }).click();
      await page.getByRole('button', { name: OWN_MENU }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/visits');

      await openMenu(page);
      await page.getByRole('link', { name: /（アカウント）$/ }).click();
      await page.getByRole('button', { name: '認証アプリを解除する' }).click();
      const dialog = page.getByRole('dialog', { name: '認証アプリを解除する' });
      await dialog.getByLabel(/^今のパスワード/).fill(PASSWORD);
      await dialog.getByLabel(/^コード/).fill(codes[0] ?? '');
      await judged(desk);
      await look(desk, 'remove');
      await dialog.getByRole('button', { name: '解除する' }).click();
      await page.getByText('認証アプリを解除しました。').waitFor();
      expect([...desk.troubles, ...phone.troubles]).toEqual([]);
      await phone.close();
      await desk.close();
    },
    2 * MINUTE,
  );

  it(
    'comes before everything else where the hub must have one',
    async () => {
      const { loginId } = await hub(system.database.db);
      const desk = await visitor(browser, { url: system.url, viewport: DESK });
      await desk.page.goto('/');
      await desk.page.getByLabel('ログインID').fill(loginId);
      await desk.page.getByLabel('パスワード').fill(PASSWORD);
      await desk.page.getByRole('button', { name: 'サインイン', exact: true }).click();
      await desk.page.getByRole('heading', { name: '2段階認証の設定が必要です' }).waitFor();
      await judged(desk);
      await look(desk, 'demanded');
      await setUp(desk);
      await desk.page.getByRole('navigation', { name: '主なメニュー' }).waitFor();
      expect(desk.troubles).toEqual([]);
      await desk.close();
    },
    2 * MINUTE,
  );

  it(
    'signs in with a passkey, by itself and after the password',
    async () => {
      const { loginId } = await clerk(system.database.db);
      // An address of numbers has no passkeys: nothing is offered there.
      const elsewhere = await visitor(browser, { url: system.url, viewport: DESK });
      await elsewhere.page.goto('/');
      await elsewhere.page.getByRole('button', { name: 'サインイン', exact: true }).waitFor();
      expect(await elsewhere.page.getByRole('button', { name: /パスキー/ }).count()).toBe(0);
      await elsewhere.close();

      const url = system.url.replace('127.0.0.1', 'localhost');
      const phone = await visitor(browser, { url, viewport: PHONE });
      const { page } = phone;
      await phone.signIn(loginId);
      const device = await debuggerOf(page);
      await device.send('WebAuthn.enable');
      const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      });
      const isOwner = (isUserVerified: boolean) =>
        device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });

      await openMenu(page);
      await page.getByRole('link', { name: /（アカウント）$/ }).click();
      await page.getByRole('button', { name: 'パスキーを登録する' }).click();
      const form = page.getByRole('form', { name: 'パスキーを登録する' });
      await form.getByLabel(/^端末の名前/).fill('公用スマートフォン');
      await form.getByLabel(/^今のパスワード/).fill(PASSWORD);
      await isOwner(false);
      await form.getByRole('button', { name: '端末で登録する' }).click();
      await page.getByText('端末での登録が終わらなかった').waitFor();
      await judged(phone);
      await look(phone, 'passkey-set-up');
      await isOwner(true);
      await form.getByRole('button', { name: '端末で登録する' }).click();
      await page.getByRole('button', { name: '控えました' }).click();
      await page.getByText('公用スマートフォン').waitFor();
      await judged(phone);
      await look(phone, 'passkeys');

      await openMenu(page);
      await page.getByRole('button', { name: 'サインアウト', exact: true }).click();
      await page.getByRole('button', { name: 'パスキーでサインイン' }).waitFor();
      await judged(phone);
      await look(phone, 'sign-in');
      await isOwner(false);
      await page.getByRole('button', { name: 'パスキーでサインイン' }).click();
      await page.getByText('パスキーを使えませんでした').waitFor();
      await isOwner(true);
      await page.getByRole('button', { name: 'パスキーでサインイン' }).click();
      await openMenu(page);
      await page.getByRole('button', { name: 'サインアウト', exact: true }).click();

      await page.getByLabel('ログインID').fill(loginId);
      await page.getByLabel('パスワード').fill(PASSWORD);
      await page.getByRole('button', { name: 'サインイン', exact: true }).click();
      await page.getByLabel(/^回復コード/).waitFor();
      await judged(phone);
      await look(phone, 'passkey-needed');
      await page.getByRole('button', { name: 'パスキーを使う' }).click();
      await openMenu(page);
      await page.getByRole('link', { name: /（アカウント）$/ }).click();

      await page.getByRole('button', { name: '公用スマートフォン' }).click();
      const dialog = page.getByRole('dialog', { name: /公用スマートフォン/ });
      await dialog.getByLabel(/^今のパスワード/).fill(PASSWORD);
      await judged(phone);
      await dialog.getByRole('button', { name: '外す' }).click();
      await page.getByText('を外しました。').waitFor();
      expect(phone.troubles).toEqual([]);
      await phone.close();
    },
    2 * MINUTE,
  );

  it(
    'signs in with the account of the prefecture, once it is linked',
    async () => {
      const { loginId } = await clerk(system.database.db);
      const url = system.url.replace('127.0.0.1', 'localhost');
      const desk = await visitor(browser, { url, viewport: DESK, alsoReached: provider.issuer });
      const { page } = desk;
      provider.forgery = { claims: { sub: 'aga-mai' } };
      await page.goto('/');
      await page.getByRole('button', { name: '広島県のアカウントでサインイン' }).click();
      await page.getByText('まだ結び付けられていません').waitFor();
      await judged(desk);
      await look(desk, 'identity-unknown');
      await desk.signIn(loginId);
      await openMenu(page);
      await page.getByRole('link', { name: /（アカウント）$/ }).click();
      await page.getByRole('button', { name: '県のアカウントを結び付ける' }).click();
      const form = page.getByRole('form', { name: '県のアカウントを結び付ける' });
      await form.getByLabel(/^今のパスワード/).fill(PASSWORD);
      await form.getByRole('button', { name: '県のアカウントを結び付ける' }).click();
      await page.getByText('県のアカウントを結び付けました。').waitFor();
      await judged(desk);
      await look(desk, 'identity-linked');
      await openMenu(page);
      await page.getByRole('button', { name: 'サインアウト', exact: true }).click();
      await page.getByRole('button', { name: '広島県のアカウントでサインイン' }).click();
      await openMenu(page);
      await page.getByRole('link', { name: /（アカウント）$/ }).click();
      await page.getByRole('button', { name: '県のアカウントの結び付けを外す' }).click();
      await page
        .getByRole('form', { name: /外す$/ })
        .getByLabel(/^今のパスワード/)
        .fill(PASSWORD);
      await page.getByRole('form', { name: /外す$/ }).getByRole('button', { name: /外す$/ }).click();
      await page.getByText('結び付けを外しました。').waitFor();
      // Somebody who is invited comes in without a password.
      await openMenu(page);
      await page.getByRole('button', { name: 'サインアウト', exact: true }).click();
      const { token } = await new InvitationService(system.database.db, new Clock()).invite(
        await hub(system.database.db),
        { role: 'MUNICIPALITY_STAFF', municipalityId: KURE, duties: ['REQUESTER'], forName: '広 さき' },
      );
      provider.forgery = { claims: { sub: 'hiro-saki' } };
      await page.goto(`/invitation#${token}`);
      await page.getByLabel(/^ログインID/).fill('hiro-saki-oidc');
      await page.getByLabel(/^氏名[^（]/).fill('広 さき');
      await page.getByLabel(/^氏名（ローマ字）/).fill('Saki Hiro');
      await judged(desk);
      await look(desk, 'identity-join');
      await page.getByRole('button', { name: '県のアカウントの確認へ進む' }).click();
      await page.getByRole('button', { name: /広 さき\s*（アカウントと設定）$/ }).waitFor();
      const atProvider = `foreign request: ${provider.issuer}/authorize`;
      expect(desk.troubles.filter((trouble) => !trouble.startsWith(atProvider))).toEqual([]);
      await desk.close();
    },
    2 * MINUTE,
  );
});
