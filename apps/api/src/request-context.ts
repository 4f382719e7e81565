import type { Actor, Wish } from '@banso/kernel';
import type { SignInService } from '@banso/directory';
import type { PlanExplanationService } from '@banso/dispatch';
import type { Db } from '@banso/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createLoaders, type Loaders } from './loaders.js';
import { type Locale, localeOf } from './messages/index.js';

export const SESSION_COOKIE = 'banso_session';

/** What one GraphQL request knows: who asks, in which language, and its own loaders. */
export interface RequestContext {
  readonly actor: Actor | null;
  readonly locale: Locale;
  readonly loaders: Loaders;
  readonly sessionToken: string | null;
  readonly reply: FastifyReply;
  /** The change under way, when the client gave it a key. */
  wish?: Wish | null;
}

export async function createRequestContext(
  { signIn, ...sources }: { signIn: SignInService; db: Db; explanations: PlanExplanationService },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RequestContext> {
  const sessionToken = request.cookies[SESSION_COOKIE] ?? null;
  const actor = sessionToken ? await signIn.actorOf(sessionToken) : null;
  return {
    actor,
    locale: localeOf(request.headers['accept-language']),
    loaders: createLoaders(sources, actor),
    sessionToken,
    reply,
  };
}
