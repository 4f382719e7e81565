import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Config } from '@banso/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Replaced in index.html by a fresh value for each answer. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** Nothing from elsewhere, nothing inline without this answer's nonce. */
const contentSecurityPolicy = (nonce: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'none'`,
    `img-src 'self'`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types app-sw`,
  ].join('; ');

/** What a browser looks up under the same name after every build, and a worker of ours may do. */
const NAMED: Readonly<Record<string, { readonly type: string; readonly policy?: string }>> = {
  'sw.js': {
    type: 'text/javascript; charset=utf-8',
    policy: `default-src 'none'; script-src 'self'; connect-src 'self'`,
  },
  'app.webmanifest': { type: 'application/manifest+json' },
};

/** Serves the built web app: every path that is neither a file nor the API is a screen of it. */
export async function serveWeb(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const root = resolve(config.BANSO_WEB_DIR);
  if (!existsSync(join(root, 'index.html'))) return;
  const page = await readFile(join(root, 'index.html'), 'utf8');

  await app.register(fastifyStatic, {
    root: join(root, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
    // Their names say which they are, for ever.
    etag: false,
    lastModified: false,
    acceptRanges: false,
    // The build has packed every text.
    preCompressed: true,
  });
  for (const [name, { type, policy }] of Object.entries(NAMED)) {
    if (!existsSync(join(root, name))) continue;
    const content = await readFile(join(root, name), 'utf8');
    fastify.get(`/${name}`, async (_request, reply) =>
      (policy ? reply.header('content-security-policy', policy) : reply)
        .header('cache-control', 'no-cache')
        .type(type)
        .send(content),
    );
  }
  fastify.get('/*', async (_request, reply) => {
    const nonce = randomBytes(18).toString('base64');
    return reply
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(NONCE_PLACEHOLDER, nonce));
  });
}
