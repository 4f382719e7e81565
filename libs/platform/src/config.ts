import { join } from 'node:path';
import { z } from 'zod';

const flag = (fallback: 'on' | 'off') =>
  z
    .enum(['on', 'off'])
    .default(fallback)
    .transform((value) => value === 'on');

const names = z
  .string()
  .default('')
  .transform((list) =>
    list
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ''),
  )
  .pipe(
    z.array(z.string().regex(/^[a-z0-9_.:[\]-]+$/, 'names without scheme, port and path, parted by commas')),
  );

/** On where real people work, off where the platform is built or tried out, unless it is said. */
const productionFlag = z.enum(['on', 'off']).optional();

/** What a compose file hands on without a value is not set. */
const unset = (value: unknown): unknown => (value === '' ? undefined : value);

const asJson = (text: string | undefined, context: z.RefinementCtx): unknown => {
  try {
    return JSON.parse(text || '{}');
  } catch {
    context.addIssue('is no JSON');
    return z.NEVER;
  }
};

/** Over plain HTTP only on this machine: a token must not travel in the open. */
const issuer = z
  .url()
  .refine((url) => /^https:|^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(url), 'needs https');

const oidcProviders = z
  .string()
  .optional()
  .transform(asJson)
  .pipe(
    z.record(
      z.string().regex(/^\d{2}$/),
      z.object({
        issuer,
        clientId: z.string().min(1),
        clientSecret: z.string().min(1),
        required: z.enum(['nobody', 'hub', 'staff']).default('nobody'),
        signOut: z.boolean().default(false),
      }),
    ),
  );

const s3Place = z
  .string()
  .optional()
  .transform((text, context) => (text ? asJson(text, context) : undefined))
  .pipe(
    z
      .object({
        endpoint: z.url({ protocol: /^https?$/ }),
        bucket: z.string().regex(/^[a-z0-9.-]{3,63}$/),
        region: z.string().min(1).default('us-east-1'),
        accessKey: z.string().min(1),
        secretKey: z.string().min(1),
      })
      .optional(),
  );

const scanner = z
  .string()
  .regex(/^([A-Za-z0-9.-]+:\d{1,5})?$/, 'host:port')
  .optional()
  .transform((address) => {
    const [host = '', port] = address?.split(':') ?? [];
    return address ? { host, port: Number(port) } : undefined;
  });

const sentinels = z
  .string()
  .default('')
  .transform((list) => list.split(',').filter((one) => one.trim() !== ''))
  .pipe(
    z.array(
      z
        .string()
        .trim()
        .regex(/^[A-Za-z0-9.-]+:\d{1,5}$/, 'host:port, parted by commas')
        .transform((address) => {
          const [host = '', port] = address.split(':');
          return { host, port: Number(port) };
        }),
    ),
  );
const ownPort = z.preprocess(unset, z.coerce.number().int().min(1).max(65_535).optional());

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  DATABASE_URL: z.string().min(1),
  /** For the set-up alone: makes `banso_login` with this password, as which the API and the workers sign in. */
  BANSO_LOGIN_PASSWORD: z.string().min(12).max(128).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  /** A standby of the database, for reading what may be some seconds old: overview and search. */
  DATABASE_READ_URL: z.preprocess(unset, z.string().min(1).optional()),
  /** Redis carries the queue when set; Postgres does otherwise. */
  REDIS_URL: z.string().min(1).optional(),
  /** Sentinels that know which Redis is the master, as `host:port` parted by commas; user, password and number from REDIS_URL. */
  REDIS_SENTINELS: sentinels,
  /** Under which name they know it. */
  REDIS_SENTINEL_NAME: z.string().min(1).default('banso'),
  REDIS_SENTINEL_PASSWORD: z.preprocess(unset, z.string().min(1).optional()),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** Proxies before the API whose word on the caller's address is taken. */
  BANSO_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  /** Cookies are marked Secure; set it when the platform stands behind HTTPS. */
  BANSO_SECURE_COOKIES: flag('off'),
  /** Signed out after so many minutes without a request: a working day with its lunch break. */
  BANSO_SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(1_440).default(480),
  /** Signed out after so many minutes in any case. */
  BANSO_SESSION_MAX_MINUTES: z.coerce.number().int().min(5).max(10_080).default(720),
  /**
   * Only operations of the built web app are run; everything else is refused before it is read. On in production,
   * except for the demo: it holds nobody's data, and people want to try its API.
   */
  BANSO_TRUSTED_DOCUMENTS: productionFlag,
  /** The API tells its own schema to whoever asks. */
  BANSO_INTROSPECTION: flag('off'),
  /** The names under which the platform is reached, parted by commas; not set: those of a local network. */
  BANSO_ALLOWED_HOSTS: names,
  /** Points a minute that one account may spend, twice as many after a pause. A request costs 1 and what it asks for. */
  BANSO_RATE_ACCOUNT: z.coerce.number().int().min(300).max(100_000_000).default(3_000),
  /** The same for everybody at one address who has not signed in: a town's proxy stands for all of its people. */
  BANSO_RATE_ADDRESS: z.coerce.number().int().min(300).max(100_000_000).default(3_000),
  /** Calendar programs may read along under secret addresses; off where they could not reach them, as on a closed network. */
  BANSO_CALENDAR_FEEDS: flag('on'),
  /** Where people reach the platform, such as `https://banso.example.lg.jp`: passkeys belong to this address. */
  BANSO_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  /** The same from the closed network (LGWAN), such as `https://banso.example.lgwan.jp`: mail to offices leads there. */
  BANSO_LGWAN_URL: z.preprocess(
    unset,
    z
      .url({ protocol: /^https?$/ })
      .transform((url) => new URL(url).origin)
      .optional(),
  ),
  /**
   * The mail server: `smtp://host:587` or `smtps://host`, with a name and a password where it asks for them. Not set: no
   * mail is sent, notices stay in the inbox. With a password the connection is encrypted, or there is none.
   */
  BANSO_SMTP_URL: z.preprocess(unset, z.url({ protocol: /^smtps?$/ }).optional()),
  /** From which address mail is sent; answers and bounces go there. */
  BANSO_MAIL_FROM: z.preprocess(unset, z.email().max(254).optional()),
  /**
   * Identity providers, as JSON by the code of the prefecture: {"34": {"issuer", "clientId", "clientSecret"}}. Without it
   * nothing is fetched from anywhere. `"required": "hub"` or `"staff"` lets those in by the provider alone, and
   * `"signOut": true` signs whoever came by it out there too.
   */
  BANSO_OIDC: oidcProviders,
  /** Who has to have a second factor; everybody may. An operator has to wherever the hub has to. */
  BANSO_SECOND_FACTOR: z.enum(['optional', 'hub', 'everybody']).default('optional'),
  /** Seals what has to be read again, such as keys of authenticators; the same for all processes of an installation. */
  BANSO_SECRET_KEY: z.string().min(32).max(512).optional(),
  BANSO_DEMO: flag('off'),
  /** Of every demonstration account; shown after a start. */
  BANSO_DEMO_PASSWORD: z.string().min(8).max(128).default('banso-demo'),
  /** After it was told to stop, the API goes on answering for so many seconds, until nobody sends it anything more. */
  BANSO_DRAIN_SECONDS: z.coerce.number().min(0).max(20).default(0),
  /** Where a worker says on HOST whether it is healthy and ready; nowhere unless it is set. */
  BANSO_HEALTH_PORT: ownPort,
  /** A line in the log for every answer, and not only for those that failed or were slow. */
  BANSO_LOG_REQUESTS: flag('off'),
  /** A collector of traces and metrics (OpenTelemetry over HTTP), such as `http://127.0.0.1:4318`; other OTEL_… hold too. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.preprocess(unset, z.url({ protocol: /^https?$/ }).optional()),
  /** Milliseconds between two sendings of metrics. */
  OTEL_METRIC_EXPORT_INTERVAL: z.preprocess(unset, z.coerce.number().int().min(1_000).default(60_000)),
  OTEL_SDK_DISABLED: z
    .string()
    .optional()
    .transform((value) => value?.toLowerCase() === 'true'),
  /** Where metrics can be fetched as a page of Prometheus; nowhere unless it is set. */
  BANSO_METRICS_PORT: ownPort,
  BANSO_METRICS_HOST: z.string().default('127.0.0.1'),
  /** The folder in which backups lie: `npm run backup` writes there, `npm run doctor` looks how old the newest is. */
  BANSO_BACKUPS: z.preprocess(unset, z.string().min(1).optional()),
  /** Queue name; tests that share a Redis use their own. */
  BANSO_QUEUE: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('banso'),
  /** After so many minutes a planning run ends with the best plan so far. */
  BANSO_PLANNING_MINUTES: z.coerce.number().min(0.1).max(1_440).default(10),
  BANSO_WEB_DIR: z.string().default('apps/web/dist'),
  BANSO_DATA_DIR: z.string().default('data'),
  /** What a running system leaves for the person who started it. */
  BANSO_RUN_DIR: z.string().default('.data'),
  /** Where attachments lie, and where they wait; `files` in the folder above unless it is said. */
  BANSO_FILES: z.string().min(1).optional(),
  /**
   * Attachments lie in a bucket of anything that speaks S3, as JSON: {"endpoint", "bucket", "region", "accessKey",
   * "secretKey"}. Then BANSO_FILES holds only what is on its way.
   */
  BANSO_S3: s3Place,
  /** What all attachments of one prefecture may come to, in megabytes. */
  BANSO_FILES_PREFECTURE_MB: z.coerce.number().int().min(1).max(10_000_000).default(20_480),
  /** A virus scanner (clamd) over TCP, as `host:port`. Not set: nothing is scanned, and every file says so. */
  BANSO_CLAMD: scanner,
});

type Settings = z.infer<typeof schema>;

const withRealPeople = ({ NODE_ENV, BANSO_DEMO }: Settings): boolean =>
  NODE_ENV === 'production' && !BANSO_DEMO;

const settled = schema
  .refine(({ BANSO_SMTP_URL, BANSO_MAIL_FROM }) => BANSO_SMTP_URL === undefined || BANSO_MAIL_FROM, {
    path: ['BANSO_MAIL_FROM'],
    message: 'is needed where there is a BANSO_SMTP_URL',
  })
  .transform((settings) => ({
    ...settings,
    BANSO_FILES: settings.BANSO_FILES ?? join(settings.BANSO_RUN_DIR, 'files'),
    BANSO_TRUSTED_DOCUMENTS:
      settings.BANSO_TRUSTED_DOCUMENTS === undefined
        ? withRealPeople(settings)
        : settings.BANSO_TRUSTED_DOCUMENTS === 'on',
  }));

export type Config = Readonly<z.infer<typeof settled>>;

/** The only reader of the environment. Throws one sentence that names every wrong setting. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const result = settled.safeParse(env);
  if (result.success) return Object.freeze(result.data);
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Settings are wrong — ${faults.join('; ')}`);
}
