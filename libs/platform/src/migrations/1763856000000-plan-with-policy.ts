import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a prefecture plans by: the order and prices of the soft rules. Each change is a new version. */
const POLICY = `
CREATE TABLE planning_policy (
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  version int NOT NULL CHECK (version > 0),
  tiers jsonb NOT NULL,
  weights jsonb NOT NULL,
  frozen_working_days int NOT NULL CHECK (frozen_working_days >= 0),
  reserve_half_days_per_week int NOT NULL CHECK (reserve_half_days_per_week >= 0),
  set_by uuid REFERENCES account (id),
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (prefecture_id, version)
);`;

/** What the planner should know of a town. */
const TOWN = `
CREATE TABLE town_profile (
  municipality_id text PRIMARY KEY,
  prefecture_id text NOT NULL,
  it_staff int CHECK (it_staff >= 0),
  busy jsonb NOT NULL,
  set_by uuid REFERENCES account (id),
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id)
);`;

/** A run keeps what it was asked, by which policy, and the whole answer; a score is a list of tiers. */
const RUN = `
ALTER TABLE planning_run
  ADD COLUMN move_published boolean NOT NULL DEFAULT false,
  ADD COLUMN starts int CHECK (starts > 0),
  ADD COLUMN stop_at_iterations int CHECK (stop_at_iterations >= 0),
  ADD COLUMN stop_asked boolean NOT NULL DEFAULT false,
  ADD COLUMN stopped_at_iterations int CHECK (stopped_at_iterations >= 0),
  ADD COLUMN best_seed int,
  ADD COLUMN policy jsonb,
  ADD COLUMN findings jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN bound jsonb,
  ADD COLUMN plan jsonb;
UPDATE planning_run SET starts = 1, best_seed = seed WHERE started_at IS NOT NULL OR score IS NOT NULL;
UPDATE planning_run SET score = jsonb_build_object(
    'hard', score->'hard', 'tiers', jsonb_build_array(score->'unserved', score->'waiting', score->'rest'),
    'parts', '{}'::jsonb)
  WHERE score IS NOT NULL;
UPDATE planning_run SET progress = progress || jsonb_build_object('longestWaitDays', 0, 'tiers',
    coalesce(score->'tiers', '[]'::jsonb), 'bound', NULL)
  WHERE progress IS NOT NULL;`;

/** A proposal may move a published visit, or be edited by hand; a plan may be published in part. */
const PROPOSAL = `
ALTER TABLE proposed_visit
  ADD COLUMN replaces_visit_id uuid,
  ADD COLUMN replaces jsonb,
  ADD COLUMN move_points int,
  ADD COLUMN edited boolean NOT NULL DEFAULT false,
  ADD COLUMN adopted boolean NOT NULL DEFAULT false,
  ADD FOREIGN KEY (prefecture_id, replaces_visit_id) REFERENCES visit (prefecture_id, id);
UPDATE proposed_visit SET adopted = true
  FROM planning_run run WHERE run.id = run_id AND run.status = 'PUBLISHED';
ALTER TABLE unplaced_visit
  ADD COLUMN replaces_visit_id uuid,
  ADD COLUMN replaces jsonb,
  ADD FOREIGN KEY (prefecture_id, replaces_visit_id) REFERENCES visit (prefecture_id, id);`;

/**
 * A version may also come from an urgent visit or a repair, without a run. Visits can be moved: two may take
 * each other's slots, so the calendar is judged when all of them have moved.
 */
const CALENDAR = `
ALTER TABLE plan_publication
  ADD COLUMN cause text NOT NULL DEFAULT 'PLAN',
  ADD COLUMN moved int NOT NULL DEFAULT 0,
  ADD COLUMN cancelled int NOT NULL DEFAULT 0,
  ALTER COLUMN run_id DROP NOT NULL;
ALTER TABLE visit_event ADD COLUMN moved_from jsonb, ADD COLUMN moved_to jsonb;
ALTER TABLE visit DROP CONSTRAINT visit_one_place_at_a_time;
ALTER TABLE visit ADD CONSTRAINT visit_one_place_at_a_time
  EXCLUDE USING gist (specialist_id WITH =, tstzrange(busy_from, ends_at) WITH &&) WHERE (status <> 'CANCELLED')
  DEFERRABLE INITIALLY IMMEDIATE;`;

export class PlanWithPolicy1763856000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [POLICY, TOWN, RUN, PROPOSAL, CALENDAR]) await runner.query(part);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Policies, moves and records would be lost: restore a backup instead'));
  }
}
