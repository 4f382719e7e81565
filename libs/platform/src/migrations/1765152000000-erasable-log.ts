import type { MigrationInterface, QueryRunner } from 'typeorm';
import { linkOf } from '../audit/audit-chain.js';
import { contentOf, type EntryParts, PARTS } from '../audit/audit-content.js';
import { ERASABLE } from './audit/erasable.sql.js';

/** The content of an entry as it was sealed until now: a link over it would confirm a guess at an erased name. */
const FORMER = `jsonb_build_array(e.id, e.prefecture_id, (extract(epoch FROM e.at) * 1000000)::bigint,
  e.transaction_id, e.actor_role, e.account_id, e.municipality_id, e.specialist_id, e.operation, e.kind,
  e.table_name, e.row_id, e.record_type, e.record_id, e.changes)::text`;
const BATCH = 5_000;

interface Link extends EntryParts {
  readonly number: string;
  readonly hash: string;
  /** Null when the entry is gone. */
  readonly former: string | null;
}

/**
 * Values of the log can be erased. What is sealed already is checked, then sealed anew from its old head on; from a fault
 * on the old links stay, so that the check still finds it.
 */
export class ErasableLog1765152000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of ERASABLE) await runner.query(part);
    const chains: { chain: string; number: string; hash: string }[] = await runner.query(
      'SELECT DISTINCT ON (chain) chain, number, hash FROM audit_seal ORDER BY chain, number DESC',
    );
    if (chains.length === 0) return;
    await runner.query('ALTER TABLE audit_seal DISABLE TRIGGER audit_append_only');
    for (const { chain, number, hash } of chains) {
      await runner.query('INSERT INTO audit_resealed (chain, number, hash) VALUES ($1, $2, $3)', [
        chain,
        number,
        hash,
      ]);
      await sealAnew(runner, chain, hash);
    }
    await runner.query('ALTER TABLE audit_seal ENABLE ALWAYS TRIGGER audit_append_only');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was erased cannot come back: restore a backup instead'));
  }
}

async function sealAnew(runner: QueryRunner, chain: string, formerHead: string): Promise<void> {
  let [former, head, number] = ['0'.repeat(64), formerHead, 0];
  for (;;) {
    const links: Link[] = await runner.query(
      `SELECT s.number, s.hash, part.* FROM audit_seal s
       LEFT JOIN audit_entry e ON e.id = s.entry_id AND coalesce(e.prefecture_id, '-') = s.chain
       LEFT JOIN LATERAL (SELECT ${FORMER} AS former, ${PARTS} WHERE e.id IS NOT NULL) part ON true
       WHERE s.chain = $1 AND s.number > $2 ORDER BY s.number LIMIT ${BATCH}`,
      [chain, number],
    );
    const hashes: string[] = [];
    for (const link of links) {
      const whole =
        Number(link.number) === number + 1 &&
        link.former !== null &&
        linkOf(former, number + 1, link.former) === link.hash;
      if (!whole) break;
      former = link.hash;
      number++;
      head = linkOf(head, number, contentOf(link) ?? '');
      hashes.push(head);
    }
    await runner.query(
      `UPDATE audit_seal s SET hash = row.hash
       FROM unnest($2::text[]) WITH ORDINALITY AS row (hash, place) WHERE s.chain = $1 AND s.number = $3::bigint + row.place`,
      [chain, hashes, number - hashes.length],
    );
    if (hashes.length < BATCH) return;
  }
}
