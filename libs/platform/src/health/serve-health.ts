import { createServer } from 'node:http';
import type { Readiness } from './readiness.js';

/** A listener that can be let go. */
export interface HealthPage {
  readonly port: number;
  close(): Promise<void>;
}

/** `/healthz` and `/readyz` for a process that answers nothing else. */
export async function serveHealth(readiness: Readiness, port: number, host: string): Promise<HealthPage> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(body));
    };
    if (request.url === '/healthz') answer(200, { status: 'ok' });
    else if (request.url === '/readyz')
      void readiness.look().then((ready) => answer(ready.status === 'ok' ? 200 : 503, ready));
    else answer(404, {});
  });
  server.headersTimeout = 5_000;
  server.requestTimeout = 5_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
