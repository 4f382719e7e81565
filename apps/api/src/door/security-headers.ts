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

/** Whatever is answered. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': NOTHING,
};

/** What a browser heeds of a page and of nothing that belongs to one. */
const OF_PAGES: Readonly<Record<string, string>> = {
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': POWERS.map((power) => `${power}=()`).join(', '),
  'x-frame-options': 'DENY',
};

/** A screen consists of some seventy of them: what only means something of pages would be 25 KB. */
export const PARTS_OF_PAGES = '/assets/*';

/** A year; other names under the same domain are nobody's business here. */
const ONLY_HTTPS = 'max-age=31536000';

/** The headers of an answer that is no page. */
export const securityHeaders = ({ BANSO_SECURE_COOKIES }: Config): Readonly<Record<string, string>> => ({
  ...EVERYWHERE,
  ...OF_PAGES,
  ...(BANSO_SECURE_COOKIES && { 'strict-transport-security': ONLY_HTTPS }),
});

/** On every answer, refusals and pages that are not there included; a page brings a policy of its own. */
export function setSecurityHeaders(fastify: FastifyInstance, config: Config): void {
  const headers = Object.entries(securityHeaders(config));
  const ofParts = headers.filter(([name]) => !(name in OF_PAGES));
  fastify.addHook('onSend', async (request, reply) => {
    const said = request.routeOptions.url === PARTS_OF_PAGES ? ofParts : headers;
    for (const [name, value] of said) if (!reply.hasHeader(name)) reply.header(name, value);
    // Somebody's rows: no cache on the way keeps them.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}
