import { randomUUID } from 'node:crypto';
import type { InputFault } from '@banso/kernel';
import { isDatabaseAway, isDatabaseFull, log } from '@banso/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AWAY_SECONDS } from './door/refusal.js';
import { type Facts, localeOf, sentenceOf } from './messages/index.js';

/** The largest body that a request may have. */
export const BODY_LIMIT_KB = 100;

interface HttpFault {
  readonly status: number;
  readonly reason: string;
  readonly facts?: Facts;
  /** Fields of what was sent that have to be put right. */
  readonly faults?: readonly InputFault[];
  /** BAD_REQUEST unless it is said. */
  readonly code?: string;
}

/** The parts of Fastify's and Nest's errors that say what happened. */
interface Thrown {
  readonly code?: unknown;
  readonly name?: unknown;
  readonly statusCode?: unknown;
  readonly getStatus?: () => number;
}

function faultOf(thrown: Thrown): HttpFault {
  const status = thrown.getStatus?.() ?? thrown.statusCode;
  if (thrown.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || status === 413)
    return { status: 413, reason: 'body.too-large', facts: { limit: BODY_LIMIT_KB } };
  if (status === 415) return { status, reason: 'body.type' };
  if (status === 404) return { status, reason: 'route.not-found' };
  if (isDatabaseFull(thrown)) return { status: 503, reason: 'service.full', code: 'UNAVAILABLE' };
  if (status === 503 || isDatabaseAway(thrown))
    return { status: 503, reason: 'service.away', code: 'UNAVAILABLE' };
  if (typeof status === 'number' && status < 500) return { status, reason: 'body.broken' };
  const incident = randomUUID();
  log.error({ incident, fault: thrown.code, error: thrown.name }, 'api.http-bug');
  return { status: 500, reason: 'internal', facts: { incident } };
}

/** What is refused before GraphQL sees it: the same form and language as what is refused after. */
export function answerRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, reason, facts, faults, code = 'BAD_REQUEST' }: HttpFault,
): FastifyReply {
  const message = sentenceOf({ reason, facts, faults }, localeOf(request.headers['accept-language']));
  if (status === 503) void reply.header('retry-after', String(AWAY_SECONDS));
  return reply.status(status).send({ errors: [{ message, extensions: { code, reason, facts, faults } }] });
}

/** Errors before GraphQL sees a request. */
export function answerHttpError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return answerRefusal(request, reply, faultOf(typeof error === 'object' && error !== null ? error : {}));
}
