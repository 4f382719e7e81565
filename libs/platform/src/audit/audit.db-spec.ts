import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ALL_HUB_WORK, type Actor, systemActor } from '@banso/kernel';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { openToHub } from '../../test/open-table.js';
import { sqlState } from '../db.js';
import { NOT_AUDITED } from './audit-tables.js';
import { duringOperation } from './operation.js';

const staff: Actor = {
  role: 'HUB_STAFF',
  duties: ALL_HUB_WORK,
  accountId: 'account-1',
  prefectureId: '34',
  name: '担当',
};
const ACCOUNT = '00000000-0000-4000-8000-0000000000aa';

describe('the audit log', () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase([]);
    await openToHub(database.dataSource, 'account');
  }, 60_000);
  afterAll(() => database.drop());

  const entries = (table: string): Promise<Record<string, unknown>[]> =>
    database.dataSource.query('SELECT * FROM audit_entry WHERE table_name = $1 ORDER BY id', [table]);
  const state = (sql: string): Promise<string | null> =>
    database.dataSource.query(sql).then(() => null, sqlState);

  it('is written by every table that is not an exception with a reason', async () => {
    const tables: { name: string; logged: boolean }[] = await database.dataSource.query(
      `SELECT c.relname AS name, EXISTS (SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
         WHERE t.tgrelid = c.oid AND p.proname = 'audit_change' AND t.tgenabled = 'O') AS logged
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r'`,
    );
    const silent = tables.filter(({ logged }) => !logged).map(({ name }) => name);
    expect(silent.sort()).toEqual(Object.keys(NOT_AUDITED).sort());
    for (const reason of Object.values(NOT_AUDITED)) expect(reason.length).toBeGreaterThan(10);
  });

  it('keeps who did what to which row, before and after, and never a secret', async () => {
    await duringOperation('openAccount', () =>
      database.db.write(staff, (tx) =>
        tx.query(
          `INSERT INTO account (id, login_id, password_hash, display_name, name_en, created_at)
           VALUES ($1, 'a', '$argon2id$SECRET', '山田', 'Yamada', now())`,
          [ACCOUNT],
        ),
      ),
    );
    await database.db.write(staff, async (tx) => {
      await tx.query(`UPDATE account SET display_name = '田中', password_hash = 'SECRET 2' WHERE id = $1`, [
        ACCOUNT,
      ]);
      await tx.query('UPDATE account SET display_name = display_name WHERE id = $1', [ACCOUNT]);
    });
    const [created, changed, none] = await entries('account');
    expect(created).toMatchObject({
      prefecture_id: '34',
      actor_role: 'HUB_STAFF',
      account_id: 'account-1',
      operation: 'openAccount',
      kind: 'CREATE',
      row_id: ACCOUNT,
      record_type: 'account',
      record_id: ACCOUNT,
    });
    expect(changed).toMatchObject({ kind: 'UPDATE', operation: null });
    expect(changed?.['changes']).toEqual({
      display_name: ['山田', '田中'],
      password_hash: [{ withheld: 'secret' }, { withheld: 'secret' }],
    });
    expect(none).toBeUndefined();
    expect(JSON.stringify([created, changed])).not.toContain('SECRET');
  });

  it('says what was there when a row is deleted, and who came past the application', async () => {
    await database.dataSource.query('DELETE FROM account WHERE id = $1', [ACCOUNT]);
    expect((await entries('account')).at(-1)).toMatchObject({
      kind: 'DELETE',
      actor_role: 'DATABASE',
      prefecture_id: null,
      changes: { login_id: ['a', null] },
    });
  });

  it('has nothing of what was undone', async () => {
    const before = (await entries('account')).length;
    const undone = database.db.write(staff, async (tx) => {
      await tx.query(
        `INSERT INTO account (id, login_id, password_hash, display_name, name_en, created_at)
         VALUES ($1, 'b', 'x', 'x', 'x', now())`,
        [ACCOUNT],
      );
      throw new Error('stop');
    });
    await expect(undone).rejects.toThrow('stop');
    expect(await entries('account')).toHaveLength(before);
  });

  it('shortens what is long to its digest', async () => {
    const [value]: { value: unknown }[] = await database.dataSource.query(
      `SELECT audit_value('plan', to_jsonb(repeat('x', 10000))) AS value`,
    );
    expect(value?.value).toMatchObject({ withheld: 'long', characters: 10_002 });
  });

  it('writes a view once per account, record and hour, also at the same moment', async () => {
    const view = (actor: Actor): Promise<number> =>
      database.db.write(actor, async (tx) => {
        const [row]: { written: number }[] = await tx.query(
          `SELECT audit_reading('VIEW', '{specialist,specialist}', '{s-1,s-2}') AS written`,
        );
        return row?.written ?? 0;
      });
    const written = await Promise.all([view(staff), view(staff), view({ ...staff, accountId: 'account-2' })]);
    expect(written.reduce((sum, count) => sum + count, 0)).toBe(4);
    const forged = database.db.write(systemActor(null), (tx) =>
      tx.query(`SELECT audit_reading('DELETE', '{specialist}', '{s-1}')`),
    );
    await expect(forged).rejects.toThrow('Not a way of reading');
  });

  it('refuses to be changed, deleted or emptied', async () => {
    for (const table of ['audit_entry', 'audit_seal']) {
      const column = table === 'audit_entry' ? 'operation' : 'hash';
      expect(await state(`UPDATE ${table} SET ${column} = ''`)).toBe('42501');
      expect(await state(`DELETE FROM ${table}`)).toBe('42501');
      expect(await state(`TRUNCATE ${table}`)).toBe('42501');
    }
    await database.dataSource.query('CREATE ROLE audit_probe_role');
    try {
      await database.dataSource.query('GRANT USAGE ON SCHEMA public TO audit_probe_role');
      const rights: { right: string }[] = await database.dataSource.query(
        `SELECT r AS right FROM unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE}'::text[]) r
         WHERE has_table_privilege('audit_probe_role', 'audit_entry', r)`,
      );
      expect(rights).toEqual([]);
    } finally {
      await database.dataSource.query('DROP OWNED BY audit_probe_role; DROP ROLE audit_probe_role');
    }
  });
});
