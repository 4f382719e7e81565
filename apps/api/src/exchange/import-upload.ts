import { SecondFactorService, SignInService } from '@banso/directory';
import { PlanExplanationService } from '@banso/dispatch';
import { TableImportService } from '@banso/exchange';
import { type Actor, DomainError, type ErrorCode } from '@banso/kernel';
import { type Config, Db, duringOperation, ReadingLog, SHEET_LIMITS } from '@banso/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { RateLimits } from '../door/rate-limits.js';
import { answerHttpError, answerRefusal } from '../http-errors.js';
import { faultsInWords, localeOf, sentenceOf } from '../messages/index.js';
import { createRequestContext } from '../request-context.js';

/** Where a table is brought: the bytes of one file, nothing around them. No form of another page can send that. */
export const IMPORTS = '/table-imports';
const BYTES = 'application/octet-stream';
/** A file costs as much as so many ordinary questions. */
const POINTS = 20;

const STATUS: Readonly<Record<ErrorCode, number>> = {
  BAD_INPUT: 400,
  CONFLICT: 409,
  FORBIDDEN: 403,
  INVALID_STATE: 409,
  NOT_FOUND: 404,
  SIGN_IN_FAILED: 401,
  SIGN_IN_REQUIRED: 401,
};

const querySchema = z.object({ kind: z.string().max(40), name: z.string().max(400) });

/** The same refusals in the same form as GraphQL's. */
function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const locale = localeOf(request.headers['accept-language']);
  if (error instanceof DomainError) {
    const { faults, ...facts } = error.details;
    const extensions = { code: error.code, reason: error.reason, facts, faults };
    const message = sentenceOf(extensions, locale);
    return reply
      .status(STATUS[error.code])
      .send({ errors: [{ message, extensions: faultsInWords(extensions, locale) }] });
  }
  if (error instanceof GraphQLError) {
    const { http, code, reason, facts } = error.extensions as {
      http?: { status?: number; headers?: Iterable<[string, string]> };
      code?: string;
      reason?: string;
      facts?: Record<string, unknown>;
    };
    for (const [name, value] of http?.headers ?? []) void reply.header(name, value);
    return answerRefusal(request, reply, {
      status: http?.status ?? 400,
      reason: reason ?? 'internal',
      facts,
      code,
    });
  }
  if (error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const megabytes = SHEET_LIMITS.bytes / 1024 / 1024;
    return answerRefusal(request, reply, { status: 413, reason: 'sheet.too-large', facts: { megabytes } });
  }
  return answerHttpError(error, request, reply);
}

function signedIn({
  actor,
  secondFactorMissing,
}: {
  actor: Actor | null;
  secondFactorMissing: boolean;
}): Actor {
  if (!actor) throw new DomainError('SIGN_IN_REQUIRED', 'access.sign-in-required');
  if (secondFactorMissing) throw new DomainError('FORBIDDEN', 'second-factor.set-up-first');
  return actor;
}

/** The one place where a file comes in as it is; everything else about imports is GraphQL. */
export async function takeImports(app: NestFastifyApplication, config: Config): Promise<void> {
  const sources = () => ({
    config,
    signIn: app.get(SignInService, { strict: false }),
    secondFactors: app.get(SecondFactorService, { strict: false }),
    rates: app.get(RateLimits, { strict: false }),
    db: app.get(Db, { strict: false }),
    explanations: app.get(PlanExplanationService, { strict: false }),
    readings: app.get(ReadingLog, { strict: false }),
  });
  await app.register(async (scope: FastifyInstance) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(BYTES, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler(answerError);
    scope.post(IMPORTS, { bodyLimit: SHEET_LIMITS.bytes + 1 }, async (request, reply) => {
      const { rates, ...rest } = sources();
      const actor = signedIn(await createRequestContext({ rates, ...rest }, request, reply));
      await rates.charge({ actor, request }, POINTS);
      const query = querySchema.safeParse(request.query);
      if (!query.success || !Buffer.isBuffer(request.body)) throw new DomainError('BAD_INPUT', 'sheet.empty');
      const { kind, name } = query.data;
      const file = request.body;
      const service = app.get(TableImportService, { strict: false });
      const { id } = await duringOperation('bringTableImport', () =>
        service.bring(actor, { kind, fileName: name }, file),
      );
      return reply.status(201).send({ id });
    });
  });
}
