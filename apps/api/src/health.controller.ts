import { Db, outboxLag } from '@banso/platform';
import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';

/** Alive, and able to serve: the database answers. */
@Controller()
export class HealthController {
  constructor(private readonly db: Db) {}

  @Get('healthz')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  /** 503 while the database does not answer; `lagSeconds` is how long due work has waited. */
  @Get('readyz')
  async ready(): Promise<{ status: string; lagSeconds: number }> {
    try {
      const lag = await outboxLag(this.db);
      return { status: 'ok', lagSeconds: Math.round(lag.seconds) };
    } catch {
      throw new ServiceUnavailableException();
    }
  }
}
