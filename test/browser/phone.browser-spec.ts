import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Calendar, THEME } from '../../libs/dispatch/test/given-calendar.js';
import { clerk, expert, hub } from '../people.js';
import { today, workingDayIn } from '../requests.js';
import { debuggerOf, type Visitor, visitor } from './browser.js';
import { MINUTE, Stage } from './stage.js';

const POCKET = { width: 375, height: 812 };
/** A line of a mobile net on the way, and a phone that is not new: 4 Mbit/s, 80 ms, a quarter of the speed. */
const SLOW = { offline: false, latency: 80, downloadThroughput: 500_000, uploadThroughput: 250_000 };
const SLOWER_BY = 4;

/** Said by the browser about a line that we cut ourselves. */
const OUR_OWN_CUT = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK_CHANGED/;

describe('the phone of a specialist', () => {
  const stage = Stage.forSpecs();
  let staff: HubStaff & { loginId: string };
  let kure: MunicipalityStaff & { loginId: string };
  let she: SpecialistUser & { loginId: string };
  let calendar: Calendar;
  let past: string;
  let next: string;
  let later: string;

  const sql = <Row>(query: string, values: unknown[]): Promise<Row[]> =>
    stage.system.database.dataSource.query(query, values);
  const onDay = (id: string, day: string) =>
    sql(
      `UPDATE visit SET starts_at = ($2 || 'T01:00:00Z')::timestamptz, ends_at = ($2 || 'T03:00:00Z')::timestamptz,
         busy_from = ($2 || 'T00:00:00Z')::timestamptz, travel_before_minutes = 60 WHERE id = $1`,
      [id, day],
    );
  const statusOf = async (id: string) =>
    (await sql<{ status: string }>('SELECT status FROM visit WHERE id = $1', [id]))[0]?.status;

  beforeAll(async () => {
    const { db } = stage.system.database;
    staff = await hub(db);
    kure = await clerk(db);
    she = await expert(db, staff, { themes: [THEME] });
    calendar = new Calendar(db, new FixedClock(new Date()));
    await calendar.request(kure, staff, { visits: 3, mode: 'ON_SITE' });
    const to = new Date(Date.now() + 70 * 86_400_000).toISOString().slice(0, 10);
    const visits = await calendar.publish(staff, { from: today(), to });
    [past = '', next = '', later = ''] = visits.map(({ id }) => id);
    await sql(
      `UPDATE visit SET starts_at = now() - interval '5 hours', ends_at = now() - interval '3 hours',
         busy_from = now() - interval '6 hours', status = 'CONFIRMED' WHERE id = $1`,
      [past],
    );
    await onDay(next, workingDayIn(3));
    await onDay(later, workingDayIn(5));
  }, 2 * MINUTE);

  const ownTroubles = ({ troubles }: Visitor) => troubles.filter((words) => !OUR_OWN_CUT.test(words));

  /** What the phone holds: rows, caches and workers. */
  const heldBy = ({ page }: Visitor): Promise<{ rows: number; caches: number; workers: number }> =>
    page.evaluate(`(async () => {
      const there = (await indexedDB.databases()).some(({ name }) => name === 'banso');
      const rows = !there ? 0 : await new Promise((resolve, reject) => {
        const opening = indexedDB.open('banso');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = async () => {
          const db = opening.result;
          let sum = 0;
          for (const name of db.objectStoreNames)
            sum += await new Promise((done) => {
              const counting = db.transaction(name).objectStore(name).count();
              counting.onsuccess = () => done(counting.result);
            });
          db.close();
          resolve(sum);
        };
      });
      return {
        rows,
        caches: (await caches.keys()).length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      };
    })()`);

  /** Whether the app and the pages of a visit are on the phone, and a worker answers for them. */
  const holds = ({ page }: Visitor, visitId: string): Promise<boolean> =>
    page.evaluate(`(async () => {
      if (!navigator.serviceWorker.controller || !(await caches.match('/'))) return false;
      if (!(await indexedDB.databases()).some(({ name }) => name === 'banso')) return false;
      const rows = await new Promise((resolve) => {
        const opening = indexedDB.open('banso');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('answers').objectStore('answers').getAllKeys();
          reading.onsuccess = () => { opening.result.close(); resolve(reading.result); };
        };
      });
      return rows.includes('VisitReportPage ${visitId}') && rows.includes('MySchedule');
    })()`);

  const kept = async (phone: Visitor, visitId: string): Promise<void> => {
    // Asked again and again: `waitForFunction` takes a promise for a yes.
    for (let left = 600; !(await holds(phone, visitId)); left--) {
      if (left === 0) throw new Error('The phone does not hold the app and its visits');
      await phone.page.waitForTimeout(100);
    }
  };

  it(
    'J9 opens, says yes, takes it back, goes dark, is read and written on, and sends once',
    async () => {
      const phone = await visitor(stage.browser, { url: stage.system.url, viewport: POCKET, touch: true });
      const { page } = phone;
      const session = await debuggerOf(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', SLOW);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_BY });
      await phone.signIn(she.loginId);

      // The next visit is the first thing on the screen, with the answers in sight.
      const card = page.getByRole('article', { name: '次の訪問' });
      await card.getByText(/呉市役所/).waitFor();
      const yes = card.getByRole('button', { name: '行けます', exact: true });
      const box = await yes.boundingBox();
      expect(box && box.y + box.height).toBeLessThan(POCKET.height);
      expect(box?.height).toBeGreaterThanOrEqual(44);
      await card.getByText(/出発の目安/).waitFor();
      expect(await phone.faults()).toEqual([]);
      await phone.openMenu();
      await page.getByRole('button', { name: 'サインアウト' }).waitFor();
      expect(await phone.faults()).toEqual([]);
      await page.keyboard.press('Escape');

      await yes.tap();
      await card.getByText('「行けます」と返信しました。').waitFor();
      expect(await statusOf(next)).toBe('CONFIRMED');
      expect(await phone.faults()).toEqual([]);
      await card.getByRole('button', { name: '元に戻す' }).tap();
      await yes.waitFor();
      expect(await statusOf(next)).toBe('PUBLISHED');
      await yes.tap();
      await card.getByText('「行けます」と返信しました。').waitFor();
      expect(await card.getByRole('link', { name: /^地図アプリで開く/ }).getAttribute('href')).toMatch(
        /^geo:3/,
      );

      await kept(phone, past);
      const cut = async (offline: boolean) => {
        await session.send('Network.emulateNetworkConditions', { ...SLOW, offline });
        await page.context().setOffline(offline);
      };
      await cut(true);
      await page.reload();
      await page.getByText('圏外です。').waitFor();
      await page.getByText(/\d{1,2}:\d{2}に保存した予定です。/).waitFor();
      await card.getByText(/呉市役所/).waitFor();
      expect(await phone.axe()).toEqual([]);
      // The worker has no line either: what is on the screen is on the phone.
      expect(await page.evaluate(`fetch('/assets/none.js').then(() => 'line', () => 'dark')`)).toBe('dark');

      // A yes in the tunnel, while the hub moves the visit.
      await page.getByRole('button', { name: /^行けます 呉市/ }).tap();
      await page.getByText('「行けます」を送信待ちです。つながったら送ります。').waitFor();
      await onDay(later, workingDayIn(8));

      // A report from the car.
      await page.getByRole('link', { name: /訪問報告を出す/ }).tap();
      await page.getByRole('checkbox', { name: '助言' }).check();
      await page.getByLabel('次の一手 1', { exact: true }).fill('配信の曜日を決める');
      await page.getByText(/この端末に保存しました/).waitFor();
      expect(await phone.faults()).toEqual([]);
      await page.reload();
      expect(await page.getByLabel('次の一手 1', { exact: true }).inputValue()).toBe('配信の曜日を決める');
      await page.getByRole('button', { name: '提出する' }).tap();
      await page.getByText('報告は送信待ちです').waitFor();
      await page.getByText('未送信 2件').waitFor();
      expect(await phone.faults()).toEqual([]);
      expect(await sql('SELECT id FROM visit_report WHERE visit_id = $1', [past])).toEqual([]);

      await cut(false);
      // A try that comes before the line is whole is made again after twenty seconds.
      await page.getByText('確かめてください（1件）').waitFor({ timeout: 60_000 });
      await page.getByText('未送信 1件').waitFor();
      const reports = await sql<{ status: string }>('SELECT status FROM visit_report WHERE visit_id = $1', [
        past,
      ]);
      expect(reports).toEqual([{ status: 'SUBMITTED' }]);
      const told = `SELECT count(*)::int AS n FROM visit_event WHERE visit_id = $1 AND to_status = 'REPORTED'`;
      expect(await sql(told, [past])).toEqual([{ n: 1 }]);

      // Both versions, and the person decides.
      await page.getByRole('link', { name: '未送信 1件' }).tap();
      await page.getByText('日時が変わりました', { exact: true }).waitFor();
      await page.getByText('あなたが押したとき').waitFor();
      expect(await statusOf(later)).toBe('PUBLISHED');
      expect(await phone.faults()).toEqual([]);
      await page.getByRole('button', { name: '新しい日時で行けます' }).tap();
      await page.getByText('未送信のものはありません。すべて送りました。').waitFor();
      expect(await statusOf(later)).toBe('CONFIRMED');

      // Nothing stays behind.
      expect((await heldBy(phone)).rows).toBeGreaterThan(0);
      await phone.openMenu();
      await page.getByRole('button', { name: 'サインアウト' }).tap();
      await page.getByLabel('ログインID').waitFor();
      expect(await heldBy(phone)).toEqual({ rows: 0, caches: 0, workers: 0 });
      expect(ownTroubles(phone)).toEqual([]);
      await phone.close();
    },
    4 * MINUTE,
  );

  it(
    'J9 keeps nothing for anybody else, and sends nothing as another person',
    async () => {
      const desk = await stage.visitor();
      await desk.signIn(kure.loginId);
      expect(await heldBy(desk)).toEqual({ rows: 0, caches: 0, workers: 0 });
      await desk.close();

      // The session is gone when the line comes back; the same phone is then signed in by a colleague.
      const colleague = await expert(stage.system.database.db, staff);
      const phone = await visitor(stage.browser, { url: stage.system.url, viewport: POCKET, touch: true });
      const { page } = phone;
      await sql(`UPDATE visit SET status = 'PUBLISHED' WHERE id = $1`, [later]);
      await phone.signIn(she.loginId);
      await kept(phone, next);
      const yes = page.getByRole('button', { name: /^行けます 呉市/ });
      await yes.waitFor();
      await page.context().setOffline(true);
      await yes.tap();
      await page.getByText('未送信 1件').waitFor();
      await page.context().clearCookies();
      await page.context().setOffline(false);
      await page.goto('/');
      await page.getByText('この端末に、未送信が1件あります。', { exact: false }).waitFor();
      expect(await statusOf(later)).toBe('PUBLISHED');
      expect(await phone.axe()).toEqual([]);
      await phone.signIn(colleague.loginId);
      await page.getByText('予定はありません', { exact: false }).waitFor();
      expect(await page.getByText('未送信').count()).toBe(0);
      expect(await statusOf(later)).toBe('PUBLISHED');
      expect(ownTroubles(phone)).toEqual([]);
      await phone.close();
    },
    3 * MINUTE,
  );

  it(
    'J10 subscribes; a visit that is called off stays the same event, at ten in Japan, one step further',
    async () => {
      const phone = await visitor(stage.browser, { url: stage.system.url, viewport: POCKET, touch: true });
      const { page } = phone;
      await phone.signIn(she.loginId);
      await page.getByRole('link', { name: 'その他' }).tap();
      await page.getByRole('heading', { name: 'その他' }).waitFor();
      expect(await phone.faults()).toEqual([]);
      await page.getByRole('link', { name: /^予定表アプリで購読する/ }).tap();
      await page.getByLabel(/^どの予定表か/).fill('スマホ');
      await page.getByRole('button', { name: '購読のアドレスを作る' }).tap();
      const address = (await page.getByTestId('feed-address').textContent()) ?? '';
      expect(await phone.faults()).toEqual([]);
      const eventOf = async () => {
        const text = await (await fetch(address)).text();
        const event = text.split('BEGIN:VEVENT').find((part) => part.includes(`UID:${next}@banso`)) ?? '';
        const value = (name: string) => new RegExp(`^${name}[:;](.*)\r$`, 'm').exec(event)?.[1] ?? '';
        return {
          starts: value('DTSTART'),
          sequence: Number(value('SEQUENCE')),
          status: value('STATUS'),
        };
      };
      const before = await eventOf();
      expect(before.starts).toMatch(/^TZID=Asia\/Tokyo:\d{8}T100000$/);
      expect(before.status).toBe('CONFIRMED');
      await calendar.visits.cancel(staff, next, { reason: '議会の日程変更', side: 'TOWN' });
      expect(await eventOf()).toEqual({ ...before, sequence: before.sequence + 1, status: 'CANCELLED' });
      expect(phone.troubles).toEqual([]);
      await phone.close();
    },
    2 * MINUTE,
  );

  it(
    'shows the days of the year and a sheet for the day, and what a report needs in one hand',
    async () => {
      const phone = await visitor(stage.browser, { url: stage.system.url, viewport: POCKET, touch: true });
      const { page } = phone;
      await phone.signIn(she.loginId);
      for (const [path, heading] of [
        ['/days', '日数'],
        ['/reports', '報告'],
        ['/availability', '空きの登録'],
        [`/visits/${later}/guide`, '訪問のしおり 呉市'],
        [`/visits/${past}/report`, '訪問報告　呉市'],
        ['/unsent', '未送信'],
      ] as const) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1, name: heading }).waitFor();
        await page.locator('#main:not(:has(.min-h-40[role="status"]))').waitFor();
        expect(await phone.faultsAtAllWidths()).toEqual([]);
      }
      expect(phone.troubles).toEqual([]);
      await phone.close();
    },
    2 * MINUTE,
  );
});
