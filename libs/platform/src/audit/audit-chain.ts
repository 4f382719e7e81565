import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../db.js';
import { defineJob } from '../job.js';

/** Seals what was logged since the last time. */
export const sealAudit = defineJob('platform.seal-audit', z.object({}));

export const platformJobs = [sealAudit];

/** Before the first entry of a chain. */
export const CHAIN_START = '0'.repeat(64);

/**
 * The whole content of an entry as one text: jsonb prints the same value the same way. Used to seal and to check, so
 * that a check trusts no function of the database that it checks.
 */
export const CONTENT = `jsonb_build_array(e.id, e.prefecture_id, (extract(epoch FROM e.at) * 1000000)::bigint,
  e.transaction_id, e.actor_role, e.account_id, e.municipality_id, e.specialist_id, e.operation, e.kind,
  e.table_name, e.row_id, e.record_type, e.record_id, e.changes)::text`;

/** The chain of an entry: each prefecture has its own, so that one can be handed over without the others. */
export const CHAIN = `coalesce(e.prefecture_id, '-')`;

/**
 * No transaction of ours lasts as long. What turns up later with an older date was put there by hand: it is never
 * sealed, and the check finds it.
 */
export const LATE = `interval '1 hour'`;

/** A link: from the one before, its place and the content of its entry. */
export const linkOf = (previous: string, number: number, content: string): string =>
  createHash('sha256').update(`${previous}\n${number}\n${content}`).digest('hex');

/** Entries for one go, and in one statement. */
const BATCHES = 20;
const BATCH = 1_000;

interface Unsealed {
  readonly id: string;
  readonly chain: string;
  readonly content: string;
}

interface Head {
  number: number;
  hash: string;
}

/**
 * Seals entries in the order of their ids, each chain by itself. An entry whose transaction commits late is sealed in
 * the next go: writers never wait for each other or for this. Returns how many were sealed.
 */
export async function sealEntries(tx: Tx): Promise<number> {
  const [lock]: { free: boolean }[] = await tx.query(
    `SELECT pg_try_advisory_xact_lock(hashtext('banso.audit-seal')) AS free`,
  );
  if (!lock?.free) return 0;
  const [last]: { at: string | null }[] = await tx.query(
    `SELECT (max(sealed_at) - ${LATE})::text AS at FROM audit_seal`,
  );
  const heads = new Map<string, Head>();
  let sealed = 0;
  for (let batch = 0; batch < BATCHES; batch++) {
    const entries: Unsealed[] = await tx.query(
      `SELECT e.id, ${CHAIN} AS chain, ${CONTENT} AS content FROM audit_entry e
       WHERE e.at >= coalesce($1::timestamptz, '-infinity')
         AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = e.id)
       ORDER BY e.id LIMIT ${BATCH}`,
      [last?.at ?? null],
    );
    await seal(tx, entries, heads);
    sealed += entries.length;
    if (entries.length < BATCH) break;
  }
  return sealed;
}

async function seal(tx: Tx, entries: readonly Unsealed[], heads: Map<string, Head>): Promise<void> {
  const rows: { chain: string; number: number; entryId: string; hash: string }[] = [];
  for (const { id, chain, content } of entries) {
    const head = heads.get(chain) ?? (await headOf(tx, chain));
    head.number++;
    head.hash = linkOf(head.hash, head.number, content);
    heads.set(chain, head);
    rows.push({ chain, number: head.number, entryId: id, hash: head.hash });
  }
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO audit_seal (chain, number, entry_id, hash, sealed_at)
     SELECT chain, number, entry_id, hash, now()
     FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[]) AS row (chain, number, entry_id, hash)`,
    [
      rows.map((row) => row.chain),
      rows.map((row) => row.number),
      rows.map((row) => row.entryId),
      rows.map((row) => row.hash),
    ],
  );
}

async function headOf(tx: Tx, chain: string): Promise<Head> {
  const [head]: { number: string; hash: string }[] = await tx.query(
    'SELECT number, hash FROM audit_seal WHERE chain = $1 ORDER BY number DESC LIMIT 1',
    [chain],
  );
  return { number: Number(head?.number ?? 0), hash: head?.hash ?? CHAIN_START };
}
