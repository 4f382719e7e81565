import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../database.js';
import { CIRCLES, fillCircles } from './circles.js';
import { type AnySeat, ASKED_FOR, REACHES } from './expected.js';
import { acting, Probe } from './probe.js';

let database: FreshDatabase;
let probe: Probe;

beforeAll(async () => {
  database = await freshDatabase([]);
  probe = await Probe.on(database.dataSource, await fillCircles(database.dataSource));
}, 60_000);
afterAll(() => database.drop());

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly role: string;
  readonly using: string | null;
  readonly check: string | null;
}

const SEATS: readonly AnySeat[] = ['hub', 'town', 'specialist', 'operator', 'system'];

/** Whether anybody in these seats can do more or less than before, after the change; it is undone. */
async function isNoticed(table: string, change: string, seats: readonly AnySeat[]): Promise<boolean> {
  const runner = database.dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(change);
    for (const from of CIRCLES.slice(0, 1))
      for (const seat of seats)
        if (
          (
            await acting(runner.manager, seat, from, () =>
              probe.differences(runner.manager, seat, from, [table]),
            )
          ).length > 0
        )
          return true;
    return false;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const TABLES = Object.keys(REACHES).filter((table) => !ASKED_FOR.includes(table));

/** Of the outbox rows.db-spec.ts asks; of the owner's policies owner.db-spec.ts. */
const policies = (): Promise<Policy[]> =>
  database.dataSource.query(
    `SELECT tablename AS table, policyname AS name, roles[1]::text AS role, qual AS using, with_check AS check
     FROM pg_policies WHERE schemaname = 'public' AND tablename = ANY ($1)
       AND roles && ARRAY['public', 'banso_hub', 'banso_town', 'banso_specialist', 'banso_operator', 'banso_system']::name[]
     ORDER BY 1, 2`,
    [TABLES],
  );

it('notices each policy that is dropped or opened, for reading and for writing', async () => {
  const survivors: string[] = [];
  let changes = 0;
  for (const { table, name, role, using, check } of await policies()) {
    const seats = SEATS.filter((seat) => role === 'public' || role === `banso_${seat}`);
    const mutants = [`DROP POLICY ${name} ON ${table}`];
    if (using !== null && using !== 'true') mutants.push(`ALTER POLICY ${name} ON ${table} USING (true)`);
    // Nobody may write the log at all.
    if (check !== null && check !== 'true' && table !== 'audit_entry')
      mutants.push(`ALTER POLICY ${name} ON ${table} WITH CHECK (true)`);
    for (const mutant of mutants) {
      changes++;
      if (!(await isNoticed(table, mutant, seats))) survivors.push(mutant);
    }
  }
  process.stdout.write(`${changes} weaker policies, ${survivors.length} not noticed\n`);
  expect(survivors).toEqual([]);
  expect(changes).toBeGreaterThan(250);
}, 60_000);

it('notices a table that is no longer guarded, and nothing where nothing was changed', async () => {
  for (const table of TABLES) {
    expect([table, await isNoticed(table, 'SELECT 1', SEATS)]).toEqual([table, false]);
    const open = `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`;
    // Where no person has a right at all, rows are not needed to keep them out.
    const closed = Object.values(REACHES[table] ?? {}).every((reach) => reach === 'none');
    expect([table, await isNoticed(table, open, SEATS)]).toEqual([table, !closed]);
  }
}, 60_000);
