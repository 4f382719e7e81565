import cookie from '@fastify/cookie';
import type { Config } from '@banso/platform';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module.js';
import { serveFiles } from './attachments/serve-files.js';
import { packAnswers } from './compress.js';
import { ARRIVAL_MS, UPLOAD_ARRIVAL_MS } from './door/arrival.js';
import { serveBoundaries } from './directory/serve-boundaries.js';
import { answerNoHttp, guardDoor } from './door/door.js';
import { followRequests, requestIdOf } from './door/follow-requests.js';
import { takeImports } from './exchange/import-upload.js';
import { BODY_LIMIT_KB } from './http-errors.js';
import { takeTrustedDocuments } from './trusted-documents.js';
import { serveWeb } from './web.js';

/** The whole API, not yet listening. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_KB * 1024,
    requestTimeout: UPLOAD_ARRIVAL_MS,
    // Told to stop, it answers everything that has arrived, and lets go of callers who ask nothing.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    http: { headersTimeout: ARRIVAL_MS },
    clientErrorHandler: answerNoHttp(config),
    genReqId: requestIdOf,
    trustProxy: (_address: string, hop: number) => hop < config.BANSO_PROXY_HOPS,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(config), adapter, {
    logger: ['error', 'fatal'],
    bodyParser: false,
    abortOnError: false,
  });
  followRequests(app, config);
  guardDoor(app.getHttpAdapter().getInstance(), config);
  await packAnswers(app);
  await app.register(cookie);
  await takeTrustedDocuments(app, config);
  await takeImports(app, config);
  await serveFiles(app);
  await serveBoundaries(app);
  await serveWeb(app, config);
  await app.init();
  return app;
}
