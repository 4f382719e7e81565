import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { ErasableLog1765152000000 } from '../migrations/1765152000000-erasable-log.js';
import { CHAIN_START, linkOf, sealEntries } from './audit-chain.js';
import { checkAudit } from './audit-check.js';

/** The log as it was before values could leave it. */
const FORMER = `
  DROP TRIGGER audit_blank_only ON audit_entry;
  DROP TRIGGER audit_append_only ON audit_entry;
  DROP FUNCTION audit_blank_only, audit_blanked, audit_forget;
  DROP TABLE audit_resealed;
  DROP INDEX audit_entry_row, audit_entry_erase;
  ALTER TABLE audit_entry DROP COLUMN salt, DROP COLUMN commitments;
  CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();`;
const CONTENT = `jsonb_build_array(e.id, e.prefecture_id, (extract(epoch FROM e.at) * 1000000)::bigint,
  e.transaction_id, e.actor_role, e.account_id, e.municipality_id, e.specialist_id, e.operation, e.kind,
  e.table_name, e.row_id, e.record_type, e.record_id, e.changes)::text`;

describe('a log that was sealed before values could leave it', () => {
  let database: FreshDatabase;
  let head: string;
  const query = (sql: string, parameters: unknown[] = []) => database.dataSource.query(sql, parameters);

  beforeEach(async () => {
    database = await freshDatabase([]);
    await query(FORMER);
    for (let n = 1; n <= 3; n++)
      await query(
        `INSERT INTO account (id, login_id, password_hash, display_name, name_en, created_at)
         VALUES (gen_random_uuid(), 'p${n}', 'x', '山田', 'Yamada', now())`,
      );
    head = CHAIN_START;
    const entries: { id: string; content: string }[] = await query(
      `SELECT e.id, ${CONTENT} AS content FROM audit_entry e ORDER BY id`,
    );
    for (const [index, { id, content }] of entries.entries()) {
      head = linkOf(head, index + 1, content);
      await query(`INSERT INTO audit_seal VALUES ('-', $1, $2, $3, now())`, [index + 1, id, head]);
    }
  }, 60_000);
  afterEach(() => database.drop());

  const migrated = async () => {
    const runner = database.dataSource.createQueryRunner();
    await new ErasableLog1765152000000().up(runner);
    await runner.release();
    // As `migrate` does for every table.
    await query('GRANT SELECT ON audit_resealed TO banso_system');
    return checkAudit(database.db, [{ chain: '-', number: 3, hash: head }]);
  };

  it('is sealed anew from its last head on, which is known, and goes on', async () => {
    const { broken, sealed, heads } = await migrated();
    expect({ broken, sealed }).toEqual({ broken: [], sealed: 3 });
    expect(heads[0]?.hash).not.toBe(head);
    await query(`UPDATE account SET display_name = '田中'`);
    await database.db.system(null, (tx) => sealEntries(tx));
    expect(await checkAudit(database.db, heads)).toMatchObject({ broken: [], sealed: 6 });
  });

  it('keeps a fault that it had', async () => {
    await query('ALTER TABLE audit_entry DISABLE TRIGGER audit_append_only');
    await query(`UPDATE audit_entry SET operation = 'x' WHERE id = 2`);
    expect((await migrated()).broken).toMatchObject([{ chain: '-', number: 2, fault: 'ALTERED' }]);
  });
});
