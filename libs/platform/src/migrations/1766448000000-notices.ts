import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody should know; written by whoever changed their day, spread by background work. */
const NOTICE = `
CREATE TABLE notice (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  kind text NOT NULL,
  about_type text NOT NULL,
  about_id text NOT NULL,
  -- Whom it is for: exactly one of these.
  municipality_id text,
  specialist_id uuid,
  account_id uuid REFERENCES account (id),
  hub_duty text,
  facts jsonb NOT NULL,
  key text NOT NULL,
  -- When it came about; the row itself is written at created_at.
  at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  spread_at timestamptz,
  -- What was asked for is done: whoever hears of it later need not do it.
  settled_at timestamptz,
  UNIQUE (prefecture_id, id),
  UNIQUE (prefecture_id, key),
  CHECK (num_nonnulls(municipality_id, specialist_id, account_id, hub_duty) = 1),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);
CREATE INDEX notice_about ON notice (prefecture_id, about_type, about_id);
CREATE INDEX notice_at ON notice (prefecture_id, at);`;

/** The same, as one person has it: in the seat in which they are told, with a mark when it is done. */
const INBOX = `
CREATE TABLE inbox_item (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  notice_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id),
  role text NOT NULL CHECK (role IN ('HUB_STAFF', 'MUNICIPALITY_STAFF', 'SPECIALIST')),
  municipality_id text,
  specialist_id uuid,
  kind text NOT NULL,
  about_type text NOT NULL,
  about_id text NOT NULL,
  facts jsonb NOT NULL,
  needs_action boolean NOT NULL,
  at timestamptz NOT NULL,
  done_at timestamptz,
  -- MARKED by the person, SETTLED because what was asked for is done.
  done_how text CHECK (done_how IN ('MARKED', 'SETTLED')),
  UNIQUE (notice_id, account_id),
  CHECK ((done_at IS NULL) = (done_how IS NULL)),
  CHECK ((role = 'MUNICIPALITY_STAFF') = (municipality_id IS NOT NULL)),
  CHECK ((role = 'SPECIALIST') = (specialist_id IS NOT NULL)),
  FOREIGN KEY (prefecture_id, notice_id) REFERENCES notice (prefecture_id, id) ON DELETE CASCADE,
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);
CREATE INDEX inbox_item_of ON inbox_item (account_id, at DESC, id);
CREATE INDEX inbox_item_open ON inbox_item (account_id) WHERE done_at IS NULL;`;

/** Who should know what, and who has seen to it. */
export class Notices1766448000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [NOTICE, INBOX]) await runner.query(part);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Notices would be lost: restore a backup instead'));
  }
}
