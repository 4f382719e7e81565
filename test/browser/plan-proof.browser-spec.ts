import { addDays, FixedClock } from '@banso/kernel';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Calendar, THEME } from '../../libs/dispatch/test/given-calendar.js';
import { clerk, expert, hub, KURE, MATSUYAMA } from '../people.js';
import { today } from '../requests.js';
import { PHONE } from './browser.js';
import { MINUTE, Stage } from './stage.js';

const REQUESTS = 12;
/** More steps than anybody waits for. */
const ENDLESS = 5_000_000;
/** Looks at a running plan, a tenth of a second apart. */
const LOOKS = 25;

describe(`what is proven of a plan, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();

  it.each([
    [
      'ja',
      '34',
      /これより良い案はないことが証明されています。|これ以上ない最善の案との差は多くても\d+\.\d%です。/,
      'どんな案でもこれ以上は減らせない点',
    ],
    [
      'en',
      '38',
      /proven that no plan can be better\.|no plan can be more than \d+\.\d % better than this one\./,
      'No plan can have fewer than',
    ],
  ])(
    'is told on a phone in plain words, and nothing jumps while it is found out: %s',
    async (language, prefecture, words, least) => {
      const { db } = stage.system.database;
      const staff = await hub(db, prefecture);
      const town = await clerk(db, prefecture === '34' ? KURE : MATSUYAMA);
      for (let i = 0; i < 3; i += 1) await expert(db, staff, { themes: [THEME] });
      const calendar = new Calendar(db, new FixedClock(new Date()));
      for (let i = 0; i < REQUESTS; i += 1) await calendar.request(town, staff, { visits: 3 });
      const period = { from: addDays(today(), 1), to: addDays(today(), 70) };
      const run = await calendar.runs.request(staff, { ...period, iterations: ENDLESS });
      const phone = await stage.visitor(PHONE);
      await phone.signIn(staff.loginId);
      const { page } = phone;

      await page.evaluate(`localStorage.setItem('banso.language', '${language}')`);
      await page.goto(`/plans/${run.id}`);
      const gap = page.locator('[aria-labelledby=progress] dd').nth(4);
      await gap.waitFor();
      const heights = new Set<number>();
      for (let look = 0; look < LOOKS; look += 1) {
        heights.add((await gap.boundingBox())?.height ?? 0);
        await page.waitForTimeout(100);
      }
      expect(heights.size).toBe(1);
      await calendar.runs.stop(staff, run.id);
      const score = page.locator('[aria-labelledby=score]');
      await score.waitFor({ timeout: MINUTE });
      expect(await score.innerText()).toMatch(words);
      await score.getByRole('columnheader', { name: least }).waitFor();
      expect(await phone.axe()).toEqual([]);
      expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.width);
      expect(phone.troubles).toEqual([]);
      await phone.close();
    },
    2 * MINUTE,
  );
});

const widthOf = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth');
