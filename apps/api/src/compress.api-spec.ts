import { request as httpRequest } from 'node:http';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningApi, startApi } from '../../../test/api.js';

const SHORT = '{ serverInfo { demo } }';
/** The schema of this server's own: long, and nobody has to sign in for it. */
const LONG = '{ __schema { types { name description } } }';

describe('an answer', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi({ BANSO_INTROSPECTION: 'on' });
  }, 60_000);
  afterAll(() => api.close());

  /** By hand: fetch unpacks by itself. */
  const ask = (
    query: string,
    headers: Record<string, string> = {},
    pack = (body: string): Buffer => Buffer.from(body),
  ) =>
    new Promise<{ status: number; packing: string | undefined; vary: string; body: Buffer }>(
      (resolve, reject) => {
        const body = pack(JSON.stringify({ query }));
        const asked = httpRequest(
          `${api.url}/graphql`,
          { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
          (answer) => {
            const parts: Buffer[] = [];
            answer.on('data', (part: Buffer) => parts.push(part));
            answer.on('end', () =>
              resolve({
                status: answer.statusCode ?? 0,
                packing: answer.headers['content-encoding'],
                vary: String(answer.headers.vary),
                body: Buffer.concat(parts),
              }),
            );
          },
        );
        asked.on('error', reject);
        asked.end(body);
      },
    );

  it('that is long is packed for whoever can unpack it, and says the same', async () => {
    const plain = await ask(LONG);
    expect(plain.status).toBe(200);
    expect(plain.packing).toBeUndefined();
    const packed = await ask(LONG, { 'accept-encoding': 'gzip, br' });
    expect(packed.packing).toBe('br');
    expect(packed.vary).toMatch(/accept-encoding/i);
    expect(packed.body.length).toBeLessThan(plain.body.length / 3);
    expect(brotliDecompressSync(packed.body).toString()).toBe(plain.body.toString());
    const older = await ask(LONG, { 'accept-encoding': 'gzip' });
    expect(older.packing).toBe('gzip');
    expect(gunzipSync(older.body).toString()).toBe(plain.body.toString());
  });

  it('that is short stays as it is', async () => {
    expect((await ask(SHORT, { 'accept-encoding': 'br' })).packing).toBeUndefined();
  });

  it('is not given to a question that came packed: nothing that is sent here is unpacked', async () => {
    const { status, body } = await ask(SHORT, { 'content-encoding': 'gzip' }, (text) => gzipSync(text));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body.toString()).not.toContain('"demo"');
  });
});
