import { Readiness } from '@banso/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningApi, startApi } from '../../../../test/api.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let api: RunningApi;

beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(() => api.close());

const answerTo = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(api.url + path, { headers });

describe('the id of a request', () => {
  it('is the one that came with it, when it is an id', async () => {
    for (const id of ['0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0', '0b1c2d3e4f5061728394a5b6c7d8e9f0'])
      expect((await answerTo('/healthz', { 'x-request-id': id })).headers.get('x-request-id')).toBe(id);
  });

  it('is made anew where something else came, or nothing', async () => {
    for (const given of [
      'tanaka-taro',
      'a'.repeat(33),
      '090-0000-0000',
      '0b1c2d3e4f5061728394a5b6c7d8e9f0 x',
      '',
    ]) {
      const id = (await answerTo('/healthz', { 'x-request-id': given })).headers.get('x-request-id');
      expect(id).toMatch(UUID);
    }
    const ids = await Promise.all(
      [1, 2].map(async () => (await answerTo('/healthz')).headers.get('x-request-id')),
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('stands on refusals too', async () => {
    const refused = await answerTo('/graphql');
    expect([refused.status, refused.headers.get('x-request-id')]).toEqual([405, expect.stringMatching(UUID)]);
    expect((await answerTo('/nothing/here.txt')).headers.get('x-request-id')).toMatch(UUID);
  });
});

describe('readiness', () => {
  it('tells how long due work has waited, whatever the queue does', async () => {
    expect(await (await answerTo('/readyz')).json()).toEqual({
      status: 'ok',
      lagSeconds: 0,
      dead: 0,
      pending: 0,
    });
    await api.database.dataSource.query(
      `INSERT INTO outbox (job, payload, run_after) VALUES ('test.late', '{}', now() - interval '90 seconds')`,
    );
    expect(await (await answerTo('/readyz')).json()).toMatchObject({ status: 'ok', lagSeconds: 90 });
  });

  it('is refused while a change of the schema is missing, and not for one too many', async () => {
    const { dataSource } = api.database;
    const rename = (from: string, to: string) =>
      dataSource.query('UPDATE migration SET name = $2 WHERE name = $1', [from, to]);
    await rename('Operation1767232800000', 'Newer2767232800000');
    const behind = await answerTo('/readyz');
    expect([behind.status, await behind.json()]).toMatchObject([503, { status: 'behind', pending: 1 }]);
    expect((await answerTo('/healthz')).status).toBe(200);
    await rename('Newer2767232800000', 'Operation1767232800000');
    await dataSource.query(
      `INSERT INTO migration (timestamp, name) VALUES (2767232800000, 'Newer2767232800000')`,
    );
    expect((await answerTo('/readyz')).status).toBe(200);
  });

  it('is refused from the moment that the process is told to stop, while requests are answered as before', async () => {
    api.app.get(Readiness).drain();
    const leaving = await answerTo('/readyz');
    expect([leaving.status, await leaving.json()]).toMatchObject([503, { status: 'draining' }]);
    const still = await api.anonymous().send('{ __typename }');
    expect(still.status).toBe(200);
    expect((await answerTo('/healthz')).status).toBe(200);
    expect((await answerTo('/healthz')).headers.get('connection')).toBe('close');
  });
});
