import { PERSONAL_COLUMNS } from './personal-columns.js';

/** Secrets that have no column of their own, or are whole messages. */
const NEVER_STORED = [
  'authorization',
  'body',
  'code',
  'cookie',
  'headers',
  'input',
  'newPassword',
  'password',
  'presentPassword',
  'query',
  'token',
  'variables',
  'vendors',
];

const camel = (column: string): string =>
  column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** What a value is called in a log line when it must not be there: each personal column, as code and SQL name it. */
export const MASKED_KEYS: readonly string[] = [
  ...new Set([
    ...NEVER_STORED,
    ...Object.values(PERSONAL_COLUMNS).flatMap((columns) =>
      Object.keys(columns).flatMap((column) => [column, camel(column)]),
    ),
  ]),
].sort();

/** How deep inside what is logged a value is looked for. */
const DEPTH = 4;

/** The same for pino: at the top and inside objects and lists. */
export const MASKED_PATHS: readonly string[] = Array.from({ length: DEPTH }, (_, depth) =>
  '*.'.repeat(depth),
).flatMap((within) => MASKED_KEYS.map((key) => within + key));

/** Stands where a value was. */
export const MASK = '[masked]';

/** `request.not-found`: a refusal's reason is a code of ours; what a person gives as a reason is never written so. */
const REASON_CODE = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/;

/** What is written instead of the value at that path. */
export const masked = (value: unknown, path: readonly string[]): unknown =>
  path.at(-1) === 'reason' && typeof value === 'string' && REASON_CODE.test(value) ? value : MASK;
