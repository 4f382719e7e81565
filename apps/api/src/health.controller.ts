import { Db, outboxLag } from '@banso/platform';
import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { Draining } from './door/draining.js';

/** Alive, and able to serve: the database answers. */
@Controller()
export class HealthController {
  constructor(
    private readonly db: Db,
    private readonly draining: Draining,
  ) {}

  @Get('healthz')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  /** 503 while the database does not answer, and once this process was told to stop; `lagSeconds` is how long due work has waited. */
  @Get('readyz')
  async ready(): Promise<{ status: string; lagSeconds: number }> {
    if (this.draining.hasBegun) throw new ServiceUnavailableException();
    try {
      const lag = await outboxLag(this.db);
      return { status: 'ok', lagSeconds: Math.round(lag.seconds) };
    } catch {
      throw new ServiceUnavailableException();
    }
  }
}
