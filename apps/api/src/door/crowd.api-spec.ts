import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Caller, type GraphQLAnswer, type RunningApi, startApi } from '../../../../test/api.js';
import { clerk } from '../../../../test/people.js';

let api: RunningApi;
let town: Caller;

beforeAll(async () => {
  api = await startApi();
  town = await api.as(await clerk(api.database.db));
}, 60_000);
afterAll(() => api.close());

const LIST = '{ supportRequests { totalCount } }';

/** Somebody who does not come again when the door is closed. */
async function knock(signal?: AbortSignal) {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: town.cookie ?? '' },
    body: JSON.stringify({ query: LIST }),
    signal: signal ?? null,
  });
  const { data = null, errors = [] } = (await response.json()) as Partial<
    Pick<GraphQLAnswer, 'data' | 'errors'>
  >;
  return { status: response.status, data, errors };
}

it('more than can be worked on wait a moment, then are sent away with a sentence; the others are answered', async () => {
  const runner = api.database.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query('LOCK TABLE support_request IN ACCESS EXCLUSIVE MODE');
  const asked = Array.from({ length: 40 }, () => knock());
  // Refused while the others still wait for the table.
  const refused = await Promise.race(
    asked.map(async (answer) =>
      (await answer).status === 503 ? answer : new Promise<never>(() => undefined),
    ),
  );
  expect(refused).toMatchObject({
    status: 503,
    data: null,
    errors: [
      {
        message: 'ただいま混み合っています。何も変更していません。しばらくしてからもう一度お試しください。',
        extensions: { code: 'UNAVAILABLE', reason: 'service.crowded' },
      },
    ],
  });
  await runner.rollbackTransaction();
  await runner.release();
  const answers = await Promise.all(asked);
  const answered = answers.filter(({ status, errors }) => status === 200 && errors.length === 0);
  expect(answered.length).toBeGreaterThanOrEqual(32);
  expect(answers.filter(({ status }) => status === 503)).toHaveLength(40 - answered.length);
}, 30_000);

it('whoever asks next finds room, also after many who left', async () => {
  for (let round = 0; round < 3; round++) {
    const statuses = await Promise.all(Array.from({ length: 30 }, () => knock()));
    expect(statuses.every(({ status, errors }) => status === 200 && errors.length === 0)).toBe(true);
  }
  // Gone before they were answered.
  const left = Array.from({ length: 40 }, () => knock(AbortSignal.timeout(5)).catch(() => null));
  await Promise.all(left);
  await expect(town.ask(LIST)).resolves.toMatchObject({ supportRequests: { totalCount: 0 } });
}, 30_000);
