import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { FUNCTIONS } from './functions.js';
import { guardOf, UNGUARDED } from './policies.js';
import { GUARDS } from './tables.js';

const TABLES = `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public'`;
/** What was put on last, and whether all of it is still there: a restore without the roles, say, brings no policies. */
const NOTED = `SELECT obj_description(to_regnamespace('app'), 'pg_namespace') AS state`;
const COUNT = `SELECT count(*)::int AS policies FROM pg_policies WHERE schemaname = 'public'`;

/**
 * Guards every table as `GUARDS` says, in one transaction: a migration says nothing about it, and a guard that was
 * changed there holds from the next start on. A table that is not on the list is open to no role of the application.
 */
export async function guardRows(runner: QueryRunner, migrated: boolean): Promise<void> {
  const present: { name: string }[] = await runner.query(TABLES);
  const statements = [
    UNGUARDED,
    FUNCTIONS,
    ...Object.entries(GUARDS)
      .filter(([table]) => present.some(({ name }) => name === table))
      .map(([table, guard]) => guardOf(table, guard)),
  ];
  const wanted = createHash('sha256').update(statements.join('\n')).digest('hex');
  const state = async (): Promise<string> => {
    const [row]: { policies: number }[] = await runner.query(COUNT);
    return `${wanted} ${row?.policies ?? 0}`;
  };
  const [noted]: { state: string | null }[] = await runner.query(NOTED);
  if (!migrated && noted?.state === (await state())) return;
  await runner.startTransaction();
  try {
    for (const statement of statements) await runner.query(statement);
    await runner.query(`COMMENT ON SCHEMA app IS '${await state()}'`);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}
