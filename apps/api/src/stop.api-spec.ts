import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../../test/browser/system.js';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { temporaryFolder } from '../../../test/folder.js';
import { loginUrlOf } from '../../../test/template.js';
import { ENTITIES } from './entities.js';

const DRAIN_SECONDS = 3;

let database: FreshDatabase;
let api: ChildProcess;
let url: string;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  api = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      DATABASE_URL: loginUrlOf(database.url),
      PORT: String(port),
      BANSO_DRAIN_SECONDS: String(DRAIN_SECONDS),
      BANSO_SECRET_KEY: 'a key that only the tests know, and it is long',
      BANSO_FILES: temporaryFolder(),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(api, 'message');
}, 120_000);
afterAll(async () => {
  api.kill('SIGKILL');
  await database.drop();
});

const ask = async (): Promise<number> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ prefectures { id } }' }),
  });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return errors && errors[0]?.extensions.code !== 'SIGN_IN_REQUIRED' ? 500 : response.status;
};

describe('an API that is told to stop', () => {
  it('says so first, answers what is sent meanwhile, ends what is under way, and is gone in time', async () => {
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const held = database.dataSource.createQueryRunner();
    await held.startTransaction();
    // Whoever signs in waits here until after no connection is taken any more.
    await held.query('LOCK TABLE account, sign_in_failure, sign_in_place IN ACCESS EXCLUSIVE MODE');
    const slow = fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'mutation { signIn(loginId: "nobody", password: "wrong password at all") { name } }',
      }),
    });
    await sleep(500);
    const ended = once(api, 'exit');
    const told = performance.now();
    api.kill('SIGTERM');
    await sleep(200);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close']);
    const answers: number[] = [];
    while (performance.now() - told < (DRAIN_SECONDS - 1) * 1000) {
      answers.push(...(await Promise.all([ask(), ask(), ask()])));
      await sleep(20);
    }
    expect(answers.length).toBeGreaterThan(10);
    expect([...new Set(answers)]).toEqual([200]);
    await sleep(1_500);
    // Now it listens no more.
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    await held.rollbackTransaction();
    await held.release();
    const answer = await slow;
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('errors');
    expect(await ended).toEqual([0, null]);
    expect(performance.now() - told).toBeLessThan(30_000);
  }, 60_000);
});
