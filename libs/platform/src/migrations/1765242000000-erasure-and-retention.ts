import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody who left was taken out of the records: who they were stands nowhere, under which number they go on does. */
const ERASURE = `
CREATE TABLE person_erasure (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  number int NOT NULL CHECK (number > 0),
  account_id uuid REFERENCES account (id),
  specialist_id uuid,
  -- What stands where the name stood.
  label text NOT NULL,
  label_en text NOT NULL,
  reason text NOT NULL,
  basis text NOT NULL,
  -- The account goes on elsewhere: only what this prefecture holds was erased.
  account_kept boolean NOT NULL,
  -- Rows by table.
  blanked jsonb NOT NULL DEFAULT '{}',
  log_entries int NOT NULL DEFAULT 0,
  erased_by uuid NOT NULL REFERENCES account (id),
  erased_by_name text NOT NULL,
  erased_at timestamptz NOT NULL,
  -- The log forgets only for what was written down in the same transaction.
  transaction_at timestamptz NOT NULL DEFAULT now(),
  CHECK (num_nonnulls(account_id, specialist_id) > 0),
  UNIQUE (prefecture_id, number),
  UNIQUE (prefecture_id, account_id),
  UNIQUE (prefecture_id, specialist_id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);`;

/** How long a prefecture keeps a kind of record, where that is not the default, and what each run let go. */
const RETENTION = `
CREATE TABLE retention_rule (
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  kind text NOT NULL,
  days int NOT NULL CHECK (days > 0),
  set_by uuid REFERENCES account (id),
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (prefecture_id, kind)
);
CREATE TABLE retention_run (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  kind text NOT NULL,
  ran_on date NOT NULL,
  -- As it was on that day.
  days int NOT NULL,
  rows int NOT NULL CHECK (rows >= 0),
  log_entries int NOT NULL DEFAULT 0,
  transaction_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (prefecture_id, kind, ran_on)
);`;

export class ErasureAndRetention1765242000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ERASURE, RETENTION]) await runner.query(part);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Nobody would know any more who was erased: restore a backup instead'));
  }
}
