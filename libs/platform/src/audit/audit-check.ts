import { systemActor } from '@banso/kernel';
import type { Db, Tx } from '../db.js';
import { CHAIN, CHAIN_START, LATE, linkOf } from './audit-chain.js';
import { contentOf, type EntryParts, PARTS } from './audit-content.js';

/** A place where the log is not what was sealed. */
export interface BrokenLink {
  readonly chain: string;
  /** Place in the chain; null for an entry that was never in it. */
  readonly number: number | null;
  readonly entryId: string;
  readonly fault: 'ALTERED' | 'REMOVED' | 'LINK_REMOVED' | 'INSERTED' | 'HEAD_UNKNOWN' | 'BLANKED';
}

/** The end of a chain. Whoever keeps it elsewhere can tell later whether the chain was written anew. */
export interface ChainHead {
  readonly chain: string;
  readonly number: number;
  readonly hash: string;
}

export interface AuditCheck {
  readonly entries: number;
  readonly sealed: number;
  /** Written since the last seal: it will be sealed within the minute. */
  readonly waiting: number;
  readonly heads: readonly ChainHead[];
  /** The first fault of each chain. */
  readonly broken: readonly BrokenLink[];
}

const BATCH = 5_000;

interface SealRow extends Omit<EntryParts, 'head'> {
  readonly number: string;
  readonly entry_id: string;
  readonly hash: string;
  /** Null when the entry is gone, or belongs to another chain. */
  readonly head: string | null;
  /** An erasure that is in the log itself says that it blanked something here. */
  readonly vouched: boolean;
}

/** Entries in which an erasure or a retention run blanked something, by their own word in the log. */
const VOUCHED = `SELECT jsonb_array_elements_text(x.changes->'entries'->1)::bigint FROM audit_entry x WHERE x.kind = 'ERASE'`;

/** Reckons every link anew, in one snapshot. `expected`: heads that were kept elsewhere. */
export function checkAudit(db: Db, expected: readonly ChainHead[] = []): Promise<AuditCheck> {
  return db.read(systemActor(null), async (tx) => {
    const chains: { chain: string }[] = await tx.query(
      'SELECT DISTINCT chain FROM audit_seal UNION SELECT unnest($1::text[]) ORDER BY 1',
      [expected.map(({ chain }) => chain)],
    );
    const heads: ChainHead[] = [];
    const broken: BrokenLink[] = [];
    for (const { chain } of chains) {
      const { head, fault } = await follow(
        tx,
        chain,
        expected.find((one) => one.chain === chain),
      );
      heads.push(head);
      if (fault) broken.push(fault);
    }
    broken.push(...(await insertedIn(tx)));
    return { ...(await countsOf(tx)), heads, broken };
  });
}

async function follow(
  tx: Tx,
  chain: string,
  expected: ChainHead | undefined,
): Promise<{ head: ChainHead; fault?: BrokenLink }> {
  const [before]: { number: string; hash: string }[] = await tx.query(
    'SELECT number, hash FROM audit_resealed WHERE chain = $1',
    [chain],
  );
  let head: ChainHead = { chain, number: 0, hash: before?.hash ?? CHAIN_START };
  // The last head from before it was sealed anew is a head of this chain too: all of it is built on that.
  let met =
    !expected ||
    expected.number === 0 ||
    (expected.number === Number(before?.number) && expected.hash === before?.hash);
  for (;;) {
    const rows: SealRow[] = await tx.query(
      `SELECT s.number, s.entry_id, s.hash, part.*, coalesce(e.id IN (${VOUCHED}), false) AS vouched
       FROM audit_seal s LEFT JOIN audit_entry e ON e.id = s.entry_id AND ${CHAIN} = s.chain
       LEFT JOIN LATERAL (SELECT ${PARTS} WHERE e.id IS NOT NULL) part ON true
       WHERE s.chain = $1 AND s.number > $2 ORDER BY s.number LIMIT ${BATCH}`,
      [chain, head.number],
    );
    for (const row of rows) {
      const fault = faultOf(row, head);
      if (fault) return { head, fault: { chain, number: head.number + 1, entryId: row.entry_id, fault } };
      head = { chain, number: Number(row.number), hash: row.hash };
      if (expected?.number === head.number) met ||= expected.hash === head.hash;
    }
    if (rows.length < BATCH) break;
  }
  if (met || !expected) return { head };
  return { head, fault: { chain, number: expected.number, entryId: '-', fault: 'HEAD_UNKNOWN' } };
}

function faultOf({ head: text, ...row }: SealRow, head: ChainHead): BrokenLink['fault'] | null {
  if (Number(row.number) !== head.number + 1) return 'LINK_REMOVED';
  if (text === null) return 'REMOVED';
  const content = contentOf({ ...row, head: text });
  if (content === null || linkOf(head.hash, head.number + 1, content) !== row.hash) return 'ALTERED';
  return row.commitments !== null && !row.vouched ? 'BLANKED' : null;
}

/** Entries that stand outside the chain although it has long gone past their time. */
async function insertedIn(tx: Tx): Promise<BrokenLink[]> {
  const rows: { id: string; chain: string }[] = await tx.query(
    `SELECT DISTINCT ON (${CHAIN}) e.id, ${CHAIN} AS chain FROM audit_entry e
     WHERE e.at < (SELECT max(sealed_at) - ${LATE} FROM audit_seal)
       AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = e.id)
     ORDER BY ${CHAIN}, e.id`,
  );
  return rows.map(({ id, chain }) => ({ chain, number: null, entryId: id, fault: 'INSERTED' }));
}

async function countsOf(tx: Tx): Promise<{ entries: number; sealed: number; waiting: number }> {
  const [counts]: { entries: string; sealed: string }[] = await tx.query(
    'SELECT (SELECT count(*) FROM audit_entry) AS entries, (SELECT count(*) FROM audit_seal) AS sealed',
  );
  const entries = Number(counts?.entries);
  const sealed = Number(counts?.sealed);
  return { entries, sealed, waiting: Math.max(0, entries - sealed) };
}
