import { type OidcArrival, OidcService } from '@banso/directory';
import { CONFIG, type Config } from '@banso/platform';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookieOf } from '../request-context.js';
import { Arrival, journeyCookieOf } from './arrival.js';

/** Where an identity provider sends the browser back to. */
@Controller()
export class IdentityController {
  constructor(
    private readonly service: OidcService,
    private readonly arrival: Arrival,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('oidc/callback')
  async comeBack(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const browserToken = request.cookies[journeyCookieOf(this.config)] ?? '';
    const query = request.url.slice(request.url.indexOf('?'));
    const userAgent = request.headers['user-agent'] ?? '';
    const arrived = await this.service.arrive(query, { browserToken, userAgent });
    this.arrival.endJourney(reply);
    if (arrived.kind === 'SIGNED_IN') {
      const sessionToken = request.cookies[sessionCookieOf(this.config)] ?? null;
      await this.arrival.seat(arrived.signedIn, { reply, sessionToken });
    }
    await reply.header('cache-control', 'no-store').redirect(placeOf(arrived), 303);
  }
}

const placeOf = (arrived: OidcArrival): string =>
  arrived.kind === 'NOT_JOINED'
    ? `/invitation?identity=${NOT_JOINED[arrived.reason] ?? 'failed'}`
    : PLACES[arrived.kind];

/** The link of an invitation is not sent around: its owner opens it again. */
const NOT_JOINED: Readonly<Record<string, string>> = {
  'link.not-usable': 'closed',
  'account.login-id-taken': 'name',
  'oidc.taken': 'taken',
};

/** The screen that says how it ended. */
const PLACES = {
  SIGNED_IN: '/',
  LINKED: '/account?identity=linked',
  TAKEN: '/account?identity=taken',
  UNKNOWN: '/sign-in?identity=unknown',
  FAILED: '/sign-in?identity=failed',
} as const;
