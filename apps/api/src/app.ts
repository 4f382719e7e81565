import cookie from '@fastify/cookie';
import type { Config } from '@banso/platform';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module.js';
import { BODY_LIMIT_KB } from './http-errors.js';
import { takeTrustedDocuments } from './trusted-documents.js';
import { serveWeb } from './web.js';

/** The whole API, not yet listening. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_KB * 1024,
    trustProxy: (_address: string, hop: number) => hop < config.BANSO_PROXY_HOPS,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(config), adapter, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  await app.register(cookie);
  await takeTrustedDocuments(app, config);
  await serveWeb(app, config);
  await app.init();
  app.enableShutdownHooks();
  return app;
}
