import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { addDays, fiscalYearOf, type HubStaff, instantAt, type MunicipalityStaff } from '@banso/kernel';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import { givenVisit } from '../../libs/settlement/test/given-visit.js';
import { clerk, expert, hub, KURE, MIHARA } from '../people.js';
import { today } from '../requests.js';
import { DESK, type Visitor } from './browser.js';
import { MINUTE, Stage } from './stage.js';

/** So many that they do not fit on one sheet. */
const REQUESTS = 60;

describe('what a year came to', () => {
  const stage = Stage.forSpecs();
  let staff: HubStaff & { loginId: string };
  let kure: MunicipalityStaff & { loginId: string };
  /** Wherever in the year the test is run, its visits lie in one and the same. */
  const lastOn = addDays(today(), -3);
  const year = fiscalYearOf(lastOn);
  const firstOn = addDays(lastOn, -30) < `${year}-04-01` ? `${year}-04-01` : addDays(lastOn, -30);

  beforeAll(async () => {
    const { db } = stage.system.database;
    staff = await hub(db);
    kure = await clerk(db);
    const she = await expert(db, staff, {});
    const of = { prefectureId: '34', specialistId: she.specialistId };
    await givenVisit(db, { ...of, municipalityId: KURE, date: lastOn });
    await givenVisit(db, { ...of, municipalityId: MIHARA, date: firstOn, mode: 'ONLINE' });
    await db.system('34', async (tx) => {
      for (let n = 0; n < REQUESTS; n++)
        await tx.query(
          `INSERT INTO support_request (id, prefecture_id, municipality_id, number, status, title, trouble, urgency, mode,
             visits, visit_minutes, min_gap_days, wished, only_wished, entrust_selection, contact_section, created_at,
             submitted_at, updated_at)
           VALUES ($1, '34', $2, $3, 'IN_TRIAGE', $4, 'x', 'NORMAL', 'ON_SITE', 1, 60, 0, '[]', false, true, 'x', $5, $5, $5)`,
          [randomUUID(), KURE, `R0-${1000 + n}`, `依頼その${n}`, instantAt(firstOn, n)],
        );
    });
  }, 2 * MINUTE);

  const signedIn = async ({ loginId }: { loginId: string }, viewport = DESK): Promise<Visitor> => {
    const one = await stage.visitor(viewport);
    await one.signIn(loginId);
    return one;
  };

  /** Opens it and lets everything arrive: each panel comes by itself. */
  const open = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${path}?year=${year}`);
    await page.waitForLoadState('networkidle');
  };

  const printed = async (page: Page) => {
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
    const document = await getDocumentProxy(new Uint8Array(pdf));
    const { text } = await extractText(document, { mergePages: false });
    const sheet = await document.getPage(1);
    const [, , width = 0, height = 0] = sheet.view;
    return { pages: text, marked: (await document.getMarkInfo())?.Marked ?? false, width, height };
  };

  it(
    'J12 leads a manager from the number to its rows, into a spreadsheet and onto paper, with equal totals',
    async () => {
      const desk = await signedIn(staff);
      const { page } = desk;
      await open(page, '/overview');
      const number = page.getByRole('link', { name: '1 / 23市町村', exact: true });
      await number.waitFor();
      await page.getByRole('button', { name: /全市町村訪問/ }).click();
      await page.getByText('オンラインだけの市町村は別に数えます', { exact: false }).last().waitFor();
      expect(await desk.faultsAtAllWidths()).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await desk.faultsAtAllWidths()).toEqual([]);

      await number.click();
      await page.getByRole('heading', { name: /^市町村の訪問状況/ }).waitFor();
      await page.getByText('計 1件').waitFor();
      expect(await page.getByRole('row').count()).toBe(2);
      await page.getByRole('link', { name: 'すべて', exact: true }).click();
      await page.getByText('計 23件').waitFor();
      expect(await page.getByRole('rowheader').first().textContent()).not.toBe('呉市');
      expect(await desk.faultsAtAllWidths()).toEqual([]);
      // From the count of a town to its visits.
      await page.getByRole('row', { name: /呉市/ }).getByRole('link', { name: '1回' }).click();
      await page.getByText('実施した訪問').waitFor();
      await page.getByText('全1件').or(page.getByText(/1件/)).first().waitFor();

      await open(page, '/overview/waits');
      await page.getByText(`計 ${REQUESTS}件`).waitFor();
      expect(await desk.faultsAtAllWidths()).toEqual([]);
      await page.getByRole('button', { name: 'Excel・CSVで書き出す' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /Excel/ }).last().click(),
      ]);
      const [head, ...rows] = await readSheet(readFileSync(await download.path()));
      expect(rows).toHaveLength(REQUESTS);
      expect(rows[0]?.[head?.indexOf('件名') ?? -1]).toBe(`依頼その${REQUESTS - 1}`);

      const paper = await printed(page);
      expect(paper.marked).toBe(true);
      expect(paper.width).toBeGreaterThan(paper.height);
      expect(paper.pages.length).toBeGreaterThan(1);
      const flat = paper.pages.map((text) => text.normalize('NFKC').replace(/\s/g, ''));
      // The head row stands on each sheet, every row is there once, and so is the sum.
      const withRows = flat.filter((text) => text.includes('依頼その'));
      expect(withRows.every((text) => text.includes('受付日') && text.includes('最初の訪問'))).toBe(true);
      expect(flat.join('').match(/依頼その\d+/g)).toHaveLength(REQUESTS);
      expect(flat.join('')).toContain(`計${REQUESTS}件`);
      expect(desk.troubles).toEqual([]);
      await desk.close();
    },
    2 * MINUTE,
  );

  it(
    'every list, the page for the assembly, the targets with their form, and what a town sees',
    async () => {
      const desk = await signedIn(staff);
      const { page } = desk;
      for (const path of ['days', 'tax', 'steps', 'repeats', 'ratings', 'report']) {
        await open(page, `/overview/${path}`);
        expect([path, await desk.faultsAtAllWidths()]).toEqual([path, []]);
      }
      const paper = await printed(page);
      expect([paper.pages.length, paper.marked]).toEqual([1, true]);
      expect(paper.pages.join('').normalize('NFKC').replace(/\s/g, '')).toContain('1/23市町村');

      await open(page, '/overview/targets');
      expect(await desk.faultsAtAllWidths()).toEqual([]);
      await page.getByRole('button', { name: '目標を入力する' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '保存する' }).click();
      await dialog.getByRole('heading', { name: '入力内容を確かめてください' }).waitFor();
      expect(await desk.faultsAtAllWidths()).toEqual([]);
      await dialog.getByRole('spinbutton', { name: /^目標/ }).fill('18');
      await dialog.getByLabel(/^根拠/).fill('育成方針');
      await dialog.getByRole('button', { name: '保存する' }).click();
      await page.getByText('目標を保存しました。').waitFor();
      await page
        .getByRole('row', { name: /高度専門人材/ })
        .getByText('18人')
        .first()
        .waitFor();
      expect(await desk.faultsAtAllWidths()).toEqual([]);

      const town = await signedIn(kure);
      await open(town.page, '/overview');
      await town.page.getByRole('cell', { name: '1回' }).first().waitFor();
      expect(await town.faultsAtAllWidths()).toEqual([]);
      expect(await town.page.getByText('三原市').count()).toBe(0);
      for (const one of [desk, town]) expect(one.troubles).toEqual([]);
    },
    2 * MINUTE,
  );
});
