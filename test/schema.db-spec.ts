import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityMetadata } from 'typeorm';
import { ENTITIES } from '../apps/api/src/entities.js';
import { type FreshDatabase, freshDatabase } from './database.js';

/** Tables that are reached by plain SQL only. */
const WITHOUT_ENTITY = [
  'audit_entry',
  'audit_resealed',
  'audit_seal',
  'client_key',
  'mail',
  'mail_suppression',
  'migration',
  'number_series',
  'oidc_journey',
  'outbox',
  'passkey_challenge',
  'queue_epoch',
  'rate_budget',
  'schedule',
  'search_entry',
  'sign_in_failure',
  'sign_in_place',
  'worker_sighting',
];

interface ColumnRow {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
}

const described = (row: ColumnRow): string =>
  `${row.table}.${row.column} ${row.type}${row.nullable ? ' null' : ''}`;

const columnsOf = (entity: EntityMetadata): string[] =>
  entity.columns.map((column) => {
    const type = String(column.type) + (column.isArray ? '[]' : '');
    return described({
      table: entity.tableName,
      column: column.databaseName,
      type,
      nullable: column.isNullable,
    });
  });

describe('entities and migrations', () => {
  let database: FreshDatabase;
  let inDatabase: ColumnRow[];

  beforeAll(async () => {
    database = await freshDatabase(ENTITIES);
    inDatabase = await database.dataSource.query(
      `SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS nullable
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`,
    );
  }, 60_000);
  afterAll(() => database.drop());

  it('agree on every column: its name, type and whether it may be empty', () => {
    const names: Record<string, string> = {
      'timestamp with time zone': 'timestamptz',
      integer: 'int',
      'double precision': 'double precision',
    };
    const tables = new Set(database.dataSource.entityMetadatas.map((entity) => entity.tableName));
    const rows = inDatabase
      .filter((row) => tables.has(row.table))
      .map((row) => described({ ...row, type: names[row.type] ?? row.type }));
    expect(database.dataSource.entityMetadatas.flatMap(columnsOf).sort()).toEqual(rows.sort());
  });

  it('leave no table unknown', () => {
    const tables = new Set(database.dataSource.entityMetadatas.map((entity) => entity.tableName));
    const unknown = new Set(inDatabase.map((row) => row.table).filter((table) => !tables.has(table)));
    expect([...unknown].sort()).toEqual(WITHOUT_ENTITY);
  });

  it('give every tenant-owned table its prefecture', async () => {
    const withPrefecture = new Set(
      inDatabase.filter((row) => row.column === 'prefecture_id').map((row) => row.table),
    );
    const register = [
      'prefecture',
      'account',
      'session',
      'skill',
      'talent_profile',
      'trouble_group',
      'support_theme',
      'theme_skill',
      'expert_field_theme',
      'scheme',
    ];
    const without = new Set(inDatabase.map((row) => row.table).filter((table) => !withPrefecture.has(table)));
    expect([...without].filter((table) => !register.includes(table)).sort()).toEqual([
      'audit_resealed',
      'audit_seal',
      'mail_suppression',
      'migration',
      'notice_setting',
      'oidc_identity',
      'passkey',
      'passkey_challenge',
      'queue_epoch',
      'rate_budget',
      'recovery_code',
      'saved_view',
      'schedule',
      'sign_in_failure',
      'sign_in_place',
      'totp_factor',
      'view_setting',
      'worker_sighting',
    ]);
  });
});
