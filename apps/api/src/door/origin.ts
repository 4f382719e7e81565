import type { Config } from '@banso/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerRefusal } from '../http-errors.js';
import { hostNameOf } from './hosts.js';

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What a form or a link of any page can send without asking us first. */
const OF_FORMS = /^\s*(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\s*(;|$)/i;

/** The parts of a request that say whose page has sent it. */
export interface Sender {
  readonly host: string;
  readonly headers: FastifyRequest['headers'];
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** The same place whether its usual port is written or not; the scheme is the business of whoever ends TLS. */
const samePlace = (one: string, other: string): boolean =>
  one === other || [80, 443].some((port) => one === `${other}:${port}` || `${one}:${port}` === other);

/**
 * Whether a change may have been asked for by a foreign page. Browsers say where a request comes from, and no page can
 * forge it: `Sec-Fetch-Site` over HTTPS and on this machine, `Origin` on every POST. Whoever says neither is no browser
 * of today; then a cookie counts only with what no form can send. A proxy may hide the name that the browser used: the
 * names that are set are always its own.
 */
export function isForeign({ host, headers }: Sender, ownNames: readonly string[] = []): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  if (origin !== undefined) {
    const from = hostOf(origin);
    if (from === null) return true;
    return !samePlace(from, host.toLowerCase()) && !ownNames.includes(hostNameOf(from) ?? '');
  }
  if (headers.cookie === undefined) return false;
  const type = headers['content-type'];
  return type === undefined || OF_FORMS.test(type);
}

/** Every route, GraphQL or not: a change asked for by a foreign page is refused before its body is read. */
export function checkOrigin(fastify: FastifyInstance, { BANSO_ALLOWED_HOSTS }: Config): void {
  fastify.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (HARMLESS.has(request.method) || !isForeign(request, BANSO_ALLOWED_HOSTS)) return;
    return answerRefusal(request, reply, { status: 403, reason: 'origin.foreign', code: 'FORBIDDEN' });
  });
}
