import { type DestinationStream, type Logger, pino } from 'pino';
import { operationName } from './audit/operation.js';
import { maskedFields } from './personal-data/masked-keys.js';
import { workNow } from './telemetry/work.js';

/** A log that writes to `stream`; to standard output when there is none. */
export function createLog(level: string, stream?: DestinationStream): Logger {
  const options = {
    base: { pid: process.pid },
    level,
    mixin: present,
    // Pino's own `redact` looks for each of some hundred keys at each depth in turn: 2 ms a line.
    formatters: { log: (fields: object) => maskedFields(fields) },
  };
  return stream ? pino(options, stream) : pino(options);
}

/** What every line says without being told: which request or job it belongs to. */
function present(): object {
  const work = workNow();
  const operation = operationName() || work?.operation;
  return { ...work, ...(operation && { operation }) };
}

/**
 * Structured lines: an event name, ids and counts. Never a name, a text that somebody typed or an address:
 * logs outlive the rows that they speak of. What is put in all the same is masked by its key.
 */
export const log = createLog(process.env['NODE_ENV'] === 'test' ? 'fatal' : 'info');
