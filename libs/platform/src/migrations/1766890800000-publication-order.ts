import type { MigrationInterface, QueryRunner } from 'typeorm';

const ORDERS = `
ALTER TABLE planning_policy
  ADD COLUMN publish_hold_minutes int NOT NULL DEFAULT 10 CHECK (publish_hold_minutes BETWEEN 0 AND 120);
-- A plan that is kept under a name; nobody outside the hub sees it.
ALTER TABLE planning_run
  ADD COLUMN name text,
  -- Minutes after which the worker uses the best plan so far; null before the search began.
  ADD COLUMN limit_minutes double precision;

-- A plan that is to be published, and the time to think better of it. The row is the order; a job only carries it out.
CREATE TABLE publication_order (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  run_id uuid NOT NULL,
  -- The named part of the plan; null = the whole of it.
  part jsonb,
  words text,
  status text NOT NULL CHECK (status IN ('WAITING', 'DONE', 'TAKEN_BACK', 'REFUSED')),
  due_at timestamptz NOT NULL,
  ordered_by uuid NOT NULL REFERENCES account (id),
  ordered_by_name text NOT NULL,
  ordered_at timestamptz NOT NULL,
  settled_by uuid REFERENCES account (id),
  settled_by_name text,
  settled_at timestamptz,
  publication_id uuid,
  refusal jsonb,
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, run_id) REFERENCES planning_run (prefecture_id, id) ON DELETE CASCADE,
  FOREIGN KEY (prefecture_id, publication_id) REFERENCES plan_publication (prefecture_id, id),
  CHECK ((status = 'WAITING') = (settled_at IS NULL)),
  CHECK ((status = 'DONE') = (publication_id IS NOT NULL)),
  CHECK ((status = 'REFUSED') = (refusal IS NOT NULL))
);
CREATE UNIQUE INDEX publication_order_one ON publication_order (run_id) WHERE status = 'WAITING';
CREATE INDEX publication_order_of ON publication_order (run_id, ordered_at);

-- What a version changed, visit by visit: with it an older version can be shown and gone back to.
CREATE TABLE publication_change (
  publication_id uuid NOT NULL,
  visit_id uuid NOT NULL,
  prefecture_id text NOT NULL,
  support_request_id uuid NOT NULL,
  visit_no int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('NEW', 'MOVED', 'CANCELLED')),
  before jsonb,
  after jsonb,
  PRIMARY KEY (publication_id, visit_id),
  FOREIGN KEY (prefecture_id, publication_id) REFERENCES plan_publication (prefecture_id, id) ON DELETE CASCADE,
  FOREIGN KEY (prefecture_id, visit_id) REFERENCES visit (prefecture_id, id) ON DELETE CASCADE,
  FOREIGN KEY (prefecture_id, support_request_id) REFERENCES support_request (prefecture_id, id),
  CHECK ((kind = 'NEW') = (before IS NULL)),
  CHECK ((kind = 'CANCELLED') = (after IS NULL))
);
-- Versions of before had nobody to write down what they changed: those cannot be gone back behind.
ALTER TABLE plan_publication
  ADD COLUMN recorded boolean NOT NULL DEFAULT false,
  -- The older version that was gone back to.
  ADD COLUMN restores int;

-- Who has a plan before them: told every few seconds, worth nothing after a minute.
CREATE TABLE plan_presence (
  run_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  prefecture_id text NOT NULL,
  since timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (run_id, account_id),
  FOREIGN KEY (prefecture_id, run_id) REFERENCES planning_run (prefecture_id, id) ON DELETE CASCADE
);`;

/** Publication with a time to think better of it, versions that can be gone back to, and who else is looking. */
export class PublicationOrder1766890800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ORDERS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Orders and versions would be lost: restore a backup instead'));
  }
}
