import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningApi, startApi } from '../../../test/api.js';
import { temporaryFolder } from '../../../test/folder.js';

const TEXT = 'query Info { serverInfo { demo } }';
const ID = createHash('sha256').update(TEXT).digest('hex');

describe('trusted documents', () => {
  const folder = temporaryFolder();
  let strict: RunningApi;
  let open: RunningApi;

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<p>');
    writeFileSync(join(folder, 'trusted-documents.json'), JSON.stringify({ [ID]: TEXT }));
    strict = await startApi({ BANSO_WEB_DIR: folder, BANSO_TRUSTED_DOCUMENTS: 'on' });
    open = await startApi({ BANSO_WEB_DIR: folder });
  }, 60_000);
  afterAll(() => Promise.all([strict.close(), open.close()]));

  const post = async ({ url }: RunningApi, body: unknown, path = '/graphql') => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as any };
  };

  it('are run by their id, whether others are refused or not', async () => {
    for (const api of [strict, open])
      expect(await post(api, { documentId: ID, operationName: 'Info' })).toEqual({
        status: 200,
        body: { data: { serverInfo: { demo: true } } },
      });
  });

  it.each<[string, unknown, string?]>([
    ['a text', { query: TEXT }],
    ['a text that is none', { query: '{{{{' }],
    ['an unknown id', { documentId: '0'.repeat(64) }],
    ['an id with another text', { documentId: ID, query: '{ __typename }' }],
    ['a persisted query of Apollo', { extensions: { persistedQuery: { version: 1, sha256Hash: ID } } }],
    ['a name of every object', { documentId: 'constructor' }],
    ['nothing', {}],
    ['a text behind a slash', { query: TEXT }, '/graphql/'],
    ['a text behind a question mark', { query: TEXT }, '/graphql?x=1'],
  ])('refuse %s before it is read', async (_, body, path = '/graphql') => {
    const answer = await post(strict, body, path);
    expect(answer.body.data).toBeUndefined();
    if (path === '/graphql/') return expect([400, 404]).toContain(answer.status);
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_REQUEST', reason: 'document.untrusted' } }] },
    });
    expect(answer.body.errors[0].message).toContain('reload');
  });

  it('refuse a query in an address, and are not shown to anybody', async () => {
    const asked = await fetch(`${strict.url}/graphql?query=${encodeURIComponent(TEXT)}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(asked.status).toBe(405);
    expect(await (await fetch(`${strict.url}/trusted-documents.json`)).text()).toBe('<p>');
  });

  it('leave other texts alone where they are off', async () => {
    expect((await post(open, { query: TEXT })).status).toBe(200);
  });
});
