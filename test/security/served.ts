import { type ChildProcess, spawn } from 'node:child_process';
import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { callersOf, type ServedApi, WITHOUT_RATES } from '../api.js';
import { freePort } from '../browser/system.js';
import { type FreshDatabase, freshDatabase } from '../database.js';

/** Bytes of a body that the door takes. */
const LARGEST = 100 * 1024;

/** One request, sent exactly as it stands here. */
export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** Milliseconds from the first byte sent to the last received. */
  readonly ms: number;
}

/** The built API in a process of its own, as in production, before whoever attacks it. */
export class Server implements ServedApi {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 32 });
  private readonly lines: string[] = [];
  readonly as: ServedApi['as'];
  readonly anonymous: ServedApi['anonymous'];

  private constructor(
    readonly port: number,
    readonly database: FreshDatabase,
    private readonly child: ChildProcess,
  ) {
    ({ as: this.as, anonymous: this.anonymous } = callersOf(this.url));
    child.stdout?.on('data', (chunk: Buffer) => {
      this.lines.push(chunk.toString());
      if (this.lines.length > 5_000) this.lines.splice(0, 2_500);
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What it has written of late. */
  get log(): string {
    return this.lines.join('');
  }

  static async start(env: Record<string, string> = {}, shared?: FreshDatabase): Promise<Server> {
    const database = shared ?? (await freshDatabase(ENTITIES));
    const port = await freePort();
    const child = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        DATABASE_URL: database.url,
        BANSO_DEMO: 'on',
        HOST: '127.0.0.1',
        PORT: String(port),
        ...WITHOUT_RATES,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const server = new Server(port, database, child);
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`The API ended with ${code}: ${server.log}`)));
    });
    return server;
  }

  /** Whether the process has lived through it all. */
  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** By hand: fetch sets some headers itself, and gives up when a server answers early. */
  send({ method = 'POST', path = '/graphql', headers = {}, body = '' }: Sent): Promise<Received> {
    const begun = performance.now();
    return new Promise((resolve, reject) => {
      const asked = httpRequest(
        {
          host: '127.0.0.1',
          port: this.port,
          agent: this.agent,
          method,
          path,
          headers: { 'content-length': Buffer.byteLength(body), ...headers },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              text: Buffer.concat(parts).toString(),
              ms: performance.now() - begun,
            }),
          );
        },
      );
      asked.setTimeout(60_000, () => asked.destroy(new Error('No answer within a minute')));
      asked.on('error', (error: NodeJS.ErrnoException) => {
        // It has refused the body and hung up before all of it was sent: that is an answer.
        const cutOff =
          ['ECONNRESET', 'EPIPE'].includes(error.code ?? '') && Buffer.byteLength(body) > LARGEST;
        if (cutOff) resolve({ status: 413, headers: {}, text: '', ms: performance.now() - begun });
        else reject(error);
      });
      asked.end(body);
    });
  }

  /** What no HTTP client would send. */
  wire(bytes: string | Buffer): Promise<Received> {
    const begun = performance.now();
    return new Promise((resolve) => {
      let text = '';
      const done = () =>
        resolve({
          status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0),
          headers: {},
          text,
          ms: performance.now() - begun,
        });
      const socket = connect(this.port, '127.0.0.1', () => void socket.write(bytes));
      socket.setTimeout(3_000, () => socket.destroy());
      socket.on('data', (part) => {
        text += part.toString('latin1');
        if (/^HTTP\/1\.1 \d{3}/.test(text)) socket.end();
      });
      socket.on('error', () => {});
      socket.on('close', done);
    });
  }

  async stop(): Promise<void> {
    this.agent.destroy();
    if (this.alive)
      await new Promise<void>((resolve) => {
        this.child.once('exit', () => resolve());
        this.child.kill('SIGTERM');
      });
  }
}
