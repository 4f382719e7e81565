import { CalendarFeedService } from '@banso/dispatch';
import { CONFIG, type Config } from '@banso/platform';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimits } from '../door/rate-limits.js';
import { answerRefusal } from '../http-errors.js';

/** What one reading costs, in points of the door: as much as a list. */
const POINTS = 10;

/** Where calendar programs read: no cookie, no session; the secret is the address. */
@Controller()
export class CalendarController {
  constructor(
    private readonly service: CalendarFeedService,
    private readonly rates: RateLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('calendar/:file')
  async read(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wait = await this.rates.secondsToWait({ actor: null, request }, POINTS);
    if (wait) {
      const { limit, seconds } = wait;
      void reply.header('retry-after', String(seconds));
      answerRefusal(request, reply, {
        status: 429,
        reason: 'rate.address',
        code: 'RATE_LIMITED',
        facts: { limit, seconds },
      });
      return;
    }
    const token = file.replace(/\.ics$/, '');
    const calendar = this.config.BANSO_CALENDAR_FEEDS ? await this.service.open(token) : null;
    if (!calendar) {
      answerRefusal(request, reply, { status: 404, reason: 'calendar-feed.not-found', code: 'NOT_FOUND' });
      return;
    }
    const tag = `"${calendar.tag}"`;
    // Kept by nobody on the way, and asked for anew each time: mostly the answer is that nothing has changed.
    void reply.header('cache-control', 'private, no-cache').header('etag', tag);
    if (isKnown(request.headers['if-none-match'], tag)) {
      await reply.status(304).send();
      return;
    }
    await reply.type('text/calendar; charset=utf-8').send(calendar.text);
  }
}

/** Whether a calendar program has this very text already. */
const isKnown = (known: string | undefined, tag: string): boolean =>
  (known ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
