import { Gate } from '@banso/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerRefusal } from '../http-errors.js';
import { isGraphQL } from './graphql-requests.js';

/** Operations that one process works on at once: several times what keeps the processor and the connections to Postgres busy. */
const AT_ONCE = 32;
/**
 * Whoever has waited so long is told to come back rather than to wait with everybody else: over a second for what comes at
 * once and passes, far less while it does not pass, so that those who are let in are answered in two (R16).
 */
const PATIENCE = { usual: 1_200, after: 600, inLine: 300 };

/**
 * More work than can be done would make everybody wait until nobody is answered in time. What does not find room soon is
 * refused at once, and the rest stays quick.
 */
export function holdBackCrowd(fastify: FastifyInstance): void {
  const gate = new Gate(AT_ONCE, PATIENCE);
  fastify.addHook('preHandler', async (request: FastifyRequest, reply: FastifyReply) => {
    if (!isGraphQL(request)) return;
    const leave = await gate.enter();
    if (!leave)
      return answerRefusal(request, reply, { status: 503, reason: 'service.crowded', code: 'UNAVAILABLE' });
    // Also when whoever asked has gone.
    reply.raw.once('close', leave);
    if (reply.raw.destroyed) leave();
  });
}
