import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loginUrlOf } from '../../../test/template.js';
import { ApiProcess } from '../test/api-process.js';
import { PlanningWorkers } from '../test/planning-workers.js';
import { until } from '../test/workbench.js';

/** Steps of improvement that keep a search busy for some seconds, so that its progress can be seen. */
const LONG = 60_000;

let at: PlanningWorkers;
let first: ApiProcess;
let second: ApiProcess;
let hub: string;

beforeAll(async () => {
  at = await PlanningWorkers.open();
  await at.clear();
  const url = loginUrlOf(at.database.url);
  [first, second] = await Promise.all([
    ApiProcess.start(url),
    ApiProcess.start(url, { BANSO_DRAIN_SECONDS: '2' }),
  ]);
  await Promise.all([at.start(), at.start()]);
  hub = await first.signIn(at.hubLoginId);
}, 180_000);
afterAll(async () => {
  await Promise.all([first.end('SIGKILL'), second.end('SIGKILL')]);
  await at.killAll();
  await at.close();
});

const RUN = 'query($id: ID!) { planningRun(id: $id) { status progress { iterations } } }';

describe('two API processes and two workers', () => {
  it('know one session: whoever came in at one is known to the other, and out of both at once', async () => {
    const other = await second.signIn(at.hubLoginId);
    expect((await first.send(other, '{ viewer { name } }')).data?.['viewer']).not.toBeNull();
    await first.send(other, 'mutation { signOut }');
    expect((await second.send(other, '{ viewer { name } }')).data?.['viewer'] ?? null).toBeNull();
  }, 60_000);

  it('do a wish once, and answer alike whichever of them is asked again', async () => {
    const input = { ...at.period, iterations: LONG };
    const plan = 'mutation($input: PlanningRunInput!) { requestPlanningRun(input: $input) { id } }';
    const key = randomUUID();
    const answers = await Promise.all(
      [first, second, first, second].map((api) => api.send(hub, plan, { input }, key)),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    const ids = answers.map(({ data }) => data?.['requestPlanningRun'].id as string);
    expect(new Set(ids).size).toBe(1);
    const [id = ''] = ids;

    // A worker searches; both show how far it is, and its end.
    const seen = async (api: ApiProcess) => (await api.send(hub, RUN, { id })).data?.['planningRun'];
    await until('progress at both', async () => {
      const runs = await Promise.all([seen(first), seen(second)]);
      return runs.every((run) => run.progress !== null || run.status === 'PROPOSED');
    });
    await until('the same end at both', async () => {
      const runs = await Promise.all([seen(first), seen(second)]);
      return runs.every(({ status }) => status === 'PROPOSED');
    });
    const [{ n }] = await at.database.dataSource.query('SELECT count(*)::int AS n FROM planning_run');
    expect(n).toBe(1);
  }, 120_000);

  it('let what recurs come once for its time', async () => {
    await at.database.dataSource.query(
      `DELETE FROM outbox WHERE job = 'platform.seal-audit';
       UPDATE schedule SET next_run_at = now() WHERE name = 'seal-audit'`,
    );
    const ticks = async (): Promise<number> => {
      const [{ n }] = await at.database.dataSource.query(
        `SELECT count(*)::int AS n FROM outbox WHERE job = 'platform.seal-audit'`,
      );
      return n;
    };
    await until('the tick', async () => (await ticks()) > 0);
    // Both workers look every second.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await ticks()).toBe(1);
  }, 60_000);

  it('one that is told to stop says so to the proxy, serves on, and leaves without an error', async () => {
    const gone = second.end('SIGTERM');
    await until('not ready', async () => (await fetch(`${second.url}/readyz`)).status === 503, 2);
    const response = await fetch(`${second.url}/healthz`);
    expect([response.status, response.headers.get('connection')]).toEqual([200, 'close']);
    expect((await second.send(hub, '{ viewer { name } }')).data?.['viewer']).not.toBeNull();
    expect(await gone).toBe(0);
    await expect(fetch(`${second.url}/healthz`)).rejects.toThrow();
  }, 60_000);
});
