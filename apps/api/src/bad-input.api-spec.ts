import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@banso/kernel';
import { type Caller, type RunningApi, startApi } from '../../../test/api.js';
import { clerk, hub, KURE, MATSUYAMA } from '../../../test/people.js';
import { requestInput, today } from '../../../test/requests.js';

const DRAFT = `mutation($input: SupportRequestInput!, $town: ID) {
  draftSupportRequest(input: $input, municipalityId: $town) { id } }`;

describe('bad input', () => {
  let api: RunningApi;
  let town: Caller;
  let staff: Caller;

  beforeAll(async () => {
    api = await startApi();
    town = await api.as(await clerk(api.database.db));
    staff = await api.as(await hub(api.database.db));
  }, 60_000);
  afterAll(() => api.close());

  const countRequests = async (): Promise<number> => {
    const [row] = await api.database.dataSource.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM support_request',
    );
    return row?.n ?? 0;
  };

  /** Sends a raw body; the answer's status and JSON. */
  const raw = async (
    body: string | Buffer,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ) => {
    const response = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
    return { status: response.status, body: (await response.json()) as { errors: { message: string }[] } };
  };

  it.each([
    ['a wrong check digit', '342026', 'town-code', '団体コード'],
    ['letters', 'abc', 'town-code', '団体コード'],
    ['a town of another prefecture', MATSUYAMA, 'town-of-prefecture', 'この県の市町村ではありません'],
  ])('refuses %s as a town code', async (_, code, rule, words) => {
    const { errors } = await staff.send(DRAFT, { input: requestInput(), town: code });
    expect(errors[0]?.extensions['code']).toBe('BAD_INPUT');
    expect(errors[0]?.extensions['faults']).toMatchObject([
      { path: 'municipalityId', rule, facts: { code } },
    ]);
    expect(errors[0]?.message).toContain(words);
    expect(errors[0]?.message).toContain('残っています');
  });

  it('takes a right town code from the hub', async () => {
    await expect(staff.ask(DRAFT, { input: requestInput(), town: KURE })).resolves.toBeDefined();
  });

  it('refuses a deadline in the past, in the language of the reader', async () => {
    const before = await countRequests();
    const input = requestInput({ deadlineOn: addDays(today(), -1) });
    const { errors } = await town.send(DRAFT, { input });
    expect(errors[0]?.extensions['faults']).toMatchObject([
      { path: 'deadlineOn', rule: 'past', facts: { today: today() } },
    ]);
    expect(errors[0]?.message).toContain('今日');
    const english = await api.as(await clerk(api.database.db), 'en');
    expect((await english.send(DRAFT, { input })).errors[0]?.message).toContain('before today');
    expect(await countRequests()).toBe(before);
  });

  it('names every fault at once', async () => {
    const { errors } = await town.send(DRAFT, {
      input: requestInput({ title: 'あ'.repeat(81), visits: 13, visitMinutes: 45, themeId: 'T01' }),
    });
    expect(errors[0]?.extensions['faults'].map((fault: { path: string }) => fault.path)).toEqual([
      'title',
      'visits',
      'visitMinutes',
    ]);
  });

  it.each([
    ['an unknown enum value', { urgency: 'YESTERDAY' }, 'document.variables'],
    ['a date that does not exist', { deadlineOn: '2027-02-30' }, 'document.variables'],
    ['a text for a number', { visits: 'two' }, 'document.variables'],
    ['a NUL character', { trouble: 'a\u0000b' }, 'document.unstorable'],
    ['half a surrogate pair', { trouble: 'a\uD800b' }, 'document.unstorable'],
  ])('refuses %s', async (_, changes, reason) => {
    const before = await countRequests();
    const answer = await town.send(DRAFT, { input: requestInput(changes) });
    expect(answer.status).toBeLessThan(500);
    expect(answer.errors[0]?.extensions).toMatchObject({ reason });
    expect(answer.errors[0]?.message).toContain('何も実行していません');
    expect(await countRequests()).toBe(before);
  });

  it('refuses a theme that does not exist', async () => {
    const { errors } = await town.send(DRAFT, { input: requestInput({ themeId: 'T99' }) });
    expect(errors[0]?.extensions['faults']).toMatchObject([{ path: 'themeId', rule: 'unknown' }]);
  });

  it('refuses a text of 10 MB with the limit in words, and goes on serving', async () => {
    const before = await countRequests();
    const { status, message } = await sendTenMegabytes(api.url);
    expect(status).toBe(413);
    expect(message).toContain('100 KB');
    expect(await countRequests()).toBe(before);
    expect(await town.ask('{ serverInfo { demo } }')).toEqual({ serverInfo: { demo: true } });
  });

  it.each([
    ['broken JSON', '{"query": "{ serverInfo', 400],
    ['an empty body', '', 400],
    ['JSON that is not a request', '[1, 2, 3]', 400],
    ['a query that is no GraphQL', '{"query": "select * from account"}', 400],
    ['variables that are no object', '{"query": "{ serverInfo { demo } }", "variables": 7}', 400],
    ['a field that does not exist', '{"query": "{ passwords }"}', 400],
    [
      'an operation that is not there',
      '{"query": "query A { serverInfo { demo } }", "operationName": "B"}',
      400,
    ],
  ])('answers %s with a sentence, not a failure', async (_, body, status) => {
    const answer = await raw(body);
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0]?.message).toMatch(/[ぁ-ん]/);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded'])(
    'refuses %s, which a foreign page could send',
    async (type) => {
      const { status, body } = await raw(JSON.stringify({ query: '{ serverInfo { demo } }' }), {
        'content-type': type,
      });
      expect([400, 415]).toContain(status);
      expect(body).not.toHaveProperty('data');
    },
  );

  it('refuses a query that is nested 30 deep', async () => {
    const levels = 30;
    const query = `{ supportRequests { edges { node { ${'theme { '.repeat(levels)}id${' }'.repeat(levels)} } } } }`;
    const answer = await town.send(query);
    expect(answer.status).toBe(400);
    expect(answer.errors[0]?.message).toMatch(/[ぁ-ん]/);
  });

  it('refuses a query of twenty thousand fields: every list counts, paged or not', async () => {
    const fields = Array.from({ length: 15 }, (_, i) => `h${i}: history { reason at actorName }`).join(' ');
    const { errors, status } = await town.send(
      `{ supportRequests(first: 100) { edges { node { ${fields} } } } }`,
    );
    expect(status).toBe(400);
    expect(errors[0]?.extensions).toMatchObject({ reason: 'document.too-complex', facts: { limit: 20_000 } });
  });

  it('counts a document that it knows anew when longer pages are asked of it', async () => {
    const fields = Array.from({ length: 15 }, (_, i) => `h${i}: history { reason at actorName }`).join(' ');
    const query = `query($n: Int) { supportRequests(first: $n) { edges { node { ${fields} } } } }`;
    const asked = async (n: number | null) => {
      const { errors } = await town.send(query, { n });
      return errors[0]?.extensions['reason'] ?? 'answered';
    };
    const answers: string[] = [];
    for (const n of [1, 1, 100, 100, 1]) answers.push(await asked(n));
    const refused = 'document.too-complex';
    expect(answers).toEqual(['answered', 'answered', refused, refused, 'answered']);
  });

  it('refuses fragments that spread each other twice, a hundred deep, before counting them one by one', async () => {
    const fragments = Array.from(
      { length: 100 },
      (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
    );
    const last = 'fragment F100 on Query { serverInfo { demo } }';
    const { errors, status } = await api.anonymous().send(`{ ...F0 } ${fragments.join(' ')} ${last}`);
    expect(status).toBe(400);
    expect(errors[0]?.extensions).toMatchObject({ reason: 'document.too-complex' });
  });

  it('refuses to rank candidates for two requests in one document', async () => {
    const rankings = Array.from(
      { length: 2 },
      (_, i) => `r${i}: candidateRanking(supportRequestId: "x") { __typename }`,
    );
    const { errors } = await staff.send(`{ ${rankings.join(' ')} }`);
    expect(errors[0]?.extensions).toMatchObject({ reason: 'document.heavy-twice' });
  });

  it('reads variables that are nested 40,000 deep', async () => {
    const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;
    const { status } = await raw(`{"query": "{ serverInfo { demo } }", "variables": {"x": ${deep}}}`);
    expect(status).toBe(200);
  });

  it.each([0, -1, 101, 2_000_000_000])('refuses a page of %i rows', async (first) => {
    const { errors } = await town.send(
      'query($first: Int) { supportRequests(first: $first) { totalCount } }',
      { first },
    );
    expect(errors[0]?.extensions['faults']).toMatchObject([
      { path: 'first', rule: 'page-size', facts: { min: 1, max: 100 } },
    ]);
  });

  it.each([
    'x',
    'bnVsbA',
    Buffer.from('["no date","no id"]').toString('base64url'),
    Buffer.from('[]').toString('base64url'),
    Buffer.from('["2026-01-01","\\u0000"]').toString('base64url'),
    Buffer.from('["9999999-01-01","x"]').toString('base64url'),
  ])('refuses the cursor %s', async (after) => {
    const { errors } = await town.send(
      'query($after: String) { supportRequests(after: $after) { totalCount } }',
      { after },
    );
    expect(errors[0]?.extensions['code']).toBe('BAD_INPUT');
  });

  it('refuses a cursor with a number that no column holds', async () => {
    const after = Buffer.from('[100000000000000000000]').toString('base64url');
    const { errors } = await staff.send(
      'query($after: String) { planningRuns(after: $after) { totalCount } }',
      {
        after,
      },
    );
    expect(errors[0]?.extensions['code']).toBe('BAD_INPUT');
  });

  it('refuses days of the year 0000, which Postgres does not know', async () => {
    const { errors } = await town.send('{ daysOff(from: "0000-01-01", to: "0000-01-02") { id } }');
    expect(errors[0]?.extensions['reason']).toBe('document.invalid');
  });

  it.each(['1', 'x', '00000000-0000-4000-8000-000000000000', "'; DROP TABLE visit; --"])(
    'answers the id %s as unknown',
    async (id) => {
      expect(await town.refusal('query($id: ID!) { supportRequest(id: $id) { id } }', { id })).toEqual({
        code: 'NOT_FOUND',
        reason: 'request.not-found',
      });
    },
  );

  it('shows neither its schema nor guesses at names to strangers', async () => {
    const { errors } = await api.anonymous().send('{ suportRequests { totalCount } }');
    expect(JSON.stringify(errors)).not.toContain('supportRequests');
    expect((await api.anonymous().send('{ __schema { types { name } } }')).errors).not.toEqual([]);
  });
});

/** By hand: fetch gives up when a server answers before it has read everything. */
function sendTenMegabytes(url: string): Promise<{ status: number; message: string }> {
  const body = JSON.stringify({
    query: DRAFT,
    variables: { input: requestInput({ trouble: 'あ'.repeat(3_500_000) }) },
  });
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      `${url}/graphql`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, message: text }));
      },
    );
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
    });
    request.end(body);
  });
}
