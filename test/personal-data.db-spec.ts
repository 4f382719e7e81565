import { CODES, NOT_PERSONAL, PERSONAL_COLUMNS, TABLES_WITHOUT_PEOPLE } from '@banso/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ENTITIES } from '../apps/api/src/entities.js';
import { type FreshDatabase, freshDatabase } from './database.js';

/** Numbers, days, instants and ids of rows hold no words. */
const WORDLESS = /^(uuid|smallint|integer|bigint|numeric|double precision|boolean|date|time|timestamp)/;

describe('every column that can hold words', () => {
  let database: FreshDatabase;
  let columns: string[];
  let tables: Set<string>;

  beforeAll(async () => {
    database = await freshDatabase(ENTITIES);
    const rows = await database.dataSource.query<{ table: string; column: string; type: string }[]>(
      `SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, NULL) AS type
         FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped`,
    );
    tables = new Set(rows.map(({ table }) => table));
    columns = rows
      .filter(({ type }) => !WORDLESS.test(type))
      .map(({ table, column }) => `${table}.${column}`);
  }, 60_000);
  afterAll(() => database.drop());

  const listed = (list: Readonly<Record<string, readonly string[]>>): string[] =>
    Object.entries(list).flatMap(([table, names]) => names.map((name) => `${table}.${name}`));
  const personal = listed(
    Object.fromEntries(Object.entries(PERSONAL_COLUMNS).map(([table, of]) => [table, Object.keys(of)])),
  );
  const notPersonal = listed(NOT_PERSONAL);
  const isCode = (column: string): boolean => CODES.includes(column.split('.')[1] ?? '');
  const isWithoutPeople = (column: string): boolean => (column.split('.')[0] ?? '') in TABLES_WITHOUT_PEOPLE;

  it('is marked as personal, or named as not personal', () => {
    const known = new Set([...personal, ...notPersonal]);
    const unknown = columns.filter(
      (column) => !known.has(column) && !isCode(column) && !isWithoutPeople(column),
    );
    // Whoever adds one says in libs/platform/src/personal-data whether it is about people.
    expect(unknown.sort()).toEqual([]);
  });

  it('is said once, and is there', () => {
    expect(personal.filter((column) => notPersonal.includes(column) || isWithoutPeople(column))).toEqual([]);
    expect([...personal, ...notPersonal].filter(isCode)).toEqual([]);
    const gone = [...personal, ...notPersonal].filter(
      (column) => tables.has(column.split('.')[0] ?? '') && !columns.includes(column),
    );
    expect(gone).toEqual([]);
  });
});
