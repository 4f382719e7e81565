import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../db.js';
import { defineJob } from '../job.js';
import { contentOf, type EntryParts, PARTS } from './audit-content.js';

/** Seals what was logged since the last time. */
export const sealAudit = defineJob('platform.seal-audit', z.object({}));

export const platformJobs = [sealAudit];

/** Before the first entry of a chain; of one that was sealed anew, the head that it had before (`audit_resealed`). */
export const CHAIN_START = '0'.repeat(64);

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

interface Unsealed extends EntryParts {
  readonly id: string;
  readonly chain: string;
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
      `SELECT e.id, ${CHAIN} AS chain, ${PARTS} FROM audit_entry e
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
  for (const { id, chain, ...parts } of entries) {
    const head = heads.get(chain) ?? (await headOf(tx, chain));
    head.number++;
    // One that cannot be right gets a link that never holds.
    head.hash = linkOf(head.hash, head.number, contentOf(parts) ?? 'unsound');
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
  return head ? { number: Number(head.number), hash: head.hash } : { number: 0, hash: CHAIN_START };
}
