import type { MigrationInterface, QueryRunner } from 'typeorm';

const TARGETS = `
-- 目標: what the hub wants to reach in a fiscal year and how far it is, in versions; the highest holds.
CREATE TABLE overview_target (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  -- Null: of the prefecture itself.
  municipality_id text,
  fiscal_year int NOT NULL CHECK (fiscal_year BETWEEN 2000 AND 2100),
  kind text NOT NULL CHECK (kind IN ('COVERAGE', 'EXPERT', 'LEADER', 'STAFF')),
  version int NOT NULL CHECK (version > 0),
  -- People; of COVERAGE and STAFF, per cent.
  target int NOT NULL CHECK (target BETWEEN 0 AND 100000),
  secured int CHECK (secured >= 0),
  trained int CHECK (trained >= 0),
  -- Of how many a share is reckoned.
  headcount int CHECK (headcount > 0),
  -- The day on which they were counted.
  counted_on date,
  source text NOT NULL,
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  UNIQUE (prefecture_id, id),
  UNIQUE NULLS NOT DISTINCT (prefecture_id, fiscal_year, kind, municipality_id, version),
  CHECK (kind NOT IN ('COVERAGE', 'STAFF') OR target <= 100),
  CHECK (kind <> 'COVERAGE' OR (municipality_id IS NULL AND secured IS NULL AND trained IS NULL AND headcount IS NULL)),
  CHECK (num_nonnulls(secured, trained) = 0 OR counted_on IS NOT NULL),
  CHECK (trained IS NULL OR headcount IS NULL OR trained <= headcount),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id)
);`;

/** What a year's figures are reckoned from, by the day on which each thing happened. */
const WAYS = `
CREATE INDEX support_request_received ON support_request (prefecture_id, submitted_at) WHERE submitted_at IS NOT NULL;
CREATE INDEX support_request_of_theme ON support_request (municipality_id, theme_id, submitted_at)
  WHERE submitted_at IS NOT NULL;
CREATE INDEX visit_of_town ON visit (prefecture_id, municipality_id, starts_at);
CREATE INDEX support_evaluation_given ON support_evaluation (prefecture_id, evaluated_at);
CREATE INDEX attendance_by_day ON attendance (prefecture_id, worked_on);
CREATE INDEX travel_claim_visit_by_day ON travel_claim_visit (prefecture_id, on_date);`;

/** 状況: targets, and short ways to what a year came to. */
export class Overview1767060000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TARGETS);
    await runner.query(WAYS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Targets would be lost: restore a backup instead'));
  }
}
