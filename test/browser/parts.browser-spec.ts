import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hub } from '../people.js';
import { PHONE, type Visitor } from './browser.js';
import { MINUTE, Stage } from './stage.js';

const GLYPHS = '髙﨑德瀨邉𠮷①㈱Ⅲ㋿';

/** The words of what has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(
    `(() => { const on = document.activeElement; return on.getAttribute('aria-label') ?? on.textContent ?? ''; })()`,
  );

/** How many of the letters look like the box that stands for a missing one, drawn as the page draws its words. */
const boxes = (page: Page, family: string): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const draw = (letter) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 40;
      const pen = canvas.getContext('2d', { willReadFrequently: true });
      pen.font = '32px ' + ${JSON.stringify(family)};
      pen.fillText(letter, 2, 32);
      return pen.getImageData(0, 0, 40, 40).data.join();
    };
    const missing = [draw('\\u{10FFFD}'), draw('\\u{2FFFD}'), draw(' ')];
    return Array.from(${JSON.stringify(GLYPHS)}).filter((letter) => missing.includes(draw(letter)));
  })()`);

describe('the parts of the screens', () => {
  const stage = Stage.forSpecs();
  let loginId = '';

  beforeAll(async () => {
    ({ loginId } = await hub(stage.system.database.db));
  });

  async function visit(viewport?: { width: number; height: number }): Promise<Visitor> {
    const someone = await stage.visitor(viewport);
    await someone.signIn(loginId);
    await someone.page.goto('/parts');
    await someone.page.getByRole('heading', { level: 1, name: '画面の部品' }).waitFor();
    await someone.page.getByRole('combobox', { name: '市町村' }).waitFor();
    await someone.page.getByRole('button', { name: '操作', exact: true }).focus();
    return someone;
  }

  it(
    'hold at all widths, in every state, with all that opens',
    async () => {
      const person = await visit();
      const { page } = person;
      const sound = async () => expect(await person.faultsAtAllWidths()).toEqual([]);
      const alsoSound = async () => expect(await person.faults()).toEqual([]);
      await sound();
      await page.getByRole('button', { name: '詰めて表示' }).click();
      await alsoSound();
      await page.getByRole('button', { name: '誤りを見る' }).click();
      await sound();

      await page.getByRole('button', { name: '操作', exact: true }).click();
      await page.getByRole('menuitem', { name: '固定' }).waitFor();
      await alsoSound();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '「待ち日数」とは' }).click();
      await page.getByText('はじめての連絡までの日数です').waitFor();
      await alsoSound();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'カレンダーから選ぶ' }).click();
      await page.getByRole('grid').waitFor();
      await alsoSound();
      await page.keyboard.press('Escape');
      await page.getByRole('combobox', { name: '市町村' }).focus();
      await page.keyboard.press('ArrowDown');
      await page.locator('[role=option]').first().waitFor();
      await alsoSound();
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: '操作', exact: true }).click();
      await page.getByRole('menuitem', { name: '移動…' }).click();
      await page.getByRole('combobox', { name: '移動先' }).waitFor();
      await sound();
      await page.getByRole('button', { name: 'ほかの操作' }).click();
      await page.getByRole('menuitem').first().waitFor();
      await alsoSound();
      expect(person.troubles).toEqual([]);
      await person.close();
    },
    2 * MINUTE,
  );

  it(
    'are used with the keyboard, and focus comes back',
    async () => {
      const person = await visit();
      const { page } = person;
      await page.keyboard.press('ArrowDown');
      await page.locator('[role=menuitem]:focus', { hasText: '移動…' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByText('固定しました').waitFor();
      expect(await focused(page)).toBe('操作');
      await page.keyboard.press('Enter');
      await page.getByRole('menu').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('操作');

      // What opens in a dialog closes before the dialog does, and the dialog gives focus back.
      await page.keyboard.press('Enter');
      await page.locator('[role=menuitem]:focus', { hasText: '移動…' }).waitFor();
      await page.keyboard.press('Enter');
      const box = page.getByRole('combobox', { name: '移動先' });
      await box.focus();
      await page.keyboard.press('ArrowDown');
      await page.locator('[role=option]').first().waitFor();
      await page.keyboard.press('Escape');
      await page.locator('[role=option]').first().waitFor({ state: 'detached' });
      expect(await box.isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      await box.waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('操作');

      const town = page.getByRole('combobox', { name: '市町村' });
      await town.focus();
      for (const [typed, found] of [
        ['ｱｿ', '阿蘇市'],
        ['イツキ', '五木村'],
        ['高森', '髙森町'],
        ['茅ケ崎', '茅ヶ崎市'],
      ] as const) {
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.insertText(typed);
        await page.locator('[role=option]', { hasText: found }).waitFor();
        await page.locator('[role=option]').nth(1).waitFor({ state: 'detached' });
      }
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await town.inputValue()).toBe('茅ヶ崎市');
      expect(person.troubles).toEqual([]);
      await person.close();
    },
    MINUTE,
  );

  it(
    'read a day as it is typed, say its weekday and holiday, and keep what is none',
    async () => {
      const person = await visit();
      const { page } = person;
      const day = page.getByLabel(/^希望日/);
      await day.fill('Ｒ９．１．１');
      await page.getByText('令和9年1月1日（金）').waitFor();
      await page.getByText('元日', { exact: true }).waitFor();
      await day.fill('2026-12-01');
      await page.getByText('令和8年12月1日（火）').waitFor();
      await day.fill('12月32日');
      await page.keyboard.press('Enter');
      await page.getByText('「12月32日」は日付として読み取れません').waitFor();
      expect(await day.inputValue()).toBe('12月32日');
      expect(await page.getByText('回送りました').count()).toBe(0);
      expect(await person.faults()).toEqual([]);
      await day.fill('令和8年12月1日');
      await page.keyboard.press('Enter');
      await page.getByText('1回送りました（2026-12-01）').waitFor();

      await page.getByRole('button', { name: 'カレンダーから選ぶ' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('grid').waitFor();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.getByText('令和8年12月2日（水）').waitFor();
      expect(await focused(page)).toBe('カレンダーから選ぶ');
      expect(person.troubles).toEqual([]);
      await person.close();
    },
    MINUTE,
  );

  it(
    'say everything without colours of their own, at twice the size and with more space between letters',
    async () => {
      const person = await visit();
      const { page } = person;
      await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
      for (const word of ['下書き', '返信待ち', '調整中', '完了', '見送り', '済み', '今ここ', 'これから'])
        expect(await page.getByText(word, { exact: true }).first().isVisible()).toBe(true);
      // A filled bar and the line at its limit have to differ from the ground.
      const [bar, ground] = await page.evaluate<[string, string]>(`(() => {
        const gauge = document.querySelector('svg[viewBox="0 0 100 8"]');
        return [getComputedStyle(gauge).color, getComputedStyle(document.body).backgroundColor];
      })()`);
      expect(bar).not.toBe(ground);
      expect(await person.faults()).toEqual([]);
      await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });

      await page.evaluate(`(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
        document.adoptedStyleSheets = [sheet];
      })()`);
      expect(await person.faults()).toEqual([]);
      await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
      await page.setViewportSize({ width: 640, height: 900 });
      expect(await person.faults()).toEqual([]);
      expect(person.troubles).toEqual([]);
      await person.close();
    },
    MINUTE,
  );

  it(
    'have the letters of names, installed or from their own slices',
    async () => {
      const person = await visit(PHONE);
      const { page } = person;
      await page.evaluate('document.fonts.ready');
      const family = await page.evaluate<string>('getComputedStyle(document.body).fontFamily');
      expect(await boxes(page, family)).toEqual([]);

      // As where nothing is installed: the slices that the letters lie in, by themselves.
      const unsliced = await page.evaluate<string[]>(`(async () => {
        const sheets = Array.from(document.styleSheets).filter((sheet) => /fonts/.test(sheet.href ?? ''));
        const rules = sheets.flatMap((sheet) => Array.from(sheet.cssRules));
        const has = (range, code) => range.split(',').some((part) => {
          const [from, to = from] = part.trim().slice(2).split('-').map((hex) => parseInt(hex, 16));
          return from <= code && code <= to;
        });
        const without = [];
        for (const letter of ${JSON.stringify(GLYPHS)}) {
          const fit = rules.filter((rule) => has(rule.style.getPropertyValue('unicode-range'), letter.codePointAt(0)));
          if (fit.length < 2) without.push(letter);
          for (const { style } of fit) {
            const url = /url\\("?([^")]+)"?\\)/.exec(style.getPropertyValue('src'))[1];
            const face = new FontFace('Sliced', 'url(' + new URL(url, location.origin).pathname + ')', {
              weight: style.getPropertyValue('font-weight'),
              unicodeRange: style.getPropertyValue('unicode-range'),
            });
            document.fonts.add(await face.load());
          }
        }
        return without;
      })()`);
      // The slices have no Roman numerals; every system has, and its font comes after ours.
      expect(unsliced).toEqual(['Ⅲ']);
      expect(await boxes(page, 'Sliced')).toEqual([]);
      expect(person.troubles).toEqual([]);
      await person.close();
    },
    MINUTE,
  );
});
