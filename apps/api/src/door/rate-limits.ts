import { networkOf } from '@banso/directory';
import type { Actor } from '@banso/kernel';
import { type Config, log, type RateBudgets } from '@banso/platform';
import { HeaderMap } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { type Locale, localeOf } from '../messages/index.js';

/** Who pays: an account, or the address of somebody who has not signed in. */
export interface Payer {
  readonly actor: Actor | null;
  readonly request: FastifyRequest;
}

interface Refused {
  readonly status: number;
  readonly code: string;
  readonly reason: string;
  readonly facts?: Readonly<Record<string, number>>;
  readonly headers?: readonly [string, string][];
}

/** Refused before a resolver runs; the language goes along, because nothing else knows it that early. */
const refusal = (locale: Locale, { status, headers = [], ...extensions }: Refused) =>
  new GraphQLError(extensions.reason, {
    extensions: { ...extensions, locale, http: { status, headers: new HeaderMap(headers) } },
  });

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
      throw refusal(locale, { status: 503, code: 'UNAVAILABLE', reason: 'service.away' });
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
