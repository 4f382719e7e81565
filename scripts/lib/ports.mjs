/** Finding out whether a TCP port can be listened on, and finding one that can. */
import { createServer } from 'node:net';
import { errorCode } from './errors.mjs';

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<string | undefined>} undefined when free, else the error code (EADDRINUSE, EACCES, …)
 */
export function portTrouble(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(errorCode(error) ?? 'UNKNOWN'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/**
 * A free port below the range the system hands out for outgoing connections, so that it is still free tomorrow.
 * @param {number} [preferred] tried first
 * @returns {Promise<number>}
 */
export async function freePort(preferred) {
  if (preferred && !(await portTrouble(preferred))) return preferred;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (!(await portTrouble(port))) return port;
  }
  throw new Error('no free TCP port between 20000 and 32000');
}
