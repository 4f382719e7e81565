import { type Ready, Readiness } from '@banso/platform';
import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AWAY_SECONDS } from './door/refusal.js';

/** Alive: the process turns. Ready: it can be given work. */
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('healthz')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  /** 503 while the database does not answer or lacks changes, and from the moment that the process is told to stop. */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Ready> {
    const ready = await this.readiness.look();
    if (ready.status !== 'ok') void reply.status(503).header('retry-after', String(AWAY_SECONDS));
    return ready;
  }
}
