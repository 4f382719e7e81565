import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerRefusal } from '../http-errors.js';

/** Where GraphQL is asked. */
export const GRAPHQL = '/graphql';

/** By the route that was found, not by the address: there are many ways to write one. */
export const isGraphQL = (request: FastifyRequest): boolean => request.routeOptions.url === GRAPHQL;

/** One operation by POST: no address with a query in it, no list of operations. */
export function takeOneOperation(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (!isGraphQL(request) || request.method === 'POST') return;
    return answerRefusal(request, reply.header('allow', 'POST'), { status: 405, reason: 'document.by-post' });
  });
  fastify.addHook('preValidation', async (request: FastifyRequest, reply: FastifyReply) => {
    if (!isGraphQL(request) || !Array.isArray(request.body)) return;
    return answerRefusal(request, reply, { status: 400, reason: 'document.batch', facts: { limit: 1 } });
  });
}
