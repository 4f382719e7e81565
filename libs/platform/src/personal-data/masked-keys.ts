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

/** Stands where a value was. */
export const MASK = '[masked]';

/** Nothing that we log lies so deep; what does is not written, and a ring ends. */
const DEPTH = 6;

/** `request.not-found`: a refusal's reason is a code of ours; what a person gives as a reason is never written so. */
const REASON_CODE = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/;

const keys = new Set(MASKED_KEYS);

const isMasked = (key: string, value: unknown): boolean =>
  keys.has(key) && !(key === 'reason' && typeof value === 'string' && REASON_CODE.test(value));

/** The same without what must not be in a log line. */
function masked(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (value instanceof Error) return maskedError(value);
  if (depth === DEPTH) return MASK;
  if (Array.isArray(value)) return value.map((one) => masked(one, depth + 1));
  return maskedFields(value, depth);
}

/** Its class and where it was thrown: its message and what hangs on it may quote a row. */
const maskedError = ({ name, stack = '' }: Error) => ({
  type: name,
  at: stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim()),
});

/** A log line of these fields. */
export const maskedFields = (fields: object, depth = 0): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]: [string, unknown]) => [
      key,
      isMasked(key, value) ? MASK : masked(value, depth + 1),
    ]),
  );
