/** The outbox, the queue's epoch and what recurs. */
export const PLATFORM = `
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE outbox (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  prefecture_id text,
  job text NOT NULL,
  payload jsonb NOT NULL,
  dedup_key text UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  run_after timestamptz NOT NULL DEFAULT now(),
  lease_until timestamptz NOT NULL DEFAULT '-infinity',
  running_until timestamptz NOT NULL DEFAULT '-infinity',
  sends int NOT NULL DEFAULT 0,
  unrung int NOT NULL DEFAULT 0,
  failures int NOT NULL DEFAULT 0,
  done_at timestamptz,
  dead_at timestamptz,
  last_error text
);
-- With those set aside, so that the lag is measured without reading what was done.
CREATE INDEX outbox_open ON outbox (run_after) WHERE done_at IS NULL;

CREATE TABLE queue_epoch (single boolean PRIMARY KEY DEFAULT true CHECK (single), value uuid NOT NULL);
CREATE TABLE schedule (name text PRIMARY KEY, next_run_at timestamptz NOT NULL);
`;
