import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Caller, type RunningApi, startApi } from '../../../../test/api.js';
import { clerk, PASSWORD } from '../../../../test/people.js';

const INFO = '{ serverInfo { demo } }';
const OUT = 'mutation { signOut }';
const JSON_TYPE = { 'content-type': 'application/json' };

describe('the door', () => {
  let api: RunningApi;
  let guarded: RunningApi;
  let town: Caller;

  beforeAll(async () => {
    api = await startApi();
    guarded = await startApi({
      BANSO_SECURE_COOKIES: 'on',
      BANSO_ALLOWED_HOSTS: 'banso.example.lg.jp',
      BANSO_RATE_ADDRESS: '300',
      BANSO_RATE_ACCOUNT: '300',
    });
    town = await api.as(await clerk(api.database.db));
  }, 60_000);
  afterAll(() => Promise.all([api.close(), guarded.close()]));

  /** By hand: fetch sets some of these headers itself. */
  const send = (
    { url }: RunningApi,
    {
      method = 'POST',
      path = '/graphql',
      headers = {},
      body = '',
    }: Partial<Record<'method' | 'path', string>> & {
      headers?: Record<string, string>;
      body?: string | Buffer;
    },
  ) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
      const length = { 'content-length': String(Buffer.byteLength(body)) };
      const asked = httpRequest(
        `${url}${path}`,
        { method, headers: { 'accept-language': 'en', ...length, ...headers } },
        (answer) => {
          let text = '';
          answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  const reasonOf = (text: string): string => JSON.parse(text).errors[0].extensions.reason;

  it.each<[string, Record<string, string>]>([
    ['a foreign origin', { ...JSON_TYPE, origin: 'https://evil.example' }],
    ['a foreign page without an origin', { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a file', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a plain text', { 'content-type': 'text/plain' }],
  ])('refuses a change from %s, and the session lives on', async (_, headers) => {
    const body = JSON.stringify({ query: OUT });
    for (const path of ['/graphql', '/nowhere']) {
      const answer = await send(api, { path, headers: { cookie: town.cookie ?? '', ...headers }, body });
      expect([answer.status, reasonOf(answer.text)]).toEqual([403, 'origin.foreign']);
      expect(answer.text).toContain('Nothing was run');
    }
    expect(await town.ask('{ viewer { role } }')).toEqual({ viewer: { role: 'MUNICIPALITY_STAFF' } });
  });

  it('takes JSON in UTF-8 by POST and nothing else', async () => {
    const ask = (headers: Record<string, string>, body: string | Buffer) => send(api, { headers, body });
    const text = JSON.stringify({ query: INFO });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect((await ask({ 'content-type': type }, text)).status).toBe(415);
    expect((await ask({ 'content-type': 'application/json; charset=utf-16le' }, text)).status).toBe(415);
    expect((await ask({ ...JSON_TYPE, 'content-encoding': 'gzip' }, text)).status).toBe(415);
    expect((await ask(JSON_TYPE, Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))).status).toBe(400);
    expect((await ask(JSON_TYPE, Buffer.from(text, 'utf16le'))).status).toBe(400);
    expect((await ask(JSON_TYPE, '{"__proto__": {"query": "x"}}')).status).toBe(400);
    expect((await ask({ 'content-type': 'application/json; charset=UTF-8' }, text)).status).toBe(200);
    const batch = await ask(JSON_TYPE, `[${text},${text}]`);
    expect([batch.status, reasonOf(batch.text)]).toEqual([400, 'document.batch']);
    for (const method of ['GET', 'PUT', 'DELETE', 'HEAD'])
      expect(
        (await send(api, { method, path: `/graphql?query=${encodeURIComponent(INFO)}` })).status,
      ).not.toBe(200);
  });

  it('says the limit of whatever there is too much of', async () => {
    const refused = async (query: string) => {
      const { errors } = await api.anonymous('en').send(query);
      const { reason, facts } = errors[0]?.extensions ?? {};
      expect(errors[0]?.message).toContain(facts.limit.toString());
      return reason;
    };
    const many = (n: number, text: (i: number) => string) =>
      Array.from({ length: n }, (_, i) => text(i)).join(' ');
    expect(await refused(`{ ${many(2_500, () => 'serverInfo')} }`)).toBe('document.too-long');
    expect(await refused(`{ ${many(16, (i) => `a${i}: serverInfo { demo }`)} }`)).toBe(
      'document.too-many-aliases',
    );
    expect(await refused(`{ ${many(11, () => 'serverInfo { demo }')} }`)).toBe('document.too-many-roots');
    expect(await refused(`{ serverInfo { ${many(11, () => 'demo @skip(if: false)')} } }`)).toBe(
      'document.too-many-directives',
    );
  });

  it('answers to its own names only', async () => {
    const at = (which: RunningApi, host: string, path = '/') =>
      send(which, { method: 'GET', path, headers: { host } });
    expect((await at(api, 'evil.example')).status).toBe(421);
    expect((await at(api, 'evil.example')).text).toContain('BANSO_ALLOWED_HOSTS');
    for (const host of ['server1', '192.168.1.5:3000', 'localhost'])
      expect((await at(api, host)).status).not.toBe(421);
    for (const host of ['a b', 'x/y', '[', 'a@b']) expect((await at(api, host)).status).toBe(400);
    expect((await at(guarded, 'banso.example.lg.jp')).status).not.toBe(421);
    expect((await at(guarded, 'server1')).status).toBe(421);
    expect((await at(guarded, 'server1', '/healthz')).status).toBe(200);
  });

  it('puts its headers on every answer', async () => {
    const answers = [
      await send(guarded, { method: 'GET', path: '/healthz' }),
      await send(guarded, { method: 'GET', path: '/nowhere.txt' }),
      await send(guarded, { method: 'GET', path: '//' }),
      await send(guarded, { headers: JSON_TYPE, body: JSON.stringify({ query: INFO }) }),
      await send(guarded, { headers: JSON_TYPE, body: '{' }),
      await send(guarded, { method: 'GET', headers: { host: 'evil.example' } }),
    ];
    for (const { headers, status } of answers) {
      expect(status).toBeLessThan(500);
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringContaining(`default-src 'none'`),
        'strict-transport-security': expect.stringContaining('max-age='),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'cache-control': 'no-store',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
    }
    expect((await send(api, { method: 'GET', path: '/healthz' })).headers).not.toHaveProperty(
      'strict-transport-security',
    );
    const { port } = new URL(guarded.url);
    const noise = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(noise).toMatch(/^HTTP\/1.1 400 [^]*content-security-policy/);
  });

  const SIGN_IN = 'mutation($l: String!, $p: String!) { signIn(loginId: $l, password: $p) { name } }';
  const signIn = async (which: RunningApi, loginId: string, cookie = '') => {
    const body = JSON.stringify({ query: SIGN_IN, variables: { l: loginId, p: PASSWORD } });
    const { headers, text } = await send(which, { headers: { ...JSON_TYPE, cookie }, body });
    return { cookie: headers['set-cookie']?.[0] ?? '', text };
  };

  it('never goes on with a session that a browser brought along', async () => {
    const { loginId } = await clerk(api.database.db);
    const planted = await signIn(api, loginId, 'banso_session=planted');
    expect(planted.cookie).toMatch(/^banso_session=[\w-]{43};.*HttpOnly; SameSite=Lax$/);
    const old = planted.cookie.split(';')[0] ?? '';
    const fresh = await signIn(api, loginId, old);
    expect(fresh.cookie.split(';')[0]).not.toBe(old);
    const viewer = await send(api, {
      headers: { ...JSON_TYPE, cookie: old },
      body: JSON.stringify({ query: '{ viewer { role } }' }),
    });
    expect(JSON.parse(viewer.text)).toEqual({ data: { viewer: null } });
    const secure = await signIn(guarded, (await clerk(guarded.database.db)).loginId);
    expect(secure.cookie).toMatch(/^__Host-banso_session=.*Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
  });

  it('makes accounts and addresses wait when they ask too much, and says how long', async () => {
    const { loginId } = await clerk(guarded.database.db);
    const cookie = (await signIn(guarded, loginId)).cookie.split(';')[0] ?? '';
    const ask = (more: Record<string, string>) =>
      send(guarded, { headers: { ...JSON_TYPE, ...more }, body: JSON.stringify({ query: INFO }) });
    const flood = async (more: Record<string, string>) => {
      for (let i = 0; i < 700; i++) {
        const answer = await ask(more);
        if (answer.status !== 200) return answer;
      }
      throw new Error('Nothing stopped it');
    };
    const stranger = await flood({});
    expect([stranger.status, reasonOf(stranger.text)]).toEqual([429, 'rate.address']);
    expect(stranger.text).toContain('limit 300 points a minute');
    expect(Number(stranger.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask({ cookie })).status).toBe(200);
    expect((await signIn(guarded, loginId)).text).toContain('rate.address');
    const member = await flood({ cookie, 'accept-language': 'ja' });
    expect([member.status, reasonOf(member.text)]).toEqual([429, 'rate.account']);
    expect(member.text).toContain('1分あたり 300 点');
  });

  it('counts no reads when it cannot count, and lets nobody sign in', async () => {
    const { dataSource } = guarded.database;
    await dataSource.query('ALTER TABLE rate_budget RENAME TO elsewhere');
    const { loginId } = await clerk(guarded.database.db);
    const other = { 'x-forwarded-for': '198.51.100.1' };
    const read = await send(guarded, {
      headers: { ...JSON_TYPE, ...other },
      body: JSON.stringify({ query: INFO }),
    });
    expect([200, 429]).toContain(read.status);
    expect((await signIn(guarded, loginId)).cookie).toBe('');
    await dataSource.query('ALTER TABLE elsewhere RENAME TO rate_budget');
  });
});
