import pg from 'pg';
import { BackupFault } from './backup-fault.js';

/** Values are written and read the same way whatever the server is set to; background work of every prefecture. */
const OPTIONS = [
  'timezone=UTC',
  'search_path=public,pg_temp',
  'datestyle=ISO',
  'intervalstyle=postgres',
  'bytea_output=hex',
  'extra_float_digits=1',
  // Rows come in the order in which they lie: the digest of a table is that of its rows in their order.
  'synchronize_seqscans=off',
  'max_parallel_workers_per_gather=0',
  'app.role=SYSTEM',
];

export type Session = InstanceType<typeof pg.Client>;

/** One connection as the owner of the tables. */
export async function asOwner<T>(url: string, work: (session: Session) => Promise<T>): Promise<T> {
  const session = new pg.Client({
    connectionString: url,
    options: OPTIONS.map((option) => `-c ${option}`).join(' '),
    connectionTimeoutMillis: 10_000,
    application_name: 'banso-backup',
  });
  session.on('error', () => {});
  await session.connect();
  try {
    return await work(session);
  } finally {
    await session.end();
  }
}

/** The application's tables: none of an extension, of the queue or of the server. */
export async function tablesOf(session: Session): Promise<{ name: string; owned: boolean }[]> {
  const { rows } = await session.query<{ name: string; owned: boolean }>(
    `SELECT relname::text AS name, pg_has_role(relowner, 'USAGE') AS owned FROM pg_class c
     WHERE relnamespace = to_regnamespace('public') AND relkind IN ('r', 'p') AND NOT EXISTS (
       SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
     ORDER BY relname`,
  );
  return rows;
}

/** Who is no owner finds rows hidden, or may not write them. */
export function requireOwner(tables: readonly { owned: boolean }[]): void {
  if (tables.every(({ owned }) => owned)) return;
  throw new BackupFault(
    'DATABASE_URL の利用者は表の所有者ではありません。準備 (setup) に使う所有者の DATABASE_URL で実行してください',
    'The user of DATABASE_URL does not own the tables. Run this with the DATABASE_URL of the owner, as for the set-up',
  );
}
