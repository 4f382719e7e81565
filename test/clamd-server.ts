import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface ClamdServer {
  readonly address: string;
  /** What was shown to it, whole. */
  readonly seen: Buffer[];
  /** Hangs up without an answer while this holds. */
  broken: boolean;
  close(): Promise<void>;
}

/** Finds a virus in whatever contains this word. */
export const VIRUS = 'EICAR-like';

/** Speaks what clamd speaks: `zINSTREAM`, pieces after their length, an empty piece; one line in answer. */
export async function startClamd(): Promise<ClamdServer> {
  const serve = (socket: Socket): void => {
    let got = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      got = Buffer.concat([got, bytes]);
      const content = contentIn(got);
      if (content === null) return;
      if (server.broken) return void socket.destroy();
      server.seen.push(content);
      socket.end(content.includes(VIRUS) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
    });
  };
  const tcp = createServer(serve);
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  const server: ClamdServer = {
    address: `127.0.0.1:${(tcp.address() as AddressInfo).port}`,
    seen: [],
    broken: false,
    close: () => new Promise((resolve) => void tcp.close(() => resolve())),
  };
  return server;
}

/** Everything up to the empty piece; null while more has to come. */
function contentIn(got: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (got.length < command.length) return null;
  if (got.toString('latin1', 0, command.length) !== command) throw new Error('Not what clamd is asked');
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= got.length;) {
    const length = got.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > got.length) return null;
    pieces.push(got.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
