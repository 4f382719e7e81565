import type { Socket } from 'node:net';
import { type Config, withinDeadline } from '@banso/platform';
import type { FastifyInstance } from 'fastify';
import { limitArrival } from './arrival.js';
import { takeJsonOnly } from './body.js';
import { holdBackCrowd } from './crowd.js';
import { takeOneOperation } from './graphql-requests.js';
import { checkHosts } from './hosts.js';
import { checkOrigin } from './origin.js';
import { securityHeaders, setSecurityHeaders } from './security-headers.js';

/** From the last byte of a request until its work is given up, in seconds. */
export const DEADLINE_SECONDS = 20;

/** What stands before every route, in this order. What it lets through, the operation and its rows still judge. */
export function guardDoor(fastify: FastifyInstance, config: Config): void {
  setSecurityHeaders(fastify, config);
  checkHosts(fastify, config);
  checkOrigin(fastify, config);
  limitArrival(fastify);
  takeJsonOnly(fastify);
  takeOneOperation(fastify);
  holdBackCrowd(fastify);
  fastify.addHook('preHandler', (_request, _reply, done) => withinDeadline(DEADLINE_SECONDS, done));
}

const STATUS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Answers what is no HTTP, before there is a request. */
export const answerNoHttp = (config: Config) => {
  const headers = Object.entries(securityHeaders(config)).map(([name, value]) => `${name}: ${value}\r\n`);
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const status = STATUS[error.code ?? ''] ?? '400 Bad Request';
    if (socket.writable)
      socket.write(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\nconnection: close\r\n${headers.join('')}\r\n`);
    socket.destroy(error);
  };
};
