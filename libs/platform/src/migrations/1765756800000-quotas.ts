import type { MigrationInterface, QueryRunner } from 'typeorm';

const QUOTAS = `
-- How much may be used up. What is used is counted from the visits that stand, and never kept.
CREATE TABLE quota (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  name text NOT NULL,
  scope text NOT NULL CHECK (scope IN ('PREFECTURE', 'MUNICIPALITY', 'CASE', 'AGREEMENT', 'THEME')),
  -- The named town, or the town of the named case; null: each one by itself.
  municipality_id text,
  support_request_id uuid,
  agreement_id uuid,
  theme_id text REFERENCES support_theme (id),
  period text NOT NULL CHECK (period IN ('FISCAL_YEAR', 'MONTH', 'WHOLE')),
  -- Only this one; null: each by itself.
  fiscal_year int CHECK (fiscal_year BETWEEN 2000 AND 2200),
  unit text NOT NULL CHECK (unit IN ('DAYS', 'HOURS', 'VISITS')),
  counts text NOT NULL CHECK (counts IN ('ON_SITE', 'ONLINE', 'BOTH')),
  most int NOT NULL CHECK (most BETWEEN 0 AND 100000),
  warn_percent int NOT NULL CHECK (warn_percent BETWEEN 1 AND 100),
  note text,
  source text NOT NULL,
  -- Why it allows more than it did.
  raised_reason text,
  ended_at timestamptz,
  ended_reason text,
  set_by uuid,
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  UNIQUE (prefecture_id, id),
  CHECK (municipality_id IS NULL OR scope IN ('MUNICIPALITY', 'CASE')),
  CHECK (support_request_id IS NULL OR (scope = 'CASE' AND municipality_id IS NOT NULL)),
  CHECK ((agreement_id IS NOT NULL) = (scope = 'AGREEMENT')),
  CHECK ((theme_id IS NOT NULL) = (scope = 'THEME')),
  CHECK (fiscal_year IS NULL OR period = 'FISCAL_YEAR'),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  FOREIGN KEY (prefecture_id, support_request_id) REFERENCES support_request (prefecture_id, id),
  FOREIGN KEY (prefecture_id, agreement_id) REFERENCES agreement (prefecture_id, id)
);
CREATE INDEX quota_in_force ON quota (prefecture_id) WHERE ended_at IS NULL;
-- What is counted under it is looked for by day.
CREATE INDEX visit_standing ON visit (prefecture_id, starts_at) WHERE status <> 'CANCELLED';

-- Visits that a quota kept out of the planner's problem, with the reason.
ALTER TABLE planning_run ADD COLUMN left_out jsonb;`;

const SCHEMES = `
-- National schemes that a town may be sent to, as one fiscal year stated them: public facts, loaded from files.
CREATE TABLE scheme (
  id text NOT NULL,
  fiscal_year int NOT NULL,
  -- False: the source names no year; the row stands under the year in which it was read.
  year_stated boolean NOT NULL,
  position int NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  organ text NOT NULL,
  organ_en text NOT NULL,
  summary text NOT NULL,
  summary_en text NOT NULL,
  terms jsonb NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (id, fiscal_year)
);

-- A prefecture's own scheme.
CREATE TABLE prefecture_scheme (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  name text NOT NULL,
  cap_per text NOT NULL CHECK (cap_per IN ('CASE', 'TOWN_YEAR')),
  on_site_days int CHECK (on_site_days BETWEEN 0 AND 1000),
  online_hours int CHECK (online_hours BETWEEN 0 AND 10000),
  visits int CHECK (visits BETWEEN 0 AND 1000),
  cost text CHECK (cost IN ('NONE', 'SHARED', 'TOWN')),
  cost_words text NOT NULL,
  rules text NOT NULL,
  source text NOT NULL,
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  set_by uuid,
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  UNIQUE (prefecture_id, id)
);

-- When a scheme takes applications, as the hub has found out; those that a file states are in its terms.
CREATE TABLE scheme_window (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  scheme_id text NOT NULL,
  opens_on date,
  closes_on date NOT NULL CHECK (closes_on >= opens_on),
  closes_at text CHECK (closes_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  source text NOT NULL,
  removed_at timestamptz,
  set_by uuid,
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  UNIQUE (prefecture_id, id)
);
CREATE UNIQUE INDEX scheme_window_once ON scheme_window (prefecture_id, scheme_id, closes_on)
  WHERE removed_at IS NULL;

-- That a town was sent to a scheme, and how much of it was asked for.
CREATE TABLE scheme_use (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  municipality_id text NOT NULL,
  scheme_id text NOT NULL,
  fiscal_year int NOT NULL CHECK (fiscal_year BETWEEN 2000 AND 2200),
  support_request_id uuid,
  on_site_days int NOT NULL CHECK (on_site_days BETWEEN 0 AND 1000),
  online_minutes int NOT NULL CHECK (online_minutes BETWEEN 0 AND 100000),
  visits int NOT NULL CHECK (visits BETWEEN 0 AND 1000),
  note text,
  recorded_by uuid,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  -- Taken back by a mark, never deleted.
  removed_at timestamptz,
  removed_reason text,
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  FOREIGN KEY (prefecture_id, support_request_id) REFERENCES support_request (prefecture_id, id)
);
CREATE INDEX scheme_use_of_town ON scheme_use (municipality_id, fiscal_year) WHERE removed_at IS NULL;`;

/** Limits that may be used up, and the schemes that a town may be sent to. */
export class Quotas1765756800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(QUOTAS);
    await runner.query(SCHEMES);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Quotas would be lost: restore a backup instead'));
  }
}
