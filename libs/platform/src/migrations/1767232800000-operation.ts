import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns that an older version leaves empty: both may run side by side. */
const OPERATION = `
-- Which request asked for the job, and its place in a trace: ids without a meaning of their own.
ALTER TABLE outbox
  ADD COLUMN request_id text CHECK (length(request_id) <= 64),
  ADD COLUMN traceparent text CHECK (length(traceparent) <= 64);
-- When the work of a schedule last came to its end.
CREATE INDEX outbox_last_done ON outbox (job, done_at DESC) WHERE done_at IS NOT NULL;

-- What a schedule asks for and how often, as the worker knows it that last did so.
ALTER TABLE schedule
  ADD COLUMN job text,
  ADD COLUMN every_seconds int,
  ADD COLUMN last_asked_at timestamptz;

-- Workers that live: each says so every few seconds and takes its row away when it ends.
CREATE TABLE worker_sighting (
  id uuid PRIMARY KEY,
  version text NOT NULL,
  started_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  hands int NOT NULL,
  busy int NOT NULL,
  draining boolean NOT NULL DEFAULT false
);`;

/** What whoever runs the installation wants to know of its work. */
export class Operation1767232800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPERATION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE worker_sighting;
      ALTER TABLE schedule DROP COLUMN job, DROP COLUMN every_seconds, DROP COLUMN last_asked_at;
      DROP INDEX outbox_last_done;
      ALTER TABLE outbox DROP COLUMN request_id, DROP COLUMN traceparent;`);
  }
}
