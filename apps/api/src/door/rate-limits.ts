import { networkOf } from '@banso/directory';
import type { Actor } from '@banso/kernel';
import { type Config, log, type RateBudgets } from '@banso/platform';
import type { FastifyRequest } from 'fastify';
import { localeOf } from '../messages/index.js';
import { databaseAway, refusal } from './refusal.js';

/** Who pays: an account, or the address of somebody who has not signed in. */
export interface Payer {
  readonly actor: Actor | null;
  readonly request: FastifyRequest;
}

/**
 * What an account may ask in a minute, and an address before anybody has signed in there. Hundreds of clerks stand
 * behind one address of their town, so nobody who has signed in ever pays with it.
 */
export class RateLimits {
  constructor(
    private readonly budgets: RateBudgets,
    private readonly config: Config,
  ) {}

  /**
   * Charges points. When they cannot be counted, what only reads goes on; `strict` (signing in) does not.
   * @throws GraphQLError 429 with the limit and the seconds to wait; 503 when strict and not counted
   */
  async charge(payer: Payer, points: number, { strict = false } = {}): Promise<void> {
    const locale = localeOf(payer.request.headers['accept-language']);
    const { key, perMinute, reason } = this.budgetOf(payer);
    let seconds: number;
    try {
      seconds = await this.budgets.take(key, points, { perMinute });
    } catch {
      log.warn({ strict }, 'api.rate-not-counted');
      if (!strict) return;
      throw databaseAway(locale);
    }
    if (seconds === 0) return;
    log.warn({ reason }, 'api.rate-limited');
    throw refusal(locale, {
      status: 429,
      code: 'RATE_LIMITED',
      reason,
      facts: { limit: perMinute, seconds },
      headers: [['retry-after', String(seconds)]],
    });
  }

  /** Charges an address outside GraphQL; null when it may go on, also when nothing can be counted. */
  async secondsToWait(payer: Payer, points: number): Promise<{ limit: number; seconds: number } | null> {
    const { key, perMinute, reason } = this.budgetOf(payer);
    const seconds = await this.budgets.take(key, points, { perMinute }).catch(() => {
      log.warn({ strict: false }, 'api.rate-not-counted');
      return 0;
    });
    if (seconds === 0) return null;
    log.warn({ reason }, 'api.rate-limited');
    return { limit: perMinute, seconds };
  }

  private budgetOf({ actor, request }: Payer) {
    return actor?.accountId
      ? {
          key: `account ${actor.accountId}`,
          perMinute: this.config.BANSO_RATE_ACCOUNT,
          reason: 'rate.account',
        }
      : {
          key: `address ${networkOf(request.ip)}`,
          perMinute: this.config.BANSO_RATE_ADDRESS,
          reason: 'rate.address',
        };
  }
}
