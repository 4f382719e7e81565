import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Clock } from '@banso/kernel';
import { SupportRequestIntakeService } from '@banso/support';
import { clerk, hub } from '../people.js';
import { requestInput } from '../requests.js';
import { PHONE } from './browser.js';
import { MINUTE, Stage } from './stage.js';

describe(`two people at one record, queue on ${process.env['BANSO_TEST_QUEUE'] ?? 'postgres'}`, () => {
  const stage = Stage.forSpecs();

  it(
    'the second reads what the first has changed and loses nothing; afterwards all of it can be read',
    async () => {
      const { db } = stage.system.database;
      const [her, him, staff] = [await clerk(db), await clerk(db), await hub(db)];
      const intake = new SupportRequestIntakeService(db, new Clock());
      const { id } = await intake.draft(her, requestInput());
      const [she, he] = await Promise.all(
        [her, him].map(async ({ loginId }) => {
          const one = await stage.visitor();
          await one.signIn(loginId);
          await one.page.goto(`/requests/${id}/edit`);
          await one.page.getByText('そのほか（このままでも送れます）').click();
          await one.page.getByLabel(/^件名/).waitFor();
          return one;
        }),
      );
      if (!she || !he) throw new Error('Two visitors were opened');

      await she.page.getByLabel(/^件名/).fill('窓口の順番を分かりやすくしたい');
      await she.page.getByText(/下書きを保存しました/).waitFor();

      await he.page.getByLabel(/^担当部署/).fill('企画課');
      await he.page.getByText(`${her.name} さんが同じ内容を変えました`, { exact: false }).waitFor();
      const newer = he.page.getByRole('table', { name: /^ほかの人が変えたところ/ });
      expect(await newer.getByRole('row').allInnerTexts()).toEqual([
        expect.stringContaining('項目'),
        expect.stringMatching(/件名\s+窓口の待ち時間を減らしたい\s+窓口の順番を分かりやすくしたい/),
      ]);
      expect(await he.page.getByLabel(/^担当部署/).inputValue()).toBe('企画課');
      expect(await he.axe()).toEqual([]);
      await he.page.getByLabel(/^件名/).fill('窓口の順番を分かりやすくしたい（2階も）');
      await he.page.getByRole('button', { name: '自分の内容で保存する' }).click();
      await he.page.getByText(/下書きを保存しました/).waitFor();
      expect(await newer.count()).toBe(0);

      await he.page.goto(`/requests/${id}`);
      await he.page.getByRole('link', { name: '変更と閲覧の記録をすべて見る' }).click();
      await he.page.getByText('支援依頼を変更').first().waitFor();
      expect(await he.axe()).toEqual([]);

      await intake.submit(her, id);
      const desk = await stage.visitor(PHONE);
      await desk.signIn(staff.loginId);
      await desk.page.goto(`/requests/${id}`);
      await desk.page.getByRole('link', { name: '変更と閲覧の記録をすべて見る' }).click();
      await desk.page.getByText('受付待ち').first().waitFor();
      expect(await desk.axe()).toEqual([]);
      const wide = await desk.page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(wide).toBe(0);
      const [download] = await Promise.all([
        desk.page.waitForEvent('download'),
        desk.page.getByRole('button', { name: 'CSV ファイルで保存する' }).click(),
      ]);
      const text = readFileSync(await download.path(), 'utf8');
      expect(text).toContain('AWAITING_INTAKE');
      expect(text).not.toContain('窓口の待ち時間');

      await desk.page.goto(`/requests/${id}`);
      await desk.page.getByRole('link', { name: '外部に見せる依頼書を作る' }).click();
      await desk.page.getByRole('button', { name: 'この内容で作る' }).click();
      await desk.page.getByText('県内の市', { exact: true }).waitFor();
      expect(await desk.page.getByText('企画課').count()).toBe(0);
      expect(await desk.axe()).toEqual([]);
      expect([...she.troubles, ...he.troubles, ...desk.troubles]).toEqual([]);
    },
    2 * MINUTE,
  );
});
