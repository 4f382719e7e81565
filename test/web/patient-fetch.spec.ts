import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { patientFetch } from '../../apps/web/src/gql/patient-fetch.js';

const refusal = (reason: string) => JSON.stringify({ errors: [{ extensions: { reason } }] });

describe('asking a server', () => {
  let server: Server;
  let url: string;
  /** What it answers in turn; afterwards that all is well. */
  let answers: [status: number, body: string][] = [];
  let asked = 0;

  beforeAll(async () => {
    server = createServer((_request, response) => {
      asked++;
      const [status, body] = answers.shift() ?? [200, '{}'];
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  });
  beforeEach(() => {
    asked = 0;
  });
  afterAll(() => {
    server.close();
  });

  it('that is crowded is done again a little later', async () => {
    answers = [[503, refusal('service.crowded')]];
    expect((await patientFetch(url, { method: 'POST', body: '{}' })).status).toBe(200);
    expect(asked).toBe(2);
  });

  it('that stays crowded ends with its words', async () => {
    answers = Array.from({ length: 9 }, () => [503, refusal('service.crowded')]);
    const answer = await patientFetch(url, { method: 'POST', body: '{}' });
    expect([answer.status, await answer.text()]).toEqual([503, refusal('service.crowded')]);
    expect(asked).toBe(4);
  }, 15_000);

  it('whose database is away is not', async () => {
    answers = [[503, refusal('service.away')]];
    expect((await patientFetch(url)).status).toBe(503);
    expect(asked).toBe(1);
  });
});
