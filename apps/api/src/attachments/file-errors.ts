import { DomainError, type ErrorCode } from '@banso/kernel';
import { ATTACHMENT_LIMITS } from '@banso/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { answerHttpError, answerRefusal } from '../http-errors.js';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  BAD_INPUT: 400,
  CONFLICT: 409,
  FORBIDDEN: 403,
  INVALID_STATE: 409,
  NOT_FOUND: 404,
  SIGN_IN_FAILED: 401,
  SIGN_IN_REQUIRED: 401,
};

/** Where HTTP has a number of its own. */
const STATUS_OF: Readonly<Record<string, number>> = {
  'attachment.too-large': 413,
  'attachment.store-away': 503,
  'attachment.kind-not-allowed': 415,
  'attachment.active': 415,
  'attachment.archive': 415,
  'attachment.macro': 415,
  'attachment.old-office': 415,
  'attachment.extension-differs': 415,
  'operation.too-long': 503,
};

/** More than a file may be, in the words of whoever notices first. */
const TOO_LARGE = new Set(['FST_ERR_CTP_BODY_TOO_LARGE', 'FST_REQ_FILE_TOO_LARGE']);

/** What is refused here has the same form, codes and words as in GraphQL. */
export function answerFileError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // What was not read is not waited for: the line is given up with it.
  if (request.method === 'POST' && !request.raw.complete) void reply.header('connection', 'close');
  if (error instanceof DomainError) return answerDomainError(error, request, reply);
  if (error instanceof GraphQLError) return answerLimit(error, request, reply);
  if (error instanceof Error && 'code' in error && TOO_LARGE.has(String(error.code)))
    return answerDomainError(
      new DomainError('BAD_INPUT', 'attachment.too-large', {
        limitMb: ATTACHMENT_LIMITS.bytes / 1024 / 1024,
      }),
      request,
      reply,
    );
  return answerHttpError(error, request, reply);
}

function answerDomainError(
  { code, reason, details }: DomainError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { faults, ...facts } = details;
  return answerRefusal(request, reply, {
    status: STATUS_OF[reason] ?? STATUS[code],
    code,
    reason,
    facts,
    ...(faults && { faults }),
  });
}

/** Refused by the door: a limit, or a database that is away. It says its status and headers itself. */
function answerLimit(
  { extensions }: GraphQLError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { code, reason, facts, http } = extensions as {
    readonly code?: string;
    readonly reason?: string;
    readonly facts?: Readonly<Record<string, unknown>>;
    readonly http?: { readonly status?: number; readonly headers?: ReadonlyMap<string, string> };
  };
  for (const [name, value] of http?.headers ?? []) void reply.header(name, value);
  return answerRefusal(request, reply, {
    status: http?.status ?? 400,
    reason: reason ?? 'internal',
    ...(code && { code }),
    ...(facts && { facts }),
  });
}
