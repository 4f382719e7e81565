import { setTimeout as sleep } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { readConfig } from '@banso/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../apps/api/src/app.js';
import { ENTITIES } from '../apps/api/src/entities.js';
import { type FreshDatabase, freshDatabase } from './database.js';
import { temporaryFolder } from './folder.js';
import { PASSWORD } from './people.js';
import { loginUrlOf } from './template.js';

export interface GraphQLAnswer {
  readonly status: number;
  readonly data: Record<string, any> | null;
  readonly errors: { message: string; path?: string[]; extensions: Record<string, any> }[];
}

/** Somebody at the other end of HTTP. */
export interface Caller {
  /** The session, as a browser sends it; null for strangers. */
  readonly cookie: string | null;
  /** `key` numbers the wish: sent again with it, it has no second effect. */
  send(query: string, variables?: Record<string, unknown>, key?: string): Promise<GraphQLAnswer>;
  /** The data of an answer without errors. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Record<string, any>>;
  /** The code and reason of an answer that was refused. */
  refusal(query: string, variables?: Record<string, unknown>): Promise<{ code: string; reason: string }>;
}

/** An API somewhere, and its database. */
export interface ServedApi {
  readonly url: string;
  readonly database: FreshDatabase;
  /** Signs in over HTTP and keeps the cookie. */
  as(person: { loginId: string }, language?: string): Promise<Caller>;
  anonymous(language?: string): Caller;
}

export interface RunningApi extends ServedApi {
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

/** A spec asks in seconds what people ask in days. */
export const WITHOUT_RATES = { BANSO_RATE_ACCOUNT: '100000000', BANSO_RATE_ADDRESS: '100000000' };
/** Without it the API would leave a key file behind. */
export const SECRET_KEY = 'a key that only the tests know, and it is long';

/** The whole API on a port and a database of its own. */
export async function startApi(env: Record<string, string> = {}): Promise<RunningApi> {
  const database = await freshDatabase(ENTITIES);
  const app = await createApp(
    readConfig({
      NODE_ENV: 'test',
      DATABASE_URL: loginUrlOf(database.url),
      BANSO_DEMO: 'on',
      ...WITHOUT_RATES,
      BANSO_SECRET_KEY: SECRET_KEY,
      // Mail is asked for, and nobody carries it.
      BANSO_SMTP_URL: 'smtp://127.0.0.1:1',
      BANSO_MAIL_FROM: 'banso@example.lg.jp',
      BANSO_FILES: temporaryFolder(),
      ...env,
    }),
  );
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  return {
    ...callersOf(url),
    url,
    database,
    app,
    async close() {
      await app.close();
      await database.drop();
    },
  };
}

/** Those who call an API at an address, signed in or not. */
export function callersOf(url: string): Pick<ServedApi, 'as' | 'anonymous'> {
  const caller = (cookie: string | null, language: string): Caller => {
    const send: Caller['send'] = async (query, variables, key) => {
      for (;;) {
        const response = await post(url, { query, variables }, { cookie, language, key });
        const body = (await response.json()) as Partial<GraphQLAnswer>;
        const answer = { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
        // As the web app does: a crowd that was sent away comes again.
        if (answer.errors[0]?.extensions['reason'] !== 'service.crowded') return answer;
        await sleep(200 + Math.random() * 800);
      }
    };
    return {
      cookie,
      send,
      async ask(query, variables) {
        const { data, errors } = await send(query, variables);
        if (errors.length > 0 || !data) throw new Error(JSON.stringify(errors));
        return data;
      },
      async refusal(query, variables) {
        const { errors } = await send(query, variables);
        if (!errors[0]) throw new Error('It was not refused');
        return { code: errors[0].extensions['code'], reason: errors[0].extensions['reason'] };
      },
    };
  };

  return {
    async as({ loginId }, language = 'ja') {
      const query =
        'mutation($loginId: String!, $password: String!) { signIn(loginId: $loginId, password: $password) { name } }';
      const response = await post(
        url,
        { query, variables: { loginId, password: PASSWORD } },
        { cookie: null, language },
      );
      const cookie = response.headers.get('set-cookie')?.split(';')[0];
      if (!cookie) throw new Error(`Sign-in failed: ${await response.text()}`);
      return caller(cookie, language);
    },
    anonymous: (language = 'ja') => caller(null, language),
  };
}

function post(
  url: string,
  body: unknown,
  { cookie, language, key }: { cookie: string | null; language: string; key?: string | undefined },
): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      ...(cookie && { cookie }),
      ...(key && { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  });
}
