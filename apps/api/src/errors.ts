import { randomUUID } from 'node:crypto';
import { DomainError } from '@banso/kernel';
import { isDatabaseAway, isDatabaseFull, log, sqlState } from '@banso/platform';
import type { ApolloServerPlugin } from '@apollo/server';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { noteRefusal } from './door/follow-requests.js';
import { answerHttpError } from './http-errors.js';
import { faultsInWords, type Locale, sentenceOf } from './messages/index.js';
import type { RequestContext } from './request-context.js';

/** Everything that is thrown passes here: refusals in GraphQL, broken requests in plain HTTP. */
@Catch()
export class ErrorFilter implements ExceptionFilter<unknown> {
  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error instanceof DomainError ? asGraphQL(error) : error;
    const http = host.switchToHttp();
    return answerHttpError(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Refusals are ordinary answers: they leave the resolver as GraphQL errors and are not logged as crashes. */
function asGraphQL(error: DomainError): GraphQLError {
  const { faults, ...facts } = error.details;
  return new GraphQLError(error.message, {
    extensions: { code: error.code, reason: error.reason, facts, faults },
  });
}

/** Codes of requests that were refused before any resolver ran. */
const REQUEST_FAULTS: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: 'document.syntax',
  GRAPHQL_VALIDATION_FAILED: 'document.invalid',
  BAD_USER_INPUT: 'document.variables',
  BAD_REQUEST: 'document.request',
  OPERATION_RESOLUTION_FAILURE: 'document.request',
};

/** The parser says it in no other way. */
const TOO_MANY_TOKENS = /^Syntax Error: Document contains more that (\d+) tokens/;

/** Lets refusals through; anything else is a bug, shown only by an incident number. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const extensions = extensionsOf(formatted, error);
  // Japanese for requests that were refused before their language was known.
  const locale = formatted.extensions?.['locale'] === 'en' ? 'en' : 'ja';
  return {
    path: formatted.path,
    locations: formatted.locations,
    message: sentenceOf(extensions, locale),
    extensions,
  };
}

/** What graphql-js itself refuses without a code: nothing was thrown and no field was reached. */
const isOfGraphQL = (error: unknown): boolean =>
  error instanceof GraphQLError && !error.originalError && !error.path;

/** Lock timeout, statement timeout, serialisation failure and deadlock, after all attempts: others were at it. */
const BUSY = new Set(['55P03', '57014', '40001', '40P01']);

/** What will pass by itself and is no bug. */
function passing(cause: unknown): { code: string; reason: string } | null {
  if (BUSY.has(sqlState(cause) ?? '')) return { code: 'CONFLICT', reason: 'service.busy' };
  if (isDatabaseFull(cause)) {
    log.error({ sqlState: sqlState(cause) }, 'api.database-full');
    return { code: 'UNAVAILABLE', reason: 'service.full' };
  }
  return isDatabaseAway(cause) ? { code: 'UNAVAILABLE', reason: 'service.away' } : null;
}

function extensionsOf(formatted: GraphQLFormattedError, error: unknown): Record<string, unknown> {
  const { code, reason, facts, faults } = formatted.extensions ?? {};
  if (typeof reason === 'string') return { code, reason, facts, faults };
  const tokens = TOO_MANY_TOKENS.exec(formatted.message)?.[1];
  if (tokens) return { code: 'BAD_REQUEST', reason: 'document.too-long', facts: { limit: Number(tokens) } };
  const requestFault = REQUEST_FAULTS[String(code)];
  if (requestFault) return { code, reason: requestFault, detail: formatted.message };
  if (isOfGraphQL(error))
    return { code: 'BAD_REQUEST', reason: 'document.request', detail: formatted.message };
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const wait = passing(cause);
  if (wait) {
    log.warn({ path: formatted.path?.join('.'), reason: wait.reason }, 'api.could-not-yet');
    return wait;
  }
  const incident = randomUUID();
  log.error({ incident, path: formatted.path?.join('.'), stack: stackOf(cause) }, 'api.bug');
  return { code: 'INTERNAL', reason: 'internal', facts: { incident } };
}

/** Where it happened; not what the message says, which may quote a row. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = error.stack?.split('\n').filter((line) => line.trim().startsWith('at ')) ?? [];
  return [error.name, ...frames.slice(0, 6)].join('\n');
}

/** Says every error in the reader's language. */
export const translateErrors: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, response }) {
        if (response.body.kind !== 'single') return;
        const result = response.body.singleResult;
        const locale: Locale = contextValue?.locale ?? 'ja';
        if (!result.errors) return;
        const failed = result.errors.some(({ extensions }) => extensions?.['code'] === 'INTERNAL');
        const request: FastifyRequest | undefined = contextValue?.reply?.request;
        if (request) noteRefusal(request, failed ? 'failed' : 'refused');
        result.errors = result.errors.map((error) => inWords(error, locale));
      },
    };
  },
};

function inWords(error: GraphQLFormattedError, locale: Locale): GraphQLFormattedError {
  const extensions = error.extensions ?? {};
  return { ...error, message: sentenceOf(extensions, locale), extensions: faultsInWords(extensions, locale) };
}
