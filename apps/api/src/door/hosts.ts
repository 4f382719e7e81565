import { hostname } from 'node:os';
import type { Config } from '@banso/platform';
import { isIP } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerRefusal } from '../http-errors.js';

/** A name or an address, and a port. Whatever else stands in the header was made to confuse somebody. */
const HOST = /^(?<name>[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
const LONGEST = 255;

/** Names that nobody on the internet can own, so no foreign page can make them its own (DNS rebinding). */
const OF_THE_NEIGHBOURHOOD = /^[^.]+$|\.(localhost|local|localdomain|lan|intranet|internal|test|home\.arpa)$/;

/** The name without its port, in small letters; null for what is no name. */
export function hostNameOf(host: string | undefined): string | null {
  if (!host || host.length > LONGEST) return null;
  return HOST.exec(host)?.groups?.['name']?.toLowerCase().replace(/\.$/, '') ?? null;
}

/**
 * Whether the platform answers to a name. Set: those names alone, and this machine's own. Not set: addresses and names
 * of a local network; behind a proxy (BANSO_PROXY_HOPS) any, because the proxy has chosen by name already.
 */
export function answersTo(name: string, { BANSO_ALLOWED_HOSTS, BANSO_PROXY_HOPS }: Config): boolean {
  if (name === 'localhost' || name === '127.0.0.1' || name === '[::1]') return true;
  if (BANSO_ALLOWED_HOSTS.length > 0) return BANSO_ALLOWED_HOSTS.includes(name);
  if (BANSO_PROXY_HOPS > 0) return true;
  return (
    isIP(name.replace(/^\[|\]$/g, '')) !== 0 ||
    OF_THE_NEIGHBOURHOOD.test(name) ||
    name === hostname().toLowerCase()
  );
}

/** Load balancers ask by whatever name, or none. */
const FOR_ANYBODY = new Set(['/healthz', '/readyz']);

const hostHeadersOf = ({ raw: { rawHeaders } }: FastifyRequest): number =>
  rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length;

/** Refuses requests that were meant for somebody else. */
export function checkHosts(fastify: FastifyInstance, config: Config): void {
  fastify.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (FOR_ANYBODY.has(request.url)) return;
    const name = hostNameOf(request.host);
    // `GET http://elsewhere/`: the address would say one name and the header another.
    const whole = !request.url.startsWith('/') && request.url !== '*';
    if (whole || hostHeadersOf(request) > 1 || name === null || hostNameOf(request.headers.host) === null)
      return answerRefusal(request, reply, { status: 400, reason: 'host.malformed' });
    if (!answersTo(name, config))
      return answerRefusal(request, reply, { status: 421, reason: 'host.unknown' });
  });
}
