import { randomUUID } from 'node:crypto';
import { log } from '@banso/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError } from 'fastify';
import { type Facts, localeOf, sentenceOf } from './messages/index.js';

/** The largest body that a request may have. */
export const BODY_LIMIT_KB = 100;

interface HttpFault {
  readonly status: number;
  readonly reason: string;
  readonly facts?: Facts;
}

function faultOf(error: FastifyError): HttpFault {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return { status: 413, reason: 'body.too-large', facts: { limit: BODY_LIMIT_KB } };
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return { status: 415, reason: 'body.type' };
  if (error.statusCode && error.statusCode < 500) return { status: error.statusCode, reason: 'body.broken' };
  const incident = randomUUID();
  log.error({ incident, code: error.code, name: error.name }, 'api.http-bug');
  return { status: 500, reason: 'internal', facts: { incident } };
}

/** Errors before GraphQL sees a request: the same form and language as those after it. */
export function answerHttpErrors(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .setErrorHandler<FastifyError>((error, request, reply) => {
      const { status, reason, facts } = faultOf(error);
      const message = sentenceOf({ reason, facts }, localeOf(request.headers['accept-language']));
      return reply
        .status(status)
        .send({ errors: [{ message, extensions: { code: 'BAD_REQUEST', reason, facts } }] });
    });
}
