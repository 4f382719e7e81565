import type { AddressInfo } from 'node:net';
import { addDays, FixedClock, type HubStaff, localDateOf } from '@banso/kernel';
import { readConfig } from '@banso/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { Calendar, THEME } from '../../../../libs/dispatch/test/given-calendar.js';
import { type Caller, type RunningApi, SECRET_KEY, startApi } from '../../../../test/api.js';
import { clerk, expert, hub, MIHARA } from '../../../../test/people.js';
import { today, workingDayIn } from '../../../../test/requests.js';
import { loginUrlOf } from '../../../../test/template.js';
import { createApp } from '../app.js';

const ISSUE =
  'mutation($name: String!) { issueCalendarFeed(name: $name) { path feed { id name lastUsedAt } } }';
const RENEW = 'mutation($id: ID!) { renewCalendarFeed(id: $id) { path } }';
const REVOKE = 'mutation($id: ID!) { revokeCalendarFeed(id: $id) { id } }';
const LIST = '{ calendarFeeds { id name issuedByName lastUsedAt } }';
const FILE = 'query($id: ID!) { visitCalendarFile(id: $id) { name text } }';
const CANCEL = 'mutation($id: ID!) { cancelVisit(id: $id, reason: "中止", side: TOWN) { status } }';
const SET = `mutation($input: DaysInput!) { setAvailableDays(input: $input) {
  applied hits { version halves { date half } visit { id } } } }`;
const GRID = `query($from: LocalDate!, $to: LocalDate!, $id: ID) { availability(from: $from, to: $to, specialistId: $id) {
  specialist { id weekly } days { date closedFor clash am { state reason } pm { state } visits { id } } } }`;
const TROUBLE = '登録者が増えない。';

interface Entry {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly at: Date;
}

/** By another library than the one that writes. */
function read(text: string): Entry[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (zone) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((one) => {
    const { uid, sequence, startDate } = new ICAL.Event(one);
    const status = String(one.getFirstPropertyValue('status'));
    return { uid, sequence, status, at: startDate.toJSDate() };
  });
}

describe('calendars that read along', () => {
  let api: RunningApi;
  let calendar: Calendar;
  let hiroshima: HubStaff;
  let she: Awaited<ReturnType<typeof expert>>;
  let staff: Caller;
  let specialist: Caller;
  let town: Caller;
  let otherTown: Caller;
  let ehime: Caller;

  beforeAll(async () => {
    api = await startApi();
    const { db } = api.database;
    calendar = new Calendar(db, new FixedClock(new Date()));
    hiroshima = await hub(db);
    she = await expert(db, hiroshima, { themes: [THEME] });
    staff = await api.as(hiroshima as HubStaff & { loginId: string });
    specialist = await api.as(she);
    const kure = await clerk(db);
    town = await api.as(kure);
    otherTown = await api.as(await clerk(db, MIHARA));
    ehime = await api.as(await expert(db, await hub(db, '38')));
    await calendar.request(kure, hiroshima, { visits: 1 });
    await calendar.publish(hiroshima, { from: addDays(today(), 1), to: addDays(today(), 30) });
  }, 60_000);
  beforeEach(() => api.database.dataSource.query('DELETE FROM calendar_feed'));
  afterAll(() => api.close());

  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${api.url}${path}`, { headers });
  const issue = async (caller: Caller, name = 'スマホ') =>
    (await caller.ask(ISSUE, { name }))['issueCalendarFeed'];

  it('J10 follow a visit that is moved and called off: the same event, one step further each time', async () => {
    const [visit] = await calendar.visitsOf(hiroshima);
    if (!visit) throw new Error('a visit is published');
    const mine = await issue(specialist);
    const ours = await issue(town, '情報政策課');
    const first = await get(mine.path);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(first.headers.get('set-cookie')).toBeNull();
    const text = await first.text();
    const [before] = read(text);
    expect(before).toEqual({
      uid: `${visit.id}@banso`,
      sequence: 0,
      status: 'TENTATIVE',
      at: visit.startsAt,
    });
    // Where and how, under which number; nobody's name, and no trouble.
    expect(text).toMatch(/SUMMARY:呉市（訪問）\r\n/);
    for (const secret of [she.name, TROUBLE, '広報LINE']) expect(text).not.toContain(secret);
    expect(text.replaceAll('\r\n ', '')).toContain('DESCRIPTION:R');
    const tag = first.headers.get('etag') ?? '';
    const again = await get(mine.path, { 'if-none-match': `"other", ${tag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    expect(read((await town.ask(FILE, { id: visit.id }))['visitCalendarFile'].text)).toEqual([before]);
    for (const stranger of [otherTown, ehime])
      expect(await stranger.refusal(FILE, { id: visit.id })).toMatchObject({ code: 'NOT_FOUND' });

    const on = localDateOf(visit.startsAt);
    const absence = { specialistId: she.specialistId, from: on, to: on };
    const { options } = await calendar.repairs.absenceOptions(hiroshima, absence);
    const stays = options.find(({ changes: [change] }) => change?.kind === 'MOVED');
    const wish = { ...absence, optionKey: stays?.key, reason: '急な病気' };
    await calendar.repairs.applyRepair(hiroshima, wish);
    const [moved] = read(await (await get(mine.path, { 'if-none-match': tag })).text());
    expect(moved).toMatchObject({ uid: before?.uid, sequence: 1, status: 'TENTATIVE' });
    expect(moved?.at).toEqual(stays?.changes[0]?.after?.startsAt);
    await staff.ask(CANCEL, { id: visit.id });
    const gone = { ...moved, sequence: 2, status: 'CANCELLED' };
    expect(read(await (await get(mine.path)).text())).toEqual([gone]);
    expect(read(await (await get(ours.path)).text())).toEqual([gone]);
  });

  it('are of their own person or town; their secret is kept by nobody', async () => {
    const { path, feed } = await issue(town, '情報政策課');
    const token = path.slice('/calendar/'.length, -'.ics'.length);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    await get(path);
    const { calendarFeeds } = await town.ask(LIST);
    expect(calendarFeeds).toMatchObject([
      { id: feed.id, name: '情報政策課', lastUsedAt: expect.any(String) },
    ]);
    for (const stranger of [otherTown, specialist, ehime]) {
      expect((await stranger.ask(LIST))['calendarFeeds']).toEqual([]);
      for (const change of [RENEW, REVOKE])
        expect(await stranger.refusal(change, { id: feed.id })).toMatchObject({ code: 'NOT_FOUND' });
    }
    for (const document of [LIST, ISSUE])
      expect(await staff.refusal(document, { name: 'x' })).toMatchObject({ code: 'FORBIDDEN' });
    const kept = await api.database.dataSource.query<{ n: number }[]>(
      `SELECT (SELECT count(*) FROM calendar_feed f WHERE f::text LIKE '%' || $1 || '%')
        + (SELECT count(*) FROM audit_entry e WHERE e::text LIKE '%' || $1 || '%' OR e::text LIKE '%' || f.token_hash || '%')
        + (SELECT count(*) FROM client_key k WHERE k::text LIKE '%' || $1 || '%') AS n FROM calendar_feed f`,
      [token],
    );
    expect(kept).toEqual([{ n: '0' }]);
  });

  it('end when they are taken back, renewed, or whoever made them leaves: nothing says which', async () => {
    const { path, feed } = await issue(specialist);
    const renewed = (await specialist.ask(RENEW, { id: feed.id }))['renewCalendarFeed'].path;
    const refusals = [
      await get(path),
      await get(`/calendar/${'x'.repeat(43)}.ics`),
      await get('/calendar/x'),
    ];
    expect((await get(renewed)).status).toBe(200);
    await specialist.ask(REVOKE, { id: feed.id });
    refusals.push(await get(renewed));
    expect(await specialist.refusal(REVOKE, { id: feed.id })).toMatchObject({ code: 'NOT_FOUND' });
    const other = await issue(specialist, '別のスマホ');
    const { dataSource } = api.database;
    const ended = (value: string) =>
      dataSource.query(`UPDATE membership SET ended_at = ${value} WHERE specialist_id = $1`, [
        she.specialistId,
      ]);
    await ended('now()');
    refusals.push(await get(other.path));
    await ended('NULL');
    const answers = await Promise.all(refusals.map(async (answer) => [answer.status, await answer.text()]));
    expect(new Set(answers.map(String)).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
    expect((await get(other.path)).status).toBe(200);
  });

  it('are ten at most, however many ask at once, each with a name', async () => {
    const wishes = await Promise.all(
      Array.from({ length: 12 }, (_, n) => specialist.send(ISSUE, { name: `${n}` })),
    );
    const refused = wishes.filter(({ errors }) => errors.length > 0);
    expect(refused.map(({ errors }) => errors[0]?.extensions['reason'])).toEqual(
      Array(2).fill('calendar-feed.too-many'),
    );
    expect((await specialist.ask(LIST))['calendarFeeds']).toHaveLength(10);
    expect(await town.refusal(ISSUE, { name: ' ' })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await town.refusal(ISSUE, { name: 'x'.repeat(41) })).toMatchObject({ code: 'BAD_INPUT' });
  });

  it('stay shut where the installation says so, and wait where somebody asks too much', async () => {
    const { path } = await issue(specialist);
    const app = await createApp(
      readConfig({
        NODE_ENV: 'test',
        DATABASE_URL: loginUrlOf(api.database.url),
        BANSO_SECRET_KEY: SECRET_KEY,
        BANSO_CALENDAR_FEEDS: 'off',
        BANSO_RATE_ADDRESS: '300',
      }),
    );
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    await api.database.dataSource.query('DELETE FROM rate_budget');
    const statuses: number[] = [];
    for (let i = 0; i < 80 && statuses.at(-1) !== 429; i++)
      statuses.push((await fetch(`http://127.0.0.1:${port}${path}`)).status);
    expect(statuses[0]).toBe(404);
    expect(statuses.at(-1)).toBe(429);
    await app.close();
  });

  it('show the days as the person set them; a town reads no reason', async () => {
    await calendar.clear();
    const days = [{ date: workingDayIn(20), am: false, pm: true }];
    const input = { specialistId: she.specialistId, days, reason: '通院' };
    expect((await specialist.ask(SET, { input }))['setAvailableDays']).toEqual({ applied: true, hits: [] });
    const on = days[0]?.date;
    const seen = async (caller: Caller) =>
      (await caller.ask(GRID, { from: on, to: on, id: she.specialistId }))['availability'][0].days[0];
    const state = (await seen(specialist)).am.state;
    expect(['DAY_OFF', 'CLOSED']).toContain(state);
    expect((await seen(town)).am).toEqual({ state, reason: null });
    expect(await ehime.refusal(GRID, { from: on, to: on, id: she.specialistId })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await town.refusal(SET, { input })).toMatchObject({ code: 'FORBIDDEN' });
    const all = await staff.ask(GRID, { from: on, to: on, id: null });
    expect(all['availability'].map((one: { specialist: { id: string } }) => one.specialist.id)).toContain(
      she.specialistId,
    );
    expect(await staff.refusal(GRID, { from: on, to: addDays(on ?? '', 62), id: null })).toMatchObject({
      code: 'BAD_INPUT',
    });
  });
});
