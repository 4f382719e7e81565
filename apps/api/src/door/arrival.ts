import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a request of this route may take to arrive, where that is more than usual. */
    arrivalMs?: number;
  }
}

/** A request has to arrive within so many milliseconds. */
export const ARRIVAL_MS = 30_000;

/** A file of 10 MB over a line of half a megabit a second. */
export const UPLOAD_ARRIVAL_MS = 180_000;

/** The server itself waits as long as for a file; whatever brings none has no more than the usual time. */
export function limitArrival(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { raw } = request;
    const most = request.routeOptions.config.arrivalMs ?? ARRIVAL_MS;
    if (!raw.complete) {
      const timer = setTimeout(() => {
        if (!raw.complete) fastify.server.emit('clientError', tooSlow(), raw.socket);
      }, most).unref();
      raw.once('close', () => clearTimeout(timer));
    }
    done();
  });
}

const tooSlow = (): Error =>
  Object.assign(new Error('The request is too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
