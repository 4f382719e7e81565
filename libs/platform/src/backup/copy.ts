import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { Submittable } from 'pg';
import type { Session } from './session.js';

/** Rows arrive one by one; handed on in pieces of about so many bytes. */
const PIECE = 1 << 16;

/** What the driver hands a statement that it knows nothing of (COPY); its types do not say so. */
interface Wire {
  readonly stream: NodeJS.WritableStream & {
    readonly writableNeedDrain: boolean;
    pause(): void;
    resume(): void;
  };
  query(sql: string): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

const nothing = (): void => {};

/** What every statement may be told and a COPY has no use for. */
const UNHEARD = {
  handleRowDescription: nothing,
  handleDataRow: nothing,
  handlePortalSuspended: nothing,
  handleEmptyQuery: nothing,
  handleReadyForQuery: nothing,
};

/** `COPY … TO STDOUT` as a stream that takes its time from whoever reads it. */
export function copyOut(client: Session, sql: string): Readable {
  let wire: Wire | undefined;
  let piece: Buffer[] = [];
  let bytes = 0;
  const stream = new Readable({ highWaterMark: PIECE * 2, read: () => wire?.stream.resume() });
  const flush = (): void => {
    if (bytes === 0) return;
    if (!stream.push(Buffer.concat(piece))) wire?.stream.pause();
    piece = [];
    bytes = 0;
  };
  const statement = {
    ...UNHEARD,
    submit(connection: Wire) {
      wire = connection;
      connection.query(sql);
    },
    handleCopyData({ chunk }: { chunk: Buffer }) {
      // The driver reads the next rows into the same memory.
      piece.push(Buffer.from(chunk));
      bytes += chunk.length;
      if (bytes >= PIECE) flush();
    },
    handleCommandComplete() {
      flush();
      stream.push(null);
      // Nobody asks an ended stream for more, and the server's last word is still to come.
      wire?.stream.resume();
    },
    handleError(error: Error) {
      wire?.stream.resume();
      stream.destroy(error);
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types know nothing of COPY
  client.query(statement as unknown as Submittable);
  return stream;
}

/** `COPY … FROM STDIN` of what is handed over. */
export function copyIn(client: Session, sql: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: unknown;
    const send = async (wire: Wire): Promise<void> => {
      try {
        for await (const chunk of content) {
          wire.sendCopyFromChunk(chunk);
          if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain');
        }
        wire.endCopyFrom();
      } catch (error) {
        failure = error;
        wire.sendCopyFail('given up');
      }
    };
    const statement = {
      ...UNHEARD,
      submit: (connection: Wire) => connection.query(sql),
      handleCopyInResponse: (connection: Wire) => void send(connection),
      handleCommandComplete: () => resolve(),
      // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- what the content threw, or the server's word
      handleError: (error: Error) => reject(failure ?? error),
    };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types know nothing of COPY
    client.query(statement as unknown as Submittable);
  });
}
