import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningApi, startApi } from '../../../test/api.js';
import { temporaryFolder } from '../../../test/folder.js';

describe('the web app, served by the API', () => {
  const folder = temporaryFolder();
  let api: RunningApi;

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(
      join(folder, 'index.html'),
      '<meta property="csp-nonce" nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__">',
    );
    writeFileSync(join(folder, 'assets', 'index-abc.js'), 'export {};');
    writeFileSync(join(folder, 'sw.js'), 'self.skipWaiting();');
    writeFileSync(join(folder, 'app.webmanifest'), '{"name":"x"}');
    api = await startApi({ BANSO_WEB_DIR: folder });
  }, 60_000);
  afterAll(() => api.close());

  const get = (path: string) => fetch(`${api.url}${path}`);

  it('allows nothing from elsewhere and nothing inline, with a nonce of its own for each answer', async () => {
    const [one, two] = await Promise.all([get('/'), get('/requests/new?step=2')]);
    const nonces = [one, two].map(
      (answer) => /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1],
    );
    expect(nonces[0]).toBeTruthy();
    expect(nonces[0]).not.toBe(nonces[1]);
    const policy = one.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`script-src 'self';`);
    expect(policy).toContain(`style-src-attr 'none'`);
    expect(policy).toContain(`require-trusted-types-for 'script'`);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(await one.text()).toBe(
      `<meta property="csp-nonce" nonce="${nonces[0]}"><script nonce="${nonces[0]}">`,
    );
    expect(one.headers.get('cache-control')).toBe('no-store');
  });

  it('keeps hashed files for ever, and never calls a missing one a page', async () => {
    const file = await get('/assets/index-abc.js');
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('content-security-policy')).toContain(`default-src 'none'`);
    // A page needs these words, each of its seventy files does not.
    expect((await get('/')).headers.has('permissions-policy')).toBe(true);
    expect(file.headers.has('permissions-policy')).toBe(false);
    const missing = await get('/assets/none.js');
    expect(missing.status).toBe(404);
    expect(missing.headers.get('content-type')).toContain('json');
    expect((await get('/assets/..%2f..%2fpackage.json')).status).toBeGreaterThanOrEqual(400);
  });

  it('gives the worker of the phone a policy of its own, and both named files anew after each build', async () => {
    const worker = await get('/sw.js');
    expect(worker.headers.get('content-type')).toContain('text/javascript');
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    expect(worker.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; connect-src 'self'`,
    );
    expect(await worker.text()).toBe('self.skipWaiting();');
    const manifest = await get('/app.webmanifest');
    expect(manifest.headers.get('content-type')).toContain('application/manifest+json');
    expect(manifest.headers.get('cache-control')).toBe('no-cache');
    expect((await get('/')).headers.get('content-security-policy')).toContain(`worker-src 'self'`);
  });

  it('says whether it is alive, and whether it can serve', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ok', lagSeconds: 0, dead: 0, pending: 0 });
  });
});
