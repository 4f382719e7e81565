import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ALL_HUB_WORK, type Actor } from '@banso/kernel';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { openToHub } from '../../test/open-table.js';
import { sealEntries } from './audit-chain.js';
import { checkAudit } from './audit-check.js';

const hub = (prefectureId: string): Actor => ({
  role: 'HUB_STAFF',
  duties: ALL_HUB_WORK,
  accountId: 'a',
  prefectureId,
  name: '担当',
});

/** What an owner who wants to hide something can do, and an application cannot. */
const tampering = (sql: string): string => `
  ALTER TABLE audit_entry DISABLE TRIGGER audit_append_only, DISABLE TRIGGER audit_blank_only;
  ALTER TABLE audit_seal DISABLE TRIGGER audit_append_only;
  ${sql}`;

describe('the chain of the audit log', () => {
  let database: FreshDatabase;

  beforeEach(async () => {
    database = await freshDatabase([]);
    await openToHub(database.dataSource, 'account');
    for (let n = 1; n <= 6; n++) await open(n % 2 === 0 ? '34' : '38', n);
    await seal();
  }, 60_000);
  afterEach(() => database.drop());

  const open = (prefectureId: string, n: number) =>
    database.db.write(hub(prefectureId), (tx) =>
      tx.query(
        `INSERT INTO account (id, login_id, password_hash, display_name, name_en, created_at)
         VALUES (gen_random_uuid(), $1, 'x', '山田', 'Yamada', now())`,
        [`person-${n}`],
      ),
    );
  const seal = () => database.db.system(null, (tx) => sealEntries(tx));
  const check = () => checkAudit(database.db);
  const tamper = (sql: string) => database.dataSource.query(tampering(sql));

  it('holds: every entry is sealed once, each prefecture by itself', async () => {
    expect(await check()).toMatchObject({ entries: 6, sealed: 6, waiting: 0, broken: [] });
    expect((await check()).heads.map(({ chain, number }) => [chain, number])).toEqual([
      ['34', 3],
      ['38', 3],
    ]);
  });

  it('goes on where it stopped, also when two seal at once and writers commit out of order', async () => {
    let late: () => void = () => {};
    const waiting = new Promise<void>((resolve) => (late = resolve));
    const slow = database.db.write(hub('34'), async (tx) => {
      await tx.query(`INSERT INTO account VALUES (gen_random_uuid(), 'slow', 'x', 'x', 'x', now())`);
      await waiting;
    });
    await open('34', 8);
    await Promise.all([seal(), seal()]);
    late();
    await slow;
    expect(await check()).toMatchObject({ entries: 8, sealed: 7, waiting: 1, broken: [] });
    expect(await seal()).toBe(1);
    expect(await check()).toMatchObject({ entries: 8, sealed: 8, broken: [] });
  });

  it('finds one altered byte', async () => {
    await tamper(`UPDATE audit_entry SET changes = replace(changes::text, 'person-4', 'person-5')::jsonb
                  WHERE changes->'login_id'->>1 = 'person-4'`);
    expect((await check()).broken).toMatchObject([{ chain: '34', number: 2, fault: 'ALTERED' }]);
  });

  it('finds a time moved by a microsecond, and an entry given to another prefecture', async () => {
    await tamper(`UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE id = 2`);
    await tamper(`UPDATE audit_entry SET prefecture_id = '34' WHERE id = 5`);
    expect((await check()).broken).toMatchObject([
      { chain: '34', number: 1, fault: 'ALTERED' },
      { chain: '38', number: 3, fault: 'REMOVED' },
    ]);
  });

  it('finds one removed row, also when its link went with it', async () => {
    await tamper('DELETE FROM audit_entry WHERE id = 3');
    await tamper('DELETE FROM audit_entry WHERE id = 4; DELETE FROM audit_seal WHERE entry_id = 4');
    expect((await check()).broken).toMatchObject([
      { chain: '34', number: 2, fault: 'LINK_REMOVED' },
      { chain: '38', number: 2, entryId: '3', fault: 'REMOVED' },
    ]);
  });

  it('finds one inserted row, whether it was given a link or not', async () => {
    await tamper(`INSERT INTO audit_entry (prefecture_id, at, transaction_id, actor_role, kind, table_name, row_id,
        record_type, record_id) VALUES ('34', now() - interval '1 day', 1, 'SYSTEM', 'VIEW', 'x', 'x', 'x', 'x')`);
    expect(await seal()).toBe(0);
    expect((await check()).broken).toMatchObject([{ chain: '34', number: null, fault: 'INSERTED' }]);
    await tamper(`INSERT INTO audit_seal SELECT '34', 4, max(id), repeat('ab', 32), now() FROM audit_entry`);
    expect((await check()).broken).toMatchObject([{ chain: '34', number: 4, fault: 'ALTERED' }]);
  });

  it('finds a chain cut short or written anew, by a head that was kept elsewhere', async () => {
    const { heads } = await check();
    expect((await checkAudit(database.db, heads)).broken).toEqual([]);
    await tamper(
      `DELETE FROM audit_seal WHERE chain = '34' AND number = 3; DELETE FROM audit_entry WHERE id = 6`,
    );
    expect((await check()).broken).toEqual([]);
    expect((await checkAudit(database.db, heads)).broken).toMatchObject([
      { chain: '34', number: 3, fault: 'HEAD_UNKNOWN' },
    ]);
  });
});
