import { connect } from 'node:net';
import type { Readable } from 'node:stream';

/** What is asked whether a file is harmless. */
export interface VirusScanner {
  /** False when it found something. @throws Error when it gave no answer: asked again later. */
  isClean(content: Readable, signal: AbortSignal): Promise<boolean>;
}

const SILENCE_MS = 60_000;
const CHUNK = 64 * 1024;
const MOST_ANSWER = 4_096;

/** clamd over TCP: the file in pieces, each after its length; nothing of it lies where it could be opened. */
export class ClamdScanner implements VirusScanner {
  constructor(private readonly address: { readonly host: string; readonly port: number }) {}

  async isClean(content: Readable, signal: AbortSignal): Promise<boolean> {
    const answer = await this.ask(content, signal);
    if (answer.endsWith(': OK')) return true;
    if (answer.endsWith(' FOUND')) return false;
    throw new Error('The scanner could not tell');
  }

  private ask(content: Readable, signal: AbortSignal): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect({ ...this.address, signal });
      let answer = '';
      socket
        .setEncoding('utf8')
        .setTimeout(SILENCE_MS, () => socket.destroy(new Error('The scanner is silent')));
      socket.on('data', (words: string) => (answer += words.slice(0, MOST_ANSWER - answer.length)));
      socket.on('end', () => resolve(answer.replaceAll('\0', '').trim()));
      socket.on('error', reject);
      socket.on('close', () => {
        content.destroy();
        reject(new Error('The scanner hung up'));
      });
      socket.on('connect', () => {
        write(socket, content).catch((error: unknown) =>
          socket.destroy(error instanceof Error ? error : new Error('unknown')),
        );
      });
    });
  }
}

async function write(socket: ReturnType<typeof connect>, content: Readable): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const bytes of content as AsyncIterable<Buffer>) {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      const piece = bytes.subarray(at, at + CHUNK);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(piece.length);
      socket.write(length);
      if (!socket.write(piece)) await drained(socket);
    }
  }
  socket.write(Buffer.alloc(4));
}

const drained = (socket: ReturnType<typeof connect>): Promise<void> =>
  new Promise((resolve, reject) => {
    const over = (): void => reject(new Error('The scanner hung up'));
    socket.once('close', over);
    socket.once('drain', () => {
      socket.off('close', over);
      resolve();
    });
  });
