import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Whether this process was told to stop. Until it does it serves as ever, and asks not to be sent anything more. */
@Injectable()
export class Draining {
  private begun = false;

  get hasBegun(): boolean {
    return this.begun;
  }

  begin(): void {
    this.begun = true;
  }
}

/** A kept connection ends with an answer that says so, and not in the middle of the next request. */
export function sendAway(fastify: FastifyInstance, draining: Draining): void {
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (draining.hasBegun) void reply.header('connection', 'close');
    done();
  });
}
