import type { MigrationInterface, QueryRunner } from 'typeorm';

const REPORTS = `
-- What a visit came to, in the words of whoever came. One for each visit; sent back, it is written again.
CREATE TABLE visit_report (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  municipality_id text NOT NULL,
  support_request_id uuid NOT NULL,
  visit_id uuid NOT NULL UNIQUE,
  specialist_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'CONFIRMED')),
  result text CHECK (result IN ('AS_PLANNED', 'PARTLY', 'POSTPONED')),
  -- Chips: words that were offered and tapped.
  topics jsonb NOT NULL,
  done text NOT NULL,
  -- What comes next, as it is written; rows of their own once it is handed in.
  steps jsonb NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL,
  mode text NOT NULL CHECK (mode IN ('ON_SITE', 'ONLINE')),
  -- Sections and heads, no names.
  attendance jsonb NOT NULL,
  -- Between whoever came and the hub.
  internal_note text,
  submitted_by uuid,
  submitted_by_name text,
  submitted_by_role text,
  submitted_at timestamptz,
  return_reason text,
  returned_at timestamptz,
  confirmed_by uuid,
  confirmed_by_name text,
  confirmed_by_role text,
  confirmed_at timestamptz,
  -- Why the hub confirmed for the town.
  stand_in_reason text,
  thanks text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (prefecture_id, id),
  CHECK (ended_at > started_at),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  FOREIGN KEY (prefecture_id, support_request_id) REFERENCES support_request (prefecture_id, id),
  FOREIGN KEY (prefecture_id, visit_id) REFERENCES visit (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);
CREATE INDEX visit_report_of ON visit_report (support_request_id, status);
CREATE INDEX visit_report_open ON visit_report (prefecture_id, submitted_at) WHERE status = 'SUBMITTED';

-- 次の一手: what somebody does next, until when.
CREATE TABLE report_step (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  municipality_id text NOT NULL,
  support_request_id uuid NOT NULL,
  report_id uuid NOT NULL,
  position int NOT NULL,
  what text NOT NULL,
  owner text NOT NULL CHECK (owner IN ('TOWN', 'SPECIALIST', 'HUB')),
  due_on date NOT NULL,
  status text NOT NULL CHECK (status IN ('OPEN', 'CLOSED', 'DROPPED')),
  agreed_on date NOT NULL,
  closed_by uuid,
  closed_by_name text,
  closed_at timestamptz,
  close_note text,
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, support_request_id) REFERENCES support_request (prefecture_id, id),
  FOREIGN KEY (prefecture_id, report_id) REFERENCES visit_report (prefecture_id, id)
);
CREATE INDEX report_step_of ON report_step (support_request_id, status);
CREATE INDEX report_step_due ON report_step (prefecture_id, status, due_on);
CREATE INDEX report_step_agreed ON report_step (prefecture_id, agreed_on);

-- 支援評価: five points each, of one visit or of the whole case.
CREATE TABLE support_evaluation (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  municipality_id text NOT NULL,
  support_request_id uuid NOT NULL,
  visit_id uuid UNIQUE,
  usefulness int NOT NULL CHECK (usefulness BETWEEN 1 AND 5),
  clarity int NOT NULL CHECK (clarity BETWEEN 1 AND 5),
  progress int NOT NULL CHECK (progress BETWEEN 1 AND 5),
  again int NOT NULL CHECK (again BETWEEN 1 AND 5),
  words text,
  evaluated_by uuid,
  evaluated_by_name text NOT NULL,
  evaluated_at timestamptz NOT NULL,
  FOREIGN KEY (prefecture_id, support_request_id) REFERENCES support_request (prefecture_id, id),
  FOREIGN KEY (prefecture_id, visit_id) REFERENCES visit (prefecture_id, id)
);
CREATE UNIQUE INDEX support_evaluation_of_case ON support_evaluation (support_request_id) WHERE visit_id IS NULL;

-- 支援実績報告書: what a case came to.
CREATE TABLE case_report (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  municipality_id text NOT NULL,
  support_request_id uuid NOT NULL UNIQUE,
  status text NOT NULL CHECK (status IN ('DRAFT', 'IN_APPROVAL', 'APPROVED', 'TOWN_REVIEW', 'AGREED', 'PUBLISHED')),
  summary text NOT NULL,
  outputs text NOT NULL,
  effect text NOT NULL,
  lessons text NOT NULL,
  internal_note text,
  -- Whole fields that stay inside.
  inside jsonb NOT NULL,
  approved_by_name text,
  approved_at timestamptz,
  drafted_by_name text NOT NULL,
  drafted_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  FOREIGN KEY (prefecture_id, support_request_id) REFERENCES support_request (prefecture_id, id)
);
CREATE INDEX case_report_list ON case_report (prefecture_id, drafted_at);

CREATE TABLE case_report_event (
  id uuid PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  prefecture_id text NOT NULL,
  case_report_id uuid NOT NULL,
  from_status text,
  to_status text NOT NULL,
  actor_id uuid,
  actor_role text NOT NULL,
  actor_name text NOT NULL,
  reason text,
  at timestamptz NOT NULL,
  FOREIGN KEY (prefecture_id, case_report_id) REFERENCES case_report (prefecture_id, id)
);
CREATE INDEX case_report_event_of ON case_report_event (case_report_id, at);

-- What other towns may read of a case, as it was agreed: nothing is made anew when they read it.
CREATE TABLE shared_case (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  case_report_id uuid NOT NULL UNIQUE,
  theme_id text,
  town_size text NOT NULL CHECK (town_size IN ('SMALL', 'MIDDLE', 'LARGE', 'UNKNOWN')),
  fiscal_year int NOT NULL,
  title text NOT NULL,
  lines jsonb NOT NULL,
  published_by_name text NOT NULL,
  published_at timestamptz NOT NULL,
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, case_report_id) REFERENCES case_report (prefecture_id, id)
);
CREATE INDEX shared_case_list ON shared_case (prefecture_id, published_at);

-- 翌年度フォロー: still in use?
CREATE TABLE follow_up (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  municipality_id text NOT NULL,
  support_request_id uuid NOT NULL UNIQUE,
  fiscal_year int NOT NULL,
  due_on date NOT NULL,
  status text NOT NULL CHECK (status IN ('DUE', 'ANSWERED')),
  still_used text CHECK (still_used IN ('YES', 'PARTLY', 'NO')),
  effect text,
  next_wish text,
  opened_at timestamptz NOT NULL,
  answered_by uuid,
  answered_by_name text,
  answered_at timestamptz,
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  FOREIGN KEY (prefecture_id, support_request_id) REFERENCES support_request (prefecture_id, id)
);
CREATE INDEX follow_up_list ON follow_up (prefecture_id, status, due_on);

-- In how many days what is owed.
CREATE TABLE report_policy (
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  version int NOT NULL CHECK (version > 0),
  report_days int NOT NULL CHECK (report_days BETWEEN 1 AND 90),
  first_nudge_days int NOT NULL CHECK (first_nudge_days BETWEEN 0 AND 90),
  second_nudge_days int NOT NULL CHECK (second_nudge_days BETWEEN 0 AND 90),
  confirmation_days int NOT NULL CHECK (confirmation_days BETWEEN 1 AND 90),
  evaluation_days int NOT NULL CHECK (evaluation_days BETWEEN 1 AND 90),
  follow_up_month int NOT NULL CHECK (follow_up_month BETWEEN 1 AND 12),
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (prefecture_id, version)
);`;

/** What visits came to: reports, confirmations, evaluations, reports of cases, and the year after. */
export class Reports1766275200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REPORTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Reports would be lost: restore a backup instead'));
  }
}
