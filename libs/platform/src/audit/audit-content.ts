import { createHash } from 'node:crypto';

/** What stands in the log where a value of a person stood. */
const ERASED = '{"withheld":"erased"}';

/**
 * What an entry is made of, as texts: jsonb prints the same value the same way. Everything but the values stands in
 * `head`; each changed column with its two values in `pairs`.
 */
export const PARTS = `jsonb_build_array(e.id, e.prefecture_id, (extract(epoch FROM e.at) * 1000000)::bigint,
    e.transaction_id, e.actor_role, e.account_id, e.municipality_id, e.specialist_id, e.operation, e.kind,
    e.table_name, e.row_id, e.record_type, e.record_id)::text AS head,
  (SELECT jsonb_object_agg(pair.key, pair.value::text) FROM jsonb_each(e.changes) pair) AS pairs,
  e.changes IS NULL AS bare, e.salt::text AS salt, e.commitments`;

/** What stays of a column's salt once something of its entry was erased: itself, or the digest of what it salted. */
type Commitment = { readonly salt: string } | { readonly digest: string };

export interface EntryParts {
  readonly head: string;
  readonly pairs: Readonly<Record<string, string>> | null;
  readonly bare: boolean;
  /** Null once something was erased: it would give the others' salts away. */
  readonly salt: string | null;
  readonly commitments: Readonly<Record<string, Commitment>> | null;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The content that a link seals: the head, and of each column a salted digest of its values. A value can go, and its
 * salt with it, without a link changing; what was there can then not even be guessed at. Null for an entry that cannot
 * be right, such as words where something was erased. The database blanks by the same sums (`audit_blanked`).
 */
export function contentOf({ head, pairs, bare, salt, commitments }: EntryParts): string | null {
  if (bare) return `${head}\nnull`;
  const lines: string[] = [];
  for (const [field, pair] of Object.entries(pairs ?? {}).sort(byName)) {
    const digest = digestOf(field, pair, { salt, commitment: commitments?.[field] });
    if (digest === null) return null;
    lines.push(`${JSON.stringify(field)} ${shapeOf(pair)} ${digest}`);
  }
  return [head, ...lines].join('\n');
}

const byName = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
  a < b ? -1 : a > b ? 1 : 0;

function digestOf(
  field: string,
  pair: string,
  { salt, commitment }: { readonly salt: string | null; readonly commitment: Commitment | undefined },
): string | null {
  if (commitment && 'digest' in commitment) return isErased(pair) ? commitment.digest : null;
  if (commitment) return sha256(`${commitment.salt}\n${pair}`);
  return salt === null ? null : sha256(`${sha256(`${salt}\n${field}`)}\n${pair}`);
}

const valuesOf = (pair: string): unknown[] => {
  const values: unknown = JSON.parse(pair);
  return Array.isArray(values) ? values : [];
};

/** Which of the two values there was. */
const shapeOf = (pair: string): string =>
  valuesOf(pair)
    .map((value) => (value === null ? '-' : '+'))
    .join('');

const isErased = (pair: string): boolean =>
  valuesOf(pair).every((value) => value === null || JSON.stringify(value) === ERASED);
