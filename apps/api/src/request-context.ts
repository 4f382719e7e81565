import type { Actor, Wish } from '@banso/kernel';
import type { SecondFactorService, SignInService } from '@banso/directory';
import type { PlanExplanationService } from '@banso/dispatch';
import { type Config, type Db, isDatabaseAway, noteAccount, type ReadingLog } from '@banso/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimits } from './door/rate-limits.js';
import { databaseAway } from './door/refusal.js';
import { createLoaders, type Loaders } from './loaders.js';
import { type Locale, localeOf } from './messages/index.js';

/** Behind HTTPS no other host of the domain, and no plain connection, can plant one. */
export const sessionCookieOf = ({ BANSO_SECURE_COOKIES }: Config): string =>
  BANSO_SECURE_COOKIES ? '__Host-banso_session' : 'banso_session';

/** What one GraphQL request knows: who asks, in which language, and its own loaders. */
export interface RequestContext {
  readonly actor: Actor | null;
  /** They must have a second factor and have none: nothing but setting one up is open to them. */
  readonly secondFactorMissing: boolean;
  readonly locale: Locale;
  readonly loaders: Loaders;
  /** Notes who looked at what. */
  readonly readings: ReadingLog;
  readonly sessionToken: string | null;
  readonly reply: FastifyReply;
  /** The change under way, when the client gave it a key. */
  wish?: Wish | null;
}

/** What tells who asks. */
export interface Doorkeepers {
  readonly config: Config;
  readonly signIn: SignInService;
  readonly secondFactors: SecondFactorService;
  readonly rates: RateLimits;
}

interface Sources extends Doorkeepers {
  readonly db: Db;
  readonly explanations: PlanExplanationService;
  readonly readings: ReadingLog;
}

type Asker = Pick<RequestContext, 'actor' | 'secondFactorMissing' | 'locale' | 'sessionToken'>;

/** Who asks, by the session in the cookie and nothing else; and that they may ask so much (`points`). */
export async function whoAsks(
  { config, signIn, secondFactors, rates }: Doorkeepers,
  request: FastifyRequest,
  points: number,
): Promise<Asker> {
  const sessionToken = request.cookies[sessionCookieOf(config)] ?? null;
  const locale = localeOf(request.headers['accept-language']);
  const actor = sessionToken ? await orAway(locale, signIn.actorOf(sessionToken)) : null;
  if (actor?.accountId) noteAccount(actor.accountId);
  await rates.charge({ actor, request }, points);
  return {
    actor,
    secondFactorMissing: actor !== null && (await orAway(locale, secondFactors.isMissing(actor))),
    locale,
    sessionToken,
  };
}

export async function createRequestContext(
  { readings, db, explanations, ...doorkeepers }: Sources,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RequestContext> {
  const asker = await whoAsks(doorkeepers, request, 1);
  return { ...asker, loaders: createLoaders({ db, explanations }, asker.actor), readings, reply };
}

/** Who asks cannot be told without the database: that is no fault of the request, and passes. */
async function orAway<T>(locale: Locale, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw isDatabaseAway(error) ? databaseAway(locale) : error;
  }
}
