import { randomUUID } from 'node:crypto';
import {
  beginSpan,
  type Config,
  during,
  endSpan,
  inPlace,
  log,
  measured,
  type Place,
  placeIn,
  Readiness,
  type Span,
  type Work,
} from '@banso/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { isGraphQL } from './graphql-requests.js';
import { PARTS_OF_PAGES } from './security-headers.js';

const REQUEST_ID = 'x-request-id';

/** 128 bits, as a uuid or as plain hex: there is no room for a name in it. */
const SANE = /^[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i;

/** An answer that took longer is worth a line of its own. */
const SLOW_MS = 2_000;

/** Asked by machines, every few seconds. */
const UNCOUNTED = new Set(['/healthz', '/readyz']);

const METHODS = new Set(['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH']);

/** Instead of the name of a document that is not one of ours. */
const OTHER = 'other';

type Outcome = 'ok' | 'refused' | 'failed';

interface Followed {
  readonly work: Work;
  readonly method: string;
  readonly route: string;
  readonly begun: number;
  readonly spans: Span[];
  /** The innermost span. */
  place: Place;
  outcome?: Outcome;
}

const followed = new WeakMap<FastifyRequest, Followed>();

/** The id that a proxy or a client gave the request, if it is one; or a new one. */
export function requestIdOf({ headers }: { readonly headers: FastifyRequest['headers'] }): string {
  const given = headers[REQUEST_ID];
  return typeof given === 'string' && SANE.test(given) ? given.toLowerCase() : randomUUID();
}

/** From its first byte to the end of its answer a request has an id, a span and a measured time. */
export function followRequests(app: NestFastifyApplication, config: Config): void {
  const fastify = app.getHttpAdapter().getInstance();
  const readiness = app.get(Readiness);
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.url !== PARTS_OF_PAGES) void reply.header(REQUEST_ID, request.id);
    // What still comes while the process leaves goes elsewhere next time.
    if (readiness.draining) void reply.header('connection', 'close');
    const one = follow(request, config);
    followed.set(request, one);
    within(one, done);
  });
  // A body arrives in the context of its connection, which knows of no request.
  fastify.addHook('preValidation', (request, _reply, done) => again(request, done));
  fastify.addHook('preHandler', (request, _reply, done) => {
    const one = followed.get(request);
    if (one && isGraphQL(request)) {
      const name = one.work.operation ?? OTHER;
      enter(one, { name: `graphql ${name}`, attributes: { 'graphql.operation.name': name } });
    }
    again(request, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const one = followed.get(request);
    if (one) conclude(one, reply.statusCode, config.BANSO_LOG_REQUESTS);
    done();
  });
}

/** Names the trusted document that is asked for; what strangers call theirs is written down nowhere. */
export function noteDocument(request: FastifyRequest, name: string): void {
  const one = followed.get(request);
  if (one) one.work.operation = name;
}

/** A refusal inside an answer that is none of HTTP. */
export function noteRefusal(request: FastifyRequest, outcome: Exclude<Outcome, 'ok'>): void {
  const one = followed.get(request);
  if (one && one.outcome !== 'failed') one.outcome = outcome;
}

function follow(request: FastifyRequest, config: Config): Followed {
  const method = METHODS.has(request.method) ? request.method : '_OTHER';
  const route = request.routeOptions.url ?? 'unknown';
  // A stranger's word on where a trace began is not taken, a proxy's is.
  const given = config.BANSO_PROXY_HOPS > 0 ? request.headers['traceparent'] : undefined;
  const { span, place } = beginSpan({
    name: `${method} ${route}`,
    attributes: { 'http.request.method': method, 'http.route': route, 'banso.request': request.id },
    parent: placeIn(typeof given === 'string' ? given : null),
    kind: 'server',
  });
  return { work: { requestId: request.id }, method, route, begun: performance.now(), spans: [span], place };
}

function enter(
  one: Followed,
  below: { readonly name: string; readonly attributes: Record<string, string> },
): void {
  const { span, place } = beginSpan({ ...below, parent: one.place });
  one.spans.unshift(span);
  one.place = place;
}

const within = ({ work, place }: Followed, done: () => void): void =>
  during(work, () => inPlace(place, done));

function again(request: FastifyRequest, done: () => void): void {
  const one = followed.get(request);
  if (one) within(one, done);
  else done();
}

function conclude(one: Followed, status: number, everyLine: boolean): void {
  const { work, method, route } = one;
  const outcome = status >= 500 ? 'failed' : (one.outcome ?? (status >= 400 ? 'refused' : 'ok'));
  const ms = Math.round(performance.now() - one.begun);
  const said = { 'http.response.status_code': status, 'banso.outcome': outcome };
  for (const span of one.spans) endSpan(span, said, outcome === 'failed');
  if (UNCOUNTED.has(route)) return;
  measured().request.record(ms / 1000, {
    ...said,
    'http.request.method': method,
    'http.route': route,
    ...(one.spans.length > 1 && { 'graphql.operation.name': work.operation ?? OTHER }),
  });
  if (!everyLine && outcome !== 'failed' && ms <= SLOW_MS) return;
  const level = outcome === 'failed' ? 'warn' : 'info';
  during(work, () => log[level]({ method, route, status, ended: outcome, ms }, 'api.request'));
}
