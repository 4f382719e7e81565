import { type ChildProcess, spawn } from 'node:child_process';
import { type GraphQLAnswer, SECRET_KEY, WITHOUT_RATES } from '../../../test/api.js';
import { freePort } from '../../../test/browser/system.js';
import { PASSWORD } from '../../../test/people.js';
import { ended } from './planning-workers.js';

/** An API in a process of its own, as it is run. */
export class ApiProcess {
  private constructor(
    private readonly process: ChildProcess,
    readonly url: string,
  ) {}

  static async start(databaseUrl: string, more: NodeJS.ProcessEnv = {}): Promise<ApiProcess> {
    const port = await freePort();
    const api = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        BANSO_DEMO: 'on',
        DATABASE_URL: databaseUrl,
        PORT: String(port),
        BANSO_SECRET_KEY: SECRET_KEY,
        ...WITHOUT_RATES,
        ...more,
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await new Promise<void>((resolve, reject) => {
      api.once('message', () => resolve());
      api.once('exit', (code) => reject(new Error(`The API ended with ${code}: is it built?`)));
    });
    return new ApiProcess(api, `http://127.0.0.1:${port}`);
  }

  /** A session, as a browser keeps it. */
  async signIn(loginId: string): Promise<string> {
    const query =
      'mutation($loginId: String!, $password: String!) { signIn(loginId: $loginId, password: $password) { name } }';
    const response = await this.post({ query, variables: { loginId, password: PASSWORD } });
    return response.headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  async send(
    cookie: string,
    query: string,
    variables: Record<string, unknown> = {},
    key?: string,
  ): Promise<Pick<GraphQLAnswer, 'data' | 'errors'>> {
    const response = await this.post(
      { query, variables },
      { cookie, ...(key && { 'idempotency-key': key }) },
    );
    const { data = null, errors = [] } = (await response.json()) as Partial<GraphQLAnswer>;
    return { data, errors };
  }

  /** The exit code, once it is gone. */
  end(signal: NodeJS.Signals): Promise<number | null> {
    return ended(this.process, signal);
  }

  private post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }
}
