import { pino } from 'pino';

/**
 * Structured lines: an event name, ids and counts. Never a name, a text that somebody typed or an address:
 * logs outlive the rows that they speak of.
 */
export const log = pino({
  base: { pid: process.pid },
  level: process.env['NODE_ENV'] === 'test' ? 'fatal' : 'info',
});
