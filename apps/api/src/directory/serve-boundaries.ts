import { promisify } from 'node:util';
import { brotliDecompress, gzip } from 'node:zlib';
import { boundaryOf, SecondFactorService, SignInService } from '@banso/directory';
import { DomainError, isOfTenant, type TenantActor } from '@banso/kernel';
import { CONFIG, type Config, Db } from '@banso/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerFileError } from '../attachments/file-errors.js';
import { RateLimits } from '../door/rate-limits.js';
import { type Doorkeepers, whoAsks } from '../request-context.js';

/** What one reading costs, in points of the door: as much as a list. */
const POINTS = 10;

/** Shapes change when towns merge: a browser asks again after a day, and mostly hears that nothing is new. */
const KEPT = 'private, max-age=86400';
/** Nothing is imported yet, which may change at any moment. */
const NOT_KEPT = 'private, no-cache';

const unpacked = promisify(brotliDecompress);
const zipped = promisify(gzip);

/** The shapes of a prefecture's towns, for those who have signed in there; beside GraphQL, so that browsers keep them. */
export async function serveBoundaries(app: NestFastifyApplication): Promise<void> {
  const db = app.get(Db);
  const doorkeepers: Doorkeepers = {
    config: app.get<Config>(CONFIG),
    signIn: app.get(SignInService),
    secondFactors: app.get(SecondFactorService),
    rates: app.get(RateLimits),
  };

  async function actorOf(request: FastifyRequest): Promise<TenantActor> {
    const { actor, secondFactorMissing } = await whoAsks(doorkeepers, request, POINTS);
    if (!actor) throw new DomainError('SIGN_IN_REQUIRED', 'access.sign-in-required');
    if (secondFactorMissing) throw new DomainError('FORBIDDEN', 'second-factor.set-up-first');
    if (!isOfTenant(actor)) throw new DomainError('FORBIDDEN', 'access.forbidden');
    return actor;
  }

  async function handOut(
    request: FastifyRequest<{ Params: { prefecture: string } }>,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const actor = await actorOf(request);
    if (request.params.prefecture !== actor.prefectureId)
      throw new DomainError('NOT_FOUND', 'prefecture.not-found');
    const boundary = await db.read(actor, (tx) => boundaryOf(tx, actor.prefectureId));
    // Not 404: a map of offices alone is no fault.
    if (!boundary) return reply.status(204).header('cache-control', NOT_KEPT).send();
    const tag = `"${boundary.digest}"`;
    void reply.header('cache-control', KEPT).header('etag', tag).header('vary', 'accept-encoding');
    if (request.headers['if-none-match'] === tag) return reply.status(304).send();
    void reply.type('application/json; charset=utf-8');
    const takes = request.headers['accept-encoding'] ?? '';
    if (/\bbr\b/.test(takes)) return reply.header('content-encoding', 'br').send(boundary.topology);
    const text = await unpacked(boundary.topology);
    if (/\bgzip\b/.test(takes)) return reply.header('content-encoding', 'gzip').send(await zipped(text));
    return reply.send(text);
  }

  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(async (scope) => {
    scope.setErrorHandler(answerFileError);
    scope.get<{ Params: { prefecture: string } }>('/boundaries/:prefecture', (request, reply) =>
      handOut(request, reply),
    );
  });
}
