/** What stands before several API processes: each request goes to the next one that says it is ready. */
import { Agent, createServer, request as ask } from 'node:http';

const LOOK_EVERY_MS = 250;
const LOOK_MS = 2_000;

/**
 * @typedef {object} Front
 * @property {string} url
 * @property {() => number[]} ready ports of those that are ready
 * @property {() => void} close
 */

/**
 * @param {readonly number[]} ports of the API processes
 * @returns {Promise<Front>}
 */
export async function openFront(ports) {
  // As nginx without `keepalive`: no request rides on a connection that its owner is just closing.
  const agent = new Agent({ keepAlive: false });
  const ready = new Set(ports);
  let turn = 0;
  const look = async () => {
    await Promise.all(
      ports.map(async (port) => {
        const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
          signal: AbortSignal.timeout(LOOK_MS),
        }).catch(() => undefined);
        await answer?.body?.cancel();
        if (answer?.ok) ready.add(port);
        else ready.delete(port);
      }),
    );
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);

  const server = createServer((request, response) => {
    const able = ports.filter((port) => ready.has(port));
    const among = able.length > 0 ? able : ports;
    const port = among[turn++ % among.length];
    const onward = ask(
      { host: '127.0.0.1', port, agent, method: request.method, path: request.url, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'x-served-by': String(port) });
        answer.pipe(response);
        answer.once('error', () => response.destroy());
      },
    );
    onward.once('error', () => {
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end();
    });
    response.once('close', () => response.writableFinished || onward.destroy());
    request.pipe(onward);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    ready: () => [...ready],
    close() {
      clearInterval(timer);
      server.closeAllConnections();
      server.close();
    },
  };
}
