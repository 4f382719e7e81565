import type { QueryRunner } from 'typeorm';
import { LEFT_OUT, LOGGED_WHEN, NOT_AUDITED, RECORD_OF, ROW_ID } from './audit-tables.js';

interface TableRow {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

const TABLES = `
  SELECT c.relname AS name,
    array_agg(a.attname::text ORDER BY a.attnum) AS columns,
    coalesce(array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attnum = ANY (i.indkey)), '{}') AS key
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  WHERE c.relkind = 'r' GROUP BY c.relname ORDER BY c.relname`;

/**
 * Puts the trigger on every table that is not on the list of exceptions. Runs after the migrations, so that a new
 * table, or a new column, is logged without anybody having thought of it.
 */
export async function attachAudit(runner: QueryRunner): Promise<void> {
  const tables: TableRow[] = await runner.query(TABLES);
  for (const table of tables) if (!(table.name in NOT_AUDITED)) await runner.query(triggerOn(table));
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function triggerOn({ name, columns, key }: TableRow): string {
  const rowId = ROW_ID[name] ?? key.join(',');
  if (!rowId) throw new Error(`The table ${name} has no primary key: its changes could not be told apart`);
  const [type, id] = RECORD_OF[name] ?? [name, rowId];
  const leftOut = [...(LEFT_OUT['*'] ?? []), ...(LEFT_OUT[name] ?? [])];
  // Postgres does not even call the function for an update that only touches what is left out.
  const watched = columns.filter((column) => !leftOut.includes(column)).map(quoted);
  const condition = LOGGED_WHEN[name];
  const when = condition ? `WHEN (current_setting('app.role', true) ${condition})` : '';
  return `CREATE OR REPLACE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE OF ${watched.join(', ')}
    ON ${quoted(name)} FOR EACH ROW ${when}
    EXECUTE FUNCTION audit_change('${type}', '${id}', '${rowId}', '${leftOut.join(',')}')`;
}
