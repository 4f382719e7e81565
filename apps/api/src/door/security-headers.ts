import type { Config } from '@banso/platform';
import type { FastifyInstance } from 'fastify';

/** What is no page of ours runs, shows and loads nothing, wherever it is opened. */
const NOTHING = `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const POWERS = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': POWERS.map((power) => `${power}=()`).join(', '),
  'x-frame-options': 'DENY',
};

/** A year; other names under the same domain are nobody's business here. */
const ONLY_HTTPS = 'max-age=31536000';

/** The headers of an answer that is no page. */
export const securityHeaders = ({ BANSO_SECURE_COOKIES }: Config): Readonly<Record<string, string>> => ({
  ...HEADERS,
  'content-security-policy': NOTHING,
  ...(BANSO_SECURE_COOKIES && { 'strict-transport-security': ONLY_HTTPS }),
});

/** On every answer, refusals and pages that are not there included; a page brings a policy of its own. */
export function setSecurityHeaders(fastify: FastifyInstance, config: Config): void {
  const headers = Object.entries(securityHeaders(config));
  fastify.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of headers) if (!reply.hasHeader(name)) reply.header(name, value);
    // Somebody's rows: no cache on the way keeps them.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}
