import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, isOfTenant, systemActor } from '@banso/kernel';
import { sqlState } from '@banso/platform';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { type FreshDatabase, freshDatabase } from '../database.js';
import { CIRCLES, fillCircles, type Placed } from './circles.js';
import { type AnySeat, ASKED_FOR, CLOCKWORK, REACHES, REFERENCE, sees } from './expected.js';
import { actorIn, Probe, REFUSED } from './probe.js';

let database: FreshDatabase;
let placed: readonly Placed[];
let probe: Probe;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  placed = await fillCircles(database.dataSource);
  probe = await Probe.on(database.dataSource, placed);
}, 60_000);
afterAll(() => database.drop());

const TABLES = Object.keys(REACHES);
const PEOPLE: readonly AnySeat[] = ['hub', 'town', 'specialist', 'operator'];
const EVERYBODY = CIRCLES.flatMap((from) => [...PEOPLE, 'system' as const].map((seat) => ({ from, seat })));
const others = EVERYBODY.filter(({ seat }) => seat !== 'system').map(({ from, seat }) => actorIn(seat, from));

/** What happens to a statement: how many rows it reached, or how it was refused. Nothing of it stays. */
class Undo extends Error {}
async function attempt(actor: Actor, sql: string, parameters: unknown[] = []): Promise<number | string> {
  let outcome: number | string = 'nothing';
  try {
    await database.db.write(actor, async (tx) => {
      const [, count]: [unknown, number] = await tx.query(sql, parameters);
      outcome = count;
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) outcome = sqlState(error) ?? String(error);
  }
  return outcome;
}

describe('without any filter of the application', () => {
  it('has a row of every table in every circle', () => {
    for (const table of TABLES)
      for (const from of CIRCLES)
        expect([table, placed.some((row) => row.table === table && row.circle === from)]).toEqual([
          table,
          true,
        ]);
  });

  it.each(EVERYBODY)(
    '$seat of $from.municipalityId does what is theirs with every table, and no more',
    async (one) => {
      const tables = TABLES.filter((table) => !ASKED_FOR.includes(table));
      const wrong = await database.db.write(actorIn(one.seat, one.from), (tx) =>
        probe.differences(tx, one.seat, one.from, tables),
      );
      expect(wrong).toEqual([]);
    },
  );

  it('no row of another prefecture is seen in any table that names one, whoever stored it', async () => {
    const tables = await database.dataSource.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'prefecture_id' AND table_name <> ALL ($1)`,
      // Of a membership the own ones abroad are seen, as the list says.
      [[...REFERENCE, ...CLOCKWORK, 'membership']],
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const actor of others)
      await database.db.read(actor, async (tx) => {
        for (const { name } of tables)
          expect(
            await tx.query(`SELECT 1 FROM ${name} WHERE prefecture_id IS DISTINCT FROM $1 LIMIT 1`, [
              actor.prefectureId,
            ]),
          ).toEqual([]);
      });
  });

  it('an entity asked for without a condition has no foreign row', async () => {
    for (const { from, seat } of EVERYBODY.filter((one) => one.seat !== 'system'))
      await database.db.read(actorIn(seat, from), async (tx) => {
        for (const { tableName, target } of database.dataSource.entityMetadatas) {
          if (!REACHES[tableName]) continue;
          const own = placed.filter((row) => row.table === tableName && sees(seat, from, row));
          expect([tableName, seat, await tx.count(target)]).toEqual([tableName, seat, own.length]);
        }
      });
  });

  it('background work of no prefecture sees all', async () => {
    const found = await database.db.read(systemActor(null), (tx) => probe.reached(tx, TABLES));
    for (const table of TABLES)
      expect([table, found.get(table)?.length]).toEqual([
        table,
        placed.filter((row) => row.table === table).length,
      ]);
  });

  it('a role that nobody has said anything to sees nothing', async () => {
    const tables = TABLES.filter(
      (table) => !['account', 'notice_setting', 'saved_view', 'session', 'view_setting'].includes(table),
    );
    for (const role of [
      'banso_app',
      'banso_hub',
      'banso_town',
      'banso_specialist',
      'banso_operator',
      'banso_system',
    ])
      await database.dataSource.transaction(async (manager) => {
        await manager.query(`SET LOCAL ROLE ${role}`);
        expect([...(await probe.reached(manager, tables)).values()].flat()).toEqual([]);
      });
  });
});

describe('writing', () => {
  it('a job is asked for in the own prefecture, and nobody reads what others asked for', async () => {
    const sql = `INSERT INTO outbox (prefecture_id, job, payload) VALUES ($1, 'x', '{}')`;
    for (const actor of others.filter(isOfTenant)) {
      const other = actor.prefectureId === '34' ? '38' : '34';
      expect(await attempt(actor, sql, [actor.prefectureId])).not.toBe(REFUSED);
      expect(await attempt(actor, sql, [other])).toBe(REFUSED);
      expect(await attempt(actor, sql, [null])).toBe(REFUSED);
      expect(await attempt(actor, `UPDATE outbox SET payload = '{}'`)).toBe(REFUSED);
      const found = await database.db.read(actor, (tx) => probe.reached(tx, ['outbox']));
      expect(found.get('outbox')).toEqual([]);
    }
    // A notice is asked for in the same way.
    const notice = (place: string) =>
      `INSERT INTO notice (id, prefecture_id, kind, about_type, about_id, hub_duty, facts, key, at)
       VALUES (gen_random_uuid(), '${place}', 'X', 'X', 'x', 'COORDINATOR', '{}', 'x', now()) RETURNING id`;
    for (const actor of others) {
      const here = actor.prefectureId ?? '34';
      expect(await attempt(actor, notice(here))).not.toBe(isOfTenant(actor) ? REFUSED : 0);
      if (!isOfTenant(actor)) expect(await attempt(actor, notice(here))).toBe(REFUSED);
      expect(await attempt(actor, notice(here === '34' ? '38' : '34'))).toBe(REFUSED);
      expect([0, REFUSED]).toContain(await attempt(actor, 'DELETE FROM notice'));
      expect([0, REFUSED]).toContain(await attempt(actor, `UPDATE notice SET facts = '{}'`));
      const found = await database.db.read(actor, (tx) => probe.reached(tx, ['notice']));
      expect(found.get('notice')).toEqual([]);
    }
    for (const actor of others.filter(({ role }) => role === 'OPERATOR')) {
      for (const place of ['34', null]) expect(await attempt(actor, sql, [place])).toBe(REFUSED);
      expect(await attempt(actor, 'UPDATE outbox SET dead_at = NULL')).toBe(REFUSED);
      const found = await database.db.read(actor, (tx) => probe.reached(tx, ['outbox']));
      expect(found.get('outbox')).toEqual([]);
    }
  });

  it('what is on the register is written by set-up alone, and nothing is emptied but by the owner', async () => {
    for (const actor of others) {
      for (const table of REFERENCE) expect(await attempt(actor, `DELETE FROM ${table}`)).toBe(REFUSED);
      for (const table of [...TABLES, ...REFERENCE, 'migration'])
        expect(await attempt(actor, `TRUNCATE ${table} CASCADE`)).toBe(REFUSED);
    }
    expect(await attempt(systemActor(null), 'TRUNCATE visit CASCADE')).toBe(REFUSED);
    expect(await attempt(systemActor(null), 'SELECT * FROM migration')).toBe(REFUSED);
  });

  it('the log is written by its own functions, read and sealed by background work, and changed by nobody', async () => {
    for (const actor of [...others, systemActor('34'), systemActor(null)])
      for (const sql of [
        `INSERT INTO audit_entry (at, transaction_id, actor_role, kind, table_name, row_id, record_type, record_id)
         VALUES (now(), 1, 'x', 'VIEW', 'x', 'x', 'x', 'x')`,
        `UPDATE audit_entry SET operation = 'x'`,
        'DELETE FROM audit_entry',
        `UPDATE audit_seal SET hash = 'x'`,
        'DELETE FROM audit_seal',
        'ALTER TABLE audit_entry DISABLE TRIGGER audit_append_only',
        ...(actor.role === 'SYSTEM' ? [] : ['SELECT * FROM audit_seal']),
      ])
        expect([sql, await attempt(actor, sql)]).toEqual([sql, REFUSED]);
  });
});
